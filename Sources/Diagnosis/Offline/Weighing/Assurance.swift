import ConfluenceModel
import Foundation

/// Whether a cause may be told with confidence: only where all that is known agrees.
///
/// Words that name their reason are said by other programs, too, asked about, and quoted. So symptoms and likeness must have
/// the same cause first, by far, an address must show whose words they are, and nothing may speak for no fault.
struct Assurance {
    /// Without it nothing is surer than this, and with it nothing less than that.
    private static let mostWithout = 0.75
    private static let leastWith = 0.85
    static let leastOfSymptoms = 0.6
    private static let leastTogether = 0.95
    private static let mostDoubt = 0.03
    private static let leastStated = 0.5

    /// How the symptoms' confidence and the likeness weigh together, and what stands for no fault: a conditional logit over
    /// the causes and none, learnt from texts that neither had learnt from.
    private static let weightOfLikeness = 0.643
    private static let weightOfSymptoms = 0.96
    private static let unnamed = 0.03
    private static let noFault = -3.72
    private static let noFaultInSilence = 1.15

    private let isGiven: Bool
    /// Whether words that name their reason say so, rather than people's own or two places of a text together.
    private let isStated: Bool

    init(of cause: CauseID, _ reading: PasteReading, _ opinion: SecondOpinion, chanceOfNoFault: Double) {
        isStated = reading.weigher.clues.contains { $0.strength == .stated && $0.weight(of: cause) >= Self.leastStated }
        isGiven =
            reading.ranking.first?.cause == cause && opinion.likest == cause && reading.says >= Self.leastOfSymptoms
            && reading.addresses.contains { $0.owner == .confluence } && chanceOfNoFault < Self.mostDoubt
            && Self.together(cause, reading, opinion) >= Self.leastTogether && !opinion.isDoubtedAround
    }

    /// How likely the cause is by both, from 0 to 1.
    private static func together(_ cause: CauseID, _ reading: PasteReading, _ opinion: SecondOpinion) -> Double {
        let named = Dictionary(uniqueKeysWithValues: reading.ranking.map { ($0.cause, $0.confidence) })
        let silence = reading.says < PasteDoctor.leastDecision ? noFaultInSilence : 0
        var total = exp(noFault + silence)
        var part = 0.0
        for (other, distance) in opinion.distances {
            let weight = exp(weightOfLikeness * distance + weightOfSymptoms * log((named[other] ?? 0) + unnamed))
            total += weight
            if other == cause { part = weight }
        }
        return part / total
    }

    /// The first cause's confidence as it may be told.
    func confidence(of confidence: Double) -> Double {
        guard isGiven else { return min(confidence, Self.mostWithout) }
        return isStated ? max(confidence, Self.leastWith) : confidence
    }
}
