import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// What the routes of webhooks answer.
enum WebhookAnswer: Sendable {
    case one(WebhookRecord, isNew: Bool, statistics: WebhookStatistics?)
    case list(Rows<WebhookRecord>, statistics: [Int64: WebhookStatistics]?)
    case latest(WebhookOutcome?)
    case statistics(WebhookStatistics)
    /// A test was put on its way.
    case tested(Request)
}

/// How a webhook's deliveries went.
struct WebhookStatistics: Sendable {
    var successes = 0
    var failures = 0
    var errors = 0
    var lastSuccess: WebhookOutcome?
    var lastFailure: WebhookOutcome?
    var lastError: WebhookOutcome?

    /// Where what is counted begins; what came last is told whenever it was.
    var start: Date

    /// Over how long it is counted.
    static let window: TimeInterval = 86_400

    init(_ outcomes: [WebhookOutcome], now: Date) {
        start = now.addingTimeInterval(-Self.window)
        for outcome in outcomes {
            let count = outcome.delivery.moment < start ? 0 : 1
            if outcome.isSuccess {
                successes += count
                lastSuccess = outcome
            } else if outcome.status != nil {
                failures += count
                lastFailure = outcome
            } else {
                errors += count
                lastError = outcome
            }
        }
    }
}

/// Data Center's webhooks, which administrators of the site look after.
extension Resource {
    static let webhooks = Resource.reading(siteAdministration) { grant, store, world in
        let call = grant.call
        let paging = try call.paging(limit: 100)
        let events = Set(call.items("event") ?? [])
        let found = try store.webhooks().filter { events.isEmpty || !events.isDisjoint(with: $0.events) }
        let rows = Rows(Array(found.dropFirst(paging.start)), paging: paging)
        let statistics = rows.rows.map { ($0.id, world.statistics(of: $0.id)) }
        return .webhook(
            .list(
                rows,
                statistics: call.item("statistics") == "true"
                    ? Dictionary(statistics) { first, _ in first } : nil))
    }

    static let webhook = Resource.reading(siteAdministration) { grant, store, world in
        let record = try grant.call.webhook(store)
        let isWanted = grant.call.item("statistics") == "true"
        return .webhook(.one(record, isNew: false, statistics: isWanted ? world.statistics(of: record.id) : nil))
    }

    static let createWebhook = Resource(demand: siteAdministration) { grant, world in
        let draft = try WebhookDraft(grant.call)
        let record = WebhookRecord(
            name: try draft.required(draft.name, "name"), url: try draft.required(draft.url, "url"),
            secret: draft.secret, events: try draft.checkedEvents(), isActive: draft.isActive ?? true,
            verifiesTLS: draft.verifiesTLS ?? true, createdAt: world.now, updatedAt: world.now)
        let added = try world.change(by: grant) { writer, _ in try writer.addWebhook(record) }
        return .webhook(.one(added, isNew: true, statistics: nil))
    }

    static let updateWebhook = Resource(demand: siteAdministration) { grant, world in
        let draft = try WebhookDraft(grant.call)
        return try world.change(by: grant) { writer, _ in
            var record = try grant.call.webhook(writer.reader)
            record.name = draft.name ?? record.name
            record.url = draft.url ?? record.url
            record.secret = draft.secret ?? record.secret
            record.isActive = draft.isActive ?? record.isActive
            record.verifiesTLS = draft.verifiesTLS ?? record.verifiesTLS
            if draft.events != nil { record.events = try draft.checkedEvents() }
            record.updatedAt = world.now
            try writer.updateWebhook(record)
            return .webhook(.one(record, isNew: false, statistics: nil))
        }
    }

    static let deleteWebhook = Resource(demand: siteAdministration) { grant, world in
        try world.change(by: grant) { writer, _ in
            try writer.removeWebhook(id: grant.call.webhook(writer.reader).id)
        }
        return .done
    }

    /// Puts a ping on its way; what the address answers is seen in the outcomes, not in this answer.
    static let testWebhook = Resource(demand: siteAdministration) { grant, world in
        let text = try grant.call.item("url") ?? grant.call.body()["url"]?.stringValue ?? ""
        guard let url = try? WebAddress(parsing: text) else {
            throw RestrictionDraft.invalid("The url is invalid: \(text)")
        }
        let body = JSONWriter.compact(["test": true])
        let delivery = world.webhooks.post { id in
            WebhookDelivery(
                id: id, webhookID: 0, event: WebhookEvent.ping, moment: world.now,
                request: WebhookSender.request(WebhookEvent.ping, to: url, body, secret: nil, id: id, world.site))
        }
        return .webhook(.tested(delivery.request))
    }

    static let latestInvocation = Resource.reading(siteAdministration) { grant, store, world in
        let record = try grant.call.webhook(store)
        let outcomes = world.outcomes(of: record.id, grant.call.item("event")).filter { outcome in
            switch (grant.call.item("outcome") ?? grant.call.item("outcomes"))?.uppercased() {
            case "SUCCESS": outcome.isSuccess
            case "FAILURE": !outcome.isSuccess && outcome.status != nil
            case "ERROR": outcome.status == nil
            default: true
            }
        }
        return .webhook(.latest(outcomes.last))
    }

    static let webhookStatistics = Resource.reading(siteAdministration) { grant, store, world in
        let record = try grant.call.webhook(store)
        let outcomes = world.outcomes(of: record.id, grant.call.item("event"))
        return .webhook(.statistics(WebhookStatistics(outcomes, now: world.now)))
    }
}

extension World {
    fileprivate func outcomes(of webhookID: Int64, _ event: String? = nil) -> [WebhookOutcome] {
        webhooks.outcomes.filter { outcome in
            outcome.delivery.webhookID == webhookID && (event == nil || outcome.delivery.event == event)
        }
    }

    fileprivate func statistics(of webhookID: Int64) -> WebhookStatistics {
        WebhookStatistics(outcomes(of: webhookID), now: now)
    }
}

extension Call {
    fileprivate func webhook(_ store: StoreReader) throws -> WebhookRecord {
        let text = place("webhook")
        guard let record = try store.webhooks().first(where: { String($0.id) == text }) else {
            throw Refusal(.webhookMissing, [.id: text], because: "the site has no webhook \(text)")
        }
        return record
    }
}

/// What a request says of a webhook.
private struct WebhookDraft {
    var name: String?
    var url: String?
    var secret: String?
    var events: [String]?
    var isActive: Bool?
    var verifiesTLS: Bool?

    init(_ call: Call) throws(Refusal) {
        let body = try call.body()
        name = body["name"]?.stringValue
        url = body["url"]?.stringValue
        secret = body["configuration"]?["secret"]?.stringValue
        events = body["events"]?.arrayValue?.compactMap { $0.stringValue ?? $0["id"]?.stringValue }
        isActive = body["active"]?.boolValue
        verifiesTLS = body["sslVerificationRequired"]?.boolValue
        if let url, (try? WebAddress(parsing: url)).map({ ["http", "https"].contains($0.scheme) }) != true {
            throw RestrictionDraft.invalid("The url is invalid: \(url)")
        }
        if let secret, secret.count > 255 {
            throw RestrictionDraft.invalid("The secret must not be longer than 255 characters.")
        }
    }

    func required(_ text: String?, _ member: String) throws(Refusal) -> String {
        guard let text = text?.trimmingEdges(), !text.isEmpty else {
            throw RestrictionDraft.invalid("\(member) is required.")
        }
        return text
    }

    func checkedEvents() throws(Refusal) -> [String] {
        guard let events, !events.isEmpty else { throw RestrictionDraft.invalid("At least one event is required.") }
        if let unknown = events.first(where: { !WebhookEvent.all.contains($0) }) {
            throw RestrictionDraft.invalid("Unknown event: \(unknown)")
        }
        return events
    }
}
