package import ConfluenceModel
package import ConfluenceWire

/// A run of scenarios for programs: the published form, `docs/schemas/run.schema.json`.
package enum ScenarioJSON {
    package static func value(_ report: ScenarioRunReport) -> JSON {
        [
            "version": .integer(Int64(ScenarioRunReport.formatVersion)),
            "startedAt": .text(report.startedAt),
            "interrupted": .bool(report.wasInterrupted),
            "shard": .text(report.shard),
            // As a text: not every number of 64 bits survives in every reader.
            "seed": .text(report.seed.map(String.init)),
            "summary": [
                "passed": .integer(Int64(report.count(.passed))),
                "failed": .integer(Int64(report.count(.failed))),
                "skipped": .integer(Int64(report.count(.skipped))),
                "flaky": .integer(Int64(report.flakyCount)),
            ],
            "elapsedMs": .integer(Int64(report.elapsedMilliseconds)),
            "tools": .array(tools(ToolMatrix(report))),
            "differences": .array(DriverDifferences(report).explained.map(difference)),
            "scenarios": .array(report.scenarios.map(scenario)),
        ]
    }

    package static func render(_ report: ScenarioRunReport) -> String {
        value(report).prettyText
    }

    private static func tools(_ matrix: ToolMatrix) -> [JSON] {
        matrix.rows.flatMap { row in
            zip(matrix.columns, row.cells).compactMap { column, cell -> JSON? in
                guard cell.count > 0 else { return nil }
                return [
                    "tool": .string(row.tool), "driver": .string(column.driver),
                    "deployment": .string(column.deployment.rawValue), "passed": .integer(Int64(cell.passed)),
                    "failed": .integer(Int64(cell.failed)), "skipped": .integer(Int64(cell.skipped)),
                    "flaky": .integer(Int64(cell.flaky)),
                ]
            }
        }
    }

    private static func difference(_ difference: DriverDifferences.Explained) -> JSON {
        [
            "tool": .string(difference.tool), "driver": .string(difference.driver),
            "because": .string(difference.because), "scenarios": .array(difference.scenarios.map(JSON.string)),
        ]
    }

    private static func scenario(_ result: ScenarioResult) -> JSON {
        var object: JSONObject = [
            "name": .string(result.name),
            "instance": .text(result.instance),
            "file": .string(result.file),
            "tags": .array(result.tags.map(JSON.string)),
            "driver": .string(result.driver),
            "product": result.product.map { ["name": .string($0.name), "version": .text($0.version)] } ?? .null,
            "deployment": result.deployment.map {
                ["kind": .string($0.kind.rawValue), "version": .text($0.version)]
            } ?? .null,
            "repetition": result.repetition.map { .integer(Int64($0)) } ?? .null,
            "status": .string(result.status.rawValue),
            "flaky": .bool(result.isFlaky),
            "reason": .text(result.reason),
            "knownDefect": result.knownDefect.map { defect($0, standing: result.defectStanding) } ?? .null,
            "elapsedMs": .integer(Int64(result.elapsedMilliseconds)),
            "steps": .array(result.steps.map(step)),
            "diagnosis": result.diagnosis.map(DiagnosisJSON.value) ?? .null,
        ]
        if let site = result.site { object["site"] = .string(site) }
        return .object(object)
    }

    private static func defect(_ defect: KnownDefect, standing: KnownDefect.Standing?) -> JSON {
        [
            "id": .string(defect.id), "product": .text(defect.product), "seenIn": .text(defect.seenIn),
            "title": .string(defect.title), "should": .text(defect.should), "consequence": .text(defect.consequence),
            "cause": .text(defect.cause), "suggestion": .text(defect.suggestion),
            "standing": .text(standing?.rawValue),
        ]
    }

    private static func step(_ step: StepResult) -> JSON {
        [
            "title": .string(step.title),
            "kind": .text(step.kind?.rawValue),
            "part": .string(step.part.rawValue),
            "tool": .text(step.tool),
            "status": .string(step.status.rawValue),
            "tries": .integer(Int64(step.tries)),
            "answer": .text(step.answer),
            "errorType": .text(step.errorType),
            "problems": .array(step.problems.map(JSON.string)),
            "comparisons": .array(
                step.comparisons.map {
                    [
                        "subject": .string($0.subject), "expected": .string($0.expected), "found": .string($0.found),
                    ]
                }),
            "difference": .text(step.difference),
            "exchanges": .array(step.exchanges.map(exchange)),
            "elapsedMs": .integer(Int64(step.elapsedMilliseconds)),
            "line": step.line.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    private static func exchange(_ exchange: StepExchange) -> JSON {
        [
            "method": .string(exchange.method), "address": .string(exchange.address),
            "requestBody": .text(exchange.requestBody),
            "status": exchange.status.map { .integer(Int64($0)) } ?? .null,
            "responseBody": .text(exchange.responseBody), "account": .text(exchange.account),
            "decisions": .array(exchange.decisions.map(JSON.string)),
        ]
    }
}
