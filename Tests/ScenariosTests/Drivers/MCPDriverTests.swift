import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Scenarios
import Testing

@Suite("A driver in a process of its own is spoken to over MCP, and never hangs a run")
struct MCPDriverTests {
    /// Greets, and takes the first call.
    private static let greeting = """
        read -r greeting
        printf '%s\\n' '{"jsonrpc":"2.0","id":1,"result":{"serverInfo":{"name":"sample"}}}'
        read -r initialized
        read -r call

        """

    private static func driver(_ script: String, start: Duration = .seconds(20)) -> MCPDriver {
        MCPDriver(
            name: "sample",
            command: .init(executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"]),
            startDeadline: start)
    }

    private static func setup(secret: String = "reader-secret-value") -> DriverSetup {
        DriverSetup(
            document: ["settings": ["token": .string(secret)]],
            configuration: ToolkitConfiguration(credential: .init(baseURL: "http://acme.atlassian.net/wiki")),
            send: { _ in Response(status: 404) }, proxy: "http://127.0.0.1:9", authorityFile: "/run/ca.pem")
    }

    private static func call(
        _ script: String, deadline: Duration = .seconds(20), start: Duration = .seconds(20)
    ) async throws -> ToolAnswer {
        try await driver(script, start: start).withSession(for: setup()) { session in
            try await session.call("read_page_by_id", arguments: ["page_id": "7"], deadline: deadline)
        }
    }

    @Test("an answer comes back as the value that the tool gave")
    func answers() async throws {
        let answer = try await Self.call(
            Self.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","method":"notifications/message","params":{}}'
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"content":[],"structuredContent":{"result":{"id":"7"}}}}'
                cat >/dev/null
                """)
        #expect(answer == .value(["id": "7"]))
    }

    @Test("an exception of the tool is an answer, not a failure of the driver")
    func exception() async throws {
        let answer = try await Self.call(
            Self.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"isError":true,"structuredContent":{"error":{"type":"HTTPError","message":"Unauthorized (401)"}}}}'
                cat >/dev/null
                """)
        #expect(answer == .failure(exceptionType: "HTTPError", message: "Unauthorized (401)"))
    }

    @Test("a configuration that the toolkit refuses fails each call with the toolkit's own words")
    func refusedConfiguration() async throws {
        let answer = try await Self.call(
            """
            read -r greeting
            printf '%s\\n' '{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no","data":{"type":"ValueError","message":"Base URL is required"}}}'
            cat >/dev/null
            """)
        #expect(answer == .failure(exceptionType: "ValueError", message: "Base URL is required"))
    }

    @Test("the configuration arrives with the greeting, the proxy and its authority in the environment")
    func configuration() async throws {
        let answer = try await Self.call(
            Self.greeting + """
                case "$greeting" in *'"configuration":{"settings":{"token":"reader-secret-value"}}'*) seen=yes;; esac
                printf '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":"%s %s %s [%s] %s"}}}\\n' "$seen" "$HTTP_PROXY" "$https_proxy" "$NO_PROXY" "$SSL_CERT_FILE"
                cat >/dev/null
                """)
        #expect(answer == .value("yes http://127.0.0.1:9 http://127.0.0.1:9 [] /run/ca.pem"))
    }

    @Test("several calls are answered in one conversation")
    func conversation() async throws {
        let script =
            Self.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":1}}}'
                read -r call
                printf '%s\\n' '{"jsonrpc":"2.0","id":9,"method":"sampling/createMessage"}'
                read -r refusal
                case "$refusal" in *-32601*) printf '%s\\n' '{"jsonrpc":"2.0","id":3,"result":{"structuredContent":{"result":2}}}';; esac
                cat >/dev/null
                """
        let answers = try await Self.driver(script).withSession(for: Self.setup()) { session in
            [
                try await session.call("a", arguments: [:], deadline: .seconds(20)),
                try await session.call("b", arguments: [:], deadline: .seconds(20)),
            ]
        }
        #expect(answers == [.value(1), .value(2)])
    }

    @Test("a line of megabytes is taken in")
    func largeLine() async throws {
        let answer = try await Self.call(
            Self.greeting + """
                printf '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":"'
                head -c 3000000 /dev/zero | tr '\\0' x
                printf '"}}}\\n'
                cat >/dev/null
                """)
        #expect(answer.value?.stringValue?.utf8.count == 3_000_000)
    }

    /// A script, and the beginning of the failure that it must bring.
    private static let misbehaviours: [(script: String, failure: String)] = [
        (
            greeting + "echo 'Traceback: no module named confluence' >&2; exit 3",
            "the driver sample ended before it answered; its last words: Traceback: no module named confluence"
        ),
        (
            "echo 'no python here' >&2; exit 1",
            "the driver sample ended before it answered; its last words: no python here"
        ),
        (
            greeting + "echo 'loading models'; cat >/dev/null",
            "the driver sample wrote something that is not the protocol: “loading models”"
        ),
        (
            greeting + "echo '{\"id\":2}'; cat >/dev/null",
            "the driver sample wrote something that is not the protocol: “{\"id\":2}”"
        ),
        (
            greeting + "while :; do echo '{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}'; done",
            "the driver sample wrote too much: more than 64 answers that were not asked for"
        ),
        (greeting + "yes garbage", "the driver sample wrote something that is not the protocol: “garbage”"),
        (
            "read -r g; printf '%s\\n' '{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"broken\"}}'; cat >/dev/null",
            "the driver sample refused: broken"
        ),
    ]

    @Test("a driver that misbehaves fails the call with its last words", arguments: misbehaviours)
    func misbehaves(script: String, failure: String) async {
        let error = await #expect(throws: DriverFailure.self) { try await Self.call(script, deadline: .seconds(3)) }
        #expect(error?.description.hasPrefix(failure) == true, "\(error?.description ?? "no failure")")
    }

    @Test("a driver that hangs, deaf to being asked to leave, is ended when its time is up")
    func hangs() async {
        let script = "trap '' TERM; " + Self.greeting + "echo 'still busy' >&2; while :; do sleep 1; done"
        // The script never ends by itself: that this call returns shows that it was ended.
        let error = await #expect(throws: DriverFailure.self) {
            try await Self.call(script, deadline: .milliseconds(300))
        }
        #expect(
            error == .timedOut(driver: "sample", waitingFor: "read_page_by_id", seconds: 0.3, lastWords: "still busy"))
    }

    @Test("a driver that never greets is not waited for longer than its start may take")
    func neverGreets() async {
        let error = await #expect(throws: DriverFailure.self) {
            try await Self.call("while :; do sleep 1; done", start: .milliseconds(300))
        }
        #expect(error == .timedOut(driver: "sample", waitingFor: "the greeting", seconds: 0.3, lastWords: ""))
    }

    @Test("cancelling the run ends a driver in the middle of a call")
    func cancellation() async {
        let run = Task { try await Self.call(Self.greeting + "while :; do sleep 1; done", deadline: .seconds(3600)) }
        run.cancel()
        // Neither the script nor its deadline would end this in the life of a test run.
        await #expect(throws: (any Error).self) { try await run.value }
    }

    @Test("a program that is not there is a failure of the driver with its path")
    func missing() async {
        let driver = MCPDriver(name: "sample", command: .init(executable: "/nowhere/python"))
        let error = await #expect(throws: DriverFailure.self) {
            try await driver.withSession(for: Self.setup()) { session in
                try await session.call("a", arguments: [:], deadline: .seconds(1))
            }
        }
        #expect(error?.description.contains("/nowhere/python") == true, "\(error?.description ?? "no failure")")
    }

    @Test("later calls repeat the first failure")
    func afterwards() async throws {
        let failures = try await Self.driver(Self.greeting + "echo bye >&2; exit 1").withSession(for: Self.setup()) {
            session in
            var failures: [String] = []
            for _ in 0..<2 {
                do {
                    _ = try await session.call("a", arguments: [:], deadline: .seconds(20))
                } catch {
                    failures.append("\(error)")
                }
            }
            return failures
        }
        #expect(failures.count == 2)
        #expect(failures.first == failures.last)
    }
}
