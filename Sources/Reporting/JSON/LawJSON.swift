package import ConfluenceModel
import ConfluenceWire

/// A check of laws as JSON, by `docs/schemas/contract-check.schema.json`.
package enum LawJSON {
    package static func render(_ report: LawReport) -> String {
        let value: JSON = [
            "version": .integer(Int64(LawReport.formatVersion)),
            "elapsed_ms": number(report.elapsedMilliseconds),
            "left_out": number(report.leftOut),
            "new": number(report.news.count),
            "sites": .array(report.sites.map(site)),
            "laws": .array(report.laws.map(law)),
        ]
        return value.prettyText
    }

    private static func site(_ site: CheckedSite) -> JSON {
        [
            "name": .string(site.name), "reads": number(site.reads), "writes": number(site.writes),
            "elapsed_ms": number(site.elapsedMilliseconds), "trouble": text(site.trouble),
        ]
    }

    private static func law(_ judged: JudgedLaw) -> JSON {
        let law = judged.law
        return [
            "law": .string(law.id), "family": .string(law.family), "on": .string(law.api.rawValue),
            "says": .string(law.says), "source": .string(law.source),
            "confidence": .string(law.confidence.rawValue), "tools": texts(law.tools), "causes": texts(law.causes),
            "site": text(judged.site), "verdict": .string(judged.verdict.rawValue), "reason": text(judged.reason),
            "known": .bool(judged.isKnown), "simulator": outcome(judged.simulator),
            "live": judged.live.map(outcome) ?? .null,
            "exchanges": judged.verdict == .agree
                ? []
                : .array(judged.exchanges.map { ["simulator": exchange($0.simulator), "live": exchange($0.live)] }),
        ]
    }

    private static func outcome(_ attempt: LawTry) -> JSON {
        ["outcome": .string(attempt.outcome.rawValue), "reason": text(attempt.reason)]
    }

    private static func exchange(_ exchange: StepExchange?) -> JSON {
        guard let exchange else { return .null }
        return [
            "method": .string(exchange.method), "address": .string(exchange.address),
            "account": text(exchange.account), "request_body": text(exchange.requestBody),
            "status": exchange.status.map(number) ?? .null, "response_headers": headers(exchange),
            "response_body": text(exchange.responseBody),
        ]
    }

    private static func headers(_ exchange: StepExchange) -> JSON {
        .array(exchange.responseHeaders.map { ["name": .string($0.name), "value": .string($0.value)] })
    }

    private static func number(_ value: Int) -> JSON { .integer(Int64(value)) }
    private static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
    private static func texts(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }
}
