import ConfluenceStore
import Synchronization

/// What is to be sent to webhooks, in the order in which it happened, and what came of what was sent.
final class WebhookDesk: Sendable {
    private let state = Mutex(State())

    private struct State: Sendable {
        var count = 0
        var outbox: [WebhookDelivery] = []
        var outcomes: [WebhookOutcome] = []
    }

    /// Older ones make room.
    private static let most = 1000

    @discardableResult
    func post(_ make: (_ id: Int) -> WebhookDelivery) -> WebhookDelivery {
        state.withLock { state in
            state.count += 1
            let delivery = make(state.count)
            state.outbox.append(delivery)
            return delivery
        }
    }

    /// Takes what waits to be sent.
    func take() -> [WebhookDelivery] {
        state.withLock { state in
            defer { state.outbox = [] }
            return state.outbox
        }
    }

    var isAnythingWaiting: Bool { state.withLock { !$0.outbox.isEmpty } }

    func note(_ outcome: WebhookOutcome) {
        state.withLock { state in
            if state.outcomes.count >= Self.most { state.outcomes.removeFirst() }
            state.outcomes.append(outcome)
        }
    }

    /// Oldest first.
    var outcomes: [WebhookOutcome] { state.withLock(\.outcomes) }

    func clear() {
        state.withLock { state in
            state.outbox = []
            state.outcomes = []
        }
    }
}
