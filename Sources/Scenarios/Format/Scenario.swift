package import ConfluenceModel
package import Documents

/// A scenario as values: its sites, the toolkits that use them, what is done, and what must come of it.
package struct Scenario: Sendable, Hashable {
    package var file: String
    /// What a person calls it, with its combination: `Wrong tokens (cloud, whitespace)`.
    package var name: String
    /// Which combination of the file's matrix this is; empty without a matrix.
    package var combination: MatrixCombination = MatrixCombination()
    /// The question of the FAQ that it belongs to.
    package var question: String?
    /// The family of use cases that it belongs to.
    package var useCase: String?
    package var description: String?
    package var tags: [String] = []
    /// The drivers that it is for; empty means any.
    package var drivers: [String] = []
    package var needs: [ScenarioNeed] = []
    /// The defect that its steps reproduce.
    package var knownDefect: KnownDefect?
    /// How long the whole of it may take; `nil` leaves it to its steps.
    package var timeout: Duration?
    /// At least one; steps that name none mean the first.
    package var sites: [ScenarioSite]
    /// What it needs of a site that is not its own; `nil` where it runs on its simulated sites only.
    package var live: LiveNeeds?
    /// What the first site's administrator does before the first step.
    package var arrange: [SiteAct] = []
    /// In ELITEA's own form; configurations name them by their `elitea_title`.
    package var credentials: [CredentialDocument] = []
    package var configurations: [ConfigurationDocument] = []
    package var variables: [ScenarioVariable] = []
    package var dataFiles: [DataFile] = []
    /// The local receivers of webhooks, by their names.
    package var receivers: [String] = []
    package var setup: [ScenarioStep] = []
    package var steps: [ScenarioStep]
    /// Carried out at the end, also after a failure.
    package var teardown: [ScenarioStep] = []
    /// What must not happen while it runs.
    package var never: [Forbidden] = []
    /// The law that it puts to the test; `nil` for any other scenario.
    package var law: Law?
    /// Where a law has its id, for messages.
    var place: DocumentNode?
    /// Reads a step again once its placeholders are filled in.
    var reader: StepReader

    /// The configuration of that name; the first one where a step names none.
    package func configuration(named name: String?) -> ConfigurationDocument? {
        guard let name else { return configurations.first }
        return configurations.first { $0.name == name }
    }

    package func isFor(driver: String) -> Bool {
        drivers.isEmpty || drivers.contains(driver)
    }
}

/// Something that a scenario can't run without and that not every machine has.
package enum ScenarioNeed: String, Sendable, Hashable, CaseIterable {
    /// A PostgreSQL with the extension pgvector.
    case pgvector
}

/// A simulated site of a scenario.
package struct ScenarioSite: Sendable, Hashable {
    /// What steps and placeholders call it by.
    package var name: String
    package var source: SiteSource

    package init(name: String, source: SiteSource) {
        self.name = name
        self.source = source
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

/// A credential that configurations take by its name.
package struct CredentialDocument: Sendable, Hashable {
    /// Its `elitea_title`.
    package var name: String
    /// What stands under its `data`.
    package var data: DocumentNode
}

/// A value of a scenario's own, `{{var.NAME}}`.
package struct ScenarioVariable: Sendable, Hashable {
    package var name: String
    package var node: DocumentNode
}

/// A file with recorded values beside the scenario, `{{data.NAME…}}`.
package struct DataFile: Sendable, Hashable {
    package var name: String
    /// A path that can be opened from the current folder.
    package var path: String
    /// Where the scenario names it.
    package var namedBy: DocumentNode
    /// What is in it; null until it was read.
    package var value: DocumentNode.Content = .null
}
