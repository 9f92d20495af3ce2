import ConfluenceModel
import ConfluenceWire
import HTTPTypes
import HummingbirdCore
import NIOCore
import Simulator

/// Stands between the socket and the sites: finds the site that a request is for, and hands it over as plain values.
struct SiteFront: Front {
    private typealias Answer = ConfluenceWire.Response

    /// A little more than Confluence takes for an attachment by default.
    private static let bodyLimit = 110 << 20

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

    @concurrent
    func answer(
        _ request: HummingbirdCore.Request,
        _ writer: consuming ResponseWriter,
        scheme: String,
        peer: String?
    ) async throws {
        let delivery = try await answer(to: request, scheme: scheme, peer: peer)
        try await DeliveryWriter(delivery: delivery, isHead: request.method == .head).write(to: writer)
    }

    private func answer(
        to request: HummingbirdCore.Request,
        scheme: String,
        peer: String?
    ) async throws -> Delivery {
        if request.method == .connect {
            return Self.refusal(
                501,
                "no tunnel here: simulate --proxy opens a port for them, where a tunnel is a connection's first request",
                closing: true)
        }
        guard let address = MessageConversion.address(of: request.head, scheme: scheme) else {
            return Self.refusal(400, "the request's host or path can't be read", closing: true)
        }
        if address.path == SimulationNotice.path, request.method == .get {
            return Delivery(response: SimulationNotice.response(of: "simulator"))
        }
        if let admin, admin.answers(address, peer: peer) {
            guard let body = try? await request.body.collect(upTo: AdminDesk.bodyLimit) else {
                return Self.refusal(413, "the request's body is too large", closing: true)
            }
            let asked = MessageConversion.request(request.head, address: address, body: body)
            return Delivery(response: admin.answer(asked))
        }
        let simulator = simulators.first { $0.answers(address) } ?? simulators.first { $0.answers(host: address.host) }
        guard let simulator else {
            tellRefused(address.host, peer: peer)
            return Self.refusal(502, refusal(of: address.host))
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.bodyLimit)
        } catch is NIOTooManyBytesError {
            return Self.refusal(413, "the request's body is larger than \(Self.bodyLimit) bytes", closing: true)
        }
        var asked = MessageConversion.request(request.head, address: address, body: body)
        asked.clientAddress = peer
        let delivery = simulator.deliver(asked)
        courier?.wake()
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

    /// An answer of the server itself, in plain text, so that nobody takes it for Confluence's.
    private static func refusal(_ status: Int, _ text: String, closing: Bool = false) -> Delivery {
        var headers: Headers = ["Content-Type": "text/plain; charset=utf-8", "Server": "confluence-doctor"]
        if closing { headers.add("Connection", "close") }
        let answer = Answer(status: status, headers: headers, body: Array("confluence-doctor: \(text)\n".utf8))
        return Delivery(response: answer)
    }
}
