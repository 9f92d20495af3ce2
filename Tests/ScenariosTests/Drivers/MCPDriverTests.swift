import ConfluenceWire
import Scenarios
import Testing

@Suite("A driver in a process of its own is spoken to over MCP, and never hangs a run")
struct MCPDriverTests {
    @Test("an answer comes back as the value that the tool gave")
    func answers() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","method":"notifications/message","params":{}}'
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"content":[],"structuredContent":{"result":{"id":"7"}}}}'
                cat >/dev/null
                """)
        #expect(answer == .value(["id": "7"]))
    }

    @Test("an exception of the tool is an answer, not a failure of the driver")
    func exception() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"isError":true,"structuredContent":{"error":{"type":"HTTPError","message":"Unauthorized (401)"}}}}'
                cat >/dev/null
                """)
        #expect(answer == .failure(exceptionType: "HTTPError", message: "Unauthorized (401)"))
    }

    @Test("a configuration that the toolkit refuses fails each call with the toolkit's own words")
    func refusedConfiguration() async throws {
        let answer = try await SampleServer.call(
            """
            read -r greeting
            printf '%s\\n' '{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no","data":{"type":"ValueError","message":"Base URL is required"}}}'
            cat >/dev/null
            """)
        #expect(answer == .failure(exceptionType: "ValueError", message: "Base URL is required"))
    }

    @Test("the configuration arrives with the greeting, the proxy and its authority in the environment")
    func configuration() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + """
                case "$greeting" in *'"configuration":{"settings":{"token":"reader-secret-value","limit":7}}'*) seen=yes;; esac
                printf '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":"%s %s %s [%s] %s"}}}\\n' "$seen" "$HTTP_PROXY" "$https_proxy" "$NO_PROXY" "$SSL_CERT_FILE"
                cat >/dev/null
                """)
        #expect(answer == .value("yes http://127.0.0.1:9 http://127.0.0.1:9 [] /run/ca.pem"))
    }

    @Test("several calls are answered in one conversation")
    func conversation() async throws {
        let script =
            SampleServer.greeting + """
                printf '%s\\n' '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":1}}}'
                read -r call
                printf '%s\\n' '{"jsonrpc":"2.0","id":9,"method":"sampling/createMessage"}'
                read -r refusal
                case "$refusal" in *-32601*) printf '%s\\n' '{"jsonrpc":"2.0","id":3,"result":{"structuredContent":{"result":2}}}';; esac
                cat >/dev/null
                """
        let answers = try await SampleServer.driver(script).withSession(for: SampleServer.setup()) { session in
            [
                try await session.call("a", arguments: [:], deadline: .seconds(600)),
                try await session.call("b", arguments: [:], deadline: .seconds(600)),
            ]
        }
        #expect(answers == [.value(1), .value(2)])
    }

    @Test("a line of megabytes is taken in")
    func largeLine() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + """
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
            SampleServer.greeting + "echo 'Traceback: no module named confluence' >&2; exit 3",
            "the driver sample ended before it answered; its last words: Traceback: no module named confluence"
        ),
        (
            "echo 'no python here' >&2; exit 1",
            "the driver sample ended before it answered; its last words: no python here"
        ),
        (
            SampleServer.greeting + "echo 'loading models'; cat >/dev/null",
            "the driver sample wrote something that is not the protocol: “loading models”"
        ),
        (
            SampleServer.greeting + "echo '{\"id\":2}'; cat >/dev/null",
            "the driver sample wrote something that is not the protocol: “{\"id\":2}”"
        ),
        (
            SampleServer.greeting + "while :; do echo '{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}'; done",
            "the driver sample wrote too much: more than 64 answers that were not asked for"
        ),
        (
            SampleServer.greeting + "yes garbage",
            "the driver sample wrote something that is not the protocol: “garbage”"
        ),
        (
            "read -r g; printf '%s\\n' '{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"broken\"}}'; cat >/dev/null",
            "the driver sample refused: broken"
        ),
    ]

    @Test("a driver that misbehaves fails the call with its last words", arguments: misbehaviours)
    func misbehaves(script: String, failure: String) async {
        let error = await #expect(throws: DriverFailure.self) {
            try await SampleServer.call(script, deadline: .seconds(600))
        }
        #expect(error?.description.hasPrefix(failure) == true, "\(error?.description ?? "no failure")")
    }

    @Test("a driver that hangs, deaf to being asked to leave, is ended when its time is up")
    func hangs() async {
        let script = "trap '' TERM; " + SampleServer.greeting + "echo 'still busy' >&2; while :; do sleep 1; done"
        // The script never ends by itself: that this call returns shows that it was ended.
        let error = await #expect(throws: DriverFailure.self) {
            try await SampleServer.call(script, deadline: .milliseconds(300))
        }
        #expect(
            error == .timedOut(driver: "sample", waitingFor: "read_page_by_id", seconds: 0.3, lastWords: "still busy"))
    }

    @Test("a driver that never greets is not waited for longer than its start may take")
    func neverGreets() async {
        let error = await #expect(throws: DriverFailure.self) {
            try await SampleServer.call("while :; do sleep 1; done", start: .milliseconds(300))
        }
        #expect(error == .timedOut(driver: "sample", waitingFor: "the greeting", seconds: 0.3, lastWords: ""))
    }

    @Test("cancelling the run ends a driver in the middle of a call")
    func cancellation() async {
        let run = Task {
            try await SampleServer.call(SampleServer.greeting + "while :; do sleep 1; done", deadline: .seconds(3600))
        }
        run.cancel()
        // Neither the script nor its deadline would end this in the life of a test run.
        await #expect(throws: (any Error).self) { try await run.value }
    }

    @Test("a program that is not there is a failure of the driver with its path")
    func missing() async {
        let driver = MCPDriver(name: "sample", command: .init(executable: "/nowhere/python"))
        let error = await #expect(throws: DriverFailure.self) {
            try await driver.withSession(for: SampleServer.setup()) { session in
                try await session.call("a", arguments: [:], deadline: .seconds(1))
            }
        }
        #expect(error?.description.contains("/nowhere/python") == true, "\(error?.description ?? "no failure")")
    }

    @Test("later calls repeat the first failure")
    func afterwards() async throws {
        let failures = try await SampleServer.driver(SampleServer.greeting + "echo bye >&2; exit 1").withSession(
            for: SampleServer.setup()
        ) {
            session in
            var failures: [String] = []
            for _ in 0..<2 {
                do {
                    _ = try await session.call("a", arguments: [:], deadline: .seconds(600))
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
