extension Redactor {
    /// The report with every known secret taken out of its texts.
    public func redact(_ report: DiagnosisReport) -> DiagnosisReport {
        var report = report
        report.notes = report.notes.map { redact($0) }
        report.causes = report.causes.map { redact($0) }
        report.probes = report.probes.map { probe in
            ProbeRecord(
                question: redact(probe.question), request: redact(probe.request), answer: redact(probe.answer))
        }
        report.reasoning = report.reasoning.map { step in
            var step = step
            step.question = redact(step.question)
            step.change = step.change.map { redact($0) }
            step.answer = redact(step.answer)
            return step
        }
        return report
    }

    private func redact(_ cause: FoundCause) -> FoundCause {
        var cause = cause
        cause.title = redact(cause.title)
        cause.explanation = redact(cause.explanation)
        cause.evidence = cause.evidence.map { .init(redact($0.text), speaksFor: $0.speaksFor) }
        cause.fix.steps = cause.fix.steps.map { redact($0) }
        cause.separation = cause.separation.map { redact($0) }
        if let repair = cause.repair { cause.repair?.change = redact(repair.change) }
        return cause
    }
}
