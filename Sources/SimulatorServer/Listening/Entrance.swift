import HummingbirdCore
import Logging
import NIOCore

/// How a new connection becomes one that carries HTTP.
struct Entrance: ServerChildChannel {
    private let http: HTTP1Channel

    /// Plain HTTP from the first byte.
    static func plain(_ front: SiteFront) -> Entrance {
        Entrance(
            http: HTTP1Channel { request, writer, channel in
                try await front.answer(request, writer, peer: channel.remoteAddress?.ipAddress)
            })
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
