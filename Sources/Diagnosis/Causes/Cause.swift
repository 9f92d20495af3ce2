package import ConfluenceModel
package import ConfluenceToolkit

/// An entry of the catalogue: all that is known about one way in which a configuration fails, as data.
package struct Cause: Sendable, Hashable {
    package var id: CauseID
    package var title: String

    /// What it looks like, for `explain` and the generated list of causes.
    package var looksLike: [Look]

    /// What it can be found by.
    package var sources: Set<CauseSource>

    /// The simulator's ready-made faults that bring it about.
    package var faults: [String]

    /// How often it is met, against the other causes.
    package var weight: Double

    /// Only considered once one of these was seen; without any it is considered always.
    package var requires: [Observation]

    /// Where it can occur at all; empty means everywhere.
    package var places: [Place]
    package var signs: [Sign]

    /// What makes it certain, one of these being enough.
    package var proofs: [Proof]

    /// The settings of which one is to blame; the first that the configuration has is named.
    package var fields: [ConfigurationField]

    /// One sentence with places for details in braces, such as `{key}`.
    package var explanation: String
    package var fixes: [CauseFix]

    /// Official pages on the subject.
    package var links: [String]

    package init(
        _ id: CauseID,
        _ title: String,
        looksLike: [Look],
        sources: Set<CauseSource> = [.requests, .pastedText],
        faults: [String] = [],
        weight: Double = 1,
        requires: Observation...,
        places: [Place] = [],
        signs: [Sign] = [],
        proofs: [Proof] = [],
        fields: [ConfigurationField] = [],
        explanation: String,
        fixes: [CauseFix],
        links: [String] = []
    ) {
        self.id = id
        self.title = title
        self.looksLike = looksLike
        self.sources = sources
        self.faults = faults
        self.weight = weight
        self.requires = requires
        self.places = places
        self.signs = signs
        self.proofs = proofs
        self.fields = fields
        self.explanation = explanation
        self.fixes = fixes
        self.links = links
    }

    /// Whether it keeps nothing from being asked: it is told after the others, and looked for beside them.
    package var isAside: Bool {
        [
            .legacyConfiguration, .toolNotSelected, .indexNotConfigured, .v2OnDataCenter, .verifySSL, .clockSkew,
            .readOnly,
        ].contains(id)
    }

    /// Whether a diagnosis can come upon it, and not only somebody who reads what was pasted.
    package var isDiagnosable: Bool { sources.contains(.requests) || sources.contains(.configuration) }

    /// Whether the cause can occur with that deployment and way of logging in, at the gateway or anywhere.
    package func isPossible(
        on deployment: DeploymentKind, scheme: Authentication.Scheme, atGateway: Bool = true
    ) -> Bool {
        places.isEmpty
            || places.contains { place in
                (deployment == .unknown || place.deployment == deployment) && place.schemes.contains(scheme)
                    && (atGateway || !place.isGateway)
            }
    }
}

/// What a cause can be found by.
package enum CauseSource: String, Sendable, Hashable, CaseIterable {
    /// The configuration shows it by itself.
    case configuration
    /// Questions that read and change nothing.
    case requests
    /// Only an error, a log or a page that somebody hands over.
    case pastedText

    /// In words, for the list of causes.
    package var title: String {
        switch self {
        case .configuration: "the configuration"
        case .requests: "requests that only read"
        case .pastedText: "pasted text"
        }
    }
}

/// A deployment with the ways of logging in to it.
package struct Place: Sendable, Hashable {
    package var deployment: DeploymentKind
    package var schemes: Set<Authentication.Scheme>
    /// Whether it is so at Cloud's gateway alone.
    package var isGateway = false

    static func gateway(_ schemes: Authentication.Scheme...) -> Place {
        Place(deployment: .cloud, schemes: Set(schemes), isGateway: true)
    }

    static func cloud(_ schemes: Authentication.Scheme...) -> Place { Place(deployment: .cloud, schemes: Set(schemes)) }

    static func dataCenter(_ schemes: Authentication.Scheme...) -> Place {
        Place(deployment: .dataCenter, schemes: Set(schemes))
    }
}

/// What a cause looks like to a person, on one deployment or on all.
package struct Look: Sendable, Hashable {
    package var deployment: DeploymentKind?
    package var text: String

    package init(_ text: String, on deployment: DeploymentKind? = nil) {
        self.deployment = deployment
        self.text = text
    }
}

/// How strongly an observation speaks for a cause.
package struct Sign: Sendable, Hashable {
    package var observation: Observation

    /// For the answer to a question: how likely the cause brings it, from 0 to 1. For what is seen in the
    /// configuration: the factor by which the cause becomes more likely; below 1 it speaks against.
    package var weight: Double
    package var deployment: DeploymentKind?
    package var scheme: Authentication.Scheme?

    package init(
        _ observation: Observation,
        _ weight: Double,
        on deployment: DeploymentKind? = nil,
        with scheme: Authentication.Scheme? = nil
    ) {
        self.observation = observation
        self.weight = weight
        self.deployment = deployment
        self.scheme = scheme
    }

    package func applies(on deployment: DeploymentKind, scheme: Authentication.Scheme) -> Bool {
        (self.deployment == nil || deployment == .unknown || self.deployment == deployment)
            && (self.scheme == nil || self.scheme == scheme)
    }
}

/// What makes a cause certain.
package enum Proof: Sendable, Hashable {
    /// The configuration shows it by itself, or the site says it in so many words.
    case said(Observation)
    /// A request that failed works once this one thing is changed.
    case repair(Repair.Kind)
}

/// The steps that mend a cause, on one deployment or on all.
package struct CauseFix: Sendable, Hashable {
    package var who: Fixer
    package var deployment: DeploymentKind?
    /// The way of logging in with which alone they help.
    package var scheme: Authentication.Scheme?
    package var steps: [String]

    package init(
        _ who: Fixer, on deployment: DeploymentKind? = nil, with scheme: Authentication.Scheme? = nil,
        _ steps: String...
    ) {
        self.who = who
        self.deployment = deployment
        self.scheme = scheme
        self.steps = steps
    }

    /// Where they help, in words; `nil` for everywhere.
    package var place: String? {
        guard let deployment else { return nil }
        return scheme.map { "\(deployment.title), \($0.title)" } ?? deployment.title
    }
}
