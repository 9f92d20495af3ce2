import ConfluenceTesting
import ConfluenceWire
import Simulator
import Synchronization
import Testing

@testable import SimulatorServer

@Suite("A server with webhooks")
struct WebhookServingTests {
    /// Lets a test wait until a webhook's request has come.
    private final class Mailbox: Sendable {
        private let mail: AsyncStream<Request>
        private let slot: AsyncStream<Request>.Continuation

        init() { (mail, slot) = AsyncStream.makeStream(of: Request.self) }

        var send: Send {
            { [slot] request in
                slot.yield(request)
                return Response(status: 204)
            }
        }

        func first() async -> Request? { await mail.first { _ in true } }
    }

    @Test("tells them as soon as something happens")
    func told() async throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let hook: JSON = ["name": "H", "url": "http://127.0.0.1:9/h", "events": ["space_created"]]
        #expect(try site.ask("/rest/api/webhooks", .post, as: "jonas", body: hook).status == 201)
        let mailbox = Mailbox()
        let courier = WebhookCourier([site.simulator], SimulatorServer.Webhooks(send: mailbox.send))
        _ = try site.ask("/rest/api/space", .post, as: "mira", body: ["key": "NEW", "name": "New"])
        courier.wake()
        let told = await mailbox.first()
        #expect(told?.headers["X-Event-Key"] == "space_created")
        await courier.stop()
        #expect(site.simulator.webhookOutcomes.map(\.status) == [204])
    }

    @Test(
        "sends to this machine alone, unless a host is named",
        arguments: [
            ("http://127.0.0.1:9/h", true), ("http://localhost/h", true), ("http://hooks.example/h", true),
            ("http://example.com/h", false), ("http://127.0.0.1.example.com/h", false),
        ])
    func allowed(address: String, isAllowed: Bool) throws {
        let webhooks = SimulatorServer.Webhooks(hosts: ["hooks.example"]) { _ in Response(status: 200) }
        #expect(webhooks.allows(try WebAddress(parsing: address)) == isAllowed)
    }
}
