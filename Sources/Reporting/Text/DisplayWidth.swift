/// How many columns characters take in a terminal.
enum DisplayWidth {
    static func of(_ text: some Sequence<Character>) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// East Asian wide characters, pictures and flags take two columns, joined marks none.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        // A variation selector asks for the picture of a character that is otherwise drawn as a sign.
        if scalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
        if isWide(first.value) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        // A soft hyphen is a format character that terminals draw.
        case .format: return first.value == 0xAD ? 1 : 0
        default: return 1
        }
    }

    /// The blocks that Unicode's East Asian Width (UAX 11) has as wide or full-width.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x303F: false
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
            0x1F200...0x1F2FF, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
