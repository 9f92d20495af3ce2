import Measuring
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks one address as fast as a fixed number of kept connections can.
///
/// It shares the machine with what it measures, so it does no more than it must: one thread, and of an answer nothing is kept.
struct LoadGenerator {
    private let clients: Int
    private let requestsPerClient: Int
    private let authorization: String
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    init(clients: Int, requestsPerClient: Int, authorization: String) {
        self.clients = clients
        self.requestsPerClient = requestsPerClient
        self.authorization = authorization
    }

    /// Requests per second.
    func run(port: Int, _ target: String) async throws -> Double {
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: target,
            headers: ["Host": "127.0.0.1:\(port)", "Authorization": authorization])
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<clients {
                group.addTask { try await ask(head, port: port) }
            }
            try await group.waitForAll()
        }
        return Double(clients * requestsPerClient) / ((clock.now - start).milliseconds / 1000)
    }

    /// A server that closes each connection behind its answer, as Flask's own does, is asked over new ones.
    private func ask(_ head: HTTPRequestHead, port: Int) async throws {
        var left = requestsPerClient
        while left > 0 {
            let before = left
            let ended = group.next().makePromise(of: Int.self)
            ClientBootstrap(group: group).channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(Asker(head, times: before, ended))
                }
            }.connect(host: "127.0.0.1", port: port).whenFailure { ended.fail($0) }
            left = try await ended.futureResult.get()
            guard left < before else { throw ChannelError.eof }
        }
    }

    func shutdown() async throws {
        try await group.shutdownGracefully()
    }
}

/// Asks the same over one connection, each time when the answer before has come.
private final class Asker: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private var left: Int
    private var isKept = true
    /// How often is still to be asked when the connection has ended.
    private let ended: EventLoopPromise<Int>

    init(_ head: HTTPRequestHead, times: Int, _ ended: EventLoopPromise<Int>) {
        self.head = head
        self.ended = ended
        left = times
    }

    func channelActive(context: ChannelHandlerContext) { ask(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let answer) where answer.status != .ok:
            fail(context, Unexpected(status: Int(answer.status.code)))
        case .head(let answer):
            isKept = answer.isKeepAlive
        case .body:
            break
        case .end:
            left -= 1
            if left > 0, isKept { ask(context) } else { context.close(promise: nil) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) { ended.succeed(left) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(context, error) }

    private func ask(_ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func fail(_ context: ChannelHandlerContext, _ error: any Error) {
        ended.fail(error)
        context.close(promise: nil)
    }
}
