/// Tells names that a product gave to members of its answers from names that people chose.
package enum MemberName {
    /// What stands in the place of all names that are data.
    package static let anyName = "{key}"

    /// Whether a name looks as programmers name members: `displayName`, `_links`, `export_view`, `edituiv2`.
    package static func isStructural(_ name: String) -> Bool {
        if known.contains(name) { return true }
        let core = name.drop { $0 == "_" }
        guard (1...32).contains(core.count), name.count - core.count <= 2 else { return false }
        guard let first = core.utf8.first, isSmall(first) else { return false }
        var letters = core[...]
        while let last = letters.utf8.last, isDigit(last) { letters = letters.dropLast() }
        guard core.count - letters.count <= 1 else { return false }
        // A password has capitals here and there; a name has one at the beginning of each word.
        return words(of: letters).allSatisfy { $0 >= 2 }
            && letters.utf8.allSatisfy { isSmall($0) || isCapital($0) || $0 == 0x5F }
    }

    /// Whether the names in an object below this member are chosen by people, wherever they look like.
    static func holdsChosenNames(_ path: [String]) -> Bool {
        guard let last = path.last else { return false }
        return last == "properties" && path.dropLast().last == "metadata" || last == "embeddedContent" && path.count > 1
    }

    /// How long each word of a name is, of which every one but the first begins with a capital or after a line.
    private static func words(of letters: Substring) -> [Int] {
        var lengths: [Int] = [0]
        var wasCapital = false
        for byte in letters.utf8 {
            if byte == 0x5F {
                lengths.append(0)
            } else if isCapital(byte), !wasCapital {
                lengths.append(1)
            } else {
                lengths[lengths.count - 1] += 1
            }
            wasCapital = isCapital(byte)
        }
        return lengths
    }

    private static let known: Set<String> = [
        "base64EncodedAri", "base64EncodedAvatar", "i18nKey", "dcTitle", "ri", "ac", "_", "id", "ari", "x", "y",
        "edituiv2",
        "atlas_doc_format", "status-code", "content-type", "clientKey",
    ]

    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
