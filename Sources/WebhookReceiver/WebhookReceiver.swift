package import ConfluenceWire
import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens on a loopback port, takes whatever is sent there, and answers that it was taken.
package struct WebhookReceiver: Sendable {
    package let port: Int
    private let box: DeliveryBox
    private let channel: any Channel

    package var url: String { "http://127.0.0.1:\(port)/" }

    /// Listens on a port that is free.
    package static func start() async throws -> WebhookReceiver {
        let box = DeliveryBox()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: .seconds(30)))
                    try channel.pipeline.syncOperations.addHandler(DeliveryHandler(box: box))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return WebhookReceiver(port: channel.localAddress?.port ?? 0, box: box, channel: channel)
    }

    /// All that was sent so far, as soon as it is enough; what there is where the waiting task is cancelled.
    package func deliveries(until isEnough: @escaping DeliveryBox.Condition) async -> [Request] {
        await box.requests(until: isEnough)
    }

    package func stop() async {
        // A port that is closed already is what was wanted.
        try? await channel.close().get()
    }
}

/// Answers one request after the other on a connection.
private final class DeliveryHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// More than any webhook sends.
    private static let largest = 8 << 20

    private let box: DeliveryBox
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isTooLarge = false

    init(box: DeliveryBox) {
        self.box = box
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
            isTooLarge = false
        case .body(let part):
            isTooLarge = isTooLarge || body.count + part.readableBytes > Self.largest
            if !isTooLarge { body += part.readableBytesView }
        case .end:
            guard let head else { return }
            self.head = nil
            let taken = isTooLarge ? nil : request(head)
            if let taken { box.put(taken) }
            answer(taken == nil ? (isTooLarge ? .payloadTooLarge : .badRequest) : .ok, to: head, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // A connection on which nothing happens is somebody's who forgot it.
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func request(_ head: HTTPRequestHead) -> Request? {
        let host = head.headers.first(name: "Host") ?? "127.0.0.1"
        guard let address = try? WebAddress(parsing: "http://\(host)\(head.uri)") else { return nil }
        var headers = Headers()
        for field in head.headers { headers.add(field.name, field.value) }
        return Request(
            Request.Method(rawValue: head.method.rawValue), address, headers: headers, body: body)
    }

    private func answer(_ status: HTTPResponseStatus, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var headers: HTTPHeaders = ["Content-Length": "0"]
        if !request.isKeepAlive { headers.add(name: "Connection", value: "close") }
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: request.version, status: status, headers: headers))),
            promise: nil)
        let channel = context.channel
        let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !request.isKeepAlive { end.whenComplete { _ in channel.close(promise: nil) } }
    }
}
