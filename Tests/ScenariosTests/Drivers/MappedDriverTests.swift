import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents
import Synchronization
import Testing

@testable import Scenarios

@Suite("Any MCP server is driven by a tool map")
struct MappedDriverTests {
    private static func map(_ server: String, answer: String = "{at: page.body}") throws -> ToolMap {
        let yaml = """
            version: 1
            name: wiki
            server: \(server)
            fails:
              - {at: error, type: WikiError}
              - {matches: '^Sorry', type: Polite, message: "{{$}}"}
            tools:
              read_page_by_id:
                calls: page
                arguments: {id: "{{page_id}}", limit: "{{settings.limit}}", space: "{{space_key}}", form: text}
                drops: [skip_images]
                answer: \(answer)
              search_pages: {calls: fnd, arguments: {q: "{{query}}"}}
              get_page_tree: {calls: page, arguments: {idd: "{{page_id}}"}}
            """
        return try ToolMapReader.read(DocumentReader.readYAML(Array(yaml.utf8), file: "wiki.yaml"))
    }

    private static let offered =
        #"{"tools":[{"name":"page","inputSchema":{"properties":{"id":{},"limit":{},"space":{},"form":{}}}},{"name":"find"}]}"#

    /// A server over stdio that gives one answer, and repeats on standard error what it was asked.
    private static func script(_ content: String) -> String {
        SampleServer.greeting + """
            printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":\(offered)}'
            read -r call
            echo "$call" >&2
            printf '%s\\n' '{"jsonrpc":"2.0","id":3,"result":\(content)}'
            cat >/dev/null
            """
    }

    private static func call(
        _ tool: String = "read_page_by_id", _ arguments: JSONObject = ["page_id": "7"], answering content: String,
        _ shape: String = "{at: page.body}"
    ) async throws -> ToolAnswer {
        let map = try map("{command: [sh, -c, \"$SCRIPT\"], environment: {TOKEN: \"{{token}}\"}}", answer: shape)
        return try await call(map, script(content), tool, arguments)
    }

    private static func call(
        _ map: ToolMap, _ script: String, _ tool: String = "read_page_by_id", _ arguments: JSONObject = ["page_id": "7"]
    ) async throws -> ToolAnswer {
        var map = map
        map.server.command = map.server.command.map { $0.dropLast() + [DocumentNode(.string(script), from: "test")] }
        let driver = MappedDriver(
            map: map, drivers: "/drivers", environment: ["PATH": "/usr/bin:/bin"],
            send: { _ in Response(status: 500) })
        let setup = SampleServer.setup(
            credential: .init(baseURL: "http://acme.atlassian.net/wiki", token: .init("wiki-secret")))
        return try await driver.withSession(for: setup) { session in
            try await session.call(tool, arguments: arguments, deadline: .seconds(600))
        }
    }

    private static func text(_ json: String) -> String {
        "{\"content\":[{\"type\":\"text\",\"text\":\(JSON.string(json).compactText)}]}"
    }

    @Test("an answer is taken from where the map says, also out of JSON that stands in a text")
    func path() async throws {
        let answer = try await Self.call(answering: Self.text(#"{"page":{"body":"Refunds"}}"#))
        #expect(answer == .value("Refunds"))
    }

    @Test("each element of a list becomes what the toolkit would have given")
    func each() async throws {
        let answer = try await Self.call(
            answering: #"{"structuredContent":{"hits":[{"n":1,"t":"A"},{"n":2,"t":"B"}]}}"#,
            #"{at: hits, each: {page_id: "{{n}}", page_title: "<{{t}}> of {{argument.page_id}}"}}"#)
        let expected: JSON = [
            ["page_id": 1, "page_title": "<A> of 7"], ["page_id": 2, "page_title": "<B> of 7"],
        ]
        #expect(answer == .value(expected))
    }

    @Test("where the server has nothing, the toolkit's words for it stand")
    func empty() async throws {
        let answer = try await Self.call(
            answering: Self.text("[]"), #"{each: {id: "{{n}}"}, when-empty: "no page {{argument.page_id}}"}"#)
        #expect(answer == .value("no page 7"))
    }

    @Test("a failure that the server calls a success is one")
    func failures() async throws {
        let byPath = try await Self.call(answering: Self.text(#"{"error":"no such page"}"#))
        #expect(byPath == .failure(exceptionType: "WikiError", message: "no such page"))
        let byPattern = try await Self.call(answering: Self.text("Sorry, not today"))
        #expect(byPattern == .failure(exceptionType: "Polite", message: "Sorry, not today"))
        let told = try await Self.call(answering: #"{"isError":true,"content":[{"type":"text","text":"bad"}]}"#)
        #expect(told == .failure(exceptionType: "ToolError", message: "bad"))
    }

    @Test("arguments are renamed, filled from the configuration and typed; secrets travel in the environment alone")
    func arguments() async throws {
        let map = try Self.map("{command: [sh, -c, x], environment: {TOKEN: \"{{token}}\", NONE: \"{{api_key}}\"}}")
        let answer = try await Self.call(
            map,
            SampleServer.greeting + """
                case "$greeting" in *secret*) exit 1;; esac
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":\(Self.offered)}'
                read -r call
                case "$call" in *'"arguments":{"id":"7","limit":7,"space":"DOCS","form":"text"}'*) right=yes;; esac
                printf '{"jsonrpc":"2.0","id":3,"result":{"structuredContent":{"page":{"body":"%s %s [%s] %s"}}}}\\n' "$right" "$TOKEN" "${NONE-unset}" "$HTTP_PROXY"
                cat >/dev/null
                """, "read_page_by_id", ["page_id": "7", "skip_images": true])
        #expect(answer == .value("yes wiki-secret [unset] http://127.0.0.1:9"))
    }

    /// A call that the map or the server has no place for, and the message.
    private static let refusals: [(tool: String, arguments: JSONObject, message: String)] = [
        (
            "read_page_by_id", ["page_id": "7", "content_format": "storage"],
            "nothing is said of the argument “content_format” of read_page_by_id; write it into “arguments” or “drops”"
        ),
        ("search_pages", ["query": "x"], "unknown tool of the server “fnd”, did you mean “find”?"),
        ("get_page_tree", ["page_id": "7"], "unknown argument of the server's tool “idd”, did you mean “id”?"),
        ("delete_page", ["page_id": "7"], "it has no delete_page: wiki.yaml names no tool that answers for it"),
    ]

    @Test("what the map or the server has no place for is refused with the map's line", arguments: refusals)
    func refusal(tool: String, arguments: JSONObject, message: String) async throws {
        let error = await #expect(throws: DriverFailure.self) {
            try await Self.call(tool, arguments, answering: "{}")
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "no failure")")
    }

    // MARK: - Over HTTP

    /// A server over HTTP that gives a session, one answer as an event stream, and remembers what it was sent.
    private final class WebServer: Sendable {
        let seen = Mutex<[Request]>([])
        private let refusals: Mutex<Int>

        /// - Parameter refusals: How many requests come before it listens.
        init(refusals: Int = 0) { self.refusals = Mutex(refusals) }

        func answer(_ request: Request) throws -> Response {
            let isDeaf = refusals.withLock { count in
                count -= 1
                return count >= 0
            }
            if isDeaf { throw TransportFailure.connectionRefused(host: "127.0.0.1", port: 9) }
            seen.withLock { $0.append(request) }
            guard request.method == .post else { return Response(status: 200) }
            let message = try JSONReader.read(request.body)
            guard let id = message["id"]?.integerValue else { return Response(status: 202) }
            let result: JSON =
                switch message["method"]?.stringValue {
                case "initialize": ["serverInfo": ["name": "web-wiki", "version": "3"]]
                case "tools/list": try JSONReader.read(MappedDriverTests.offered)
                default: ["structuredContent": ["page": ["body": "over HTTP"]]]
                }
            let answer: JSON = ["jsonrpc": "2.0", "id": .integer(id), "result": result]
            guard id == 3 else {
                return Response(
                    status: 200, headers: ["Content-Type": "application/json", "Mcp-Session-Id": "s-1"],
                    body: JSONWriter.compact(answer))
            }
            let events =
                "event: message\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\n\n: ping\n\n"
                + "event: message\ndata: \(answer.compactText)\n\n"
            return Response(
                status: 200, headers: ["Content-Type": "text/event-stream; charset=utf-8"], body: Array(events.utf8))
        }
    }

    private static func callOverHTTP(_ send: @escaping Send) async throws -> (ToolAnswer, String?) {
        let map = try map("{url: \"http://127.0.0.1:9/mcp\", headers: {Authorization: \"Bearer {{token}}\"}}")
        let driver = MappedDriver(map: map, drivers: "", environment: [:], send: send, startDeadline: .seconds(600))
        let setup = SampleServer.setup(
            credential: .init(baseURL: "http://acme.atlassian.net/wiki", token: .init("wiki-secret")))
        return try await driver.withSession(for: setup) { session in
            let answer = try await session.call(
                "read_page_by_id", arguments: ["page_id": "7"], deadline: .seconds(600))
            return (answer, await session.product?.name)
        }
    }

    @Test("a server over streamable HTTP answers in JSON and in events, within one session")
    func web() async throws {
        let server = WebServer(refusals: 2)
        let (answer, product) = try await Self.callOverHTTP { request in try server.answer(request) }
        #expect(answer == .value("over HTTP"))
        #expect(product == "web-wiki")
        let seen = server.seen.withLock { $0 }
        #expect(seen.map(\.method) == [.post, .post, .post, .post, .delete])
        #expect(seen.map { $0.headers["Mcp-Session-Id"] } == [nil, "s-1", "s-1", "s-1", "s-1"])
        #expect(seen.allSatisfy { $0.headers["Authorization"] == "Bearer wiki-secret" })
        #expect(seen.allSatisfy { $0.headers["MCP-Protocol-Version"] == "2025-06-18" })
    }

    /// An answer that is none, and the beginning of the failure.
    private static let wrongAnswers: [(answer: Response, failure: String)] = [
        (
            Response(status: 401, body: Array("who are you?".utf8)),
            "the driver wiki could not be asked: it answered 401 “who are you?”"
        ),
        (
            Response(status: 200, headers: ["Content-Type": "text/html"], body: Array("<html>".utf8)),
            "the driver wiki wrote something that is not the protocol: “<html>”"
        ),
        (Response(status: 202), "the driver wiki did not answer the greeting within 0.3 s"),
    ]

    @Test("a server over HTTP that answers something else fails the step", arguments: wrongAnswers)
    func wrongAnswer(answer: Response, failure: String) async throws {
        let map = try Self.map("{url: \"http://127.0.0.1:9/mcp\"}")
        let driver = MappedDriver(
            map: map, drivers: "", environment: [:], send: { _ in answer }, startDeadline: .milliseconds(300))
        let error = await #expect(throws: DriverFailure.self) {
            try await driver.withSession(for: SampleServer.setup()) { session in
                try await session.call("read_page_by_id", arguments: ["page_id": "7"], deadline: .seconds(1))
            }
        }
        #expect(error?.description.hasPrefix(failure) == true, "\(error?.description ?? "no failure")")
    }
}
