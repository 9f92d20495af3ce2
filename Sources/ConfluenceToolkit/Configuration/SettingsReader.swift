import ConfluenceModel
import Documents

/// Reads a toolkit's settings, in today's form or an older one, with their credential.
struct SettingsReader {
    let settings: DocumentMapping
    /// The credentials that the same document holds, by name.
    let credentials: [String: DocumentNode]

    private var credential = CredentialReader()
    private var places = ConfigurationPlaces()
    private var notes: [String] = []

    static let credentialKeys = ["base_url", "username", "api_key", "token"]

    /// Settings that only a toolkit has, and that tell flat settings from a credential.
    static let keysOfOldSettings: Set<String> = [
        "space", "space_key", "cloud", "limit", "labels", "max_pages", "number_of_retries", "min_retry_seconds",
        "max_retry_seconds", "additional_fields", "verify_ssl", "connection_string", "embedding_model",
        "embedding_model_params", "selected_tools",
    ]

    /// Settings that the toolkit takes and does nothing with.
    private static let ignored = [
        "number_of_retries", "min_retry_seconds", "max_retry_seconds", "verify_ssl", "additional_fields",
    ]

    private static let known =
        ["custom_headers", "api_version", "confluence_configuration", "pgvector_configuration", "hosting", "elitea"]
        + credentialKeys + keysOfOldSettings

    init(settings: DocumentMapping, credentials: [String: DocumentNode]) {
        self.settings = settings
        self.credentials = credentials
    }

    mutating func read(
        form: ConfigurationForm,
        name: String?,
        tools: DocumentNode?
    ) throws(DocumentError) -> ToolkitConfiguration {
        places.settings = settings.node.field
        let form = try readCredential(form: form)
        var name = name
        if name == nil { name = try settings.text("toolkit_name") }
        var toolkit = ToolkitConfiguration(
            name: name,
            form: form,
            credential: credential.credential,
            spaceKey: try spaceKey(),
            apiVersion: try apiVersion(),
            limit: try positive("limit", otherwise: 5),
            labels: try labels(),
            maxPages: try positive("max_pages", otherwise: 10),
            customHeaders: try customHeaders(),
            selectedTools: try selectedTools(tools),
            cloudFlag: try settings.bool("cloud"),
            // It has no effect, so a value that is neither is no mistake worth stopping for.
            verifiesCertificates: try? settings.bool("verify_ssl"),
            hasVectorStore: hasContent("pgvector_configuration") || hasContent("connection_string"),
            hasEmbeddingModel: hasContent("embedding_model"),
            artifacts: try ArtifactFile.read(settings["elitea"])
        )
        noteOtherKeys()
        toolkit.connectionString = try connectionString()
        toolkit.notes = notes + credential.notes
        for field in ConfigurationField.allCases where !field.isOfCredential {
            if let node = settings[field.rawValue] { places.found[field] = node.field }
        }
        places.found.merge(credential.found) { $1 }
        toolkit.places = places
        return toolkit
    }

    // MARK: Credential

    private mutating func readCredential(form: ConfigurationForm) throws(DocumentError) -> ConfigurationForm {
        guard let nested = settings["confluence_configuration"] else {
            places.credential = settings.node.field
            guard Self.credentialKeys.contains(where: { settings[$0] != nil }) else {
                throw settings.node.error(
                    "the key “confluence_configuration” is missing: the toolkit has no credential")
            }
            try credential.read(settings.node, kind: .amongSettings)
            return .legacyAgent
        }
        places.credential = nested.field
        if case .string(let name) = nested.content {
            try refer(to: name)
            return form
        }
        let mapping = try nested.mapping()
        if let data = mapping["data"] {
            places.credential = data.field
            try credential.read(data, kind: .alone)
        } else {
            try credential.read(nested, kind: .alone)
        }
        if let name = credential.credential.reference { try refer(to: name) }
        guard let outside = settings["base_url"], credential.credential.baseURL.isEmpty else { return form }
        try credential.readBaseURL(outside)
        return .legacyMiddle
    }

    /// Reads the credential of that name where the document holds it, and else keeps its name.
    private mutating func refer(to name: String) throws(DocumentError) {
        credential.refer(to: name)
        guard let node = credentials[name] else { return }
        places.credential = node.field
        try credential.read(node, kind: .alone)
    }

    // MARK: Settings

    private mutating func spaceKey() throws(DocumentError) -> String? {
        // A `space_key` that is there hides an older `space`, even when it is null.
        if settings.entries.contains(where: { $0.key == "space_key" }) { return try settings.text("space_key") }
        if let node = settings["space"] { places.found[.spaceKey] = node.field }
        return try settings.text("space")
    }

    private func apiVersion() throws(DocumentError) -> String {
        guard let node = settings["api_version"] else { return "Auto" }
        let text = try node.text()
        let words = ["Auto", "1", "2"]
        guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw node.error("unknown version “\(text)”; known are \(words.joined(separator: ", "))")
        }
        return word
    }

    private func positive(_ key: String, otherwise standard: Int) throws(DocumentError) -> Int {
        guard let node = settings[key] else { return standard }
        let value = try node.integer()
        guard value > 0, let value = Int(exactly: value) else {
            throw node.error("a number above zero is expected, found \(value)")
        }
        return value
    }

    private func labels() throws(DocumentError) -> [String] {
        guard let text = try settings.text("labels"), !text.isEmpty else { return [] }
        return text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }.map { $0.trimmingWhitespace() }
    }

    private func customHeaders() throws(DocumentError) -> [ToolkitConfiguration.CustomHeader] {
        guard let node = settings["custom_headers"] else { return [] }
        var headers: [ToolkitConfiguration.CustomHeader] = []
        for entry in try node.mapping().entries {
            headers.append(.init(name: entry.key, value: Secret(try entry.value.text())))
        }
        return headers
    }

    private func selectedTools(_ beside: DocumentNode?) throws(DocumentError) -> [String] {
        guard let node = settings["selected_tools"] ?? beside else { return [] }
        var names: [String] = []
        for element in try node.list() {
            if case .mapping = element.content {
                names.append(try element.mapping().required("name").text())
            } else {
                names.append(try element.text())
            }
        }
        return names
    }

    /// As it stands today in the store's own configuration, and stood among the settings before; `nil` where it is referred to.
    private func connectionString() throws(DocumentError) -> Secret? {
        var node = settings["connection_string"]
        if let store = settings["pgvector_configuration"], case .mapping = store.content {
            node = try store.mapping()["connection_string"] ?? node
        }
        guard let node, case .string(let text) = node.content, !text.isEmpty else { return nil }
        return Secret(text)
    }

    private func hasContent(_ key: String) -> Bool {
        switch settings[key]?.content {
        case nil: false
        case .string(let text): !text.isEmpty
        case .mapping(let entries): !entries.isEmpty
        default: true
        }
    }

    // MARK: Notes

    private mutating func noteOtherKeys() {
        for entry in settings.entries where !Self.known.contains(entry.key) {
            guard let nearest = NearestWord.find(for: entry.key, in: Self.known) else { continue }
            notes.append("\(entry.value.field): unknown key “\(entry.key)”, did you mean “\(nearest)”?")
        }
        let unused = Self.ignored.filter { settings[$0] != nil }
        if !unused.isEmpty {
            notes.append("the toolkit takes \(unused.joined(separator: ", ")) and does nothing with it")
        }
    }
}
