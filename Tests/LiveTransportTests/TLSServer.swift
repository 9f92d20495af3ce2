import NIOCore
import NIOPosix
import NIOSSL

/// A TLS server on a free loopback port that answers each request with the same bytes and leaves.
struct TLSServer {
    let port: Int

    /// - Parameters:
    ///   - suites: What it takes before TLS 1.3, which it doesn't speak then; `nil` leaves it what it has.
    ///   - saysGoodbye: Whether it ends TLS before it ends the connection.
    static func run<Result>(
        _ shown: TestCertificate, suites: String? = nil, answer: String, saysGoodbye: Bool = true,
        _ body: (TLSServer) async throws -> Result
    ) async throws -> Result {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try ([shown.certificate] + (shown.signer.map { [$0] } ?? [])).map {
                .certificate(try NIOSSLCertificate(bytes: $0, format: .der))
            },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: shown.key, format: .der)))
        if let suites {
            configuration.maximumTLSVersion = .tlsv12
            configuration.cipherSuites = suites
        }
        let context = try NIOSSLContext(configuration: configuration)
        let text = answer.replacing("\n", with: "\r\n")
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    let pipeline = child.pipeline.syncOperations
                    try pipeline.addHandler(Door())
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.addHandler(Answering(text, saysGoodbye: saysGoodbye))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(TLSServer(port: channel.localAddress?.port ?? 0))
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// Stands before TLS, where a connection can be ended without its goodbye.
    private final class Door: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer

        struct Slam {}

        func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
            guard event is Slam else { return context.triggerUserOutboundEvent(event, promise: promise) }
            context.close(promise: promise)
        }
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let text: String
        private let saysGoodbye: Bool
        private var hasAnswered = false

        init(_ text: String, saysGoodbye: Bool) {
            self.text = text
            self.saysGoodbye = saysGoodbye
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !hasAnswered else { return }
            hasAnswered = true
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            if saysGoodbye {
                context.close(promise: nil)
            } else {
                context.triggerUserOutboundEvent(Door.Slam(), promise: nil)
            }
        }
    }
}
