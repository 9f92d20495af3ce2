package import ConfluenceModel
package import ConfluenceWire

/// A run of scenarios for programs: the published form, `docs/schemas/run.schema.json`.
package enum ScenarioJSON {
    package static func value(_ report: ScenarioRunReport) -> JSON {
        [
            "version": .integer(Int64(ScenarioRunReport.formatVersion)),
            "summary": [
                "passed": .integer(Int64(report.count(.passed))),
                "failed": .integer(Int64(report.count(.failed))),
                "skipped": .integer(Int64(report.count(.skipped))),
            ],
            "elapsedMs": .integer(Int64(report.elapsedMilliseconds)),
            "scenarios": .array(report.scenarios.map(scenario)),
        ]
    }

    package static func render(_ report: ScenarioRunReport) -> String {
        value(report).prettyText
    }

    private static func scenario(_ result: ScenarioResult) -> JSON {
        [
            "name": .string(result.name),
            "file": .string(result.file),
            "driver": .string(result.driver),
            "status": .string(result.status.rawValue),
            "reason": .text(result.reason),
            "elapsedMs": .integer(Int64(result.elapsedMilliseconds)),
            "steps": .array(result.steps.map(step)),
            "diagnosis": result.diagnosis.map(DiagnosisJSON.value) ?? .null,
        ]
    }

    private static func step(_ step: StepResult) -> JSON {
        [
            "title": .string(step.title),
            "status": .string(step.status.rawValue),
            "answer": .text(step.answer),
            "problems": .array(step.problems.map(JSON.string)),
        ]
    }
}
