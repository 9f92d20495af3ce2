import ConfluenceModel
import Foundation

/// What the likeness to other texts adds to what the symptoms say: causes for places that they leave free, and doubt.
///
/// It is never confident: a likeness alone is worth less than an even chance.
struct SecondOpinion {
    /// What a text is about, as far as it says so.
    enum Subject: Sendable, Hashable {
        case confluence
        case confluenceAndOthers
        case others
        case unsaid
    }

    private let comparison: Comparison
    private let scores: [(cause: CauseID, score: Double)]
    private let likeNothing: Double
    private let best: Double
    private let reading: PasteReading
    private let likeness: Likeness
    private var traits: Traits { reading.traits }
    /// How the likeness divides between the causes.
    private let shares: [CauseID: Double]

    /// No likeness is worth more.
    private static let most = 0.45
    /// From here on the first cause of the symptoms stays first.
    private static let surelyTold = 0.8
    /// So many causes are named, if any.
    private static let places = 3
    /// How a score's lead becomes a share, so that of the shares of 0.6 six in ten are right.
    private static let sharpness = 0.8
    /// How much a likeness counts against a symptom, and what a cause has that no symptom names.
    private static let influence = 0.7
    private static let unnamed = 0.03
    /// How much must speak for a failure where no symptom is known: that one is told at all, and of what it is like.
    private static let leastTrouble: [Subject: Double] = [.confluence: 4, .unsaid: 5, .confluenceAndOthers: 14]
    /// The same of what happens to any site, where nothing says that it is a wiki.
    private static let leastTroubleOfAnybodys = 7.0
    /// Where the likeness points elsewhere, or hardly to anything wrong, nothing is said with confidence.
    private static let mostContradicted = 0.75
    private static let leastMarginOfSure = 3.0
    private static let leastTroubleOfSure = 0.0
    private static let leastShown = 0.03
    /// What a clue must weigh for its line to be one that tells of a cause, and how many concepts the other lines must have.
    private static let leastTelling = 0.1
    private static let leastAround = 4

    init(_ reading: PasteReading, _ likeness: Likeness) {
        comparison = likeness.comparison(of: reading.traits)
        let all = comparison.scores
        let isOfToday = PastedConfiguration.isTodays(in: reading.text)
        let scores = all.filter {
            ![Likeness.nothing, Likeness.elsewhere].contains($0.cause)
                && !(isOfToday && $0.cause == .legacyConfiguration)
        }
        let first = scores.first?.score ?? 0
        let parts = scores.map { ($0.cause, exp(Self.sharpness * ($0.score - first))) }
        let total = parts.reduce(0) { $0 + $1.1 }
        shares = Dictionary(uniqueKeysWithValues: parts.map { ($0.0, $0.1 / total) })
        likeNothing = all.first { [Likeness.nothing, Likeness.elsewhere].contains($0.cause) }?.score ?? 0
        self.scores = scores
        best = all.first?.score ?? 0
        self.reading = reading
        self.likeness = likeness
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
        let nothing = scores.first { [Likeness.nothing, Likeness.elsewhere].contains($0.cause) }?.score ?? 0
        return nothing > scores.first { $0.cause == told.cause }?.score ?? nothing
    }

    /// The words that speak most for a cause.
    func signs(of cause: CauseID) -> [Traits.Trait] { comparison.traits(for: cause, most: 3) }

    /// The causes where no symptom is known; none where nothing seems to be wrong.
    func alone(on subject: Subject) -> [(cause: CauseID, confidence: Double)] {
        guard let first = scores.first, speaks(on: subject), let least = Self.leastTrouble[subject],
            // What happened on the network beside another service happened to that.
            subject != .confluenceAndOthers || first.cause.family != "address",
            trouble >= (isAnybodys(first.cause, on: subject) ? Self.leastTroubleOfAnybodys : least)
        else { return [] }
        return likestCauses
    }

    /// The causes of whose texts it reminds most, with their shares.
    var likestCauses: [(cause: CauseID, confidence: Double)] {
        scores.prefix(Self.places).map { ($0.cause, min(Self.most, max(Self.leastShown * 2, shares[$0.cause] ?? 0))) }
    }

    /// Whether a text on a subject can be compared at all: it is not another product's alone, and names something of a wiki's.
    func speaks(on subject: Subject) -> Bool {
        subject != .others && (subject != .unsaid || traits.speakOfThings)
    }

    var likest: CauseID? { scores.first?.cause }
    /// By how much the text is less like each cause than like what it is likest, be that nothing.
    var distances: [(cause: CauseID, distance: Double)] { scores.map { ($0.cause, $0.score - best) } }
    /// How much the text tells of a failure, of whatever cause.
    var failing: Double { comparison.trouble }
    /// By how much it is liker to the likest cause than to none.
    var lead: Double { (scores.first?.score ?? 0) - likeNothing }

    /// The words that speak most for no fault; of some concepts alone, if any are given.
    func signsOfNoFault(among concepts: Set<String>? = nil) -> [Traits.Trait] {
        if let concepts { return Array(traits.all.filter { concepts.contains($0.name) }.prefix(Self.places)) }
        return comparison.traits(for: Likeness.calm, most: Self.places)
    }

    func speaks(of concept: String) -> Bool { traits.speaks(of: [concept]) }

    /// How much speaks for a failure, and for the likest of all causes rather than for none.
    private var trouble: Double { failing + lead }

    private func isAnybodys(_ cause: CauseID, on subject: Subject) -> Bool {
        subject == .unsaid && ["address", "request"].contains(cause.family) && !traits.speaks(of: ["page", "space"])
    }

    /// The symptoms' ranking, with its order weighed against the likeness, and filled up to three.
    func joined(with ranking: [(cause: CauseID, confidence: Double)]) -> [(cause: CauseID, confidence: Double)] {
        guard let told = ranking.first, let likest = scores.first else { return ranking }
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        let order = places(ranking, told, likest)
        let confidences = order.map { cause in
            named[cause] ?? min(Self.most, max(Self.leastShown, (1 - told.confidence) * (shares[cause] ?? 0)))
        }.sorted(by: >)
        let isContradicted =
            likest.cause != told.cause || likest.score - likeNothing < Self.leastMarginOfSure
            || comparison.trouble < Self.leastTroubleOfSure || isDoubtedAround
        var limit = order.first != told.cause ? Self.most : isContradicted ? Self.mostContradicted : 1
        return zip(order, confidences).map { cause, confidence in
            limit = min(limit, confidence, named[cause] == nil ? Self.most : 1)
            return (cause, limit)
        }
    }

    /// A cause of which no text was learnt is neither like nor unlike: what the symptoms say of it stands beside their first.
    private func score(of cause: CauseID, beside told: CauseID) -> Double {
        let known = [cause, told].lazy.compactMap { cause in scores.first { $0.cause == cause }?.score }
        return known.first ?? scores.first?.score ?? 0
    }

    /// All that the symptoms name and what the likeness fills up to three: the first of either is among these.
    private func places(
        _ ranking: [(cause: CauseID, confidence: Double)], _ told: (cause: CauseID, confidence: Double),
        _ likest: (cause: CauseID, score: Double)
    ) -> [CauseID] {
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        let candidates = ranking.map(\.cause) + scores.prefix(Self.places * 2).map(\.cause).filter { named[$0] == nil }
        let weighed = candidates.map { cause in
            (
                cause,
                ((named[cause] ?? 0) + Self.unnamed)
                    * exp(Self.influence * (score(of: cause, beside: told.cause) - likest.score))
            )
        }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }.map(\.0)
        // Words that name their reason are not outweighed by what a text is like, such as a cause of which few texts are known.
        var order: [CauseID] = told.confidence >= Self.surelyTold ? [told.cause] : []
        for cause in weighed where !order.contains(cause) && (named[cause] != nil || order.count < Self.places) {
            order.append(cause)
        }
        for cause in [told.cause, likest.cause] where !order.prefix(Self.places).contains(cause) {
            order.removeAll { $0 == cause }
            let last = order.prefix(Self.places).indices.last { order[$0] != told.cause && order[$0] != likest.cause }
            order.insert(cause, at: last ?? order.endIndex)
        }
        return order
    }
}
