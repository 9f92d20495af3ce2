extension DiagnosisReport {
    /// The report with each text that could hold something of a configuration or a site written anew.
    package func mapTexts(_ write: (String) -> String) -> DiagnosisReport {
        var report = self
        report.notes = notes.map(write)
        report.nextStep = nextStep.map(write)
        report.causes = causes.map { $0.mapTexts(write) }
        report.noFault?.title = write(noFault?.title ?? "")
        report.noFault?.evidence = (noFault?.evidence ?? []).map { $0.mapTexts(write) }
        report.probes = probes.map { probe in
            ProbeRecord(question: write(probe.question), request: write(probe.request), answer: write(probe.answer))
        }
        report.reasoning = reasoning.map { step in
            var step = step
            step.question = write(step.question)
            step.change = step.change.map(write)
            step.assuming = step.assuming.map(write)
            step.answer = write(step.answer)
            return step
        }
        return report
    }
}

extension FoundCause {
    fileprivate func mapTexts(_ write: (String) -> String) -> FoundCause {
        var cause = self
        cause.title = write(title)
        cause.explanation = write(explanation)
        cause.field = field.map(write)
        cause.excerpt = excerpt?.mapTexts(write)
        cause.evidence = evidence.map { $0.mapTexts(write) }
        cause.fix.steps = fix.steps.map(write)
        cause.separation = separation.map(write)
        if let repair { cause.repair?.change = write(repair.change) }
        return cause
    }
}

extension FoundCause.EvidenceLine {
    fileprivate func mapTexts(_ write: (String) -> String) -> Self {
        Self(write(text), speaksFor: speaksFor, quote: quote?.mapText(write))
    }
}

extension ConfigurationExcerpt {
    /// The excerpt; a line that would have to change is not shown at all.
    fileprivate func mapTexts(_ write: (String) -> String) -> ConfigurationExcerpt {
        var excerpt = self
        excerpt.file = write(file)
        excerpt.label = label.map(write)
        if let text, write(text) != text {
            excerpt.text = nil
            excerpt.highlights = []
        }
        return excerpt
    }
}

extension Quote {
    /// The quote; where its text has changed, the words can't be pointed at any more.
    fileprivate func mapText(_ write: (String) -> String) -> Quote {
        let written = write(text)
        return written == text ? self : Quote(place: place, text: written, highlight: 0..<0)
    }
}
