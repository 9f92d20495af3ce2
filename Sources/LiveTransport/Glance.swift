import NIOCore
import NIOPosix

/// A connection that is opened to see one thing of whoever answers, and closed again.
struct Glance: Sendable {
    let host: String
    let port: Int
    let timeout: Duration

    /// What the handlers see that are put into the connection's pipeline.
    ///
    /// - Throws: `ChannelError.connectTimeout` where nothing was seen in time, `ChannelError.eof` where the connection was closed
    ///   before, and whatever kept it from being opened.
    func see<Seen: Sendable>(
        by prepare: @escaping @Sendable (any Channel, EventLoopPromise<Seen>) throws -> Void
    ) async throws -> Seen {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let seen = loop.makePromise(of: Seen.self)
        let limit = TimeAmount.nanoseconds(timeout.nanoseconds)
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(limit)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try prepare(channel, seen) }
            }
        let deadline = loop.scheduleTask(in: limit) { seen.fail(ChannelError.connectTimeout(limit)) }
        defer { deadline.cancel() }
        do {
            let channel = try await bootstrap.connect(host: host, port: port).get()
            channel.closeFuture.whenComplete { _ in seen.fail(ChannelError.eof) }
            let found = try await seen.futureResult.get()
            try? await channel.close()
            return found
        } catch {
            seen.fail(error)
            throw error
        }
    }
}
