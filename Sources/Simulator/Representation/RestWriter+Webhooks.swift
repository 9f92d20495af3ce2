import ConfluenceStore
import ConfluenceWire
import Foundation

/// Webhooks as `/rest/api/webhooks` writes them; their secrets are never shown.
extension RestWriter {
    func write(_ answer: WebhookAnswer) -> Response {
        switch answer {
        case .one(let record, let isNew, let statistics):
            ok(webhook(record, statistics), status: isNew ? 201 : 200)
        case .list(let rows, let statistics):
            ok(list(rows) { webhook($0, statistics?[$0.id]) })
        case .latest(let outcome): outcome.map { ok(invocation($0)) } ?? Response(status: 204)
        case .statistics(let statistics): ok(self.statistics(statistics))
        case .tested(let request): ok(["request": self.request(request), "response": .null])
        }
    }

    private func webhook(_ record: WebhookRecord, _ statistics: WebhookStatistics?) -> JSON {
        var json: JSONObject = [
            "id": .integer(record.id), "name": .string(record.name),
            "createdDate": .milliseconds(record.createdAt), "updatedDate": .milliseconds(record.updatedAt),
            "events": .array(record.events.map(JSON.string)), "configuration": [:], "url": .string(record.url),
            "active": .bool(record.isActive), "scopeType": "global",
            "sslVerificationRequired": .bool(record.verifiesTLS),
        ]
        if let statistics { json["statistics"] = self.statistics(statistics) }
        return .object(json)
    }

    private func statistics(_ statistics: WebhookStatistics) -> JSON {
        [
            "lastSuccess": statistics.lastSuccess.map(invocation) ?? .null,
            "lastFailure": statistics.lastFailure.map(invocation) ?? .null,
            "lastError": statistics.lastError.map(invocation) ?? .null,
            "counts": [
                "errors": .integer(Int64(statistics.errors)), "failures": .integer(Int64(statistics.failures)),
                "successes": .integer(Int64(statistics.successes)),
                "window": [
                    "start": .milliseconds(statistics.start),
                    "duration": .integer(Int64(WebhookStatistics.window * 1000)),
                ],
            ],
        ]
    }

    private func invocation(_ outcome: WebhookOutcome) -> JSON {
        let word = outcome.isSuccess ? "SUCCESS" : outcome.status == nil ? "ERROR" : "FAILURE"
        return [
            "id": .integer(Int64(outcome.delivery.id)), "event": .string(outcome.delivery.event),
            "start": .milliseconds(outcome.delivery.moment), "duration": 0,
            "finish": .milliseconds(outcome.delivery.moment),
            "request": request(outcome.delivery.request),
            "result": [
                "outcome": .string(word),
                "description": .string(outcome.status.map(String.init) ?? outcome.failure ?? ""),
            ],
        ]
    }

    private func request(_ request: Request) -> JSON {
        ["method": .string(request.method.rawValue), "url": .string(request.url.description)]
    }
}
