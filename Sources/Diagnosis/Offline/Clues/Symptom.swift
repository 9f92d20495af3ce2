package import ConfluenceModel

/// Words that clients, sites and networks say when something fails, and which causes make them say it.
package struct Symptom: Sendable, Hashable {
    /// Words with the same name are one observation, however often they stand in a text.
    package var name: String
    var phrases: [Phrase]
    package var strength: Strength
    package var speaker: Speaker

    /// What the words mean, for a reader who wonders why they speak for a cause.
    package var meaning: String
    /// How the words divide between the causes that bring them about.
    package var shares: [CauseID: Double]
    /// Where a deployment says the same words for other reasons.
    package var sharesOnDeployment: [DeploymentKind: [CauseID: Double]]
    /// The deployment which alone says such words.
    package var deployment: DeploymentKind?
    /// The words are known from here: measured, seen in public reports, documented, or read in a client's source.
    package var source: String

    /// How far a text that holds the words may be trusted to have such a cause.
    package enum Strength: Double, Sendable, Hashable, Comparable {
        /// Only a hint beside others.
        case faint = 0.3
        /// Several things make a program say so.
        case vague = 0.55
        /// The usual reason, though not the only one.
        case strong = 0.78
        /// The words name their reason.
        case stated = 0.93

        package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
    }

    /// Who says such words, which decides whether they can be taken for Confluence's.
    package enum Speaker: Sendable, Hashable {
        /// Confluence or one of its clients: the words alone show what the text is about.
        case confluence
        /// Confluence and Jira in the same words.
        case atlassian
        /// A network, a proxy or a TLS library: of the host that stands beside them.
        case network
        /// Any program that reads what a web server answers.
        case client
        /// Any program at all, so that they count only beside something of Confluence.
        case anybody
        /// People in words of their own: of Confluence, or of pages where no other product is named.
        case people
        /// Another product, which answers where Confluence should.
        case otherProduct
    }

    init(
        _ name: String,
        _ strength: Strength,
        _ speaker: Speaker,
        _ phrases: [String],
        _ shares: [CauseID: Double],
        cloud: [CauseID: Double]? = nil,
        dataCenter: [CauseID: Double]? = nil,
        only deployment: DeploymentKind? = nil,
        means meaning: String,
        source: String
    ) {
        self.name = name
        self.phrases = phrases.map { Phrase($0) }
        self.strength = strength
        self.speaker = speaker
        self.meaning = meaning
        self.shares = shares
        var other: [DeploymentKind: [CauseID: Double]] = [:]
        other[.cloud] = cloud
        other[.dataCenter] = dataCenter
        sharesOnDeployment = other
        self.deployment = deployment
        self.source = source
    }

    package func shares(on deployment: DeploymentKind) -> [CauseID: Double] {
        sharesOnDeployment[deployment] ?? shares
    }
}

/// Something about the request or its surroundings that makes some of the causes likelier than others.
struct Hint: Sendable, Hashable {
    var name: String
    var phrases: [Phrase]
    /// Factors; above 1 it speaks for a cause, below 1 against it.
    var factors: [CauseID: Double]
    var meaning: String

    init(_ name: String, _ phrases: [String], _ factors: [CauseID: Double], means meaning: String) {
        self.name = name
        self.phrases = phrases.map { Phrase($0) }
        self.factors = factors
        self.meaning = meaning
    }
}
