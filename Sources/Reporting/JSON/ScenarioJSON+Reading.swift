package import ConfluenceModel
package import ConfluenceWire

extension ScenarioJSON {
    /// A report as `run --format json` wrote it, also by an earlier release of the same version.
    package static func read(_ value: JSON) throws(UnreadableReport) -> ScenarioRunReport {
        let root = ReportField(value)
        guard value["scenarios"] != nil, let version = try root["version"].optionalInteger else {
            throw UnreadableReport(description: "this is no report of “run --format json”")
        }
        guard version == ScenarioRunReport.formatVersion else {
            throw UnreadableReport(description: "this release reads reports of version 1, this one is of \(version)")
        }
        return ScenarioRunReport(
            scenarios: try root["scenarios"].list(scenario),
            elapsedMilliseconds: try root["elapsedMs"].integer(),
            startedAt: try root["startedAt"].optionalText,
            wasInterrupted: try root["interrupted"].bool(),
            shard: try root["shard"].optionalText,
            seed: try root["seed"].optionalText.flatMap { UInt64($0) })
    }

    private static func scenario(_ field: ReportField) throws(UnreadableReport) -> ScenarioResult {
        var result = ScenarioResult(
            name: try field["name"].text,
            instance: try field["instance"].optionalText,
            file: try field["file"].text,
            tags: try field["tags"].texts,
            driver: try field["driver"].text,
            product: try field["product"].optional { product throws(UnreadableReport) in
                DriverProduct(name: try product["name"].text, version: try product["version"].optionalText)
            },
            deployment: try field["deployment"].optional(DiagnosisJSON.deployment),
            repetition: try field["repetition"].optionalInteger,
            status: try field["status"].word(ScenarioStatus.self),
            isFlaky: try field["flaky"].bool(),
            steps: try field["steps"].list(step),
            diagnosis: try field["diagnosis"].optional(DiagnosisJSON.read),
            knownDefect: try field["knownDefect"].optional(defect),
            elapsedMilliseconds: try field["elapsedMs"].integer(),
            reason: try field["reason"].optionalText)
        result.site = try field["site"].optionalText
        return result
    }

    private static func defect(_ field: ReportField) throws(UnreadableReport) -> KnownDefect {
        KnownDefect(
            id: try field["id"].text, product: try field["product"].optionalText,
            seenIn: try field["seenIn"].optionalText, title: try field["title"].text,
            should: try field["should"].optionalText, consequence: try field["consequence"].optionalText,
            cause: try field["cause"].optionalText, suggestion: try field["suggestion"].optionalText)
    }

    private static func step(_ field: ReportField) throws(UnreadableReport) -> StepResult {
        StepResult(
            title: try field["title"].text,
            kind: try field["kind"].optional { kind throws(UnreadableReport) in try kind.word(StepKind.self) },
            part: try field["part"].optional { part throws(UnreadableReport) in try part.word(StepResult.Part.self) }
                ?? .steps,
            tool: try field["tool"].optionalText,
            status: try field["status"].word(ScenarioStatus.self),
            answer: try field["answer"].optionalText,
            errorType: try field["errorType"].optionalText,
            problems: try field["problems"].texts,
            comparisons: try field["comparisons"].list { comparison throws(UnreadableReport) in
                StepComparison(
                    subject: try comparison["subject"].text, expected: try comparison["expected"].text,
                    found: try comparison["found"].text)
            },
            tries: try field["tries"].integer(orElse: 1),
            difference: try field["difference"].optionalText,
            exchanges: try field["exchanges"].list(exchange),
            elapsedMilliseconds: try field["elapsedMs"].integer(),
            line: try field["line"].optionalInteger)
    }

    private static func exchange(_ field: ReportField) throws(UnreadableReport) -> StepExchange {
        StepExchange(
            method: try field["method"].text, address: try field["address"].text,
            requestBody: try field["requestBody"].optionalText, status: try field["status"].optionalInteger,
            responseBody: try field["responseBody"].optionalText, account: try field["account"].optionalText,
            decisions: try field["decisions"].texts)
    }
}
