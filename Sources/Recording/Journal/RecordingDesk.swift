import ConfluenceWire
import Synchronization

/// Takes exchanges as they end, and has them written to the journal one after the other; nobody waits for it.
package final class RecordingDesk: Sendable {
    /// What came of a recording.
    package struct Outcome: Sendable {
        package var written = 0
        /// How many exchanges the journal would not take.
        package var lost = 0
        /// What was taken out, each kind with how many times.
        package var redactions: [String: Int] = [:]
        /// Takes out of a line what became known to be secret only after it was written.
        package var clean: @Sendable (String) -> String = { $0 }
    }

    /// Bodies that wait to be written take no more than this; beyond it exchanges are kept without them.
    private static let mostWaiting = 128 << 20

    private let incoming: AsyncStream<Exchange>.Continuation
    private let backlog = Backlog()
    private let work: Task<Outcome, Never>

    /// - Parameter onTrouble: Told once, when the journal first takes an exchange no more.
    package init(_ store: JournalStore, onTrouble: @escaping @Sendable (any Error) -> Void) {
        let (exchanges, incoming) = AsyncStream.makeStream(of: Exchange.self)
        self.incoming = incoming
        work = Task { [backlog] in
            var writer = JournalWriter(store)
            var outcome = Outcome()
            for await exchange in exchanges {
                do {
                    try writer.write(exchange)
                    outcome.written += 1
                } catch {
                    if outcome.lost == 0 { onTrouble(error) }
                    outcome.lost += 1
                }
                backlog.bytes.withLock { $0 -= exchange.weight }
            }
            let redactor = writer.redactor
            outcome.redactions = redactor.counts
            outcome.clean = { line in
                var redactor = redactor
                return redactor.withoutKnown(line)
            }
            return outcome
        }
    }

    package func take(_ exchange: Exchange) {
        let weight = exchange.weight
        let total = backlog.bytes.withLock { bytes in
            bytes += weight
            return bytes
        }
        guard total > Self.mostWaiting, weight > 0 else {
            incoming.yield(exchange)
            return
        }
        backlog.bytes.withLock { $0 -= weight }
        incoming.yield(exchange.withoutBodies("left out: more came at once than could be written"))
    }

    /// Waits until all that was taken is written.
    package func finish() async -> Outcome {
        incoming.finish()
        return await work.value
    }

    private final class Backlog: Sendable {
        let bytes = Mutex(0)
    }
}

extension Exchange {
    fileprivate var weight: Int { request.body.count + (response?.body.count ?? 0) }

    fileprivate func withoutBodies(_ note: String) -> Exchange {
        var exchange = self
        if !request.body.isEmpty {
            exchange.requestBody = Share(size: requestBody.size ?? request.body.count, note: note)
            exchange.request.body = []
        }
        if case .answer(var response) = outcome, !response.body.isEmpty {
            exchange.responseBody = Share(size: responseBody.size ?? response.body.count, note: note)
            response.body = []
            exchange.outcome = .answer(response)
        }
        return exchange
    }
}
