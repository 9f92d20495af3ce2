import ConfluenceModel
import ConfluenceWire
import Logging
import NIOCore
import NIOHTTP1
import Simulator

/// Stands between the socket and the sites: finds the site that a request is for, and hands it over as plain values.
struct SiteFront: Front {
    /// A little more than Confluence takes for an attachment by default.
    static let bodyLimit = 110 << 20

    private let simulators: [Simulator]

    private let admin: AdminDesk?

    private let courier: WebhookCourier?

    let troubles: TroubleDesk

    private let onOtherHost: @Sendable (String) -> Void

    init(
        _ simulators: [Simulator], admin: AdminDesk? = nil, courier: WebhookCourier? = nil, troubles: TroubleDesk,
        onOtherHost: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.onOtherHost = onOtherHost
        self.courier = courier
        self.simulators = simulators
        self.admin = admin
        self.troubles = troubles
    }

    func carry(over channel: any Channel, scheme: String, logger: Logger) -> EventLoopFuture<Carrier> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(ByteToMessageHandler(RequestDecoder()))
            try pipeline.addHandler(
                RequestHandler(front: self, scheme: scheme, peer: channel.remoteAddress?.ipAddress))
            return Carrier {
                await withTaskCancellationHandler {
                    // How it ended is of no use to whoever waits for its end.
                    _ = try? await channel.closeFuture.get()
                } onCancel: {
                    channel.close(promise: nil)
                }
            }
        }
    }

    /// - Parameters:
    ///   - address: What the request is for; `nil` where that can't be read.
    ///   - peer: The IP address from which it came.
    func answer(_ head: HTTPRequestHead, at address: WebAddress?, body: ByteBuffer, from peer: String?) -> Delivery {
        if head.method == .CONNECT {
            return Self.refusal(
                501,
                "no tunnel here: simulate --proxy opens a port for them, where a tunnel is a connection's first request",
                closing: true)
        }
        if head.uri == "*" { return Self.answer(forWholeServer: head.method) }
        guard let address else { return Self.refusal(400, "the request's host or path can't be read", closing: true) }
        if address.path == SimulationNotice.path, head.method == .GET {
            return Delivery(response: SimulationNotice.response(of: "simulator"))
        }
        let asked = Request(head, at: address, body: body, from: peer)
        if let admin, admin.answers(address, peer: peer) { return Delivery(response: admin.answer(asked)) }
        let simulator = simulators.first { $0.answers(address) } ?? simulators.first { $0.answers(host: address.host) }
        guard let simulator else {
            tellRefused(address.host, peer: peer)
            return Self.refusal(502, refusal(of: address.host))
        }
        let delivery = simulator.deliver(asked)
        // To wake it for nothing costs another thread's time at each request.
        if simulator.hasWebhookDeliveries { courier?.wake() }
        return delivery
    }

    func refusal(of host: String) -> String {
        let names = simulators.map(\.definition.host).joined(separator: ", ")
        return "\(host) is not simulated here, and nothing is passed on to real hosts; simulated: \(names)"
    }

    func tellRefused(_ host: String, peer: String?) {
        onOtherHost(host)
        troubles.tell(ConnectionTrouble(host: host, client: peer, reason: .notSimulated))
    }

    static let tooLarge = refusal(413, "the request's body is larger than \(bodyLimit) bytes", closing: true)

    static func refusal(of fault: HeadFault) -> Delivery { refusal(fault.status, fault.words, closing: true) }

    /// What Tomcat's connector says to a request for no path, before any application sees it.
    private static func answer(forWholeServer method: HTTPMethod) -> Delivery {
        guard method == .OPTIONS else { return refusal(400, "only OPTIONS can be asked of the server as a whole") }
        return Delivery(response: Response(status: 200, headers: ["Allow": "GET, HEAD, POST, PUT, DELETE, OPTIONS"]))
    }

    /// An answer of the server itself, in plain text, so that nobody takes it for Confluence's.
    private static func refusal(_ status: Int, _ text: String, closing: Bool = false) -> Delivery {
        var headers: Headers = ["Content-Type": "text/plain; charset=utf-8", "Server": "confluence-doctor"]
        if closing { headers.add("Connection", "close") }
        let answer = Response(status: status, headers: headers, body: Array("confluence-doctor: \(text)\n".utf8))
        return Delivery(response: answer)
    }
}
