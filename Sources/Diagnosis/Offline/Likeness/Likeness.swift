package import ConfluenceModel

/// How much what a text speaks of is like what was told of each cause: learnt weights, kept as a table that can be read.
///
/// A score is linear, so each trait's part in it can be shown.
package struct Likeness: Sendable {
    /// What was learnt from the texts of `Fixtures/pastes`, by the test that measures how well it does.
    package static let learnt = Likeness(table: learntTable)

    /// The name under which texts are learnt in which nothing is wrong.
    package static let nothing = CauseID(rawValue: "nothing")
    /// Pairs repeat what their concepts say, and other words are met by chance.
    package static let factors: [Traits.Kind: Double] = [.concept: 1, .address: 1, .pair: 0.5, .word: 0.5]
    /// Weights are written as whole numbers of this fraction.
    package static let unit = 0.01

    private var causes: [CauseID] = []
    private var weights: [Substring: [(cause: Int, weight: Double)]] = [:]
    /// What a known trait takes away from a cause of which it was never told.
    private var absent: [Double] = []

    /// - Parameter table: A row of the causes, each with what a strange trait takes away, `cause:weight cause:weight …`;
    ///   then a row for each trait, `trait|number:weight number:weight …`, with the numbers of the causes.
    ///   Rows are divided by line breaks or semicolons.
    package init(table: String) {
        let rows = table.split { $0 == "\n" || $0 == ";" }
        for (cause, strange) in Self.entries(rows.first ?? "") {
            causes.append(CauseID(rawValue: String(cause)))
            absent.append(strange * Self.unit)
        }
        for row in rows.dropFirst() {
            guard let mark = row.lastIndex(of: "|") else { continue }
            weights[row[..<mark]] = Self.entries(row[row.index(after: mark)...]).compactMap { number, weight in
                Int(number).flatMap { causes.indices.contains($0) ? ($0, weight * Self.unit) : nil }
            }
        }
    }

    private static func entries(_ row: Substring) -> [(name: Substring, weight: Double)] {
        row.split(separator: " ").compactMap { entry in
            guard let colon = entry.lastIndex(of: ":"), let weight = Double(entry[entry.index(after: colon)...]) else {
                return nil
            }
            return (entry[..<colon], weight)
        }
    }

    /// Every cause with how like its texts this one is, the likest first.
    package func scores(of traits: Traits) -> [(cause: CauseID, score: Double)] {
        let known = traits.all.filter { weights[$0.name[...]] != nil }
        let factors = known.reduce(0) { $0 + (Self.factors[$1.kind] ?? 1) }
        var sums = absent.map { $0 * factors }
        for trait in known {
            for entry in weights[trait.name[...]] ?? [] { sums[entry.cause] += entry.weight }
        }
        // What a long text says by chance grows with its length.
        let length = Double(known.count + 1).squareRoot()
        return zip(causes, sums).map { ($0, $1 / length) }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    /// The traits that speak most for a cause.
    func traits(of traits: Traits, for cause: CauseID, most: Int) -> [Traits.Trait] {
        guard let number = causes.firstIndex(of: cause) else { return [] }
        let weighed = traits.all.compactMap { trait -> (trait: Traits.Trait, weight: Double)? in
            guard let entry = weights[trait.name[...]]?.first(where: { $0.cause == number }) else { return nil }
            return entry.weight > Self.leastShown ? (trait, entry.weight) : nil
        }
        return weighed.sorted { ($1.weight, $0.trait.name) < ($0.weight, $1.trait.name) }.prefix(most).map(\.trait)
    }

    private static let leastShown = 0.1
}
