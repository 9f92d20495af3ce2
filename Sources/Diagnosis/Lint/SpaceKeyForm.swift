import ConfluenceModel
import ConfluenceWire
import Foundation

/// What can be said about a space key by its text alone.
package enum SpaceKeyForm {
    /// The key that stands in a longer text, such as a page's address or “DOCS - Product Documentation”.
    package static func key(in text: String) -> String? {
        let text = text.trimmingEdges()
        if text.hasPrefix("@"), case let name = "~" + text.dropFirst(), wholeKey.isWhole(name) { return name }
        let folded = folded(text)
        if folded != text, wholeKey.isWhole(folded) { return folded }
        // As a key stands in an address.
        if case let decoded = PercentEncoding.decode(text), decoded != text, wholeKey.isWhole(decoded) {
            return decoded
        }
        if let key = keyInAddress(text) { return key }
        guard !text.hasPrefix("~") else { return nil }
        guard text.contains(where: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) else { return nil }
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let keys = words.filter { word in
            word.count >= 2 && word.first?.isLetter == true && word.allSatisfy { $0.isUppercase || $0.isNumber }
        }
        if keys.count == 1 { return String(keys[0]) }
        if let key = leading.all(in: text, read: { String($0.1) }).first { return key }
        // The toolkit takes one space; of several, the first is tried.
        if keys.count > 1, keys.count == words.count, text.contains(where: { ",;|/".contains($0) }) {
            return String(keys[0])
        }
        // Brackets or punctuation around a single word in whatever letters.
        return words.count == 1 ? String(words[0]) : nil
    }

    /// Whether no space can have such a key: there are letters and digits in it alone, and in a personal one what a user's
    /// name may hold; marks that some sites have let through are left open.
    static func isImpossible(_ text: String) -> Bool {
        let text = text.trimmingEdges()
        return !text.hasPrefix("~") && text.contains { $0.isWhitespace || "()[]{}&,;/\\'\"!?#%+*=<>|".contains($0) }
    }

    /// A key before a dash, a colon or the like, behind which the name may hold words in capitals.
    private static let leading = Pattern(/^([A-Z][A-Z0-9]+)(?:\s+[-–—|\/(\[]|:)/)
    private static let wholeKey = Pattern(/~?[A-Za-z0-9][A-Za-z0-9._@\-]*/)

    /// The text in the letters of a keyboard, where some stand in the wide forms of another.
    private static func folded(_ text: String) -> String {
        let tildes: Set<Character> = ["～", "˜", "∼", "〜", "⁓"]
        let rest = text.drop(while: tildes.contains)
        let plain = String(rest).precomposedStringWithCompatibilityMapping
        return (rest.count < text.count ? "~" : "") + String(plain.map { lookalikes[$0] ?? $0 })
    }

    /// Capital letters of other alphabets that look as Latin ones do, Cyrillic before Greek.
    private static let lookalikes = Dictionary(
        zip("АВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHIJKMOPSTXYABEZHIKMNOPTYX"), uniquingKeysWith: { first, _ in first })

    private static func keyInAddress(_ text: String) -> String? {
        for mark in ["/spaces/", "/display/", "key=", "spaceKey="] {
            guard let found = text.firstRange(of: mark) else { continue }
            let rest = text[found.upperBound...]
            let key = String(rest.prefix { !"/?&#".contains($0) }).filter { !"\"'“”".contains($0) }
            if !key.isEmpty, key != "viewspace.action" { return PercentEncoding.decode(key) }
        }
        return nil
    }
}
