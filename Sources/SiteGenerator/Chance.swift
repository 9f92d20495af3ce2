import ConfluenceModel

/// Draws that a seed alone decides.
struct Chance: Sendable {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    /// The draws of one thing among many of its kind, whatever was drawn for the others.
    init(seed: UInt64, _ kind: UInt64, _ number: Int) {
        var chance = Chance(seed: seed ^ (kind &* 0xD6E8_FEB8_6659_FD93))
        numbers = SplitMix64(seed: chance.next() ^ UInt64(bitPattern: Int64(number)))
        numbers = SplitMix64(seed: next())
    }

    mutating func next() -> UInt64 { numbers.next() }

    /// A number from 0 up to the bound.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    /// Whether one of so many falls.
    mutating func one(in count: Int) -> Bool { below(count) == 0 }

    mutating func pick<T>(_ words: [T]) -> T { words[below(words.count)] }

    /// One of the words, those at the beginning more often, as it is with the words of a language.
    mutating func pickUnevenly<T>(_ words: [T]) -> T { words[below(words.count) * below(words.count) / words.count] }
}
