import ConfluenceModel

/// How likely each cause of a text is, and that nothing is wrong: by all that it speaks of, of which its symptoms are a part.
struct Judgement {
    /// The causes, the likeliest first; empty where nothing was learnt of what the text speaks of.
    let chances: [(cause: CauseID, chance: Double)]
    let chanceOfNoFault: Double

    private let comparison: Comparison
    private let reading: PasteReading
    private let likeness: Likeness

    /// A cause that no symptom names, or that one leaves open, is worth less than an even chance.
    private static let mostOpen = 0.45
    private static let even = 0.5
    private static let leastOfUnsaid = 0.3
    /// From here on the first cause of the symptoms stays first.
    static let surelyTold = 0.8
    private static let surelyCompared = 0.6
    /// And from here on it is among the first.
    private static let leastTold = 0.25
    /// So many causes are named, if any, and each with so much.
    private static let places = 3
    private static let leastShown = 0.03
    /// What a clue must weigh for its line to be one that tells of a cause, and how many concepts the other lines must have.
    private static let leastTelling = 0.1
    private static let leastAround = 4

    init(_ reading: PasteReading, _ likeness: Likeness) {
        comparison = likeness.comparison(of: reading.traits)
        let all = comparison.chances
        let isOfToday = PastedConfiguration.isTodays(in: reading.text)
        chances = comparison.scores.lazy.map(\.cause)
            .filter { $0 != Likeness.nothing && !(isOfToday && $0 == .legacyConfiguration) }
            .map { ($0, all[$0] ?? 0) }
        chanceOfNoFault = all[Likeness.nothing] ?? 0
        self.reading = reading
        self.likeness = likeness
    }

    var likest: CauseID? { chances.first?.cause }

    func chance(of cause: CauseID) -> Double { chances.first { $0.cause == cause }?.chance ?? 0 }

    /// The causes to be named, each with its chance as far as it may be told.
    var causes: [(cause: CauseID, confidence: Double)] {
        guard !chances.isEmpty else { return reading.ranking }
        let ranking = PasteDoctor.worthNaming(reading.ranking)
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        var order = worthShowing(named)
        if let told = ranking.first, let place = order.firstIndex(where: { $0.cause == told.cause }) {
            // Words that name their reason are not outweighed by what a text is like; others are still among the first.
            if told.confidence >= (isCompared(told.cause) ? Self.surelyCompared : Self.surelyTold) {
                let first = order.remove(at: place)
                order.insert((first.cause, max(first.chance, told.confidence)), at: 0)
            } else if told.confidence >= Self.leastTold, place >= Self.places {
                order.insert(order.remove(at: place), at: Self.places - 1)
            }
        }
        var limit = 1.0
        return order.map { cause, chance in
            limit = min(limit, max(Self.leastShown, min(chance, most(of: cause, isNamed: named[cause] != nil))))
            return (cause, limit)
        }
    }

    /// What is likely or has a symptom; and where that is little, the next likeliest, too, as somebody asks.
    private func worthShowing(_ named: [CauseID: Double]) -> [(cause: CauseID, chance: Double)] {
        let isWorth = { (one: (cause: CauseID, chance: Double)) in
            one.chance >= Self.leastShown || named[one.cause] != nil
        }
        var spare = Self.places - chances.count(where: isWorth)
        return chances.filter { one in
            if isWorth(one) { return true }
            spare -= 1
            return spare >= 0
        }
    }

    private func isCompared(_ cause: CauseID) -> Bool {
        reading.weigher.clues.contains { $0.isComparison && $0.weight(of: cause) >= Self.surelyCompared }
    }

    /// How sure one may be of a cause.
    private func most(of cause: CauseID, isNamed: Bool) -> Double {
        // Where one answer is all that a text has, and leaves several open, one of them may be met more often, and is no surer.
        let leavesOpen = reading.isShort && reading.weigher.clues.allSatisfy { $0.shares[cause] ?? 0 < Self.even }
        return !isNamed || leavesOpen ? Self.mostOpen : reading.weigher.most
    }

    /// Whether what surrounds the symptoms' words is liker to texts in which nothing is wrong than to those of their cause.
    ///
    /// The symptoms are traits of a text, too, and make it like the texts of their cause; so only the lines without them can
    /// tell whether an error happened, or is asked about, quoted, or another's. To know it costs a second comparison.
    var isDoubtedAround: Bool {
        guard let told = reading.ranking.first, told.confidence >= Assurance.leastOfSymptoms else { return false }
        let telling = reading.weigher.clues.filter { $0.weight(of: told.cause) > Self.leastTelling }
        let lines = Set(telling.flatMap { reading.text.lines[$0.range] })
        let around = reading.traits.outside(lines, of: reading.text)
        guard around.all.count(where: { $0.kind == .concept }) >= Self.leastAround else { return false }
        let scores = likeness.comparison(of: around).scores
        let nothing = scores.first { $0.cause == Likeness.nothing }?.score ?? 0
        return nothing > scores.first { $0.cause == told.cause }?.score ?? nothing
    }

    /// Whether a text can be judged by what it is like: it is not another product's alone, and what doesn't say that it is of a
    /// wiki is like the tales of one cause, and names a thing of which they tell.
    var canBeTold: Bool {
        switch reading.subject {
        case .confluence, .confluenceAndOthers: true
        case .others: false
        case .unsaid: reading.traits.speakOfThings && chances.first?.chance ?? 0 >= Self.leastOfUnsaid
        }
    }

    /// The words that speak most for a cause.
    func signs(of cause: CauseID) -> [Traits.Trait] { comparison.traits(for: cause, most: Self.places) }

    /// The words that speak most for no fault; of some concepts alone, if any are given.
    func signsOfNoFault(among concepts: Set<String>? = nil) -> [Traits.Trait] {
        if let concepts { return Array(reading.traits.all.filter { concepts.contains($0.name) }.prefix(Self.places)) }
        return comparison.traits(for: Likeness.nothing, most: Self.places)
    }

    func speaks(of concept: String) -> Bool { reading.traits.speaks(of: [concept]) }
}
