import ConfluenceToolkit
import ConfluenceWire
import Foundation
import JSONSchema
import Scenarios
import Subprocess
import Testing

@Suite("The commands around a diagnosis")
struct DeskCommandTests {
    private static func schema(_ name: String) throws -> Schema {
        let file = BuiltCommand.root.appending(path: "docs/schemas/\(name).schema.json")
        return try Schema(JSONReader.read(Array(Data(contentsOf: file))))
    }

    /// A toolkit's configuration for a site that was announced, as text.
    private static func configuration(_ announced: JSON, user: String = "reader-bot", space: String = "DOCS") throws
        -> String
    {
        let site = try #require(announced["sites"]?[0])
        let account = try #require(site["users"]?.arrayValue?.first { $0["name"]?.stringValue == user })
        let token = try #require(account["tokens"]?[0]?["value"])
        var credential: JSON = ["base_url": site["url"] ?? ""]
        if site["deployment"]?.stringValue?.hasPrefix("cloud") == true {
            (credential["username"], credential["api_key"]) = (account["email"], token)
        } else {
            credential["token"] = token
        }
        let configuration: JSON = [
            "toolkit_name": "docs",
            "settings": [
                "confluence_configuration": credential, "space_key": .string(space),
                "selected_tools": ["read_page_by_id", "create_page"],
            ],
        ]
        return configuration.compactText
    }

    @Test("permissions says what is missing, by exit code, text and JSON", arguments: SimulateTests.sites)
    func permissions(site: String) async throws {
        let (_, outcomes) = try await BuiltCommand.simulating(site: site) { announced in
            var outcomes: [BuiltCommand.Outcome] = []
            for (user, format) in [("reader-bot", "text"), ("reader-bot", "json"), ("writer-bot", "text")] {
                outcomes.append(
                    try await BuiltCommand.run(
                        ["permissions", "-", "--format", format], input: try Self.configuration(announced, user: user)))
            }
            outcomes.append(
                try await BuiltCommand.run(["permissions", "-", "--offline"], input: try Self.configuration(announced)))
            return outcomes
        }
        #expect(outcomes.map(\.status) == [1, 1, 0, 0], "\(outcomes)")
        #expect(outcomes[0].output.contains("Pages: Add"))
        #expect(try outcomes[1].json()["verdict"] == "missing")
        #expect(outcomes[3].output.contains("not asked"))
    }

    @Test("a bundle that one side writes is read at the other", arguments: SimulateTests.sites)
    func bundle(site: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "case.zip").path()
            let (_, written) = try await BuiltCommand.simulating(site: site) { announced in
                let text = try Self.configuration(announced, space: "docs")
                return (try await BuiltCommand.run(["diagnose", "-", "--bundle", file], input: text), text)
            }
            #expect(written.0.status == 1, "\(written)")
            let shown = try await BuiltCommand.run(["bundle", "show", file])
            #expect(shown.status == 1, "\(shown)")
            #expect(shown.output.contains("came to the same causes"))
            #expect(shown.output.contains("space.key-case"))
            let json = try await BuiltCommand.run(["bundle", "show", file, "--format", "json"]).json()
            #expect(json["agrees"] == true)
            #expect(try Self.schema("bundle").violations(of: json).isEmpty)
            #expect(try Self.schema("diagnosis").violations(of: #require(json["report"])).isEmpty)
            let secret = try #require(try JSONReader.read(written.1)["settings"]?["confluence_configuration"])
            let value = try #require((secret["token"] ?? secret["api_key"])?.stringValue)
            #expect(!String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).contains(value))

            try Data("PK no".utf8).write(to: folder.appending(path: "bad.zip"))
            let bad = try await BuiltCommand.run(["bundle", "show", folder.appending(path: "bad.zip").path()])
            #expect(bad.status == 2)
            #expect(bad.errors.contains("bad.zip: "))
        }
    }

    @Test("a monitor tells by its exit code whether all worked", arguments: SimulateTests.sites)
    func monitor(site: String) async throws {
        let (_, outcome) = try await BuiltCommand.simulating(site: site) { announced in
            try await BuiltCommand.run(
                ["monitor", "-", "--every", "5s", "--for", "1s", "--format", "json", "--tool", "create_page"],
                input: try Self.configuration(announced))
        }
        #expect(outcome.status == 0, "\(outcome)")
        let lines = outcome.output.split(separator: "\n")
        #expect(try lines.map { try JSONReader.read(String($0))["event"] } == ["round", "summary"])
    }

    // MARK: MCP

    @Test("our own MCP client gets a diagnosis from the command", arguments: SimulateTests.sites)
    func assistant(site: String) async throws {
        try await withTemporaryFolder { folder in
            let (_, answers) = try await BuiltCommand.simulating(site: site) { announced in
                let path = folder.appending(path: "toolkit.json").path()
                try Data(try Self.configuration(announced, space: "docs").utf8).write(to: URL(filePath: path))
                let driver = MCPDriver(
                    name: "doctor",
                    command: .init(
                        executable: BuiltCommand.path, arguments: ["mcp"], environment: ["PATH": "/usr/bin:/bin"]))
                let setup = DriverSetup(
                    document: [:], configuration: ToolkitConfiguration(credential: .init(baseURL: "http://a.example")),
                    send: { _ in Response(status: 404) }, proxy: nil)
                return try await driver.withSession(for: setup) { session in
                    var answers: [ToolAnswer] = []
                    for (tool, arguments) in [
                        ("diagnose", ["config": .string(path)]),
                        ("permissions", ["config": .string(path), "offline": true]),
                        ("explain", ["cause": "credential.whitespace"]), ("diagnose", ["config": "no-such-file"]),
                    ] as [(String, JSONObject)] {
                        answers.append(try await session.call(tool, arguments: arguments, deadline: .seconds(600)))
                    }
                    return answers
                }
            }
            guard case .value(let diagnosis) = answers[0], case .value(let permissions) = answers[1],
                case .value(let page) = answers[2], case .failure(_, let message) = answers[3]
            else {
                Issue.record("\(answers)")
                return
            }
            #expect(diagnosis["causes"]?[0]?["id"] == "space.key-case")
            #expect(permissions["verdict"] == "not-asked")
            #expect(page["id"] == "credential.whitespace")
            #expect(!page.compactText.contains("{stray"))
            #expect(message.contains("no-such-file"))
        }
    }

    @Test("garbage on standard input is answered line by line, and the end of input ends the server")
    func garbage() async throws {
        var lines = ["garbage", "{", "[]", "\u{FFFD}\u{0}", String(repeating: "[", count: 100_000)]
        lines.append(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)
        let outcome = try await BuiltCommand.run(["mcp"], input: lines.joined(separator: "\n") + "\n")
        #expect(outcome.status == 0)
        let answers = try outcome.output.split(separator: "\n").map { try JSONReader.read(String($0)) }
        #expect(answers.count == lines.count)
        #expect(answers.dropLast().allSatisfy { $0["error"]?["code"] != nil })
        #expect(answers.last?["result"] == [:])
    }
}
