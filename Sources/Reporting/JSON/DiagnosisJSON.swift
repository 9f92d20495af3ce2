package import ConfluenceModel
package import ConfluenceWire

/// A diagnosis for programs: the published form, `docs/schemas/diagnosis.schema.json`.
package enum DiagnosisJSON {
    package static func value(_ report: DiagnosisReport) -> JSON {
        var value = common(report)
        if let noFault = report.noFault { value["noFault"] = self.noFault(noFault) }
        return value
    }

    private static func common(_ report: DiagnosisReport) -> JSON {
        [
            "version": .integer(Int64(DiagnosisReport.formatVersion)),
            "verdict": .string(report.verdict.rawValue),
            "deployment": [
                "kind": .string(report.deployment.kind.rawValue),
                "version": .text(report.deployment.version),
            ],
            "causes": .array(report.causes.enumerated().map { cause($1, rank: report.rank(ofCauseAt: $0)) }),
            "notes": .array(report.notes.map(JSON.string)),
            "nextStep": .text(report.nextStep),
            "probes": .array(
                report.probes.map {
                    ["question": .string($0.question), "request": .string($0.request), "answer": .string($0.answer)]
                }),
            "requests": .integer(Int64(report.requests)),
            "failedLogins": .integer(Int64(report.failedLogins)),
            "elapsedMs": .integer(Int64(report.elapsedMilliseconds)),
        ]
    }

    package static func render(_ report: DiagnosisReport) -> String {
        value(report).prettyText
    }

    /// The way to the diagnosis, for those who ask for it.
    package static func reasoning(_ report: DiagnosisReport) -> JSON {
        .array(
            report.reasoning.map { step in
                [
                    "question": .string(step.question), "change": .text(step.change), "answer": .string(step.answer),
                    "expectedBits": .number(step.expectedBits), "requests": .integer(Int64(step.requests)),
                    "failedLogins": .integer(Int64(step.failedLogins)),
                    "waitedSeconds": .integer(Int64(step.waitedSeconds)),
                    "assuming": .array(step.assuming.map(JSON.string)),
                    "ruledOut": .array(step.ruledOut.map { .string($0.rawValue) }),
                    "standing": .array(
                        step.standing.map { ["cause": .text($0.cause?.rawValue), "share": .number($0.share)] }),
                ]
            })
    }

    private static func noFault(_ noFault: NoFault) -> JSON {
        [
            "rank": .integer(Int64(noFault.rank)), "confidence": .number(min(1, max(0, noFault.confidence))),
            "reading": .string(noFault.reading.rawValue), "title": .string(noFault.title),
            "evidence": .array(noFault.evidence.map(evidence)),
        ]
    }

    private static func cause(_ cause: FoundCause, rank: Int) -> JSON {
        [
            "id": .string(cause.id.rawValue),
            "title": .string(cause.title),
            "explanation": .string(cause.explanation),
            "rank": .integer(Int64(rank)),
            "confidence": .number(min(1, max(0, cause.confidence))),
            "proven": .bool(cause.isProven),
            "field": .text(cause.field),
            "excerpt": cause.excerpt.map(excerpt) ?? .null,
            "evidence": .array(cause.evidence.map(evidence)),
            "fix": ["who": .string(cause.fix.who.rawValue), "steps": .array(cause.fix.steps.map(JSON.string))],
            "alternatives": .array(cause.alternatives.map { .string($0.rawValue) }),
            "separation": .text(cause.separation),
            "repair": cause.repair.map(repair) ?? .null,
        ]
    }

    private static func evidence(_ line: FoundCause.EvidenceLine) -> JSON {
        var json: JSON = ["text": .string(line.text), "for": .bool(line.speaksFor)]
        if let quote = line.quote { json["quote"] = self.quote(quote) }
        return json
    }

    private static func excerpt(_ excerpt: ConfigurationExcerpt) -> JSON {
        [
            "file": .string(excerpt.file), "line": .integer(Int64(excerpt.line)),
            "column": .integer(Int64(excerpt.column)),
            "endColumn": excerpt.endColumn.map { .integer(Int64($0)) } ?? .null,
            "text": .text(excerpt.text),
            "marks": .array(
                excerpt.highlights.map {
                    ["column": .integer(Int64($0.lowerBound + 1)), "length": .integer(Int64($0.count))]
                }),
            "label": .text(excerpt.label),
        ]
    }

    private static func quote(_ quote: Quote) -> JSON {
        let (line, entry): (JSON, JSON) =
            switch quote.place {
            case .line(let number): (.integer(Int64(number)), .null)
            case .entry(let number): (.null, .integer(Int64(number)))
            }
        return [
            "line": line, "entry": entry, "text": .string(quote.text),
            "column": .integer(Int64(quote.highlight.lowerBound + 1)), "length": .integer(Int64(quote.highlight.count)),
        ]
    }

    private static func repair(_ repair: FoundCause.Repair) -> JSON {
        ["change": .string(repair.change), "tried": .bool(repair.wasTried), "worked": .bool(repair.worked)]
    }
}

extension JSON {
    /// A text, or null where there is none.
    static func text(_ text: String?) -> JSON {
        text.map(JSON.string) ?? .null
    }
}
