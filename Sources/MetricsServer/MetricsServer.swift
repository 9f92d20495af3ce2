import NIOCore
import NIOHTTP1
import NIOPosix

/// One page at one path, for a collector on the same machine; nothing else is served.
package struct MetricsServer: Sendable {
    package static let path = "/metrics"

    package let port: Int
    private let channel: any Channel

    /// - Parameters:
    ///   - port: A free one is chosen when it is 0.
    ///   - page: Made anew for each request.
    package static func start(
        port: Int, contentType: String, page: @escaping @Sendable () -> String
    ) async throws(MetricsServerError) -> MetricsServer {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                        try channel.pipeline.syncOperations.addHandler(
                            IdleStateHandler(allTimeout: .seconds(30)))
                        try channel.pipeline.syncOperations.addHandler(
                            PageHandler(contentType: contentType, page: page))
                    }
                }
                .bind(host: "127.0.0.1", port: port).get()
            return MetricsServer(port: channel.localAddress?.port ?? port, channel: channel)
        } catch {
            throw MetricsServerError(port: port, reason: "\(error)")
        }
    }

    package func stop() async {
        // A port that is closed already is what was wanted.
        try? await channel.close().get()
    }
}

/// Why the port can't be had.
package struct MetricsServerError: Error, Sendable, Hashable, CustomStringConvertible {
    package var port: Int
    package var reason: String

    package var description: String { "port \(port) of 127.0.0.1 can't be listened at: \(reason)" }
}

/// Answers one request after the other on a connection.
private final class PageHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let contentType: String
    private let page: @Sendable () -> String
    private var head: HTTPRequestHead?

    init(contentType: String, page: @escaping @Sendable () -> String) {
        self.contentType = contentType
        self.page = page
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            answer(head, context)
            self.head = nil
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

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let isPage = request.uri.prefix { $0 != "?" } == MetricsServer.path
        let isRead = request.method == .GET || request.method == .HEAD
        let status: HTTPResponseStatus = !isPage ? .notFound : isRead ? .ok : .methodNotAllowed
        let text =
            status == .ok ? page() : status == .notFound ? "look at \(MetricsServer.path)\n" : "only GET is answered\n"
        var headers: HTTPHeaders = [
            "Content-Type": status == .ok ? contentType : "text/plain; charset=utf-8",
            "Content-Length": String(text.utf8.count),
        ]
        if status == .methodNotAllowed { headers.add(name: "Allow", value: "GET, HEAD") }
        if !request.isKeepAlive { headers.add(name: "Connection", value: "close") }
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: request.version, status: status, headers: headers))),
            promise: nil)
        if request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        }
        let channel = context.channel
        let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !request.isKeepAlive { end.whenComplete { _ in channel.close(promise: nil) } }
    }
}
