package import ConfluenceModel

/// How much what a text speaks of is like what was told of each cause, by weights that were learnt.
///
/// It compares as complement naive Bayes does: by how much oftener a trait is met with a cause than with all the others. A
/// score is linear, so each trait's part in it can be shown.
package struct Likeness: Sendable {
    /// What was learnt from the texts of `Fixtures/pastes`, by the test that measures how well it does.
    package static let learnt = Likeness(table: learntTable)

    /// The name under which texts about Confluence are learnt in which nothing is wrong.
    package static let nothing = CauseID(rawValue: "nothing")
    /// The same for texts about something else.
    package static let elsewhere = CauseID(rawValue: "elsewhere")

    private let table: WeightTable
    private let causes: [CauseID]
    /// What any known trait says for each cause.
    private let always: [Double]

    package init(table text: String) {
        table = WeightTable(text)
        let causes = table.causes
        self.causes = causes.map { CauseID(rawValue: $0.name) }
        always = causes.map(\.weight)
    }

    /// Every cause with how like its texts this one is, the likest first; empty where no trait is known.
    package func scores(of traits: Traits) -> [(cause: CauseID, score: Double)] {
        var sums = causes.map { _ in 0.0 }
        var total = 0.0
        var squares = 0.0
        for (trait, row) in zip(traits.all, table.rows(of: traits.all.map(\.name))) {
            guard let row else { continue }
            let part = trait.amount * row.rarity
            total += part
            squares += part * part
            for (cause, weight) in row.weights where cause < sums.count { sums[cause] += part * weight }
        }
        guard squares > 0 else { return [] }
        let length = squares.squareRoot()
        return causes.indices.map { (causes[$0], (sums[$0] + always[$0] * total) / length) }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    /// The traits that speak most for a cause, each of another place.
    func traits(of traits: Traits, for cause: CauseID, most: Int) -> [Traits.Trait] {
        guard let number = causes.firstIndex(of: cause) else { return [] }
        let weighed = zip(traits.all, table.rows(of: traits.all.map(\.name))).compactMap {
            trait, row -> (trait: Traits.Trait, weight: Double)? in
            guard let row, let entry = row.weights.first(where: { $0.cause == number }) else { return nil }
            return (trait, entry.weight * row.rarity * trait.amount)
        }
        var shown: [Traits.Trait] = []
        for (trait, _) in weighed.sorted(by: { ($1.weight, $0.trait.name) < ($0.weight, $1.trait.name) })
        where shown.count < most && !shown.contains(where: { $0.ranges.first == trait.ranges.first }) {
            shown.append(trait)
        }
        return shown
    }
}
