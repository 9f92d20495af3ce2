import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import NIOTLS

/// Stands at the head of a connection until it is clear what is spoken there, then lets everything through.
///
/// A client of a proxy may ask for a tunnel first; what comes out of it is TLS, or plain HTTP at any port but 443.
final class FrontDoor: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Position {
        /// Nothing has been decided; a tunnel may be asked for.
        case greeting
        /// In a tunnel to that host and port.
        case tunnel(host: String, port: Int)
        /// TLS is expected from the first byte.
        case tlsOnly
        /// Others have taken over.
        case passing
        case ended
    }

    private let front: any Front
    private let desk: CertificateDesk
    private let logger: Logger
    private var carrier: EventLoopPromise<Carrier>?
    private var position: Position
    private var gathered = ByteBuffer()

    init(
        _ front: any Front,
        desk: CertificateDesk,
        tlsOnly: Bool,
        carrier: EventLoopPromise<Carrier>,
        logger: Logger
    ) {
        self.front = front
        self.desk = desk
        self.logger = logger
        self.carrier = carrier
        position = tlsOnly ? .tlsOnly : .greeting
    }

    // MARK: What happens on the connection

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .passing = position {
            context.fireChannelRead(data)
            return
        }
        var bytes = unwrapInboundIn(data)
        gathered.writeBuffer(&bytes)
        advance(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        giveUp(ChannelError.ioOnClosedChannel)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        giveUp(ChannelError.ioOnClosedChannel)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .passing = position {
            context.fireErrorCaught(error)
        } else {
            context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        let isFarewell = event is ChannelShouldQuiesceEvent || event as? ChannelEvent == .inputClosed
        if isFarewell, carrier != nil {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    private func giveUp(_ error: any Error) {
        carrier?.fail(error)
        carrier = nil
    }

    // MARK: What is spoken

    private func advance(_ context: ChannelHandlerContext) {
        guard let first = gathered.readableBytesView.first else { return }
        switch position {
        case .greeting:
            greet(context)
        case .tunnel(let host, let port):
            if port == 443 || first == Self.tlsHandshake {
                speakTLS(context, host: host)
            } else {
                speakHTTP(context)
            }
        case .tlsOnly where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first):
            // Tomcat's own words, which are what a Data Center answers there.
            refuse(context, .badRequest, "Bad Request\nThis combination of host and port requires TLS.")
        case .tlsOnly:
            speakTLS(context, host: context.channel.localAddress?.ipAddress ?? "127.0.0.1")
        case .passing, .ended:
            break
        }
    }

    private func greet(_ context: ChannelHandlerContext) {
        switch Greeting(gathered.readableBytesView) {
        case .incomplete:
            break
        case .other:
            speakHTTP(context)
        case .unreadable:
            refuse(context, .badRequest, "confluence-doctor: the request for a tunnel can't be read")
        case .tunnel(let host, let port, let length):
            guard desk.serves(host) else {
                front.tellRefused(host, peer: context.remoteAddress?.ipAddress)
                refuse(context, .forbidden, "confluence-doctor: \(front.refusal(of: host))")
                return
            }
            gathered.moveReaderIndex(forwardBy: length)
            write(context, "HTTP/1.1 200 Connection established\r\n\r\n")
            position = .tunnel(host: host, port: port)
            advance(context)
        }
    }

    private static let tlsHandshake: UInt8 = 22

    private func speakHTTP(_ context: ChannelHandlerContext) {
        handOver(context.channel, scheme: "http")
        letThrough(context)
    }

    private func speakTLS(_ context: ChannelHandlerContext, host: String) {
        let channel = context.channel
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let names = SNIHandler { result in
            channel.eventLoop.makeCompletedFuture {
                try loopBound.value.secure(channel, host: host, asked: result)
            }.flatMapErrorThrowing { error in
                channel.close(promise: nil)
                throw error
            }
        }
        do {
            try context.pipeline.syncOperations.addHandler(ByteToMessageHandler(names))
            letThrough(context)
        } catch {
            context.close(promise: nil)
        }
    }

    /// A server that does not know the name a client asks for shows the certificate of the place where it was asked.
    private func secure(_ channel: any Channel, host: String, asked: SNIResult) throws {
        var shown = host
        if case .hostname(let name) = asked, desk.serves(name) { shown = name.lowercased() }
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(NIOSSLServerHandler(context: desk.context(for: shown)))
        try pipeline.addHandler(
            HandshakeWatch(
                host: shown, peer: channel.remoteAddress?.ipAddress, isMeantToFail: desk.fault(at: shown) != nil,
                troubles: front.troubles))
        handOver(channel, scheme: "https")
    }

    // MARK: Handing over

    private func handOver(_ channel: any Channel, scheme: String) {
        carrier?.completeWith(front.carry(over: channel, scheme: scheme, logger: logger))
        carrier = nil
    }

    private func letThrough(_ context: ChannelHandlerContext) {
        position = .passing
        let bytes = gathered
        gathered = ByteBuffer()
        context.fireChannelRead(wrapInboundOut(bytes))
        context.fireChannelReadComplete()
    }

    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus, _ text: String) {
        position = .ended
        gathered = ByteBuffer()
        write(
            context,
            """
            HTTP/1.1 \(status.code) \(status.reasonPhrase)\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Length: \(text.utf8.count + 1)\r
            Connection: close\r
            \r
            \(text)

            """)
        context.close(promise: nil)
    }

    private func write(_ context: ChannelHandlerContext, _ text: String) {
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: text)), promise: nil)
    }
}
