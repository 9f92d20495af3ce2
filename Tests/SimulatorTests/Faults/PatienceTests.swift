import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Clients that wait only so long")
struct PatienceTests {
    @Test("give up on answers that are held back, and no time passes", arguments: ConfluenceSite.Acme.allCases)
    func slowAnswer(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind) { $0.faults = [.readyMade("slow-answer")] }
        let request = try site.request("/rest/api/user/current", as: "reader-bot")
        #expect(try await site.simulator.send(patience: 31)(request).status == 200)
        let failure = await #expect(throws: TransportFailure.self) {
            try await site.simulator.send(patience: 30)(request)
        }
        #expect(failure == .timedOut(host: request.url.host, seconds: 30))
    }

    @Test("give up on long bodies that drip, not on short ones", arguments: ConfluenceSite.Acme.allCases)
    func slowBody(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind) { $0.faults = [.readyMade("slow-body")] }
        let request = try site.request(
            "/rest/api/content/98310", query: [QueryItem("expand", "body.storage")], as: "reader-bot")
        #expect(try await site.simulator.send(patience: 60)(request).status == 200)
        await #expect(throws: TransportFailure.self) { try await site.simulator.send(patience: 2)(request) }
    }
}
