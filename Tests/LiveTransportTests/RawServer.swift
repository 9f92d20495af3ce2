import NIOCore
import NIOPosix
import Synchronization

/// A TCP server on a free loopback port that answers the first bytes of each connection with fixed ones.
final class RawServer: Sendable {
    enum Answer: Sendable {
        case bytes([UInt8], closing: Bool)
        case silence
        /// A head, and then the piece again and again until the client goes.
        case stream(head: String, piece: [UInt8])
        /// What it says depends on what was asked; the connection is closed behind it.
        case choosing(@Sendable (_ request: String) -> [UInt8])

        static func text(_ text: String, closing: Bool = true) -> Answer {
            .bytes(Array(text.replacing("\n", with: "\r\n").utf8), closing: closing)
        }
    }

    private let channel: any Channel
    private let received: Received
    let port: Int

    private init(channel: any Channel, received: Received) {
        self.channel = channel
        self.received = received
        port = channel.localAddress?.port ?? 0
    }

    /// Serves while the body runs.
    @discardableResult
    static func run<Result>(_ answer: Answer, _ body: (RawServer) async throws -> Result) async throws -> Result {
        let received = Received()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(AnswerHandler(answer: answer, received: received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = RawServer(channel: channel, received: received)
        do {
            let result = try await body(server)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// What the first bytes of each connection said.
    var requests: [String] { received.texts.withLock(\.self) }

    private final class Received: Sendable {
        let texts = Mutex<[String]>([])
    }

    private final class AnswerHandler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: Answer
        private let received: Received
        private var hasAnswered = false

        init(answer: Answer, received: Received) {
            self.answer = answer
            self.received = received
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let text = String(buffer: unwrapInboundIn(data))
            guard !hasAnswered else { return }
            hasAnswered = true
            received.texts.withLock { $0.append(text) }
            switch answer {
            case .silence: break
            case .bytes(let bytes, let closing):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
                if closing { context.close(promise: nil) }
            case .choosing(let choose):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: choose(text))), promise: nil)
                context.close(promise: nil)
            case .stream(let head, let piece):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head)), promise: nil)
                goOn(with: piece, context)
            }
        }

        /// Writes the next piece once the one before is gone, so that an endless answer needs no memory here.
        private func goOn(with piece: [UInt8], _ context: ChannelHandlerContext) {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece))).whenSuccess {
                let (_, context) = bound.value
                // Not at once: what is written without waiting would call itself deeper and deeper.
                context.eventLoop.execute {
                    let (handler, context) = bound.value
                    handler.goOn(with: piece, context)
                }
            }
        }
    }
}
