import ConfluenceModel

extension DiagnosisReport {
    /// The report with known secrets taken out of each text in it.
    func redacted(by redactor: Redactor) -> DiagnosisReport {
        var report = self
        report.notes = notes.map(redactor.redact)
        report.probes = probes.map {
            ProbeRecord(
                question: redactor.redact($0.question), request: redactor.redact($0.request),
                answer: redactor.redact($0.answer))
        }
        report.reasoning = reasoning.map { step in
            var step = step
            step.question = redactor.redact(step.question)
            step.change = step.change.map(redactor.redact)
            step.answer = redactor.redact(step.answer)
            return step
        }
        report.causes = causes.map { $0.redacted(by: redactor) }
        return report
    }
}

extension FoundCause {
    fileprivate func redacted(by redactor: Redactor) -> FoundCause {
        var cause = self
        cause.explanation = redactor.redact(explanation)
        cause.evidence = evidence.map { EvidenceLine(redactor.redact($0.text), speaksFor: $0.speaksFor) }
        cause.fix.steps = fix.steps.map(redactor.redact)
        cause.repair?.change = redactor.redact(repair?.change ?? "")
        return cause
    }
}
