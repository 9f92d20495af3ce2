/// The characters that a header can't carry, as clients name them: quotation marks and blanks come from copying, letters
/// belong to the secret or the user name.
enum UnsendableCharacters {
    /// “ ” „ ‟ ‘ ’ ‚ ‛ « » ″ ′
    static let quotes = [0x201C, 0x201D, 0x201E, 0x201F, 0x2018, 0x2019, 0x201A, 0x201B, 0x2033, 0x2032]
    /// No-break and thin blanks, those without width, marks of direction, and a file's mark of its order of bytes.
    static let blanks = [
        0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF,
    ]

    /// Hyphens and dashes, as writing programs set them: letters of a secret, and none.
    static let dashes = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015]
    /// “…”, with which a page shows that there is more, and the dots in the place of a secret.
    static let omissions = [0x2026, 0x2022, 0x25CF]

    /// Python names a character by an escape, undici by its number.
    static func named(_ characters: [Int]) -> [String] {
        characters.flatMap { character in
            let code = String(character, radix: 16)
            let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
            return ["encode character '\\u\(digits)"] + (character > 0xFF ? ["has a value of \(character)"] : [])
                + (character <= 0xFF ? ["encode character '\\x\(code)"] : [])
        }
    }

    /// Scripts by the beginnings of their codes: Latin's further letters, Greek, Cyrillic, Hebrew, Arabic, Indian and Eastern
    /// ones, and signs of money.
    static let letters = [
        "01", "02", "03", "04", "05", "06", "09", "0e", "10", "1e", "20a", "21", "30", "4", "5", "6", "7", "8", "9",
        "a",
        "b", "c", "d",
    ].map { "encode character '\\u\($0)*'" }
}
