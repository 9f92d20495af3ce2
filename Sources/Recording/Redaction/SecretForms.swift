import ConfluenceModel
import ConfluenceWire
import Foundation

/// The forms in which a secret may turn up: as it is, in part, escaped, percent-encoded, or inside of base64.
enum SecretForms {
    /// Shorter texts also stand in ordinary words.
    private static let shortest = 4

    /// - Parameters:
    ///   - names: Names of accounts, which may be parts of a secret and are none by themselves.
    ///   - words: The same of what stands everywhere, in small letters.
    static func all(of secret: String, besides names: Set<String> = [], _ words: Set<String> = []) -> Set<String> {
        var forms: Set<String> = []
        for text in plain(secret, names) where !words.contains(text.lowercased()) {
            forms.formUnion(escaped(text))
            forms.formUnion(encoded(Array(text.utf8)))
            if let bytes = text.latin1 { forms.formUnion(encoded(bytes)) }
        }
        return forms
    }

    /// The secret without what stands around it, and each part that is a secret of its own.
    private static func plain(_ secret: String, _ names: Set<String>) -> Set<String> {
        let trimmed = secret.trimmingEdges()
        var forms: Set<String> = [secret, trimmed]
        forms.insert(String(trimmed.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.map(Character.init)))
        // “Bearer x”, “user:x”, “JSESSIONID=x; other=y” and x twice in a row are x with something around it.
        let parts = trimmed.split { " \t\r\n:;,=\"'`“”„‘’«»".contains($0) }.map(String.init)
        forms.formUnion(
            parts.filter {
                $0.count >= 8 && ($0.contains(where: \.isNumber) || $0.count >= 16) && !names.contains($0)
                    && !EmailForm.isOne($0)
            })
        for text in forms where text.count >= 24 && text.count.isMultiple(of: 2) {
            let half = text.prefix(text.count / 2)
            if text.hasSuffix(half) { forms.insert(String(half)) }
        }
        if trimmed.utf8.count >= 12, let data = Data(base64Encoded: trimmed),
            let inner = String(data: data, encoding: .utf8)
        {
            forms.insert(inner)
            if let colon = inner.firstIndex(of: ":") { forms.insert(String(inner[inner.index(after: colon)...])) }
        }
        return forms.filter { $0.count >= shortest }
    }

    /// A name with what stands between it and its value, and the value, as addresses, forms and JSON have them.
    static func pairs(_ name: String, _ secret: String) -> [(head: String, form: String)] {
        let forms = escaped(secret).union(["\(secret)"]).sorted()
        return ["\(name)=", "\(name)%3D", "\(name)%3d", "\"\(name)\":\"", "\"\(name)\": \""].flatMap { head in
            forms.map { (head, $0) }
        }
    }

    private static func escaped(_ text: String) -> Set<String> {
        let item = PercentEncoding.encode(text, allowed: .queryItem)
        let json = String(JSON.string(text).compactText.dropFirst().dropLast())
        let html = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return [
            text, item, item.replacing("%20", with: "+"), item.lowercasedEscapes,
            PercentEncoding.encode(text, allowed: .pathSegment),
            PercentEncoding.encode(item, allowed: .queryItem), json, json.replacing("/", with: "\\/"),
            html, html.replacing("\"", with: "&quot;").replacing("'", with: "&#39;"),
            html.replacing("\"", with: "&#34;").replacing("'", with: "&#39;"),
        ]
    }

    /// What base64 of any text around the secret holds of it, at each of the three ways it can be aligned.
    private static func encoded(_ bytes: [UInt8]) -> Set<String> {
        var forms: Set<String> = []
        for shift in 0..<3 {
            let text = Data([UInt8](repeating: 0, count: shift) + bytes).base64EncodedString()
            // A letter that also holds bits of what stands before or after is not the secret's alone.
            let own = text.filter { $0 != "=" }
            let isCut = (shift + bytes.count) % 3 != 0
            let core = String(own.dropFirst(shift == 0 ? 0 : shift + 1).dropLast(isCut ? 1 : 0))
            guard core.count >= 8 else { continue }
            forms.insert(core)
            forms.insert(core.replacing("+", with: "-").replacing("/", with: "_"))
            forms.insert(PercentEncoding.encode(core, allowed: .queryItem))
        }
        return forms
    }
}

extension String {
    /// The text with the letters of its percent escapes in lower case.
    fileprivate var lowercasedEscapes: String {
        replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
    }
}
