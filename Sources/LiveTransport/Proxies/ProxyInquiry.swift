import ConfluenceWire
import NIOCore
import NIOPosix

/// Asks a proxy once more to open a way, and reads why it does not, which the client library keeps to itself.
///
/// Nothing is sent but the wish for a tunnel, with the proxy's own login.
struct ProxyInquiry {
    let address: WebAddress
    let proxy: Proxy
    let timeout: Duration

    /// What kept the way from being opened, where it is something else than that the proxy doesn't want to.
    func failure() async -> TransportFailure? {
        switch await answer() {
        case .nothing: .timedOut(host: address.host, seconds: timeout.inSeconds)
        // Squid names its own page of an error in a header.
        case .head(let head) where head.contains(/\bERR_DNS_FAIL\b/): .nameNotResolved(host: address.host)
        case .head, .end: nil
        }
    }

    private enum Answer {
        case head(String)
        /// The proxy has closed the connection, or there was none.
        case end
        /// It has not answered in time.
        case nothing
    }

    private func answer() async -> Answer {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let seen = loop.makePromise(of: Answer.self)
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.nanoseconds(timeout.nanoseconds))
            .channelInitializer { [proxy, address] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Asker(address.tunnelTarget, proxy, seen))
                }
            }
        let deadline = loop.scheduleTask(in: .nanoseconds(timeout.nanoseconds)) { seen.succeed(.nothing) }
        defer { deadline.cancel() }
        do {
            let channel = try await bootstrap.connect(host: proxy.host, port: proxy.port).get()
            let answer = try await seen.futureResult.get()
            try? await channel.close()
            return answer
        } catch ChannelError.connectTimeout {
            seen.succeed(.nothing)
            return .nothing
        } catch {
            seen.succeed(.end)
            return .end
        }
    }

    private final class Asker: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let target: String
        private let proxy: Proxy
        private let seen: EventLoopPromise<Answer>
        private var head = ByteBuffer()

        /// A head is no longer than that.
        private static let limit = 16_384

        init(_ target: String, _ proxy: Proxy, _ seen: EventLoopPromise<Answer>) {
            self.target = target
            self.proxy = proxy
            self.seen = seen
        }

        func channelActive(context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(proxy.wish(for: target)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var part = unwrapInboundIn(data)
            head.writeBuffer(&part)
            let text = String(buffer: head)
            if let end = text.firstRange(of: "\r\n\r\n") {
                seen.succeed(.head(String(text[..<end.lowerBound])))
            } else if head.readableBytes > Self.limit {
                seen.succeed(.end)
            }
        }

        func channelInactive(context: ChannelHandlerContext) { seen.succeed(.end) }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            seen.succeed(.end)
            context.close(promise: nil)
        }
    }
}
