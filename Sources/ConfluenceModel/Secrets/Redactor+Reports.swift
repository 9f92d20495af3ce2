extension Redactor {
    /// The report with every known secret taken out of its texts.
    public func redact(_ report: DiagnosisReport) -> DiagnosisReport {
        report.mapTexts { redact($0) }
    }
}
