import ConfluenceModel

/// What a text speaks for, in its order: causes, and that it tells of no fault as a line among them.
struct PasteRanking: Sendable {
    private(set) var causes: [(cause: CauseID, confidence: Double)]
    private(set) var noFault: (rank: Int, confidence: Double)?

    /// From here on no fault is likelier than each of the causes, which have the rest between them.
    private static let leastFirst = 0.4
    /// And from here on it is worth the second or the third place.
    /// What words are mostly worth that leave nothing open.
    private static let mostOfText = 0.75
    private static let leastSecond = 0.2
    private static let leastThird = 0.05
    /// Where nothing is known of a fault and this much speaks for none, no cause is named beside it.
    ///
    /// Short texts mostly mean what they say. Long ones of Confluence may tell of a failure in words that nobody foresaw, so
    /// what they are likest is named behind the line.
    private static func isAlone(_ reading: PasteReading, _ chance: Double) -> Bool {
        (reading.subject == .unsaid || reading.text.bytes.count < longText) && chance >= leastAlone
    }
    private static let leastAlone = 0.4
    private static let longText = 300
    /// Of texts with a higher chance some told of a fault after all.
    private static let most = 0.75
    /// Words that name their reason are not outweighed.
    private static let surelyTold = 0.8

    init(_ reading: PasteReading, _ opinion: SecondOpinion) {
        // A configuration speaks of everything that may fail, and tells of no failure: what was read in it is all.
        guard reading.configuration == nil else {
            causes = PasteDoctor.worthNaming(reading.ranking).map { ($0.cause, Self.rounded($0.confidence)) }
            return
        }
        let isTold = reading.says >= PasteDoctor.leastDecision
        causes =
            isTold ? opinion.joined(with: PasteDoctor.worthNaming(reading.ranking)) : opinion.alone(on: reading.subject)
        defer { causes = causes.map { ($0.cause, Self.rounded($0.confidence)) } }
        guard opinion.likest != nil, !causes.isEmpty || opinion.speaks(on: reading.subject) else { return }
        let chance = FaultDoubt(reading, opinion).chance
        if causes.isEmpty, !Self.isAlone(reading, chance) { causes = opinion.likestCauses }
        rankNoFault(chance)
        guard let first = causes.first else { return }
        let assurance = Assurance(of: first.cause, reading, opinion, chanceOfNoFault: chance)
        causes[0].confidence = assurance.confidence(of: first.confidence)
        limit(to: causes[0].confidence)
    }

    private mutating func rankNoFault(_ chance: Double) {
        let told = causes.first?.confidence ?? 0
        guard chance >= Self.leastThird else { return }
        // What is left for a fault is the first cause's as far as its words are sure.
        let isLikelier = chance >= (1 - chance) * min(1, told / Self.mostOfText)
        let rank =
            chance >= Self.leastFirst && told < Self.surelyTold && isLikelier ? 1 : chance >= Self.leastSecond ? 2 : 3
        if rank == 1 { limit(to: min(chance, 1 - chance)) }
        let place = min(rank, causes.count + 1)
        let before = place > 1 ? causes[place - 2].confidence : Self.most
        noFault = (place, Self.rounded(min(chance, before, Self.most)))
    }

    /// What comes behind the line has no more than what it leaves.
    private mutating func limit(to most: Double) {
        causes = causes.map { ($0.cause, min($0.confidence, most)) }
    }

    private static func rounded(_ confidence: Double) -> Double { (confidence * 100).rounded() / 100 }

    /// The first places; `nil` is that of no fault. Where nothing is named at all, that stands for no fault, too.
    var lines: [(cause: CauseID?, confidence: Double)] {
        var lines = causes.map { (cause: Optional($0.cause), confidence: $0.confidence) }
        if let noFault { lines.insert((nil, noFault.confidence), at: noFault.rank - 1) }
        return lines
    }
}
