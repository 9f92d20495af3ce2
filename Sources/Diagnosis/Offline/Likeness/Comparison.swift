package import ConfluenceModel

/// What a text's traits say together.
package struct Comparison: Sendable {
    /// Every cause with how like its texts this one is, the likest first; empty where no trait is known.
    package let scores: [(cause: CauseID, score: Double)]
    /// How much the text tells of a failure, of whatever cause; below 0 rather of something wished, asked or well.
    package let trouble: Double

    private let rows: [(trait: Traits.Trait, row: WeightTable.Row)]
    private let columns: [CauseID]

    init(rows: [(trait: Traits.Trait, row: WeightTable.Row)], columns: [CauseID], always: [Double]) {
        self.rows = rows
        self.columns = columns
        var sums = columns.map { _ in 0.0 }
        var total = 0.0
        var squares = 0.0
        for (trait, row) in rows {
            let part = trait.amount * row.rarity
            total += part
            squares += part * part
            for (column, weight) in row.weights where column < sums.count { sums[column] += part * weight }
        }
        let length = squares.squareRoot()
        let scored = squares > 0 ? columns.indices.map { (columns[$0], (sums[$0] + always[$0] * total) / length) } : []
        let score = { (column: CauseID) in scored.first { $0.0 == column }?.1 ?? 0 }
        trouble = score(Likeness.failing) - score(Likeness.calm)
        scores = scored.filter { ![Likeness.failing, Likeness.calm].contains($0.0) }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    /// The traits that speak most for a cause, each of another place.
    func traits(for cause: CauseID, most: Int) -> [Traits.Trait] {
        guard let number = columns.firstIndex(of: cause) else { return [] }
        let weighed = rows.compactMap { trait, row -> (trait: Traits.Trait, weight: Double)? in
            guard let entry = row.weights.first(where: { $0.cause == number }) else { return nil }
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
