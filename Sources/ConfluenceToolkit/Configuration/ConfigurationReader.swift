import ConfluenceModel
package import Documents

/// Finds the Confluence toolkits in a document, in each of the forms that ELITEA has written or taken.
package enum ConfigurationReader {
    /// The toolkits of a document in their order; a document without any is an error.
    package static func read(_ node: DocumentNode) throws(DocumentError) -> [ToolkitConfiguration] {
        do {
            return try readToolkits(node)
        } catch {
            throw FileKind.error(error, of: node, expected: .configuration)
        }
    }

    private static func readToolkits(_ node: DocumentNode) throws(DocumentError) -> [ToolkitConfiguration] {
        let toolkits: [ToolkitConfiguration]
        if case .list(let elements) = node.content {
            var collected: [ToolkitConfiguration] = []
            for element in elements { collected += try read(element) }
            toolkits = collected
        } else {
            toolkits = try readDocument(try node.mapping())
        }
        guard !toolkits.isEmpty else { throw node.error("there is no Confluence toolkit in this document") }
        return toolkits
    }

    private static func readDocument(_ document: DocumentMapping) throws(DocumentError) -> [ToolkitConfiguration] {
        if let entries = toolkitEntries(of: document) {
            return try readAgent(entries, credentials: try credentials(of: document))
        }
        if document["settings"] != nil {
            return [try readEntry(document, form: .toolkit, credentials: [:])]
        }
        if document["confluence_configuration"] != nil || isFlat(document) {
            return [try readSettings(document, form: .settings, name: nil, tools: nil, credentials: [:])]
        }
        if let data = document["data"] {
            return [try readCredential(data, name: try credentialName(document))]
        }
        if SettingsReader.credentialKeys.contains(where: { document[$0] != nil }) {
            return [try readCredential(document.node, name: try credentialName(document))]
        }
        let known = ["settings", "confluence_configuration", "data", "toolkits", "base_url"]
        if let entry = document.entries.first(where: { NearestWord.find(for: $0.key, in: known) != nil }) {
            throw entry.value.error(DocumentNode.unknown("key", entry.key, among: known))
        }
        throw document.node.error(
            "this is no configuration of a Confluence toolkit: expected are settings, a credential or an agent with toolkits"
        )
    }

    // MARK: Agents

    /// The list that makes a document an agent: mappings under `toolkits` or `tools`, also of its version.
    private static func toolkitEntries(of document: DocumentMapping) -> [DocumentNode]? {
        for key in ["toolkits", "tools"] {
            guard case .list(let entries)? = document[key]?.content else { continue }
            if entries.allSatisfy({ if case .mapping = $0.content { true } else { false } }) { return entries }
        }
        for key in ["version_details", "version", "agent"] {
            guard let inner = document[key], let mapping = try? inner.mapping() else { continue }
            if let entries = toolkitEntries(of: mapping) { return entries }
        }
        return nil
    }

    private static func readAgent(
        _ entries: [DocumentNode],
        credentials: [String: DocumentNode]
    ) throws(DocumentError) -> [ToolkitConfiguration] {
        var toolkits: [ToolkitConfiguration] = []
        for entry in entries {
            let entry = try entry.mapping()
            let type = try entry.text("type")
            let isConfluence = type.map { $0.lowercased() == "confluence" } ?? (entry["settings"] != nil)
            guard isConfluence else { continue }
            toolkits.append(try readEntry(entry, form: .agent, credentials: credentials))
        }
        return toolkits
    }

    /// The credentials that stand beside the toolkits, by their names.
    private static func credentials(of document: DocumentMapping) throws(DocumentError) -> [String: DocumentNode] {
        var credentials: [String: DocumentNode] = [:]
        for key in ["credentials", "configurations"] {
            guard case .list(let entries)? = document[key]?.content else { continue }
            for entry in entries {
                let entry = try entry.mapping()
                if let name = try credentialName(entry) { credentials[name] = entry["data"] ?? entry.node }
            }
        }
        return credentials
    }

    private static func credentialName(_ credential: DocumentMapping) throws(DocumentError) -> String? {
        for key in ["elitea_title", "alita_title", "title", "name", "label"] {
            if let name = try credential.text(key) { return name }
        }
        return nil
    }

    // MARK: One toolkit

    private static func readEntry(
        _ entry: DocumentMapping,
        form: ConfigurationForm,
        credentials: [String: DocumentNode]
    ) throws(DocumentError) -> ToolkitConfiguration {
        if let type = entry["type"], try type.text().lowercased() != "confluence" {
            throw type.error("the toolkit is of type “\(try type.text())”, only “confluence” can be diagnosed")
        }
        var name: String?
        for key in ["toolkit_name", "name", "toolkit"] where name == nil { name = try entry.text(key) }
        let settings = try entry.required("settings").mapping()
        return try readSettings(settings, form: form, name: name, tools: entry["tools"], credentials: credentials)
    }

    private static func readSettings(
        _ settings: DocumentMapping,
        form: ConfigurationForm,
        name: String?,
        tools: DocumentNode?,
        credentials: [String: DocumentNode]
    ) throws(DocumentError) -> ToolkitConfiguration {
        var reader = SettingsReader(settings: settings, credentials: credentials)
        return try reader.read(form: form, name: name, tools: tools)
    }

    private static func readCredential(
        _ node: DocumentNode,
        name: String?
    ) throws(DocumentError) -> ToolkitConfiguration {
        var reader = CredentialReader()
        try reader.read(node, kind: .alone)
        var toolkit = ToolkitConfiguration(name: name, form: .credential, credential: reader.credential)
        toolkit.notes = reader.notes
        toolkit.places.credential = node.field
        toolkit.places.found = reader.found
        return toolkit
    }

    /// Whether a mapping holds a toolkit's settings and a credential's fields side by side.
    private static func isFlat(_ mapping: DocumentMapping) -> Bool {
        guard mapping["base_url"] != nil else { return false }
        return mapping.entries.contains { SettingsReader.keysOfOldSettings.contains($0.key) }
    }
}
