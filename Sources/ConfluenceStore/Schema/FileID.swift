/// Makes up the identifiers that Cloud gives to files.
enum FileID {
    /// A UUID of version 4's form that the attachment's id alone decides.
    static func text(for id: Int64) -> String {
        let high = hexadecimal(mix(UInt64(bitPattern: id)))
        let low = hexadecimal(mix(UInt64(bitPattern: id) ^ 0x5DEE_CE66_D1CE_4E5B))
        return [
            high.prefix(8), high.dropFirst(8).prefix(4), "4" + high.suffix(3), "a" + low.prefix(3), low.suffix(12),
        ].joined(separator: "-")
    }

    /// Spreads neighbouring numbers far apart; the finaliser of SplitMix64.
    private static func mix(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
