package import ConfluenceWire
import NIOCore
import NIOHTTP1
import NIOPosix

/// A small HTTP server on a port of this machine: each request is taken whole, and answered by a closure.
package struct LoopbackServer: Sendable {
    package let port: Int
    private let channel: any Channel

    /// - Parameters:
    ///   - port: A free one is chosen when it is 0.
    ///   - respond: What it answers; length and connection are told by the server itself.
    package static func start(
        port: Int = 0, respond: @escaping @Sendable (Request) -> Response
    ) async throws(LoopbackServerError) -> LoopbackServer {
        let channel: any Channel
        do {
            channel = try await bound(to: port, respond)
        } catch {
            throw LoopbackServerError(port: port, underlying: error)
        }
        return LoopbackServer(port: channel.localAddress?.port ?? port, channel: channel)
    }

    private static func bound(
        to port: Int, _ respond: @escaping @Sendable (Request) -> Response
    ) async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(30)))
                    try pipeline.addHandler(RequestHandler(respond: respond))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
    }

    package func stop() async {
        // A port that is closed already is what was wanted.
        try? await channel.close().get()
    }
}

/// Answers one request after the other on a connection.
private final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// More than any webhook sends.
    private static let largest = 8 << 20

    private let respond: @Sendable (Request) -> Response
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isTooLarge = false

    init(respond: @escaping @Sendable (Request) -> Response) {
        self.respond = respond
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
            write(response(to: head), to: head, context)
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

    private func response(to head: HTTPRequestHead) -> Response {
        if isTooLarge { return Response(status: 413) }
        let host = head.headers.first(name: "Host") ?? "127.0.0.1"
        guard let address = try? WebAddress(parsing: "http://\(host)\(head.uri)") else { return Response(status: 400) }
        var headers = Headers()
        for field in head.headers { headers.add(field.name, field.value) }
        return respond(
            Request(Request.Method(rawValue: head.method.rawValue), address, headers: headers, body: body))
    }

    private func write(_ response: Response, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        headers.replaceOrAdd(name: "Content-Length", value: String(response.body.count))
        if !request.isKeepAlive { headers.add(name: "Connection", value: "close") }
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: request.version, status: status, headers: headers))),
            promise: nil)
        if request.method != .HEAD, !response.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        }
        let channel = context.channel
        let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !request.isKeepAlive { end.whenComplete { _ in channel.close(promise: nil) } }
    }
}
