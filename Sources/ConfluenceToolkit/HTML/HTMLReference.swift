import ConfluenceWire

/// Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum HTMLReference {
    /// The text for the reference at the beginning, with its length; `nil` where there is none.
    static func read(_ source: ArraySlice<Unicode.Scalar>) -> (text: String, length: Int)? {
        let rest = source.dropFirst().prefix(40)
        if rest.first == "#" { return readNumber(rest.dropFirst()) }
        let name = String(String.UnicodeScalarView(rest.prefix { $0.isNameCharacter }))
        guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return nil }
        let isClosed = rest.dropFirst(name.unicodeScalars.count).first == ";"
        guard let scalar = CharacterEntities.scalar(named: name) else {
            // The parser drops the semicolon of a name that it doesn't know.
            return isClosed ? ("&\(name)", name.unicodeScalars.count + 2) : nil
        }
        return (String(Character(scalar)), name.unicodeScalars.count + (isClosed ? 2 : 1))
    }

    /// A text with all of its references replaced, as in the value of an attribute.
    static func decodeAll(in text: String) -> String {
        guard text.contains("&") else { return text }
        let source = Array(text.unicodeScalars)
        var decoded = ""
        var index = 0
        while index < source.count {
            if source[index] == "&", let (replacement, length) = read(source[index...]),
                isKnown(source[index...])
            {
                decoded += replacement
                index += length
            } else {
                decoded.unicodeScalars.append(source[index])
                index += 1
            }
        }
        return decoded
    }

    /// Whether a reference at the beginning has a number or a known name.
    private static func isKnown(_ source: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = source.dropFirst()
        if rest.first == "#" { return true }
        let name = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }
        return CharacterEntities.scalar(named: String(String.UnicodeScalarView(name))) != nil
    }

    private static func readNumber(_ source: ArraySlice<Unicode.Scalar>) -> (text: String, length: Int)? {
        let isHexadecimal = source.first == "x" || source.first == "X"
        let digits = (isHexadecimal ? source.dropFirst() : source).prefix {
            Character($0).isHexDigit && (isHexadecimal || ("0"..."9").contains($0))
        }
        guard !digits.isEmpty,
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        let used = digits.count + (isHexadecimal ? 1 : 0)
        let isClosed = source.dropFirst(used).first == ";"
        let scalar = windows1252[value] ?? Unicode.Scalar(value) ?? "\u{FFFD}"
        return (String(Character(scalar)), used + 2 + (isClosed ? 1 : 0))
    }

    /// Numbers that people write for characters of an old code page.
    private static let windows1252: [UInt32: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
        0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
        0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
}

extension Unicode.Scalar {
    fileprivate var isNameCharacter: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
