import HummingbirdCore
import Logging
import NIOCore

/// How a new connection becomes one that carries HTTP.
struct Entrance: ServerChildChannel {
    /// What is spoken at a port from the first byte.
    enum Kind: Sendable {
        case http
        /// Plain HTTP, and tunnels for those who want TLS.
        case proxy(CertificateDesk)
        case tls(CertificateDesk)
    }

    let kind: Kind
    let front: any Front

    init(_ kind: Kind, front: any Front) {
        self.kind = kind
        self.front = front
    }

    /// A connection on which it may not be clear yet what is spoken.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let carrier: EventLoopFuture<Carrier>
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        switch kind {
        case .http:
            let carrier = front.carry(over: channel, scheme: "http", logger: logger)
            return carrier.map { _ in Value(channel: channel, carrier: carrier) }
        case .proxy(let desk):
            return open(channel, desk: desk, tlsOnly: false, logger: logger)
        case .tls(let desk):
            return open(channel, desk: desk, tlsOnly: true, logger: logger)
        }
    }

    private func open(
        _ channel: any Channel,
        desk: CertificateDesk,
        tlsOnly: Bool,
        logger: Logger
    ) -> EventLoopFuture<Value> {
        let carrier = channel.eventLoop.makePromise(of: Carrier.self)
        return channel.eventLoop.makeCompletedFuture {
            let door = FrontDoor(front, desk: desk, tlsOnly: tlsOnly, carrier: carrier, logger: logger)
            do {
                try channel.pipeline.syncOperations.addHandler(door)
            } catch {
                carrier.fail(error)
                throw error
            }
            return Value(channel: channel, carrier: carrier.futureResult)
        }
    }

    func handle(value: Value, logger: Logger) async {
        let carrier = try? await withTaskCancellationHandler {
            try await value.carrier.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
        // Without one the connection has ended before anything was asked.
        await carrier?.run()
    }
}
