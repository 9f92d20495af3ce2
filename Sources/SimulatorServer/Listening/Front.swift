import Logging
import NIOCore

/// Who answers at a port, once it is clear what is spoken there.
protocol Front: Sendable {
    /// Makes a connection carry HTTP, each request of which is answered here; called on its event loop.
    ///
    /// - Parameter scheme: `https` when what is carried came over TLS.
    func carry(over channel: any Channel, scheme: String, logger: Logger) -> EventLoopFuture<Carrier>

    /// What a client is told that asks for a host which is not answered for here.
    func refusal(of host: String) -> String

    /// Notes that somebody asked for such a host.
    func tellRefused(_ host: String, peer: String?)

    var troubles: TroubleDesk { get }
}

/// HTTP on its way over a connection.
struct Carrier: Sendable {
    /// Returns when the connection has ended; to cancel it ends the connection.
    let run: @Sendable () async -> Void
}
