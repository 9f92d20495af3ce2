import ConfluenceModel
import ConfluenceToolkit
import Documents
import Testing

@Suite("Reading a configuration")
struct ConfigurationReaderTests {
    struct Form: Sendable, CustomTestStringConvertible {
        var form: ConfigurationForm
        var document: String
        var tokenPath: String
        var testDescription: String { "\(form.rawValue): token at \(tokenPath)" }
    }

    /// The same toolkit, written in every form.
    static let forms = [
        Form(
            form: .settings,
            document: """
                {"confluence_configuration": {"base_url": "https://docs.acme.example", "token": "pat-1", "hosting": "Server"}, "space_key": "DOCS"}
                """,
            tokenPath: "confluence_configuration.token"),
        Form(
            form: .toolkit,
            document: """
                type: confluence
                toolkit_name: Docs
                settings:
                  confluence_configuration: {base_url: "https://docs.acme.example", token: pat-1, hosting: Server}
                  space_key: DOCS
                """,
            tokenPath: "settings.confluence_configuration.token"),
        Form(
            form: .credential,
            document: """
                {"type": "confluence", "elitea_title": "docs", "data": {"base_url": "https://docs.acme.example", "token": "pat-1", "hosting": "Server"}}
                """,
            tokenPath: "data.token"),
        Form(
            form: .credential,
            document:
                #"{"base_url": "https://docs.acme.example", "token": "pat-1", "api_key": null, "hosting": "Server"}"#,
            tokenPath: "token"),
        Form(
            form: .agent,
            document: """
                name: Writer
                toolkits:
                  - {toolkit: Tracker, type: jira, settings: {}}
                  - toolkit: Docs
                    type: confluence
                    settings:
                      space: DOCS
                      confluence_configuration: {base_url: "https://docs.acme.example", token: pat-1, hosting: Server}
                """,
            tokenPath: "toolkits[1].settings.confluence_configuration.token"),
        Form(
            form: .agent,
            document: """
                credentials:
                  - {type: confluence, title: docs, data: {base_url: "https://docs.acme.example", token: pat-1, hosting: Server}}
                tools:
                  - type: confluence
                    settings: {space_key: DOCS, confluence_configuration: {private: true, alita_title: docs}}
                """,
            tokenPath: "credentials[0].data.token"),
        Form(
            form: .legacyAgent,
            document: """
                tools:
                  - type: confluence
                    settings: {base_url: "https://docs.acme.example", token: pat-1, cloud: false, space: DOCS, verify_ssl: true}
                """,
            tokenPath: "tools[0].settings.token"),
        Form(
            form: .legacyMiddle,
            document: """
                {"settings": {"base_url": "https://docs.acme.example", "cloud": false, "space": "DOCS",
                 "confluence_configuration": {"token": "pat-1"}}}
                """,
            tokenPath: "settings.confluence_configuration.token"),
    ]

    @Test("finds the same toolkit in each form", arguments: forms)
    func findsToolkit(_ example: Form) throws {
        let toolkits = try read(example.document)
        let toolkit = try #require(toolkits.first)
        #expect(toolkits.count == 1)
        #expect(toolkit.form == example.form)
        #expect(toolkit.credential.baseURL == "https://docs.acme.example")
        #expect(toolkit.authentication == .bearer(Secret("pat-1")))
        #expect(toolkit.isCloud == false)
        #expect(toolkit.path(of: .token) == example.tokenPath)
        if example.form != .credential { #expect(toolkit.spaceKey == "DOCS") }
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var document: String
        var message: String
        var testDescription: String { message }
    }

    static let mistakes = [
        Mistake(
            document: "base_url: https://acme.example\nhosting: Clud",
            message: "test.yaml:2:10: hosting: unknown hosting “Clud”, did you mean “Cloud”?"),
        Mistake(
            document: "settings:\n  limit: 0\n  confluence_configuration: {base_url: x}",
            message: "test.yaml:2:10: settings.limit: a number above zero is expected, found 0"),
        Mistake(
            document: "settings:\n  selected_tools: read_page_by_id\n  confluence_configuration: {base_url: x}",
            message: "test.yaml:2:19: settings.selected_tools: a list is expected, found a text"),
        Mistake(
            document: "confluence_configuration:\n  base_url: [x]",
            message: "test.yaml:2:13: confluence_configuration.base_url: a text is expected, found a list"),
        Mistake(
            document: "api_version: 3\nconfluence_configuration: {base_url: x}",
            message: "test.yaml:1:14: api_version: unknown version “3”; known are Auto, 1, 2"),
        Mistake(
            document: "setings:\n  limit: 5",
            message: "test.yaml:2:3: setings: unknown key “setings”, did you mean “settings”?"),
        Mistake(
            document: "type: jira\nsettings: {confluence_configuration: {base_url: x}}",
            message:
                "test.yaml:1:7: type: the toolkit is of type “jira”, only “confluence” can be diagnosed"),
        Mistake(
            document: "toolkits:\n  - {type: jira, settings: {}}",
            message: "test.yaml:1:1: there is no Confluence toolkit in this document"),
        Mistake(
            document: "settings:\n  limit: 5",
            message:
                "test.yaml:2:3: settings: the key “confluence_configuration” is missing: the toolkit has no credential"),
    ]

    @Test("says where a mistake is and what is right", arguments: mistakes)
    func pointsAtMistake(_ example: Mistake) {
        #expect {
            _ = try read(example.document)
        } throws: { error in
            "\(error)" == example.message
        }
    }

    @Test(
        "keeps placeholders apart from secrets",
        arguments: [#""{{secret.docs}}""#, #""${TOKEN}""#, #"{"$ref": "docs"}"#])
    func placeholders(value: String) throws {
        let toolkit = try #require(try read(#"{"base_url": "https://acme.example", "token": \#(value)}"#).first)
        #expect(toolkit.credential.unresolvedSecret == ["token"])
        #expect(toolkit.credential.token == nil)
        #expect(toolkit.authentication == .anonymous)
    }

    @Test(
        "knows what a pipeline, a vault or a template would have filled in",
        arguments: [
            "$(ConfluencePat)", "ENC(Q9s8dHk2Lw==)", "ENC[AES256_GCM,data:x]", "{cipher}AQBk2xO1",
            "gcp-sm://wiki/token",
            "file:///etc/secrets/token", "ref+awssm://wiki", "credentials('wiki-token')", "getenv(\"TOKEN\")",
            "process.env.WIKI_TOKEN", "secrets.WIKI_TOKEN", "$env:WIKI_TOKEN", "<%= token %>", "paste-your-token-here",
            "insert API key", "put the password here", "{COQLCE6DU6GtcS5P1234=}",
        ])
    func references(value: String) throws {
        let text = "\"\(value.replacing("\"", with: "\\\""))\""
        let toolkit = try #require(try read(#"{"base_url": "https://acme.example", "token": \#(text)}"#).first)
        #expect(toolkit.credential.unresolvedSecret == ["token"])
    }

    @Test(
        "takes what a person may have chosen for a value",
        arguments: [
            "${HOME}-is-a-password", "Winter(2025)", "secret(2025)", "two words here", "my dog(s)", "the key to it all",
            "http://x", "a:b//c", "{braces}", "[winter-7]", "enter-at-7",
        ])
    func chosen(value: String) throws {
        let text = "\"\(value.replacing("\"", with: "\\\""))\""
        let toolkit = try #require(
            try read(#"{"base_url": "htps://acme.example", "username": "mira", "api_key": \#(text)}"#).first)
        #expect(toolkit.credential.unresolvedSecret.isEmpty)
        #expect(toolkit.credential.apiKey?.revealed(for: .lint) == value)
    }

    @Test(
        "takes a word for “nothing” as the token that it is where it hides a login",
        arguments: ["n/a", "none", "TBD", "-", "(null)"])
    func hidingWord(_ word: String) throws {
        let base = #""base_url": "https://acme.example", "token": "\#(word)""#
        let hiding = try #require(
            try read(#"{\#(base), "username": "mira", "api_key": "winter-7"}"#).first)
        #expect(hiding.credential.token?.revealed(for: .lint) == word)
        #expect(hiding.credential.unresolvedSecret.isEmpty)
        for beside in ["", #", "username": "mira""#, #", "username": "mira", "api_key": "${KEY}""#] {
            let alone = try #require(try read("{\(base)\(beside)}").first)
            #expect(alone.credential.token == nil, "\(beside)")
            #expect(alone.credential.unresolvedSecret.contains("token"), "\(beside)")
        }
    }

    @Test("keeps the name of a credential that is elsewhere")
    func reference() throws {
        let toolkit = try #require(
            try read(#"{"confluence_configuration": {"private": false, "elitea_title": "docs"}}"#).first)
        #expect(toolkit.credential.reference == "docs")
        #expect(toolkit.credential.baseURL.isEmpty)
    }

    @Test("takes null for every optional setting, and notes what is unknown")
    func tolerance() throws {
        let document = """
            {"settings": {"space_key": null, "space": "DOCS", "api_version": null, "limit": null, "labels": null,
             "max_pages": null, "custom_headers": null, "selected_tools": ["read_page_by_id", "list_collections"],
             "cloud": null, "pgvector_configuration": null, "embedding_model": "", "id": 7, "meta": {}, "spacekey": 1,
             "confluence_configuration": {"base_url": "https://acme.example", "username": null, "hosting": "cloud"}}}
            """
        let toolkit = try #require(try read(document).first)
        #expect(toolkit.spaceKey == nil)
        #expect(toolkit.limit == 5)
        #expect(toolkit.unknownTools == ["list_collections"])
        #expect(toolkit.offeredTools == [.readPageByID])
        #expect(toolkit.hasEmbeddingModel == false)
        #expect(toolkit.isCloud)
        #expect(
            toolkit.notes == [
                "settings.spacekey: unknown key “spacekey”, did you mean “space_key”?",
                "settings.confluence_configuration.hosting: “cloud” is written “Cloud”",
            ])
    }

    @Test("names the place where a missing setting belongs")
    func missingPlaces() throws {
        let toolkit = try #require(try read(#"{"settings": {"confluence_configuration": {"base_url": "x"}}}"#).first)
        #expect(toolkit.path(of: .token) == "settings.confluence_configuration.token")
        #expect(toolkit.path(of: .spaceKey) == "settings.space_key")
    }

    private func read(_ document: String) throws -> [ToolkitConfiguration] {
        let isJSON = document.trimmingEdges().hasPrefix("{")
        let file = isJSON ? "test.json" : "test.yaml"
        return try ConfigurationReader.read(DocumentReader.read(Array(document.utf8), file: file))
    }
}
