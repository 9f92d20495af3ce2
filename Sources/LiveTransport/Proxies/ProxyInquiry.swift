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
        case .answer(let text): ProxyReport(text).map(failure)
        case .end: nil
        }
    }

    private func failure(told report: ProxyReport) -> TransportFailure {
        switch report {
        case .noName: .nameNotResolved(host: address.host)
        case .noAnswer: .proxy(reason: "it was not answered by \(address.authority) in time: it timed out")
        case .closedPort: .proxy(reason: "\(address.authority) refused it: nothing listens there")
        }
    }

    private enum Answer {
        /// Its head and, as far as it came, its page.
        case answer(String)
        /// The proxy has closed the connection, or there was none.
        case end
        /// It has not answered in time.
        case nothing
    }

    private func answer() async -> Answer {
        do {
            return try await Glance(host: proxy.host, port: proxy.port, timeout: timeout).see {
                [proxy, address] channel, seen in
                try channel.pipeline.syncOperations.addHandler(Asker(address.tunnelTarget, proxy, seen))
            }
        } catch ChannelError.connectTimeout {
            return .nothing
        } catch {
            return .end
        }
    }

    private final class Asker: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let target: String
        private let proxy: Proxy
        private let seen: EventLoopPromise<Answer>
        private var read = ByteBuffer()

        /// More of it is not read.
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
            read.writeBuffer(&part)
            let text = String(buffer: read)
            guard let end = text.firstRange(of: "\r\n\r\n") else {
                if read.readableBytes > Self.limit { seen.succeed(.end) }
                return
            }
            // Who doesn't tell how long the page is has sent what there is.
            let length = text[..<end.lowerBound].firstMatch(of: /content-length: *(\d+)/.ignoresCase()).flatMap {
                Int($0.1)
            }
            let body = text[end.upperBound...].utf8.count
            if body >= length ?? 0 || read.readableBytes > Self.limit { seen.succeed(.answer(text)) }
        }

        func channelInactive(context: ChannelHandlerContext) {
            let text = String(buffer: read)
            seen.succeed(text.contains("\r\n\r\n") ? .answer(text) : .end)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            seen.succeed(.end)
            context.close(promise: nil)
        }
    }
}
