/// The titles of a space's pages: each found by its number, and no two alike.
struct Titles: Sendable {
    private static let combinations =
        Vocabulary.occasions.count * Vocabulary.qualities.count * Vocabulary.systems.count

    /// Has no factor in common with the number of combinations (24 × 20 × 30), so that every number leads elsewhere.
    private static let stride = 7919

    private let start: Int

    init(seed: UInt64, space: Int) {
        var chance = Chance(seed: seed, 2, space)
        start = chance.below(Self.combinations)
    }

    func title(_ number: Int) -> String {
        let (round, place) = number.quotientAndRemainder(dividingBy: Self.combinations)
        var code = (start + place * Self.stride) % Self.combinations
        func take<T>(_ words: [T]) -> T {
            defer { code /= words.count }
            return words[code % words.count]
        }
        let title =
            "\(take(Vocabulary.occasions)) the \(take(Vocabulary.qualities)) \(take(Vocabulary.systems))"
        return round == 0 ? title : "\(title), part \(round + 1)"
    }
}
