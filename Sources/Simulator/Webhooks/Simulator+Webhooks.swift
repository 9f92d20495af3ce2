public import ConfluenceWire

/// Sending what webhooks are told of; the site itself opens no connection.
extension Simulator {
    /// Takes the requests that wait to be sent to webhooks, in the order in which their events happened.
    public func takeWebhookDeliveries() -> [WebhookDelivery] { world.webhooks.take() }

    /// Whether there is something to take.
    package var hasWebhookDeliveries: Bool { world.webhooks.isAnythingWaiting }

    /// What came of the deliveries so far, oldest first.
    public var webhookOutcomes: [WebhookOutcome] { world.webhooks.outcomes }

    /// Sends what waits, one after the other, and notes what came of it; an answer is final, whatever it says.
    ///
    /// - Parameters:
    ///   - attempts: How often a delivery is tried that gets no answer.
    ///   - isAllowed: Whether an address may be sent to; others get nothing.
    ///   - send: The way to the addresses.
    public func deliverWebhooks(
        attempts: Int = 3, where isAllowed: @Sendable (WebAddress) -> Bool = { _ in true }, by send: Send
    ) async {
        for delivery in takeWebhookDeliveries() {
            var outcome = WebhookOutcome(delivery: delivery, attempts: 0)
            if isAllowed(delivery.request.url) {
                repeat {
                    outcome.attempts += 1
                    do {
                        outcome.status = try await send(delivery.request).status
                        outcome.failure = nil
                    } catch {
                        outcome.failure = String(describing: error)
                    }
                } while outcome.status == nil && outcome.attempts < attempts && !Task.isCancelled
            } else {
                outcome.failure = "\(delivery.request.url.host) may not be sent to"
            }
            world.webhooks.note(outcome)
        }
    }
}
