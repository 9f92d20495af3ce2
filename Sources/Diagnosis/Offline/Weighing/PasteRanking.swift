import ConfluenceModel

/// What a text speaks for, in its order: causes, and that it tells of no fault as a line among them.
struct PasteRanking: Sendable {
    private(set) var causes: [(cause: CauseID, confidence: Double)]
    private(set) var noFault: (rank: Int, confidence: Double)?

    /// From here on it is worth a line that nothing is wrong.
    private static let leastOfNoFault = 0.05
    /// Of texts with a higher chance some told of a fault after all.
    private static let mostOfNoFault = 0.75

    /// Where nothing is known of a fault and this much speaks for none, no cause is named beside it.
    ///
    /// Short texts mostly mean what they say. Long ones of Confluence may tell of a failure in words that nobody foresaw, so
    /// what they are likest is named behind the line.
    private static func isAlone(_ reading: PasteReading, _ chance: Double) -> Bool {
        (reading.subject == .unsaid || reading.text.bytes.count < longText) && chance >= leastAlone
    }
    private static let leastAlone = 0.4
    private static let longText = 300

    init(_ reading: PasteReading, _ judgement: Judgement) {
        // A configuration speaks of everything that may fail, and tells of no failure: what was read in it is all.
        guard reading.configuration == nil else {
            causes = PasteDoctor.worthNaming(reading.ranking).map { ($0.cause, Self.rounded($0.confidence)) }
            return
        }
        let isTold = reading.says >= PasteDoctor.leastDecision
        causes = isTold || judgement.canBeTold ? PasteDoctor.worthNaming(judgement.causes) : []
        defer { causes = causes.map { ($0.cause, Self.rounded($0.confidence)) } }
        guard judgement.likest != nil, !causes.isEmpty else { return }
        let chance = judgement.chanceOfNoFault
        if !isTold, Self.isAlone(reading, chance) { causes = [] }
        rankNoFault(chance, besides: judgement.chances.prefix { $0.chance > chance }.count, reading)
        guard let first = causes.first else { return }
        let assurance = Assurance(of: first.cause, reading, judgement)
        causes[0].confidence = assurance.confidence(of: first.confidence)
        limit(from: 1, to: causes[0].confidence)
    }

    /// - Parameter likelier: How many causes are.
    private mutating func rankNoFault(_ chance: Double, besides likelier: Int, _ reading: PasteReading) {
        guard chance >= Self.leastOfNoFault else { return }
        let rank = min(max(likelier, reading.says >= Judgement.surelyTold ? 1 : 0), causes.count) + 1
        let before = rank > 1 ? causes[rank - 2].confidence : Self.mostOfNoFault
        let confidence = Self.rounded(min(chance, before, Self.mostOfNoFault))
        noFault = (rank, confidence)
        limit(from: rank - 1, to: confidence)
    }

    /// Nothing is surer than what stands before it.
    private mutating func limit(from place: Int, to most: Double) {
        for index in causes.indices.dropFirst(place) { causes[index].confidence = min(causes[index].confidence, most) }
    }

    private static func rounded(_ confidence: Double) -> Double { (confidence * 100).rounded() / 100 }

    /// The first places; `nil` is that of no fault. Where nothing is named at all, that stands for no fault, too.
    var lines: [(cause: CauseID?, confidence: Double)] {
        var lines = causes.map { (cause: Optional($0.cause), confidence: $0.confidence) }
        if let noFault { lines.insert((nil, noFault.confidence), at: noFault.rank - 1) }
        return lines
    }
}
