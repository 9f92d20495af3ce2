import ConfluenceWire
import Simulator

extension AdminRoute {
    /// What the webhooks of a site were told.
    static let webhooks: [AdminRoute] = [
        AdminRoute(
            .get, "/sites/{site}/webhooks",
            "Lists what the site's webhooks were told, oldest first, and what came of it."
        ) { call in
            ["deliveries": .array(try call.site().webhookOutcomes.map(WebhookForm.json))]
        }
    ]
}

/// A delivery and its outcome as JSON, without what it is signed with.
private enum WebhookForm {
    static func json(_ outcome: WebhookOutcome) -> JSON {
        let delivery = outcome.delivery
        return [
            "number": .integer(Int64(delivery.id)), "moment": .string(Moment.text(delivery.moment)),
            "webhook": .integer(delivery.webhookID), "event": .string(delivery.event),
            "url": .string(delivery.request.url.description), "attempts": .integer(Int64(outcome.attempts)),
            "status": outcome.status.map { .integer(Int64($0)) } ?? .null,
            "failure": outcome.failure.map(JSON.string) ?? .null,
            "body": (try? JSONReader.read(delivery.request.body)) ?? .null,
        ]
    }
}
