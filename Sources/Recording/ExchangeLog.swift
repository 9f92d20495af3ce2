package import ConfluenceWire
package import Foundation
import Synchronization

/// Keeps what went over the wire of a diagnosis, as it was; only without secrets is it taken further.
package final class ExchangeLog: Sendable {
    private let exchanges = Mutex<[Exchange]>([])
    private let now: @Sendable () -> Date

    package init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    /// What was recorded so far, in the order of the answers.
    package var all: [Exchange] { exchanges.withLock { $0 } }

    /// The same way to a site, with each exchange kept.
    package func recording(_ send: @escaping Send) -> Send {
        { request in
            let start = self.now()
            do {
                let response = try await send(request)
                self.add(request, .answer(response), since: start)
                return response
            } catch let failure as TransportFailure {
                self.add(request, .failure(failure), since: start)
                throw failure
            }
        }
    }

    private func add(_ request: Request, _ outcome: Exchange.Outcome, since start: Date) {
        let milliseconds = Int((now().timeIntervalSince(start) * 1000).rounded())
        let exchange = Exchange(request: request, outcome: outcome, start: start, milliseconds: milliseconds)
        exchanges.withLock { $0.append(exchange) }
    }
}
