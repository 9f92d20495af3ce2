package import ConfluenceModel

/// A Confluence toolkit's configuration, whatever the form in which it was written.
package struct ToolkitConfiguration: Sendable, Hashable {
    package var name: String?
    package var form: ConfigurationForm
    package var credential: CredentialConfiguration

    /// The space to which the toolkit is restricted, without blanks and quotes; `nil` means every space.
    package var spaceKey: String?
    /// `Auto`, `1` or `2`.
    package var apiVersion: String
    /// How many hits one request asks for.
    package var limit: Int
    /// The labels that are put on every page the toolkit creates or updates.
    package var labels: [String]
    /// What the configuration says; the toolkit itself always stops at ten pages.
    package var maxPages: Int
    package var customHeaders: [CustomHeader]

    /// As written; none means all tools.
    package var selectedTools: [String]
    /// The toolkit's own `cloud` switch, which wins over the credential's hosting.
    package var cloudFlag: Bool?
    /// `verify_ssl` as written; today's toolkit ignores it.
    package var verifiesCertificates: Bool?
    package var hasVectorStore: Bool
    /// The way into the vector store, which may hold a password.
    package var connectionString: Secret?
    package var hasEmbeddingModel: Bool
    /// The files of the platform's storage, which only scenarios give; `nil` where there is no platform.
    package var artifacts: [ArtifactFile]?

    /// Those of the selected tools that the toolkit doesn't have.
    package var unknownTools: [String]
    /// What a reader of the report should know about the document and is no error.
    package var notes: [String]

    var places: ConfigurationPlaces

    /// A header that the toolkit adds to each request; its value may well be a secret.
    package struct CustomHeader: Sendable, Hashable {
        package var name: String
        package var value: Secret

        package init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }

    package init(
        name: String? = nil,
        form: ConfigurationForm = .settings,
        credential: CredentialConfiguration,
        spaceKey: String? = nil,
        apiVersion: String = "Auto",
        limit: Int = 5,
        labels: [String] = [],
        maxPages: Int = 10,
        customHeaders: [CustomHeader] = [],
        selectedTools: [String] = [],
        cloudFlag: Bool? = nil,
        verifiesCertificates: Bool? = nil,
        hasVectorStore: Bool = false,
        hasEmbeddingModel: Bool = false,
        artifacts: [ArtifactFile]? = nil,
        notes: [String] = []
    ) {
        self.name = name
        self.form = form
        self.credential = credential
        self.spaceKey = SpaceKey.normalize(spaceKey)
        self.apiVersion = apiVersion
        self.limit = limit
        self.labels = labels
        self.maxPages = maxPages
        self.customHeaders = customHeaders
        self.selectedTools = selectedTools
        self.cloudFlag = cloudFlag
        self.verifiesCertificates = verifiesCertificates
        self.hasVectorStore = hasVectorStore
        self.hasEmbeddingModel = hasEmbeddingModel
        self.artifacts = artifacts
        self.unknownTools = selectedTools.filter { ToolkitTool(rawValue: $0) == nil }
        self.notes = notes
        self.places = ConfigurationPlaces()
    }

    /// Where a setting stands in this document, or where it would have to be added.
    package func path(of field: ConfigurationField) -> String {
        places.path(of: field)
    }

    /// A copy with one thing changed.
    package func with<Value>(_ member: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
        var copy = self
        copy[keyPath: member] = value
        return copy
    }

    /// The tools that the toolkit would offer: the selected ones it knows, without index tools that can't work.
    package var offeredTools: [ToolkitTool] {
        ToolkitTool.allCases.filter { tool in
            guard selectedTools.isEmpty || selectedTools.contains(tool.rawValue) else { return false }
            return tool.group != .index || (hasVectorStore && hasEmbeddingModel)
        }
    }

    /// Every secret text in the configuration, for a redactor.
    package var secrets: [String] {
        credential.secrets + customHeaders.map { $0.value.revealed(for: .redaction) } + storeSecrets
    }

    /// The connection string, and the password in it: libraries show the one without the other.
    private var storeSecrets: [String] {
        guard let text = connectionString?.revealed(for: .redaction) else { return [] }
        let account = text.firstRange(of: "://").map { text[$0.upperBound...] }?.split(separator: "@").first
        let password = account?.split(separator: ":", maxSplits: 1).dropFirst().first
        return [text] + [password].compactMap { $0.map(String.init) }
    }
}
