/// Numbers that look random and that a seed alone decides, on every machine: Steele, Lea and Flood's SplitMix64.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.spread(state)
    }

    /// The number at a place of the row, counted from 1, without those before it.
    package static func number(at place: UInt64, seed: UInt64) -> UInt64 {
        spread(seed &+ place &* step)
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Takes neighbouring numbers far apart.
    private static func spread(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
