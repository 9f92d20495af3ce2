import Documents

/// Reads the credentials and the toolkit configurations of a scenario, placeholders and all.
enum ToolkitsReader {
    struct Toolkits {
        var credentials: [CredentialDocument] = []
        /// `nil` where they can't be read, so that nobody takes their names for unknown.
        var configurations: [ConfigurationDocument]? = []
    }

    static func read(_ fields: DocumentMapping, _ mistakes: inout Mistakes) -> Toolkits {
        var toolkits = Toolkits()
        let found = mistakes.errors.count
        let nodes = mistakes.attempt { () throws(DocumentError) in try fields.list("credentials") } ?? []
        for node in nodes {
            let credential = mistakes.attempt { () throws(DocumentError) in try readCredential(node) }
            guard let credential else { continue }
            if toolkits.credentials.contains(where: { $0.name == credential.name }) {
                mistakes.note(node.error("the title “\(credential.name)” is given to two credentials"))
            }
            toolkits.credentials.append(credential)
        }
        let hasUnreadCredentials = mistakes.errors.count > found
        toolkits.configurations = mistakes.attempt { () throws(DocumentError) in try configurations(fields) }
        guard !hasUnreadCredentials, !toolkits.credentials.isEmpty else { return toolkits }
        for configuration in toolkits.configurations ?? [] {
            let known = toolkits.credentials
            _ = mistakes.attempt { () throws(DocumentError) in try configuration.node.takingCredentials(from: known) }
        }
        return toolkits
    }

    private static func readCredential(_ node: DocumentNode) throws(DocumentError) -> CredentialDocument {
        let fields = try node.mapping()
        guard let title = fields["elitea_title"] ?? fields["alita_title"] ?? fields["title"] else {
            throw node.error("a credential needs an elitea_title, by which configurations name it")
        }
        if let type = fields["type"], try type.text().lowercased() != "confluence" {
            throw type.error("a credential of type “confluence” is expected")
        }
        let data = try fields.required("data")
        _ = try data.mapping()
        return CredentialDocument(name: try title.text(), data: data)
    }

    private static func configurations(_ fields: DocumentMapping) throws(DocumentError) -> [ConfigurationDocument] {
        if let several = fields["configurations"] {
            if let one = fields["configuration"] {
                throw one.error("write either “configuration” or “configurations”, not both")
            }
            var documents: [ConfigurationDocument] = []
            for node in try several.list() {
                let words = try node.mapping()
                guard let name = words["toolkit_name"] ?? words["name"] else {
                    throw node.error("one of several configurations needs a toolkit_name, by which steps call it")
                }
                let document = ConfigurationDocument(name: try name.text(), node: node)
                guard !documents.contains(where: { $0.name == document.name }) else {
                    throw name.error("the name “\(document.name)” is given to two configurations")
                }
                documents.append(document)
            }
            guard !documents.isEmpty else { throw several.error("at least one configuration is expected") }
            return documents
        }
        guard fields["configuration"] != nil || needsConfiguration(fields) else { return [] }
        let node = try fields.required("configuration", or: ["configurations"], among: ScenarioReader.keys)
        let words = try node.mapping()
        let name = try (words["toolkit_name"] ?? words["name"])?.text() ?? "toolkit"
        return [ConfigurationDocument(name: name, node: node)]
    }

    /// Whether a tool is called or a diagnosis asked for.
    private static func needsConfiguration(_ fields: DocumentMapping) -> Bool {
        ["diagnose", "setup", "steps", "teardown"].contains { key in
            guard let entry = fields.entries.first(where: { $0.key == key }) else { return false }
            return key == "diagnose" || entry.value.callsToolkit
        }
    }
}

extension DocumentNode {
    /// Whether one of these steps calls a tool or the doctor, also inside a loop.
    fileprivate var callsToolkit: Bool {
        switch content {
        case .list(let steps): steps.contains(where: \.callsToolkit)
        case .mapping(let entries):
            entries.contains { entry in
                ["tool", "diagnose"].contains(entry.key) || (entry.key == "do" && entry.value.callsToolkit)
            }
        default: false
        }
    }

    /// The configuration with the data of a credential wherever it names one.
    func takingCredentials(from credentials: [CredentialDocument]) throws(DocumentError) -> DocumentNode {
        guard case .mapping(let entries) = content else { return self }
        var taken: [Entry] = []
        for var entry in entries {
            if entry.key == "confluence_configuration" {
                entry.value = try entry.value.credential(from: credentials)
            } else {
                entry.value = try entry.value.takingCredentials(from: credentials)
            }
            taken.append(entry)
        }
        var node = self
        node.content = .mapping(taken)
        return node
    }

    private func credential(from credentials: [CredentialDocument]) throws(DocumentError) -> DocumentNode {
        guard case .mapping(let entries) = content,
            let title = entries.first(where: { ["elitea_title", "alita_title"].contains($0.key) })?.value
        else { return self }
        let name = try title.text()
        guard let credential = credentials.first(where: { $0.name == name }) else {
            throw title.error(DocumentNode.unknown("credential", name, among: credentials.map(\.name)))
        }
        var node = credential.data
        node.place = place
        return node
    }
}
