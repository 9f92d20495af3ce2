import ConfluenceModel

extension DiagnosisJSON {
    /// A diagnosis as it stands in a report; the places in files and texts that it pointed at are not read back.
    static func read(_ field: ReportField) throws(UnreadableReport) -> DiagnosisReport {
        DiagnosisReport(
            verdict: try field["verdict"].word(DiagnosisReport.Verdict.self),
            deployment: try deployment(field["deployment"]),
            causes: try field["causes"].list(cause),
            noFault: try field["noFault"].optional(noFault),
            notes: try field["notes"].texts,
            nextStep: try field["nextStep"].optionalText,
            probes: try field["probes"].list { probe throws(UnreadableReport) in
                ProbeRecord(
                    question: try probe["question"].text, request: try probe["request"].text,
                    answer: try probe["answer"].text)
            },
            requests: try field["requests"].integer(),
            failedLogins: try field["failedLogins"].integer(),
            elapsedMilliseconds: try field["elapsedMs"].integer())
    }

    static func deployment(_ field: ReportField) throws(UnreadableReport) -> DiagnosisReport.FoundDeployment {
        DiagnosisReport.FoundDeployment(
            kind: try field["kind"].word(DeploymentKind.self), version: try field["version"].optionalText)
    }

    private static func noFault(_ field: ReportField) throws(UnreadableReport) -> NoFault {
        NoFault(
            rank: try field["rank"].integer(), confidence: try field["confidence"].number(),
            reading: try field["reading"].word(NoFault.Reading.self), title: try field["title"].text,
            evidence: try field["evidence"].list(evidence))
    }

    private static func evidence(_ line: ReportField) throws(UnreadableReport) -> FoundCause.EvidenceLine {
        FoundCause.EvidenceLine(try line["text"].text, speaksFor: try line["for"].bool(orElse: true))
    }

    private static func cause(_ field: ReportField) throws(UnreadableReport) -> FoundCause {
        FoundCause(
            id: CauseID(rawValue: try field["id"].text),
            title: try field["title"].text,
            explanation: try field["explanation"].text,
            confidence: try field["confidence"].number(),
            isProven: try field["proven"].bool(),
            field: try field["field"].optionalText,
            evidence: try field["evidence"].list(evidence),
            fix: FoundCause.Fix(
                who: try field["fix"]["who"].word(Fixer.self), steps: try field["fix"]["steps"].texts),
            alternatives: try field["alternatives"].texts.map { CauseID(rawValue: $0) },
            separation: try field["separation"].optionalText,
            repair: try field["repair"].optional { repair throws(UnreadableReport) in
                FoundCause.Repair(
                    change: try repair["change"].text, wasTried: try repair["tried"].bool(),
                    worked: try repair["worked"].bool())
            })
    }
}
