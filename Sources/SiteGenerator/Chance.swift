/// Draws that a seed alone decides: Steele, Lea and Flood's SplitMix64.
struct Chance: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The draws of one thing among many of its kind, whatever was drawn for the others.
    init(seed: UInt64, _ kind: UInt64, _ number: Int) {
        var chance = Chance(seed: seed ^ (kind &* 0xD6E8_FEB8_6659_FD93))
        state = chance.next() ^ UInt64(bitPattern: Int64(number))
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to the bound.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    /// Whether one of so many falls.
    mutating func one(in count: Int) -> Bool { below(count) == 0 }

    mutating func pick<T>(_ words: [T]) -> T { words[below(words.count)] }

    /// One of the words, those at the beginning more often, as it is with the words of a language.
    mutating func pickUnevenly<T>(_ words: [T]) -> T { words[below(words.count) * below(words.count) / words.count] }
}
