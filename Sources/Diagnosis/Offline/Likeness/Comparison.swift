package import ConfluenceModel
import Foundation

/// What a text's traits say together.
package struct Comparison: Sendable {
    /// Every cause, and ``Likeness/nothing``, with how like its texts this one is, the likest first; empty where no trait is
    /// known. Two scores that differ by 1 stand for chances that differ by a factor of e.
    package let scores: [(cause: CauseID, score: Double)]

    private let rows: [(trait: Traits.Trait, row: WeightTable.Row)]
    private let columns: [CauseID]

    /// How far a text lies on a cause's side of the border says how likely the cause is: by so much, as texts showed whose
    /// causes were known and that were not learnt from.
    private static let sharpness = 7.7
    /// Who pastes something mostly has a fault, more often than the texts that were learnt.
    private static let doubtOfNothing = 0.75

    init(rows: [(trait: Traits.Trait, row: WeightTable.Row)], columns: [CauseID], always: [Double]) {
        self.rows = rows
        self.columns = columns
        var sums = columns.map { _ in 0.0 }
        var squares = 0.0
        for (trait, row) in rows {
            let part = trait.amount * row.rarity
            squares += part * part
            for (column, weight) in row.weights where column < sums.count { sums[column] += part * weight }
        }
        let length = squares.squareRoot()
        let scored =
            squares > 0
            ? columns.indices.map { number in
                (
                    columns[number],
                    Self.sharpness * (sums[number] / length + always[number])
                        - (columns[number] == Likeness.nothing ? Self.doubtOfNothing : 0)
                )
            } : []
        scores = scored.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    /// How likely each is, all of them 1 together.
    var chances: [CauseID: Double] {
        guard let best = scores.first?.score else { return [:] }
        let parts = scores.map { ($0.cause, exp($0.score - best)) }
        let total = parts.reduce(0) { $0 + $1.1 }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.0, $0.1 / total) })
    }

    /// The traits that speak most for a cause, each of another place.
    func traits(for cause: CauseID, most: Int) -> [Traits.Trait] {
        guard let number = columns.firstIndex(of: cause) else { return [] }
        let weighed = rows.compactMap { trait, row -> (trait: Traits.Trait, weight: Double)? in
            guard let entry = row.weights.first(where: { $0.cause == number }), entry.weight > 0 else { return nil }
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
