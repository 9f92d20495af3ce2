/// What the doctor found, as values: the contents of `diagnose --format json`.
public struct DiagnosisReport: Sendable, Hashable {
    /// The version of the published JSON form.
    public static let formatVersion = 1

    public var verdict: Verdict
    public var deployment: FoundDeployment
    /// The most likely first.
    public var causes: [FoundCause]
    /// Of a pasted text: that nothing may be wrong with the configuration, where that is worth a place among the causes.
    public var noFault: NoFault?
    /// What is worth knowing and is no cause: how the site was recognised, what could not be checked.
    public var notes: [String]
    /// The one command or question that would settle what is still open.
    public var nextStep: String?
    /// The questions asked of the site, in order.
    public var probes: [ProbeRecord]
    /// Why each question was put, and what it told.
    public var reasoning: [ReasoningStep]
    public var requests: Int
    public var failedLogins: Int
    public var elapsedMilliseconds: Int

    public init(
        verdict: Verdict,
        deployment: FoundDeployment,
        causes: [FoundCause] = [],
        noFault: NoFault? = nil,
        notes: [String] = [],
        nextStep: String? = nil,
        probes: [ProbeRecord] = [],
        reasoning: [ReasoningStep] = [],
        requests: Int = 0,
        failedLogins: Int = 0,
        elapsedMilliseconds: Int = 0
    ) {
        self.verdict = verdict
        self.deployment = deployment
        self.causes = causes
        self.noFault = noFault
        self.notes = notes
        self.nextStep = nextStep
        self.probes = probes
        self.reasoning = reasoning
        self.requests = requests
        self.failedLogins = failedLogins
        self.elapsedMilliseconds = elapsedMilliseconds
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case healthy
        case problem
        case undecided
    }

    public struct FoundDeployment: Sendable, Hashable {
        public var kind: DeploymentKind
        public var version: String?

        public init(kind: DeploymentKind, version: String? = nil) {
            self.kind = kind
            self.version = version
        }
    }
}

/// A cause with what speaks for it, what was proven, and how to mend it.
public struct FoundCause: Sendable, Hashable {
    public var id: CauseID
    public var title: String

    /// One sentence on how this cause shows itself in this configuration.
    public var explanation: String

    /// From 0 to 1.
    public var confidence: Double

    /// Whether changing this one thing made a failing request succeed, or the site itself said so.
    public var isProven: Bool

    /// The configuration's field that is to blame, such as `confluence_configuration.token`.
    public var field: String?
    /// Where the field stands in the file that was read, if its text is at hand.
    public var excerpt: ConfigurationExcerpt?
    public var evidence: [EvidenceLine]
    public var fix: Fix

    /// Other causes that answer alike here; with ``separation``, what would tell them apart.
    public var alternatives: [CauseID]
    public var separation: String?
    public var repair: Repair?
    /// What makes it certain where no change was tried.
    public var shownBy: Shower

    /// What can show a cause without a change being tried.
    public enum Shower: Sendable, Hashable {
        case site
        case configuration
        /// The way to the site, on which no answer came.
        case connection
    }

    public init(
        id: CauseID,
        title: String,
        explanation: String,
        confidence: Double,
        isProven: Bool,
        field: String? = nil,
        excerpt: ConfigurationExcerpt? = nil,
        evidence: [EvidenceLine],
        fix: Fix,
        alternatives: [CauseID] = [],
        separation: String? = nil,
        repair: Repair? = nil,
        shownBy: Shower = .site
    ) {
        self.shownBy = shownBy
        self.id = id
        self.title = title
        self.explanation = explanation
        self.confidence = confidence
        self.isProven = isProven
        self.field = field
        self.excerpt = excerpt
        self.evidence = evidence
        self.fix = fix
        self.alternatives = alternatives
        self.separation = separation
        self.repair = repair
    }

    /// One observation, and whether it speaks for the cause or against it.
    public struct EvidenceLine: Sendable, Hashable {
        public var text: String
        public var speaksFor: Bool
        /// The words that were read, where a text was handed over in place of a configuration.
        public var quote: Quote?

        public init(_ text: String, speaksFor: Bool = true, quote: Quote? = nil) {
            self.text = text
            self.speaksFor = speaksFor
            self.quote = quote
        }
    }

    public struct Fix: Sendable, Hashable {
        public var who: Fixer
        /// In order, in the words of the screen where each is done.
        public var steps: [String]

        public init(who: Fixer, steps: [String]) {
            self.who = who
            self.steps = steps
        }
    }

    /// The same request with one thing changed.
    public struct Repair: Sendable, Hashable {
        /// What was changed: "the token without the line feed at its end".
        public var change: String
        public var wasTried: Bool
        public var worked: Bool

        public init(change: String, wasTried: Bool, worked: Bool) {
            self.change = change
            self.wasTried = wasTried
            self.worked = worked
        }
    }
}

/// Who can mend a cause; the raw values are part of the published JSON.
public enum Fixer: String, Sendable, Hashable, CaseIterable {
    case you
    case spaceAdmin = "space-admin"
    case siteAdmin = "site-admin"
    case networkTeam = "network-team"
    case eliteaSupport = "elitea-support"

    public var title: String {
        switch self {
        case .you: "you"
        case .spaceAdmin: "an administrator of the space"
        case .siteAdmin: "a Confluence administrator"
        case .networkTeam: "your network team"
        case .eliteaSupport: "ELITEA support"
        }
    }
}

/// A question that was put to the site, and what came back, in words without secrets.
public struct ProbeRecord: Sendable, Hashable {
    public var question: String
    /// The request without credentials: `GET https://acme.atlassian.net/wiki/rest/api/user/current`.
    public var request: String
    public var answer: String

    public init(question: String, request: String, answer: String) {
        self.question = question
        self.request = request
        self.answer = answer
    }
}

extension DiagnosisReport.FoundDeployment {
    /// The deployment of a site that is known.
    public init(_ deployment: Deployment) {
        switch deployment {
        case .cloud: self.init(kind: .cloud)
        case .dataCenter(let version): self.init(kind: .dataCenter, version: version.description)
        }
    }
}
