import ConfluenceModel
import Foundation

/// What the likeness to other texts adds to what the symptoms say: causes for places that they leave free, and doubt.
///
/// It is never confident: a likeness alone is worth less than an even chance.
struct SecondOpinion {
    private let likeness: Likeness
    private let traits: Traits
    private let scores: [(cause: CauseID, score: Double)]
    private let likeNothing: Double

    /// No likeness is worth more.
    private static let most = 0.45
    /// Of a text whose symptoms are unknown so many causes are named, and others are filled up to as many.
    private static let places = 3
    /// How much a likeness counts against a symptom, and what a cause has that no symptom names.
    private static let influence = 3.0
    private static let unnamed = 0.04
    /// How much a text must be like one of a cause, and more than like one in which nothing is wrong.
    private static let leastScore = 0.45
    private static let leastMargin = 0.45
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
    func alone() -> [(cause: CauseID, confidence: Double)] {
        guard let first = scores.first, first.score >= Self.leastScore, first.score - likeNothing >= Self.leastMargin,
            traits.speaks(of: Self.failing)
        else { return [] }
        let shares = shares
        return scores.prefix(Self.places).map {
            ($0.cause, max(Self.leastShown * 2, Self.most * (shares[$0.cause] ?? 0)))
        }
    }

    /// The symptoms' ranking, with its order weighed against the likeness, and filled up to three.
    func joined(with ranking: [(cause: CauseID, confidence: Double)]) -> [(cause: CauseID, confidence: Double)] {
        guard let told = ranking.first, let likest = scores.first else { return ranking }
        let named = Dictionary(uniqueKeysWithValues: ranking.map { ($0.cause, $0.confidence) })
        let shares = shares
        let known = Dictionary(uniqueKeysWithValues: scores.map { ($0.cause, $0.score) })
        let candidates = ranking.map(\.cause) + scores.prefix(Self.places * 2).map(\.cause).filter { named[$0] == nil }
        let ordered = candidates.map { cause in
            let confidence = (named[cause] ?? 0) + Self.unnamed
            return (cause, confidence * exp(Self.influence * ((known[cause] ?? 0) - likest.score)))
        }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }.map(\.0)
        var joined: [(cause: CauseID, confidence: Double)] = []
        for cause in ordered {
            let own = named[cause] ?? min(Self.most, max(Self.leastShown, (1 - told.confidence) * (shares[cause] ?? 0)))
            guard named[cause] != nil || joined.count < Self.places else { continue }
            joined.append((cause, min(own, joined.last?.confidence ?? own)))
        }
        if let first = joined.first, first.cause != told.cause {
            // The one that was named first stands behind, and isn't made less of than it was by much.
            let least = min(Self.most, told.confidence)
            joined[0].confidence = max(named[first.cause] ?? least, least)
            for index in joined.indices.dropFirst() {
                joined[index].confidence = min(
                    named[joined[index].cause] ?? joined[index].confidence, joined[index - 1].confidence)
            }
        } else if likest.score - (known[told.cause] ?? 0) > Self.contradiction {
            joined[0].confidence = min(joined[0].confidence, Self.mostContradicted)
        }
        return joined
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
        "taken",
        "meanwhile", "rate", "large", "maintenance", "broken", "deactivated", "anonymous", "untrusted", "mismatch",
        "refused", "timeout", "dropped", "unreachable", "blocked", "doubled", "cut", "empty", "removed", "parse",
        "not-selected", "plain", "captcha", "xsrf", "webpage", "redirected",
    ]
}
