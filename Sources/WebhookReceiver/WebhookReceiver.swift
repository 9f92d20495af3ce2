package import ConfluenceWire
import LoopbackServer

/// Listens on a loopback port, takes whatever is sent there, and answers that it was taken.
package struct WebhookReceiver: Sendable {
    package var port: Int { server.port }
    private let box: DeliveryBox
    private let server: LoopbackServer

    package var url: String { "http://127.0.0.1:\(port)/" }

    /// Listens on a port that is free.
    package static func start() async throws -> WebhookReceiver {
        let box = DeliveryBox()
        let server = try await LoopbackServer.start { request in
            box.put(request)
            return Response(status: 200)
        }
        return WebhookReceiver(box: box, server: server)
    }

    /// All that was sent so far, as soon as it is enough; what there is where the waiting task is cancelled.
    package func deliveries(until isEnough: @escaping DeliveryBox.Condition) async -> [Request] {
        await box.requests(until: isEnough)
    }

    package func stop() async {
        await server.stop()
    }
}
