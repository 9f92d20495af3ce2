import ConfluenceWire
import Foundation
import Scenarios
import Testing

@Suite("Whatever a driver does, its step ends, and says what the driver did")
struct MisbehavingDriverTests {
    /// A script, and the failure that it must bring.
    private static let failures: [(script: String, failure: String)] = [
        (
            SampleServer.greeting + #"printf '{"jsonrpc":"2.0","id":2,"resu'; echo 'out of memory' >&2"#,
            "the driver sample ended before it answered; its last words: out of memory"
        ),
        (
            "read -r greeting; printf '{\"json'; echo 'killed while it greeted' >&2",
            "the driver sample ended before it answered; its last words: killed while it greeted"
        ),
        (
            SampleServer.greeting
                + #"printf '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":"\303"}}}\n'; cat >/dev/null"#,
            "the driver sample wrote something that is not the protocol: “{\"jsonrpc\":\"2.0\",\"id\":2"
        ),
        (
            SampleServer.greeting + "printf '\\000\\001\\002\\n'; cat >/dev/null",
            "the driver sample wrote something that is not the protocol"
        ),
        (
            SampleServer.greeting + "echo 'no more words' >&2; exec 1>&-; while :; do sleep 1; done",
            "the driver sample ended before it answered; its last words: no more words"
        ),
        (
            SampleServer.greeting + SampleServer.answer(7, "for somebody else")
                + "echo 'I did answer' >&2; while :; do sleep 1; done",
            "the driver sample did not answer read_page_by_id within 2 s; its last words: I did answer"
        ),
        (
            SampleServer.greeting + "trap '' TERM HUP INT; echo deaf >&2; kill -STOP $$",
            "the driver sample did not answer read_page_by_id within 2 s; its last words: deaf"
        ),
    ]

    @Test("it fails its step with the driver's last words", arguments: failures)
    func failure(script: String, failure: String) async {
        let error = await #expect(throws: DriverFailure.self) {
            try await SampleServer.call(script, deadline: failure.contains("within 2 s") ? .seconds(2) : .seconds(600))
        }
        #expect(error?.description.hasPrefix(failure) == true, "\(error?.description ?? "no failure")")
    }

    @Test("a driver that does not read what it is asked is not waited for, however long the question is")
    func deaf() async {
        let script = "read -r greeting\n" + SampleServer.greets + "while :; do sleep 1; done"
        let error = await #expect(throws: DriverFailure.self) {
            try await SampleServer.driver(script).withSession(for: SampleServer.setup()) { session in
                let long = JSON.string(String(repeating: "x", count: 1_000_000))
                return try await session.call("create_page", arguments: ["body": long], deadline: .milliseconds(500))
            }
        }
        #expect(error == .timedOut(driver: "sample", waitingFor: "create_page", seconds: 0.5, lastWords: ""))
    }

    @Test("a hundred megabytes on standard error hold nobody up")
    func talkative() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + "head -c 100000000 /dev/zero | tr '\\0' x >&2\n" + SampleServer.answer(2, "at last")
                + "cat >/dev/null")
        #expect(answer == .value("at last"))
    }

    @Test("a character in two halves is one character")
    func halves() async throws {
        let answer = try await SampleServer.call(
            SampleServer.greeting + """
                printf '{"jsonrpc":"2.0","id":2,"result":{"structuredContent":{"result":"\\303'
                printf '\\274ber"}}}\\n'
                cat >/dev/null
                """)
        #expect(answer == .value("über"))
    }

    @Test("an answer that comes twice is not taken for the next one")
    func twice() async throws {
        let script =
            SampleServer.greeting + SampleServer.answer(2, "one") + SampleServer.answer(2, "one") + "read -r call\n"
            + SampleServer.answer(3, "two") + "cat >/dev/null"
        let answers = try await SampleServer.driver(script).withSession(for: SampleServer.setup()) { session in
            [
                try await session.call("a", arguments: [:], deadline: .seconds(600)),
                try await session.call("b", arguments: [:], deadline: .seconds(600)),
            ]
        }
        #expect(answers == [.value("one"), .value("two")])
    }

    @Test("a child that got away, and holds the driver's streams open, is not waited for")
    func runaway() async throws {
        let note = FileManager.default.temporaryDirectory.appending(path: "runaway-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: note) }
        let answer = try await SampleServer.call(
            SampleServer.greeting + "setsid sleep 3600 &\necho $! >'\(note.path())'\n" + SampleServer.answer(2, "done")
                + "exit 0")
        #expect(answer == .value("done"))
        let child = try #require(Int32(String(contentsOf: note, encoding: .utf8).split(separator: "\n").first ?? ""))
        // It still runs, and nobody waited for its end.
        #expect(kill(child, SIGKILL) == 0)
    }
}
