import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import LiveTransport
import Simulator
import SimulatorServer
import Testing

@Suite("Ready-made faults over a socket")
struct ReadyMadeFaultTests {
    /// What a client sees of a fault that answers in the site's place, or harms the connection.
    enum Sight: Sendable {
        case status(Int, String)
        case failure
        case brokenJSON
        case slow
    }

    static let sights: [(fault: String, sight: Sight)] = [
        ("revoked-token", .status(403, "caller cannot access Confluence")),
        ("maintenance", .status(503, "maintenance")),
        ("server-error", .status(500, "INTERNAL_SERVER_ERROR")), ("bad-gateway", .status(502, "502 Bad Gateway")),
        ("gateway-timeout", .status(504, "504 Gateway")), ("waf-block", .status(403, "Request blocked")),
        ("captive-proxy", .status(200, "Network sign-in")),
        ("proxy-error-page", .status(503, "could not be retrieved")),
        ("login-page", .status(200, "Log in with Atlassian account")),
        ("rate-limit-silent", .status(429, "Rate limit")),
        ("half-json", .brokenJSON), ("truncated-body", .failure), ("dropped-connection", .failure),
        ("slow-answer", .slow), ("slow-body", .slow),
    ]

    @Test("a client meets what the fault mimics", arguments: sights)
    func sight(fault: String, sight: Sight) async throws {
        let site = try ConfluenceSite.acme(.cloud) { $0.faults = [.readyMade(fault)] }
        let server = try await SimulatorServer.start([site.simulator])
        let isSlow = if case .slow = sight { true } else { false }
        let transport = LiveTransport(
            timeout: isSlow ? .milliseconds(400) : .seconds(600),
            proxy: WebAddress(scheme: "http", host: "127.0.0.1", port: server.port))
        let answer: Result<Response, any Error>
        do {
            answer = .success(try await transport.send(site.request("/rest/api/user/current", as: "mira")))
        } catch {
            answer = .failure(error)
        }
        await transport.shutdown()
        await server.stop()
        switch sight {
        case .status(let status, let words):
            let answer = try answer.get()
            #expect(answer.status == status)
            #expect(answer.text.contains(words), "\(answer.text)")
        case .brokenJSON:
            let body = try answer.get().body
            #expect(throws: (any Error).self) { try JSONReader.read(body) }
        case .failure, .slow:
            #expect(throws: TransportFailure.self) { try answer.get() }
        }
    }
}
