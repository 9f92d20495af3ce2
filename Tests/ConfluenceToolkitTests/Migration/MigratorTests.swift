import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents
import Testing

@Suite("An old configuration becomes a credential and a toolkit")
struct MigratorTests {
    private static let canary = "canary-5f1c-do-not-print"

    static let flat = """
        {"type": "confluence", "name": "KB Search", "settings": {"base_url": "https://acme.atlassian.net/wiki", "username": "bot@acme.example",
         "api_key": "\(canary)", "space": "DOCS", "cloud": true, "limit": 7, "labels": "a;b", "max_pages": 20, "verify_ssl": false,
         "additional_fields": "x", "connection_string": "postgresql://u:\(canary)@db/x", "embedding_model": "ada", "embedding_model_params": {"a": 1},
         "password": "\(canary)", "custom_headers": {"X-Key": "\(canary)"},
         "selected_tools": ["read_page_by_id", "list_collections", "loader"]}}
        """

    static let middle = """
        {"settings": {"base_url": "https://wiki.acme.example", "confluence_configuration": {"token": "\(canary)"}, "space": "OPS", "cloud": false}}
        """

    static let agent = """
        {"name": "helper", "version_details": {"tools": [
          {"type": "jira", "name": "tickets", "settings": {"base_url": "https://jira.acme.example", "token": "\(canary)"}},
          {"type": "confluence", "name": "one", "settings": {"base_url": "https://wiki.acme.example", "token": "\(canary)", "space": "A", "cloud": false}},
          {"type": "confluence", "name": "two", "settings": {"base_url": "https://wiki.acme.example", "token": "\(canary)", "space": "B", "cloud": false}}]}}
        """

    private static func node(_ text: String) throws -> DocumentNode {
        try DocumentReader.readJSON(Array(text.utf8), file: "old.json")
    }

    @Test("each setting goes to its place")
    func places() throws {
        let migration = try Migrator.migrate(Self.node(Self.flat))
        let credential = try #require(migration.credentials.first?.json)
        #expect(credential["type"]?.stringValue == "confluence")
        #expect(credential["data"]?["base_url"]?.stringValue == "https://acme.atlassian.net/wiki")
        #expect(credential["data"]?["hosting"]?.stringValue == "Cloud")
        #expect(credential["data"]?["username"]?.stringValue == "bot@acme.example")
        #expect(credential["data"]?["api_key"]?.stringValue == "{{secret.confluence_kb_search_api_key}}")
        let toolkit = try #require(migration.toolkits.first?.json)
        #expect(toolkit["toolkit_name"]?.stringValue == "KB Search")
        let settings = try #require(toolkit["settings"])
        #expect(settings["space_key"]?.stringValue == "DOCS")
        #expect(settings["limit"]?.integerValue == 7)
        #expect(settings["embedding_model"]?.stringValue == "ada")
        #expect(settings["confluence_configuration"]?["alita_title"] == credential["alita_title"])
        #expect(settings["pgvector_configuration"]?["configuration_type"]?.stringValue == "pgvector")
        #expect(settings["selected_tools"] == ["read_page_by_id", "list_indexes"])
        for key in [
            "space", "cloud", "verify_ssl", "additional_fields", "connection_string", "password", "base_url", "api_key",
        ] {
            #expect(settings[key] == nil, "\(key)")
        }
        #expect(
            migration.secretsToMake.map(\.name).sorted() == [
                "confluence_kb_search_api_key", "confluence_kb_search_header_x_key",
                "pgvector_kb_search_connection_string",
            ])
    }

    @Test("no secret is repeated", arguments: [flat, middle, agent])
    func secrets(document: String) throws {
        let migration = try Migrator.migrate(Self.node(document))
        #expect(migration.isNeeded)
        let texts =
            [migration.whole.prettyText] + migration.changes + migration.steps + migration.leftAlone
            + migration.secretsToMake.flatMap { [$0.name, $0.place] }
        for text in texts { #expect(!text.contains(Self.canary), "\(text)") }
    }

    @Test("a login inside the address is taken out")
    func userInAddress() throws {
        let text = Self.middle.replacing("https://wiki", with: "https://kim:\(Self.canary)@wiki")
        let migration = try Migrator.migrate(Self.node(text))
        #expect(migration.credentials.first?.json["data"]?["base_url"]?.stringValue == "https://wiki.acme.example")
        #expect(!migration.whole.prettyText.contains(Self.canary))
    }

    @Test("with secrets, the values stand in the credential alone")
    func withSecrets() throws {
        let migration = try Migrator.migrate(Self.node(Self.middle), writesSecrets: true)
        #expect(migration.credentials.first?.json["data"]?["token"]?.stringValue == Self.canary)
        #expect(migration.secretsToMake.isEmpty)
        #expect(!migration.toolkits.contains { $0.json.prettyText.contains(Self.canary) })
    }

    @Test("two toolkits with one login share a credential, and other toolkits are left alone")
    func sharing() throws {
        let migration = try Migrator.migrate(Self.node(Self.agent))
        #expect(migration.credentials.count == 1)
        #expect(migration.toolkits.map(\.name) == ["toolkit-one.json", "toolkit-two.json"])
        #expect(migration.leftAlone.count == 1)
        #expect(migration.secretsToMake.count == 1)
    }

    @Test("what was migrated needs no migration, and is read as today's form", arguments: [flat, middle, agent])
    func again(document: String) throws {
        let migration = try Migrator.migrate(Self.node(document))
        let new = try Self.node(migration.whole.compactText)
        #expect(try !Migrator.migrate(new).isNeeded)
        for (before, after) in zip(try ConfigurationReader.read(Self.node(document)), try ConfigurationReader.read(new))
        {
            #expect(!after.form.isLegacy)
            #expect(after.credential.baseURL == before.credential.baseURL)
            #expect(after.isCloud == before.isCloud)
            #expect(after.spaceKey == before.spaceKey)
            #expect(after.limit == before.limit)
            #expect(after.labels == before.labels)
            #expect(after.hasVectorStore == before.hasVectorStore)
        }
    }

    @Test("what is no configuration is said in the reader's words")
    func unusable() throws {
        let node = try Self.node("{\"a\": 1}")
        #expect(throws: DocumentError.self) { try Migrator.migrate(node) }
    }
}
