import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization
import Testing

@testable import AssistantServer

@Suite("The doctor for assistants")
struct AssistantServerTests {
    private static let greeting: JSON = [
        "jsonrpc": "2.0", "id": 0, "method": "initialize",
        "params": [
            "protocolVersion": "2025-06-18", "capabilities": [:], "clientInfo": ["name": "test", "version": "1"],
        ],
    ]

    private final class Written: Sendable {
        private let lines = Mutex<[JSON]>([])
        var all: [JSON] { lines.withLock { $0 } }
        func add(_ line: [UInt8]) {
            lines.withLock { $0.append((try? JSONReader.read(line)) ?? .string("no JSON")) }
        }
    }

    private static func world(
        _ site: ConfluenceSite, files: [String: String] = [:], environment: [String: String] = [:],
        hosts: Set<String> = [], secretsFolder: String? = nil, send: Send? = nil
    ) -> AssistantWorld {
        let moment = ContinuousClock().now
        return AssistantWorld(
            send: send ?? site.send,
            readFile: { path in
                guard let text = files[path] else { throw ToolRefusal("\(path): there is no such file") }
                return Array(text.utf8)
            },
            environment: environment, hosts: hosts, secretsFolder: secretsFolder, page: { "page of \($0.id)" },
            now: { moment }, date: { ConfluenceSite.standingMoment }, wait: { _ in })
    }

    /// What the server answers to lines, in the order in which it does.
    private static func answers(_ world: AssistantWorld, _ lines: [[UInt8]], greets: Bool = true) async -> [JSON] {
        let written = Written()
        let server = AssistantServer(world: world, version: "1") { written.add($0) }
        let (stream, continuation) = AsyncStream.makeStream(of: LineCutter.Line.self)
        for line in (greets ? [JSONWriter.compact(greeting)] : []) + lines { continuation.yield(.whole(line)) }
        continuation.finish()
        await server.serve(stream)
        return greets ? Array(written.all.dropFirst()) : written.all
    }

    private static func call(_ world: AssistantWorld, _ tool: String, _ arguments: JSON) async -> JSON {
        let request: JSON = [
            "jsonrpc": "2.0", "id": 7, "method": "tools/call",
            "params": ["name": .string(tool), "arguments": arguments],
        ]
        return await answers(world, [JSONWriter.compact(request)]).first ?? .null
    }

    /// A toolkit's configuration, with what stands for the secret.
    private static func configuration(_ site: ConfluenceSite, secret: String) throws -> JSON {
        var credential: JSON = ["base_url": .string(site.url)]
        switch try site.authentication(of: "reader-bot") {
        case .basic(let user, _): (credential["username"], credential["api_key"]) = (.string(user), .string(secret))
        default: credential["token"] = .string(secret)
        }
        return ["confluence_configuration": credential, "space_key": "DOCS", "selected_tools": ["read_page_by_id"]]
    }

    // MARK: The protocol

    @Test(
        "greets in the version that is asked for, or in its newest",
        arguments: [
            ("2025-06-18", "2025-06-18"), ("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-06-18"),
        ])
    func versions(wanted: String, spoken: String) async throws {
        var greeting = Self.greeting
        greeting["params"]?["protocolVersion"] = .string(wanted)
        let answers = await Self.answers(
            Self.world(try .acme(.cloud)), [JSONWriter.compact(greeting)], greets: false)
        #expect(answers[0]["result"]?["protocolVersion"] == .string(spoken))
        #expect(answers[0]["result"]?["serverInfo"]?["name"] == "confluence-doctor")
        #expect(answers[0]["result"]?["capabilities"]?["tools"] != nil)
    }

    @Test("lists its four tools, each with a schema, and all read-only")
    func list() async throws {
        let answers = await Self.answers(
            Self.world(try .acme(.cloud)), [Array(#"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#.utf8)])
        let tools = try #require(answers[0]["result"]?["tools"]?.arrayValue)
        #expect(tools.map { $0["name"] } == ["diagnose", "explain", "try_repair", "permissions"])
        for tool in tools {
            #expect(tool["inputSchema"]?["type"] == "object")
            #expect(tool["inputSchema"]?["additionalProperties"] == false)
            #expect(tool["annotations"]?["readOnlyHint"] == true)
        }
        #expect(answers[0]["id"] == "a")
    }

    @Test(
        "answers what is no message with an error, and goes on",
        arguments: [
            ("garbage", -32700), ("{\"jsonrpc\":\"2.0\"", -32700), ("[]", -32600), ("17", -32600), ("null", -32600),
            (#"{"id":1,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":5}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"format_disk"}}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"diagnose"}}"#, -32602),
            (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"diagnose","arguments":[]}}"#, -32602),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"diagnose","arguments":{"config":5}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"diagnose","arguments":{"config":"a","token":"x"}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"diagnose","arguments":{"config":"a","budget":0}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"explain","arguments":{"cause":"no.such"}}}"#,
                -32602
            ),
            (String(repeating: "[", count: 5000), -32700),
        ])
    func errors(line: String, code: Int) async throws {
        let answers = await Self.answers(
            Self.world(try .acme(.cloud)), [Array(line.utf8), Array(#"{"jsonrpc":"2.0","id":9,"method":"ping"}"#.utf8)])
        #expect(answers.count == 2)
        #expect(answers[0]["error"]?["code"] == .integer(Int64(code)), "\(answers[0].compactText)")
        #expect(answers[1] == ["jsonrpc": "2.0", "id": 9, "result": [:]])
    }

    @Test("has no answer to notifications, answers and empty lines")
    func silence() async throws {
        let lines = [
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, #"{"jsonrpc":"2.0","id":4,"result":{}}"#,
            #"{"jsonrpc":"2.0","method":"no/such/thing"}"#,
        ]
        #expect(await Self.answers(Self.world(try .acme(.cloud)), lines.map { Array($0.utf8) }).isEmpty)
    }

    @Test("does nothing before it is greeted, but answers a ping")
    func ungreeted() async throws {
        let lines = [#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#]
        let answers = await Self.answers(Self.world(try .acme(.cloud)), lines.map { Array($0.utf8) }, greets: false)
        #expect(answers[0]["error"]?["code"] == -32600)
        #expect(answers[1]["result"] == [:])
    }

    @Test("a call that is taken back has no answer")
    func cancelled() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let world = Self.world(site, files: ["c.json": try Self.configuration(site, secret: "x").compactText]) { _ in
            // A site that never answers.
            try await Task.sleep(for: .seconds(3600))
            return Response(status: 500)
        }
        let answers = await Self.answers(
            world,
            [
                #"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"diagnose","arguments":{"config":"c.json"}}}"#,
                #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}}"#,
                #"{"jsonrpc":"2.0","id":6,"method":"ping"}"#,
            ].map { Array($0.utf8) })
        #expect(answers.map { $0["id"] } == [6])
    }

    @Test("lines are cut, and one that is too long is answered and left out")
    func lines() {
        var cutter = LineCutter(limit: 8)
        #expect(cutter.append(Array("a\nbb\r\n\nccc".utf8)) == [.whole([97]), .whole([98, 98])])
        #expect(cutter.append(Array("ddddddddddd".utf8)) == [])
        #expect(cutter.append(Array("more\nshort\n".utf8)) == [.tooLong(limit: 8), .whole(Array("short".utf8))])
    }

    // MARK: The tools

    @Test("a cause in a configuration's file comes with its line and a mark below what is to blame")
    func excerpt() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        var configuration = try Self.configuration(site, secret: try site.token("reader-bot-token"))
        configuration["space_key"] = "docs"
        let file = JSONWriter.compact(configuration)
        let world = Self.world(site, files: ["c.json": String(decoding: file, as: UTF8.self)])
        let result = await Self.call(world, "diagnose", ["config": "c.json"])["result"]
        let found = result?["structuredContent"]?["causes"]?[0]
        #expect(found?["id"] == "space.key-case", "\(result?["content"]?[0]?["text"] ?? .null)")
        #expect(found?["excerpt"]?["file"] == "c.json")
        #expect(found?["excerpt"]?["line"] == 1)
        let inline = await Self.call(world, "try_repair", ["config": "c.json", "cause": "space.key-case"])["result"]
        #expect(inline?["structuredContent"]?["diagnosis"]?["causes"]?[0]?["excerpt"]?["file"] == "c.json")
    }

    @Test(
        "diagnoses a configuration's file, in words and as the published JSON", arguments: ConfluenceSite.Acme.allCases)
    func diagnose(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let token = try site.token("reader-bot-token") + "\u{200B}"
        let file = try Self.configuration(site, secret: token).compactText
        let answer = await Self.call(Self.world(site, files: ["c.json": file]), "diagnose", ["config": "c.json"])
        let result = try #require(answer["result"])
        #expect(result["isError"] == false)
        #expect(result["structuredContent"]?["verdict"] == "problem", "\(result.compactText)")
        #expect(result["structuredContent"]?["causes"]?[0]?["id"] == "credential.whitespace")
        #expect(result["content"]?[0]?["text"]?.stringValue?.contains("credential.whitespace") == true)
        #expect(!answer.compactText.contains(token.dropLast()))
    }

    @Test("a signed token that has ended is told by its end")
    func endedToken() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let file: JSON = [
            "confluence_configuration": [
                "base_url": .string("https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)/wiki"),
                "token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDM4NDAwfQ.c2lnbmF0dXJl",
            ]
        ]
        let answer = await Self.call(
            Self.world(site, files: ["c.json": file.compactText]), "diagnose", ["config": "c.json"])
        let found = answer["result"]?["structuredContent"]?["causes"]?[0]
        #expect(found?["id"] == "credential.token-expired", "\(answer.compactText)")
        #expect(found?["proven"] == true)
    }

    @Test("tries the repair of a cause, and says whether it works", arguments: ConfluenceSite.Acme.allCases)
    func repair(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let file = try Self.configuration(site, secret: try site.token("reader-bot-token") + "\u{200B}").compactText
        let world = Self.world(site, files: ["c.json": file])
        var result = await Self.call(world, "try_repair", ["config": "c.json", "cause": "credential.whitespace"])[
            "result"]
        #expect(result?["structuredContent"]?["worked"] == true, "\(String(describing: result))")
        result = await Self.call(world, "try_repair", ["config": "c.json", "cause": "space.key-case"])["result"]
        #expect(result?["structuredContent"]?["found"] == false)
        #expect(result?["isError"] == false)
    }

    @Test("compares permissions, explains causes")
    func others() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let file = try Self.configuration(site, secret: try site.token("reader-bot-token")).compactText
        let world = Self.world(site, files: ["c.json": file])
        let permissions = await Self.call(world, "permissions", ["config": "c.json", "tools": ["create_page"]])[
            "result"]
        #expect(permissions?["structuredContent"]?["verdict"] == "missing")
        let page = await Self.call(world, "explain", ["cause": "credential.whitespace"])["result"]
        #expect(page?["content"]?[0]?["text"] == "page of credential.whitespace")
        #expect(page?["structuredContent"]?["id"] == "credential.whitespace")
    }

    @Test("explains what somebody pasted, without the secrets in it")
    func pasted() async throws {
        let text = """
            requests.exceptions.ConnectionError: HTTPSConnectionPool(host='confluence.acme.example', port=443): Max retries
            exceeded with url: /rest/api/space (Caused by NameResolutionError("Failed to resolve 'confluence.acme.example'"))
            Authorization: Bearer abcCANARY9b1d7e12345678901234567890
            """
        let world = Self.world(try .acme(.cloud), files: ["error.log": text])
        for arguments: JSON in [["text": .string(text)], ["file": "error.log"]] {
            let answer = await Self.call(world, "explain", arguments)
            #expect(answer["result"]?["structuredContent"]?["verdict"] == "problem", "\(answer.compactText)")
            #expect(!answer.compactText.contains("CANARY9b1d7e"))
        }
        #expect(await Self.call(world, "explain", [:])["error"]?["code"] == -32602)
    }

    @Test("a file that is none, or no configuration, is an error of the tool")
    func files() async throws {
        let world = Self.world(try .acme(.cloud), files: ["broken": "{", "other": "[]"])
        for name in ["none", "broken", "other"] {
            let result = await Self.call(world, "diagnose", ["config": .string(name)])["result"]
            #expect(result?["isError"] == true, "\(name)")
            #expect(result?["content"]?[0]?["text"]?.stringValue?.contains(name) == true)
        }
    }

    // MARK: Secrets

    @Test(
        "a secret in an argument is refused, with the right way, and not repeated",
        arguments: [
            "api_key", "token", "custom_headers", "connection_string", "base_url", "space_key", "config",
        ])
    func rawSecrets(place: String) async throws {
        let secret = "ATATT3xFfGF0canary9b1d7e=AB12CD34"
        let site = try ConfluenceSite.acme(.cloud)
        var configuration = try Self.configuration(site, secret: "env:TOKEN")
        var arguments: JSON = [:]
        switch place {
        case "api_key", "token": configuration["confluence_configuration"]?[place] = .string(secret)
        case "base_url": configuration["confluence_configuration"]?[place] = .string("https://u:\(secret)@acme.example")
        case "custom_headers": configuration[place] = ["X-Key": .string(secret)]
        case "connection_string": configuration["pgvector_configuration"] = [place: .string(secret)]
        case "space_key": configuration[place] = .string(secret)
        default: arguments = ["config": .string(secret)]
        }
        if place != "config" { arguments = ["configuration": configuration] }
        let world = Self.world(site, environment: ["TOKEN": "value-of-token"], hosts: ["acme.atlassian.net"])
        for tool in ["diagnose", "permissions"] {
            let answer = await Self.call(world, tool, arguments)
            #expect(answer["result"]?["isError"] == true, "\(answer.compactText)")
            #expect(!answer.compactText.contains("canary9b1d7e"))
            #expect(answer.compactText.contains("env:NAME"))
        }
        #expect(site.journal.isEmpty)
    }

    @Test("references are resolved for hosts that a person has named", arguments: ["env:TOKEN", "file:token"])
    func references(reference: String) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let token = try site.token("reader-bot-token")
        let arguments: JSON = ["configuration": try Self.configuration(site, secret: reference)]
        let world = Self.world(
            site, files: ["/run/secrets/token": token + "\n"], environment: ["TOKEN": token],
            hosts: ["acme.atlassian.net"], secretsFolder: "/run/secrets")
        let answer = await Self.call(world, "diagnose", arguments)
        #expect(answer["result"]?["structuredContent"]?["verdict"] == "healthy", "\(answer.compactText)")
        #expect(!answer.compactText.contains(token))
    }

    @Test(
        "nobody talks an assistant into sending a secret elsewhere",
        arguments: [
            ("env:TOKEN", "https://evil.example/wiki"), ("env:TOKEN", "https://acme.atlassian.net.evil.example/wiki"),
            ("env:TOKEN", "https://acme.atlassian.net@evil.example/"),
            ("file:../token", "https://acme.atlassian.net/wiki"),
            ("file:/etc/passwd", "https://acme.atlassian.net/wiki"), ("file:.netrc", "https://acme.atlassian.net/wiki"),
            ("env:NO_SUCH", "https://acme.atlassian.net/wiki"),
        ])
    func exfiltration(reference: String, url: String) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let sent = Mutex(0)
        let world = Self.world(
            site, environment: ["TOKEN": "value-of-token"], hosts: ["acme.atlassian.net"], secretsFolder: "/run/secrets"
        ) { _ in
            sent.withLock { $0 += 1 }
            return Response(status: 404)
        }
        var configuration = try Self.configuration(site, secret: reference)
        configuration["confluence_configuration"]?["base_url"] = .string(url)
        let answer = await Self.call(world, "diagnose", ["configuration": configuration])
        #expect(answer["result"]?["isError"] == true, "\(answer.compactText)")
        #expect(sent.withLock { $0 } == 0)
        #expect(!answer.compactText.contains("value-of-token"))
    }
}
