import ConfluenceModel

/// Weighs what a text's clues say together: how sure one may be of each cause.
struct Weigher {
    private(set) var clues: [Clue]
    private let namesConfluence: Bool

    /// What is left of a clue that another one explains.
    private static let explained = 0.08
    /// Beyond this no text goes: nothing was tried.
    private static let mostOfText = 0.95
    /// Where a text may be about anything, that is how sure one may be.
    private static let mostWithoutSubject = 0.6

    /// How sure one may be of anything that the text tells.
    var most: Double { namesConfluence ? Self.mostOfText : Self.mostWithoutSubject }

    init(_ clues: [Clue], namesConfluence: Bool) {
        self.namesConfluence = namesConfluence
        self.clues = clues
        explain()
        preferSpecific()
        preferFirst()
    }

    /// What follows from something else in the text doesn't vote beside it.
    private mutating func explain() {
        let names = Set(clues.map(\.name))
        var consequences: Set<String> = []
        for name in names { consequences.formUnion(Explanations.table[name] ?? []) }
        // Where an answer came, a client's “could not connect” is its word for it.
        if clues.contains(where: { $0.isStatus && $0.trust > 0.3 }) { consequences.insert("unreachable") }
        for index in clues.indices where consequences.contains(clues[index].name) {
            clues[index].trust *= Self.explained
        }
    }

    /// A body's words say more than a client's own sentence, and both say more than a bare status.
    private mutating func preferSpecific() {
        let best = clues.filter { !$0.isStatus && $0.trust > 0.3 }.map(\.strength).max() ?? .faint
        let bestStatus = clues.filter { $0.isStatus && $0.trust > 0.3 }.map(\.strength).max() ?? .faint
        for index in clues.indices {
            let clue = clues[index]
            if clue.isStatus {
                if best >= .strong {
                    clues[index].trust *= 0.15
                } else if best == .vague, clue.strength < .strong {
                    clues[index].trust *= 0.6
                }
            } else if clue.strength <= .vague, max(best, bestStatus) >= .strong {
                clues[index].trust *= 0.3
            }
        }
    }

    /// Of several errors the first is the root; a limit that was waited for is not what failed in the end.
    private mutating func preferFirst() {
        let roots = clues.indices.filter { clues[$0].strength >= .strong && clues[$0].trust > 0.3 }
        for index in roots.dropFirst() { clues[index].trust *= 0.75 }
        guard let first = roots.first, roots.count > 1, clues[first].name == "rate" || clues[first].name == "status-429"
        else { return }
        clues[first].trust *= 0.5
    }

    /// The causes that something speaks for, the likeliest first, each with how sure one may be.
    func ranking() -> [(cause: CauseID, confidence: Double)] {
        var causes: [CauseID] = []
        for clue in clues {
            for cause in clue.shares.keys where !causes.contains(cause) { causes.append(cause) }
        }
        return causes.map { ($0, confidence(of: $0)) }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    private func confidence(of cause: CauseID) -> Double {
        let doubt = clues.reduce(1.0) { $0 * (1 - $1.weight(of: cause)) }
        let belief = 1 - doubt
        // What speaks for something else altogether takes away from it.
        let rival =
            clues.filter { ($0.shares[cause] ?? 0) < 0.05 }
            .map { clue in clue.strength.rawValue * clue.trust * (clue.shares.values.max() ?? 0) }.max() ?? 0
        let share = belief > 0 ? belief * belief / (belief + 0.6 * rival) : 0
        return min(share, most)
    }
}
