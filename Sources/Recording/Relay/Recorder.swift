package import ConfluenceWire
package import Foundation
import Synchronization

/// Keeps what passes on its way to a site and back; nothing of it waits for the keeping.
package struct Recorder: Sendable {
    private let now: @Sendable () -> Date
    private let bodyLimit: Int
    private let keep: @Sendable (Exchange) -> Void

    /// - Parameters:
    ///   - bodyLimit: How much of each body is kept, as it was sent.
    ///   - keep: Told of each exchange when it has ended, as it was.
    package init(
        bodyLimit: Int = 2 << 20, now: @escaping @Sendable () -> Date, keep: @escaping @Sendable (Exchange) -> Void
    ) {
        self.bodyLimit = bodyLimit
        self.now = now
        self.keep = keep
    }

    /// The same way to a site, with each exchange kept.
    package func recording(_ send: @escaping StreamedSend) -> StreamedSend {
        { request in
            let tape = Tape(request.head, start: self.now(), limit: bodyLimit, now: now, keep: keep)
            var request = request
            request.body = request.body.map { tape.passing($0, isRequest: true) }
            do {
                var response = try await send(request)
                tape.answered(response.head)
                response.body = tape.passing(response.body, isRequest: false)
                return response
            } catch {
                tape.end(TransportFailure.of(error, at: request.head.url.host))
                throw error
            }
        }
    }
}

extension TransportFailure {
    /// What an error on the way to a site says about it.
    package static func of(_ error: any Error, at host: String) -> TransportFailure {
        if let failure = error as? TransportFailure { return failure }
        if error is CancellationError { return .other(host: host, reason: "the client did not wait for the answer") }
        return .other(host: host, reason: "\(error)")
    }
}

/// One exchange while it passes.
private final class Tape: Sendable {
    private struct State {
        var response: Response?
        var sent: [UInt8] = []
        var sentSize = 0
        var received: [UInt8] = []
        var receivedSize = 0
        var isOver = false
    }

    private let request: Request
    private let start: Date
    private let limit: Int
    private let now: @Sendable () -> Date
    private let keep: @Sendable (Exchange) -> Void
    private let state = Mutex(State())

    init(
        _ request: Request, start: Date, limit: Int, now: @escaping @Sendable () -> Date,
        keep: @escaping @Sendable (Exchange) -> Void
    ) {
        self.request = request
        self.start = start
        self.limit = limit
        self.now = now
        self.keep = keep
    }

    /// An exchange that nobody brought to its end was left by the client.
    deinit {
        end(.other(host: request.url.host, reason: "the client left before the answer was complete"))
    }

    func answered(_ head: Response) {
        state.withLock { $0.response = head }
    }

    /// The same body, with a copy kept of what passes of it.
    func passing(_ body: ByteStream, isRequest: Bool) -> ByteStream {
        body.watched {
            self.note($0, isRequest: isRequest)
        } end: { error in
            guard !isRequest else { return }
            self.end(error.map { TransportFailure.of($0, at: self.request.url.host) })
        }
    }

    private func note(_ piece: [UInt8], isRequest: Bool) {
        state.withLock { state in
            if isRequest {
                state.sentSize += piece.count
                state.sent += piece.prefix(limit - state.sent.count)
            } else {
                state.receivedSize += piece.count
                state.received += piece.prefix(limit - state.received.count)
            }
        }
    }

    /// Hands the exchange over, once.
    func end(_ failure: TransportFailure?) {
        let end = now()
        let exchange = state.withLock { state -> Exchange? in
            guard !state.isOver else { return nil }
            state.isOver = true
            var request = request
            request.body = state.sent
            var exchange = Exchange(
                request: request, outcome: .failure(failure ?? .other(host: request.url.host, reason: "no answer")),
                start: start, milliseconds: Int((end.timeIntervalSince(start) * 1000).rounded()))
            if state.sentSize > state.sent.count { exchange.requestBody.size = state.sentSize }
            guard var response = state.response else { return exchange }
            response.body = state.received
            exchange.outcome = .answer(response)
            if state.receivedSize > state.received.count { exchange.responseBody.size = state.receivedSize }
            exchange.breakOff = failure
            return exchange
        }
        if let exchange { keep(exchange) }
    }
}
