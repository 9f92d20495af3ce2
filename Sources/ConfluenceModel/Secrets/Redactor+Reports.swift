extension Redactor {
    /// The report with every known secret taken out of its texts.
    public func redact(_ report: DiagnosisReport) -> DiagnosisReport {
        var report = report
        report.notes = report.notes.map { redact($0) }
        report.nextStep = report.nextStep.map { redact($0) }
        report.causes = report.causes.map { redact($0) }
        report.probes = report.probes.map { probe in
            ProbeRecord(
                question: redact(probe.question), request: redact(probe.request), answer: redact(probe.answer))
        }
        return report
    }

    private func redact(_ cause: FoundCause) -> FoundCause {
        var cause = cause
        cause.title = redact(cause.title)
        cause.explanation = redact(cause.explanation)
        cause.evidence = cause.evidence.map { .init(redact($0.text), speaksFor: $0.speaksFor, quote: redact($0.quote)) }
        cause.fix.steps = cause.fix.steps.map { redact($0) }
        cause.separation = cause.separation.map { redact($0) }
        if let repair = cause.repair { cause.repair?.change = redact(repair.change) }
        return cause
    }

    /// The quote; where a secret is still in it, the words can't be pointed at any more.
    private func redact(_ quote: Quote?) -> Quote? {
        guard let quote else { return nil }
        let text = redact(quote.text)
        return text == quote.text ? quote : Quote(place: quote.place, text: text, highlight: 0..<0)
    }
}
