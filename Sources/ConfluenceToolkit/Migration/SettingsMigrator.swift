import ConfluenceWire
import Documents

/// Turns the settings of an old toolkit into today's, all but the credential.
struct SettingsMigrator {
    private let settings: DocumentMapping
    private let toolkit: String
    private let writesSecrets: Bool
    private(set) var changes: [String] = []
    private(set) var secretsToMake: [Migration.SecretToMake] = []
    /// The credential of the vector store, where the old settings held its connection.
    private(set) var vectorStore: JSON?

    /// Settings that mean today what they meant before.
    private static let kept: Set<String> = [
        "limit", "labels", "max_pages", "number_of_retries", "min_retry_seconds", "max_retry_seconds", "api_version",
        "embedding_model",
        "pgvector_configuration",
    ]
    /// Settings that are read in another place.
    private static let moved: Set<String> = [
        "base_url", "username", "api_key", "token", "hosting", "confluence_configuration", "toolkit_name",
    ]
    /// Settings without any effect today, with what to know about it.
    private static let dropped = [
        "verify_ssl": "it has no effect any more: certificates are always checked",
        "additional_fields": "it has no effect any more",
        "embedding_model_params": "the embedding model is chosen by its name alone",
    ]
    private static let renamedTools = ["list_collections": "list_indexes"]
    private static let goneTools: Set<String> = ["loader", "page_exists"]

    init(_ settings: DocumentMapping, toolkit: String, writesSecrets: Bool) {
        self.settings = settings
        self.toolkit = toolkit
        self.writesSecrets = writesSecrets
    }

    mutating func read() throws(DocumentError) -> JSON {
        var json: JSON = ["confluence_configuration": .null]
        for entry in settings.entries where !Self.moved.contains(entry.key) {
            switch entry.key {
            case "space", "space_key": try readSpace(entry, into: &json)
            case "cloud": changes.append("“cloud” became the credential's “hosting”")
            case "connection_string": try readConnection(entry.value, into: &json)
            case "selected_tools": json["selected_tools"] = .array(try tools(entry.value))
            case "custom_headers": try readHeaders(entry.value, into: &json)
            case let key where Self.kept.contains(key): json[key] = entry.value.json
            case let key where Self.dropped[key] != nil:
                changes.append("“\(key)” was left out: \(Self.dropped[key] ?? "")")
            case let key: changes.append("“\(key)” was left out: today's toolkit doesn't know it")
            }
        }
        return json
    }

    private mutating func readSpace(_ entry: DocumentNode.Entry, into json: inout JSON) throws(DocumentError) {
        // Today's reader takes `space_key` before an older `space`.
        if entry.key == "space", settings.entries.contains(where: { $0.key == "space_key" }) { return }
        guard !entry.value.isNull else { return }
        json["space_key"] = .string(try entry.value.text())
        if entry.key == "space" { changes.append("“space” is called “space_key” now") }
    }

    private mutating func readConnection(_ node: DocumentNode, into json: inout JSON) throws(DocumentError) {
        guard let value = try SecretField.read(node), !value.isEmpty else { return }
        let title = "pgvector-\(toolkit)"
        let reference = "pgvector_\(Slug.identifier(toolkit))_connection_string"
        let (written, secret) = SecretField.written(value, as: reference, from: node, writesSecrets: writesSecrets)
        if let secret { secretsToMake.append(secret) }
        vectorStore = ["type": "pgvector", "alita_title": .string(title), "data": ["connection_string": written]]
        json["pgvector_configuration"] = [
            "private": true, "alita_title": .string(title), "configuration_type": "pgvector",
        ]
        changes.append("“connection_string” moved into the credential “\(title)”")
    }

    /// A header's value may well be a secret, so it is treated as one.
    private mutating func readHeaders(_ node: DocumentNode, into json: inout JSON) throws(DocumentError) {
        var headers: JSON = [:]
        for entry in try node.mapping().entries {
            guard let value = try SecretField.read(entry.value) else { continue }
            let reference = "confluence_\(Slug.identifier(toolkit))_header_\(Slug.identifier(entry.key))"
            let (written, secret) = SecretField.written(
                value, as: reference, from: entry.value, writesSecrets: writesSecrets)
            headers[entry.key] = written
            if let secret { secretsToMake.append(secret) }
        }
        json["custom_headers"] = headers
    }

    private mutating func tools(_ node: DocumentNode) throws(DocumentError) -> [JSON] {
        var tools: [JSON] = []
        for element in try node.list() {
            let isMapping = if case .mapping = element.content { true } else { false }
            let name = isMapping ? try element.mapping().required("name").text() : try element.text()
            if Self.goneTools.contains(name) {
                changes.append("the tool “\(name)” was left out: it doesn't exist any more")
            } else if let renamed = Self.renamedTools[name] {
                changes.append("the tool “\(name)” is called “\(renamed)” now")
                tools.append(.string(renamed))
            } else {
                if ToolkitTool(rawValue: name) == nil {
                    changes.append("the toolkit has no tool “\(name)”; it was kept as written")
                }
                tools.append(.string(name))
            }
        }
        return tools
    }
}

/// A field that holds a secret, or refers to one.
enum SecretField {
    /// The field's text; `nil` where it holds another reference than a text.
    static func read(_ node: DocumentNode) throws(DocumentError) -> String? {
        if case .mapping = node.content { return "" }
        return node.isNull ? nil : try node.text()
    }

    /// What a document of today says in the secret's place, and the secret that has to be made for it.
    static func written(
        _ value: String, as reference: String, from node: DocumentNode, writesSecrets: Bool
    ) -> (JSON, Migration.SecretToMake?) {
        let isReference = value.hasPrefix("{{") || value.hasPrefix("${")
        if isReference || writesSecrets { return (.string(value), nil) }
        return (.string("{{secret.\(reference)}}"), .init(name: reference, place: node.field))
    }
}

/// The address without a login in it, as people sometimes paste it.
enum BaseURL {
    static func withoutUser(_ text: String) -> String {
        guard let mark = text.firstRange(of: "://") else { return text }
        let rest = text[mark.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        guard let at = rest[..<end].lastIndex(of: "@") else { return text }
        return String(text[..<mark.upperBound]) + String(rest[rest.index(after: at)...])
    }
}

/// Names made of other names.
enum Slug {
    /// Letters, digits and dashes, as file names and titles may have them.
    static func name(_ text: String) -> String { words(text).joined(separator: "-") }

    /// Letters, digits and underscores, as secrets are named.
    static func identifier(_ text: String) -> String { words(text).joined(separator: "_") }

    private static func words(_ text: String) -> [String] {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        return words.isEmpty ? ["confluence"] : words
    }
}
