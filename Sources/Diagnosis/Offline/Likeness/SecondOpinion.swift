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

    private let likeness: Likeness
    private let traits: Traits
    private let scores: [(cause: CauseID, score: Double)]
    private let likeNothing: Double

    /// No likeness is worth more.
    private static let most = 0.45
    /// Of a text whose symptoms are unknown so many causes are named, and others are filled up to as many.
    private static let places = 3
    /// How much a likeness counts against a symptom: more, the less sure the symptoms are.
    private static let influence = 2.0
    private static let influenceOnDoubt = 3.0
    private static let noDoubt = 0.6
    /// What a cause has that no symptom names, and what it has in addition where the symptoms leave all open.
    private static let unnamed = 0.02
    private static let unnamedOnDoubt = 0.06
    /// How much a text must be like one of a cause, and more than like one in which nothing is wrong.
    private static let least: [Subject: (score: Double, margin: Double)] = [
        .confluence: (0.35, 0.35), .unsaid: (0.55, 0.5), .confluenceAndOthers: (0.75, 0.6),
    ]
    /// The same where no word says that anything is wrong.
    private static let leastOnCalm = (score: 0.6, margin: 0.52)
    /// Where a likeness points elsewhere by so much, nothing is said with confidence.
    private static let contradiction = 0.6
    private static let mostContradicted = 0.75
    private static let leastShown = 0.03

    init(_ text: FoldedText, _ addresses: [AddressClue], _ likeness: Likeness) {
        self.likeness = likeness
        traits = Traits(text, addresses)
        let all = likeness.scores(of: traits)
        scores = all.filter { $0.cause != Likeness.nothing }
        likeNothing = all.first { $0.cause == Likeness.nothing }?.score ?? 0
    }

    /// The words that speak most for a cause.
    func signs(of cause: CauseID) -> [Traits.Trait] { likeness.traits(of: traits, for: cause, most: 3) }

    /// The causes where no symptom is known; none where nothing seems to be wrong.
    func alone(on subject: Subject) -> [(cause: CauseID, confidence: Double)] {
        guard let first = scores.first, let least = Self.least[subject], isEnough(first.score, least),
            subject != .unsaid || traits.speaks(of: ["page", "space"]),
            // What happened on the network beside another service happened to that.
            subject != .confluenceAndOthers || first.cause.family != "address",
            traits.speaks(of: Self.failing) || (subject == .confluence && isEnough(first.score, Self.leastOnCalm))
        else { return [] }
        let shares = shares
        return scores.prefix(Self.places).map {
            ($0.cause, max(Self.leastShown * 2, Self.most * (shares[$0.cause] ?? 0)))
        }
    }

    private func isEnough(_ score: Double, _ least: (score: Double, margin: Double)) -> Bool {
        score >= least.score && score - likeNothing >= least.margin
    }

    /// The symptoms' ranking, with its order weighed against the likeness, and filled up to three.
    func joined(with ranking: [(cause: CauseID, confidence: Double)]) -> [(cause: CauseID, confidence: Double)] {
        guard let told = ranking.first, let likest = scores.first else { return ranking }
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        let shares = shares
        let order = places(ranking, told, likest)
        let confidences = order.map { cause in
            named[cause] ?? min(Self.most, max(Self.leastShown, (1 - told.confidence) * (shares[cause] ?? 0)))
        }.sorted(by: >)
        var limit =
            order.first != told.cause
            ? Self.most : likest.score - score(of: told.cause) > Self.contradiction ? Self.mostContradicted : 1
        return zip(order, confidences).map { cause, confidence in
            limit = min(limit, confidence, named[cause] == nil ? Self.most : 1)
            return (cause, limit)
        }
    }

    private func score(of cause: CauseID) -> Double { scores.first { $0.cause == cause }?.score ?? 0 }

    /// All that the symptoms name and what the likeness fills up to three: the first of either is among these.
    private func places(
        _ ranking: [(cause: CauseID, confidence: Double)], _ told: (cause: CauseID, confidence: Double),
        _ likest: (cause: CauseID, score: Double)
    ) -> [CauseID] {
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        let doubt = max(0, 1 - told.confidence / Self.noDoubt)
        let influence = Self.influence + Self.influenceOnDoubt * doubt
        let unnamed = Self.unnamed + Self.unnamedOnDoubt * doubt
        let candidates = ranking.map(\.cause) + scores.prefix(Self.places * 2).map(\.cause).filter { named[$0] == nil }
        let weighed = candidates.map { cause in
            (cause, ((named[cause] ?? 0) + unnamed) * exp(influence * (score(of: cause) - likest.score)))
        }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }.map(\.0)
        var order: [CauseID] = []
        for cause in weighed where named[cause] != nil || order.count < Self.places { order.append(cause) }
        for cause in [told.cause, likest.cause] where !order.prefix(Self.places).contains(cause) {
            order.removeAll { $0 == cause }
            let last = order.prefix(Self.places).indices.last { order[$0] != told.cause && order[$0] != likest.cause }
            order.insert(cause, at: last ?? order.endIndex)
        }
        return order
    }

    /// How the likeness divides between the causes.
    private var shares: [CauseID: Double] {
        guard let first = scores.first else { return [:] }
        let parts = scores.map { ($0.cause, exp(Self.sharpness * ($0.score - first.score))) }
        let total = parts.reduce(0) { $0 + $1.1 }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.0, $0.1 / total) })
    }

    private static let sharpness = 6.0

    /// Concepts that a text must have for something to be wrong at all.
    private static let failing: Set<String> = [
        "not", "missing", "denied", "wrong", "revoked", "expired", "archived", "trashed", "draft", "restricted",
        "taken", "meanwhile", "rate", "large", "maintenance", "broken", "deactivated", "anonymous", "untrusted",
        "mismatch",
        "refused", "timeout", "dropped", "unreachable", "blocked", "doubled", "cut", "empty", "removed", "parse",
        "not-selected", "plain", "captcha", "xsrf", "webpage", "redirected", "just-now", "status-400", "status-401",
        "status-403", "status-404", "status-405", "status-407", "status-409", "status-410", "status-413", "status-415",
        "status-429", "status-500", "status-501", "status-502", "status-503", "status-504",
    ]
}
