import ConfluenceWire
import Foundation
import Testing

@Suite("Secrets stay where they are")
struct SecretCanaryTests {
    private static let canary = "canary-9b1d7e-do-not-print"

    /// Configurations with the canary in each field that may hold a secret, at a site which refuses it.
    private static let credentials: [JSON] = [
        ["username": "reader-bot@acme.example", "api_key": .string(canary)],
        ["username": "reader-bot@acme.example", "api_key": .string(canary + "\n")],
        ["username": "reader-bot@acme.example", "api_key": .string("“\(canary)”")],
        ["token": .string(canary)],
        ["token": .string("Bearer \(canary)")],
        ["token": .string("JSESSIONID=\(canary)")],
        ["username": .string(canary), "api_key": .string(canary)],
        ["username": .string(escaped), "api_key": .string(escaped)],
        ["username": .string(escaped), "api_key": "wrong", "token": .string(escaped)],
    ]

    /// Files write it otherwise than it reads.
    private static var escaped: String { canary + "\"\\/é" + canary }

    @Test("none appears of those in an address' query")
    func query() async throws {
        let text = """
            {"settings": {"confluence_configuration": {"username": "a@b.example", "api_key": "wrong",
            "base_url": "http://127.0.0.1:9/wiki?os_username=bob&os_password=\(Self.canary)%2F"}, "space_key": "DOCS"}}
            """
        for format in ["text", "json", "html", "markdown", "sarif"] {
            let outcome = try await BuiltCommand.run(["diagnose", "-", "--explain", "--format", format], input: text)
            #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
            #expect(!(outcome.output + outcome.errors).contains(Self.canary), "\(outcome.output)")
        }
    }

    @Test(
        "none appears where an address on the command line can't be used",
        arguments: [
            ["site", "export", "no-such-folder", "--url", "http://bob:\(canary)@127.0.0.1:9/x"],
            ["site", "export", "no-such-folder", "--url", "http://127.0.0.1:9/", "--proxy", "bob:\(canary)@a.example"],
            ["site", "import", "Fixtures/sites/acme-cloud.yaml", "--url", "http://bob:\(canary)@127.0.0.1:9/x"],
            ["record", "--upstream", "bob:\(canary)@a.example"],
            ["record", "--upstream", "http://a.example", "--upstream-proxy", "http://bob:\(canary)@"],
        ])
    func addresses(words: [String]) async throws {
        let outcome = try await BuiltCommand.run(words)
        #expect(outcome.status == 2 || outcome.status == 3, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains("…@"), "\(outcome.errors)")
        #expect(!(outcome.output + outcome.errors).contains(Self.canary), "\(outcome.errors)")
    }

    @Test("none appears in a diagnosis, whatever the field and the format", arguments: credentials.indices)
    func diagnosis(index: Int) async throws {
        for site in SimulateTests.sites {
            let (_, outcomes) = try await BuiltCommand.simulating(site: site) { announced in
                var credential = Self.credentials[index]
                credential["base_url"] = announced["sites"]?[0]?["url"]
                let configuration: JSON = [
                    "toolkit_name": "docs",
                    "settings": ["confluence_configuration": credential, "space_key": "DOCS"],
                ]
                var outcomes: [BuiltCommand.Outcome] = []
                for format in ["text", "json"] {
                    outcomes.append(
                        try await BuiltCommand.run(
                            ["diagnose", "-", "--format", format], input: configuration.compactText))
                }
                return outcomes
            }
            for outcome in outcomes {
                #expect(outcome.status == 1 || outcome.status == 3, "\(outcome.output)")
                let encoded = Data(Self.canary.utf8).base64EncodedString().dropLast(4)
                #expect(!(outcome.output + outcome.errors).contains(Self.canary))
                #expect(!(outcome.output + outcome.errors).contains(encoded))
            }
        }
    }

    @Test(
        "none appears in a scenario's report",
        arguments: ["text", "json", "junit", "tap", "html", "markdown", "github"])
    func scenario(format: String) async throws {
        try await withTemporaryFolder { folder in
            let sites = BuiltCommand.root.appending(path: "Fixtures/sites").path()
            let file = folder.appending(path: "canary.yaml")
            let text = """
                version: 1
                name: A token that nobody knows
                site: \(sites)/acme-cloud.yaml
                configuration:
                  toolkit_name: docs
                  settings:
                    confluence_configuration:
                      base_url: "{{site.url}}"
                      hosting: Cloud
                      username: reader-bot@acme.example
                      api_key: \(Self.canary)
                    space_key: DOCS
                steps:
                  - tool: read_page_by_id
                    arguments: {page_id: "98305"}
                    expect: {answer-contains: this is not in the answer}
                """
            try Data(text.utf8).write(to: file)
            let outcome = try await BuiltCommand.run(["run", file.path(), "--format", format])
            #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
            #expect(!(outcome.output + outcome.errors).contains(Self.canary))
        }
    }
}
