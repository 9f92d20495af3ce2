package import ConfluenceModel
package import ConfluenceWire
package import Documents

/// A scenario file as values: a site, the toolkits that use it, what is done, and what must come of it.
package struct Scenario: Sendable, Hashable {
    package var file: String
    package var name: String
    /// The question of the FAQ, or the use case, that the scenario belongs to.
    package var question: String?
    package var tags: [String]
    package var site: SiteSource
    /// What the site's administrator does before the first step.
    package var arrange: [SiteAct]
    package var configurations: [ConfigurationDocument]
    package var steps: [ScenarioStep]

    /// The configuration of that name; the first one where a step names none.
    package func configuration(named name: String?) -> ConfigurationDocument? {
        guard let name else { return configurations.first }
        return configurations.first { $0.name == name }
    }
}

/// Where a scenario's simulated site is described.
package enum SiteSource: Sendable, Hashable {
    /// A site file, by a path that can be opened from the current folder; the node is where it was named.
    case file(String, namedBy: DocumentNode)
    /// The site's description, written into the scenario itself.
    case inline(DocumentNode)
}

/// A toolkit configuration of a scenario, its placeholders not yet filled in.
package struct ConfigurationDocument: Sendable, Hashable {
    /// What steps call it by.
    package var name: String
    package var node: DocumentNode
}

/// One thing that a scenario does, with what must come of it.
package struct ScenarioStep: Sendable, Hashable {
    package var action: Action
    package var expectation: AnswerExpectation
    /// How long the step may take; `nil` leaves it to the run.
    package var timeout: Duration?
    /// The step as written, for placeholders and messages.
    package var node: DocumentNode

    package enum Action: Sendable, Hashable {
        case tool(name: String, arguments: DocumentNode?, configuration: String?)
        case site(SiteAct)
        case http(RawRequest)
        case expectSite(SiteEffect)
        case diagnose(DiagnosisQuestion)
    }

    /// A request as it stands, sent in the name of an account or of nobody.
    package struct RawRequest: Sendable, Hashable {
        package var method: Request.Method
        /// Below the site's address, with its query.
        package var path: String
        /// The name of a token or of a user; `nil` sends no credentials.
        package var account: String?
        package var body: DocumentNode?
    }
}

/// A diagnosis that a scenario asks for, with what it must say.
package struct DiagnosisQuestion: Sendable, Hashable {
    package var configuration: String?
    package var tools: [String]
    package var spaceKey: String?
    package var pageID: String?
    package var expectation: DiagnosisExpectation
}
