import ConfluenceModel
import ConfluenceWire
package import Documents

/// Turns configurations of the old, Agent-based form into today's, without repeating a secret.
package struct Migrator {
    /// Whether the values of secrets are written into the credentials; else these refer to secrets by name.
    private let writesSecrets: Bool
    private(set) var migration = Migration()
    private var names: Set<String> = []

    private init(writesSecrets: Bool) {
        self.writesSecrets = writesSecrets
    }

    package static func migrate(_ node: DocumentNode, writesSecrets: Bool = false) throws(DocumentError) -> Migration {
        // What is no configuration at all is said in the reader's words.
        _ = try ConfigurationReader.read(node)
        var migrator = Migrator(writesSecrets: writesSecrets)
        try migrator.visit(node)
        return migrator.migration
    }

    // MARK: Finding the toolkits

    private mutating func visit(_ node: DocumentNode) throws(DocumentError) {
        if case .list(let elements) = node.content {
            for element in elements { try visit(element) }
            return
        }
        let document = try node.mapping()
        if let entries = Self.entries(of: document) {
            for entry in entries { try visitEntry(try entry.mapping()) }
        } else if let settings = document["settings"] {
            try visitToolkit(settings.mapping(), entry: document)
        } else {
            try visitToolkit(document, entry: nil)
        }
    }

    private static func entries(of document: DocumentMapping) -> [DocumentNode]? {
        for key in ["toolkits", "tools"] {
            guard case .list(let entries)? = document[key]?.content else { continue }
            if entries.allSatisfy({ if case .mapping = $0.content { true } else { false } }) { return entries }
        }
        for key in ["version_details", "version", "agent"] {
            if let inner = document[key], let mapping = try? inner.mapping(), let entries = entries(of: mapping) {
                return entries
            }
        }
        return nil
    }

    private mutating func visitEntry(_ entry: DocumentMapping) throws(DocumentError) {
        let type = try entry.text("type")
        guard type.map({ $0.lowercased() == "confluence" }) ?? true, let settings = entry["settings"] else {
            migration.leftAlone.append("\(try name(of: entry) ?? "a toolkit") is of type “\(type ?? "")”")
            return
        }
        try visitToolkit(settings.mapping(), entry: entry)
    }

    private func name(of entry: DocumentMapping?) throws(DocumentError) -> String? {
        for key in ["toolkit_name", "name", "toolkit"] {
            if let name = try entry?.text(key), !name.isEmpty { return name }
        }
        return nil
    }

    // MARK: One toolkit

    private mutating func visitToolkit(_ settings: DocumentMapping, entry: DocumentMapping?) throws(DocumentError) {
        var nested: DocumentMapping?
        if let node = settings["confluence_configuration"], case .mapping = node.content { nested = try node.mapping() }
        let isMiddle = nested != nil && settings["base_url"] != nil
        let isFlat =
            settings["confluence_configuration"] == nil
            && SettingsReader.credentialKeys.contains { settings[$0] != nil }
            && (entry != nil || settings.entries.contains { SettingsReader.keysOfOldSettings.contains($0.key) })
        var named = try name(of: entry)
        if named == nil { named = try settings.text("toolkit_name") }
        guard isFlat || isMiddle else {
            migration.leftAlone.append("\(named ?? "the configuration") has today's form")
            return
        }
        let name = unused(Slug.name(named ?? "confluence"))
        let fields = nested ?? settings
        let credential = try credential(fields, settings: settings, toolkit: name)
        var reader = SettingsMigrator(settings, toolkit: name, writesSecrets: writesSecrets)
        var json = try reader.read()
        json["confluence_configuration"] = ["private": true, "alita_title": .string(credential)]
        migration.changes += reader.changes.map { "\(name): \($0)" }
        migration.secretsToMake += reader.secretsToMake
        if let store = reader.vectorStore {
            migration.credentials.append(.init(name: "credential-\(Migration.title(store)).json", json: store))
        }
        var toolkit: JSON = ["type": "confluence", "toolkit_name": .string(named ?? name)]
        if let description = try entry?.text("description") { toolkit["description"] = .string(description) }
        toolkit["settings"] = json
        migration.toolkits.append(.init(name: "toolkit-\(name).json", json: toolkit))
    }

    private mutating func unused(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !names.insert(candidate).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }

    // MARK: The credential

    /// Makes the credential, or finds the same one that an earlier toolkit had, and gives its name.
    private mutating func credential(
        _ fields: DocumentMapping, settings: DocumentMapping, toolkit: String
    ) throws(DocumentError) -> String {
        var data: JSON = [:]
        var made: [Migration.SecretToMake] = []
        var written = try fields.text("base_url")
        if written == nil { written = try settings.text("base_url") }
        let address = written ?? ""
        let base = BaseURL.withoutUser(address)
        if base != address {
            migration.changes.append(
                "\(toolkit): the user name and password inside base_url were taken out; the toolkit never used them")
        }
        data["base_url"] = .string(base)
        data["hosting"] = .string(try hosting(fields, settings, toolkit))
        if let user = try fields.text("username"), !user.isEmpty { data["username"] = .string(user) }
        for key in ["api_key", "token"] {
            guard let node = fields[key], let value = try SecretField.read(node), !value.isEmpty else { continue }
            let reference = "confluence_\(Slug.identifier(toolkit))_\(key)"
            let (json, secret) = SecretField.written(value, as: reference, from: node, writesSecrets: writesSecrets)
            data[key] = json
            if let secret { made.append(secret) }
        }
        // The same login at the same site is one credential, however many toolkits had it.
        if let known = known(data, fields) { return known }
        let title = "confluence-\(toolkit)"
        migration.credentials.append(
            .init(
                name: "credential-\(title).json",
                json: ["type": "confluence", "alita_title": .string(title), "data": data]))
        originals[title] = Original(fields: fields, data: data)
        migration.secretsToMake += made
        migration.changes.append("\(toolkit): base_url and login moved into the credential “\(title)”")
        return title
    }

    private func hosting(
        _ fields: DocumentMapping, _ settings: DocumentMapping, _ toolkit: String
    ) throws(DocumentError) -> String {
        if let cloud = try settings.bool("cloud") { return (cloud ? Hosting.cloud : Hosting.server).rawValue }
        return try fields.text("hosting").flatMap { Hosting(ignoringCase: $0) }?.rawValue ?? Hosting.auto.rawValue
    }

    private struct Original {
        var fields: DocumentMapping
        var data: JSON
    }

    private var originals: [String: Original] = [:]

    private func known(_ data: JSON, _ fields: DocumentMapping) -> String? {
        originals.first { _, original in
            let isSameSite = ["base_url", "hosting", "username"].allSatisfy { original.data[$0] == data[$0] }
            return isSameSite && ["api_key", "token"].allSatisfy { original.fields[$0]?.json == fields[$0]?.json }
        }?.key
    }
}
