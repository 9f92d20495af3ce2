import ConfluenceModel

/// Makes up the identifiers that Cloud gives to files.
enum FileID {
    /// A UUID of version 4's form that the attachment's id alone decides.
    static func text(for id: Int64) -> String {
        let high = hexadecimal(UInt64(bitPattern: id))
        let low = hexadecimal(UInt64(bitPattern: id) ^ 0x5DEE_CE66_D1CE_4E5B)
        return [
            high.prefix(8), high.dropFirst(8).prefix(4), "4" + high.suffix(3), "a" + low.prefix(3), low.suffix(12),
        ].joined(separator: "-")
    }

    /// Digits in which neighbouring numbers lie far apart.
    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(SplitMix64.number(at: 1, seed: number), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
