/// Identifiers that a site needs and its file leaves out: the same words always give the same one.
package enum StableID {
    /// 32 hexadecimal digits in lower case, as Data Center's user keys have them.
    package static func hexadecimal(_ words: String...) -> String {
        digits(words)
    }

    package static func uuid(_ words: String...) -> String {
        var text = Array(digits(words))
        text[12] = "4"
        text[16] = "8"
        for place in [8, 13, 18, 23] { text.insert("-", at: place) }
        return String(text)
    }

    private static func digits(_ words: [String]) -> String {
        (0..<4).map { round in
            let hash = hash(words.joined(separator: "\u{1F}"), seed: UInt32(round) &* 0x9E37_79B9)
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// 32-bit FNV-1a with a last mixing, so that neighbouring words give unlike numbers.
    private static func hash(_ text: String, seed: UInt32) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5 ^ seed
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        hash = (hash ^ (hash >> 16)) &* 0x7FEB_352D
        hash = (hash ^ (hash >> 15)) &* 0x846C_A68B
        return hash ^ (hash >> 16)
    }
}
