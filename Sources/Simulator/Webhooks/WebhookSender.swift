import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Makes the requests by which webhooks are told of events.
///
/// Headers and signature are those of the library that Data Center's products share for webhooks: Bitbucket's
/// documentation (“Event payload”: `X-Event-Key`, `X-Request-Id`) and Confluence's (“Managing webhooks”:
/// `X-Hub-Signature`, HMAC-SHA256 of the body under the webhook's secret).
struct WebhookSender: Sendable {
    let world: World

    /// Hands what a request brought about to the webhooks that ask for it.
    func tell(_ outcome: Outcome, of grant: Grant) throws {
        guard !grant.call.isRead else { return }
        let webhooks = try world.read { try $0.webhooks() }.filter(\.isActive)
        guard !webhooks.isEmpty else { return }
        let moment = world.now
        let events = try world.read { try SiteEvent.events(of: outcome, grant, $0) }
        for event in events.flatMap({ [$0] + [$0.ofAnyContent].compactMap(\.self) }) {
            let body = JSON.object([
                "timestamp": .milliseconds(moment), "event": .string(event.name),
                "userKey": grant.caller.account.map { .string($0.userKey) } ?? .null,
                event.subject.key: event.subject.value,
            ])
            for webhook in webhooks where webhook.events.contains(event.name) {
                guard let url = try? WebAddress(parsing: webhook.url) else { continue }
                let bytes = JSONWriter.compact(body)
                world.webhooks.post { id in
                    WebhookDelivery(
                        id: id, webhookID: webhook.id, event: event.name, moment: moment,
                        request: Self.request(event.name, to: url, bytes, secret: webhook.secret, id: id, world.site))
                }
            }
        }
    }

    static func request(
        _ event: String, to url: WebAddress, _ body: [UInt8], secret: String?, id: Int, _ site: SiteDefinition
    ) -> Request {
        var request = Request(
            .post, url,
            headers: [
                "Content-Type": "application/json; charset=utf-8", "X-Event-Key": event,
                "X-Request-Id": StableID.uuid("webhook", site.name, String(id)),
                "User-Agent": "Atlassian HttpClient / Confluence",
            ])
        if let secret, !secret.isEmpty {
            request.headers["X-Hub-Signature"] =
                "sha256=" + SHA256.authenticationCode(of: body, key: Array(secret.utf8))
        }
        request.body = body
        return request
    }
}
