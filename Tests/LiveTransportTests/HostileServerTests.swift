import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import LiveTransport
import Testing

@Suite("A hostile server costs little time and memory, and learns no secret")
struct HostileServerTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: RawServer.Answer
        var testDescription: String { name }

        init(_ name: String, _ answer: RawServer.Answer) {
            self.name = name
            self.answer = answer
        }
    }

    private static let canary = "canary-9c1f7d20b4e8"
    private static let manifest = #"{"typeId":"confluence","version":"9.2.0"}"#

    static let attacks: [Attack] = [
        Attack("says nothing", .silence),
        Attack(
            "a body without an end",
            .stream(
                head: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n",
                piece: Array(repeating: 0x5B, count: 65_536))),
        Attack(
            "a body that drips",
            .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{".utf8), closing: false)),
        Attack(
            "headers without an end",
            .stream(head: "HTTP/1.1 200 OK\r\n", piece: Array("X-A: bbbbbbbbbbbbbbbb\r\n".utf8))),
        Attack(
            "one huge header",
            .text("HTTP/1.1 200 OK\nX-Big: \(String(repeating: "a", count: 1_000_000))\nContent-Length: 0\n\n")),
        Attack(
            "deeply nested JSON", body(String(repeating: "{\"a\":", count: 100_000))),
        Attack("a bomb to unpack", .bytes(bomb, closing: true)),
        Attack(
            "a redirect to itself",
            .text("HTTP/1.1 302 Found\nLocation: /rest/applinks/1.0/manifest\nContent-Length: 0\n\n")),
        Attack(
            "a redirect to another host",
            .text("HTTP/1.1 307 Temporary Redirect\nLocation: http://evil.invalid/take\nContent-Length: 0\n\n")),
        Attack("wrong types", body(#"{"typeId":["confluence"],"version":{"a":1},"cloudId":7}"#)),
        Attack("not HTTP at all", .text("SSH-2.0-OpenSSH_9.6\n")),
        Attack("a length that is no number", .text("HTTP/1.1 200 OK\nContent-Length: -5\n\nhello")),
    ]

    private static let bomb =
        Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(GzipFixture.zeros.count)\r\n\r\n".utf8)
        + GzipFixture.zeros

    private static func body(_ text: String) -> RawServer.Answer {
        .text("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: \(text.utf8.count)\n\n\(text)")
    }

    @Test("it is not taken for Confluence, in bounded time", .timeLimit(.minutes(10)), arguments: attacks)
    func attack(_ attack: Attack) async throws {
        try await RawServer.run(attack.answer) { server in
            let transport = LiveTransport(timeout: .milliseconds(400), maximumBody: 500_000)
            let report = await Doctor(send: transport.send, now: { .now }).diagnose(configuration(server.port))
            await transport.shutdown()
            #expect(report.verdict == .problem, "\(report.verdict) \(report.notes)")
            // Each request ends by its own deadline, or the test would never end: so few bound the time.
            #expect(report.requests <= 12)
            #expect(server.requests.allSatisfy { !$0.contains("Authorization") && !$0.contains(Self.canary) })
            let texts = report.causes.map(\.explanation) + report.probes.map(\.answer) + report.notes
            #expect(texts.allSatisfy { $0.count < 2000 && !$0.contains(Self.canary) })
        }
    }

    private func configuration(_ port: Int) -> ToolkitConfiguration {
        ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "http://127.0.0.1:\(port)", hosting: .server, username: "mira", apiKey: Secret(Self.canary)),
            spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
    }
}
