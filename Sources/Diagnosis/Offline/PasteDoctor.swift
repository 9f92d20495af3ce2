package import ConfluenceModel

/// Says what a pasted text speaks for; asks no site anything.
///
/// The road is: text → clues → causes weighed → report, with the same catalogue as the doctor's.
package struct PasteDoctor: Sendable {
    private let likeness: Likeness

    /// - Parameter likeness: What is known of the words in which people tell of each cause.
    package init(likeness: Likeness = .learnt) {
        self.likeness = likeness
    }

    /// Fewer causes than these are not worth naming, and fainter ones neither.
    private static let mostCauses = 6
    private static let leastConfidence = 0.03
    /// Below this no cause stands out at all.
    static let leastDecision = 0.055

    package func explain(_ paste: Paste) -> DiagnosisReport { explain(paste, PasteReading(paste)) }

    func explain(_ paste: Paste, _ reading: PasteReading) -> DiagnosisReport {
        let quoter = Quoter(paste)
        let report = report(reading, quoter, notes: paste.notes)
        return quoter.redactor.redact(report)
    }

    static func worthNaming(
        _ ranking: [(cause: CauseID, confidence: Double)]
    ) -> [(cause: CauseID, confidence: Double)] {
        Array(ranking.filter { $0.confidence >= leastConfidence }.prefix(mostCauses))
    }

    private func report(_ reading: PasteReading, _ quoter: Quoter, notes: [String]) -> DiagnosisReport {
        let circumstances = reading.circumstances
        var report = DiagnosisReport(
            verdict: .undecided, deployment: .init(kind: circumstances.deployment), notes: notes)
        let judgement = Judgement(reading, likeness)
        let ranking = PasteRanking(reading, judgement)
        report.causes = ranking.causes.compactMap {
            Self.found($0.cause, $0.confidence, reading, judgement, quoter)
        }
        report.noFault = ranking.noFault.map {
            NoFaultWords.line(rank: $0.rank, confidence: $0.confidence, reading, judgement, quoter)
        }
        if !report.causes.isEmpty, !report.isRatherNoFault { report.verdict = .problem }
        if let sign = circumstances.deploymentSign {
            report.notes.append("taken for \(circumstances.deployment.title): \(sign)")
        }
        if report.causes.isEmpty, report.noFault == nil {
            report.notes.append(Self.whyUndecided(reading))
        }
        report.nextStep = NextStep.text(
            for: report.isRatherNoFault ? [] : report.causes.map(\.id), circumstances,
            isConfiguration: reading.configuration != nil, isNoFault: report.isRatherNoFault)
        return report
    }

    private static func whyUndecided(_ reading: PasteReading) -> String {
        if !reading.circumstances.isAboutConfluence, let product = reading.circumstances.foreignProduct {
            return "this seems to be about \(product), not about Confluence"
        }
        return reading.circumstances.isAboutConfluence
            ? "the text is about Confluence, and names no error that is known here"
            : "nothing in the text shows an error of Confluence or of the way to it"
    }

    private static func found(
        _ id: CauseID, _ confidence: Double, _ reading: PasteReading, _ judgement: Judgement, _ quoter: Quoter
    ) -> FoundCause? {
        guard let cause = CauseCatalogue.cause(id) else { return nil }
        let clues = reading.weigher.clues.filter { $0.weight(of: id) > 0.005 }
            .sorted { $0.weight(of: id) > $1.weight(of: id) }
        let deployment = reading.circumstances.deployment
        let alternatives = CauseCatalogue.alternatives(to: id, on: deployment, scheme: reading.scheme)
        let named = clues.first?.meaning ?? cause.title
        return FoundCause(
            id: id, title: cause.title,
            explanation: named.prefix(1).uppercased() + named.dropFirst() + ".",
            confidence: confidence, isProven: false,
            evidence: clues.isEmpty
                ? likeness(id, reading, judgement, quoter)
                : clues.map { clue in
                    FoundCause.EvidenceLine(clue.meaning, quote: quoter.quote(clue.range, of: reading.text))
                },
            fix: fix(cause, deployment, reading.scheme, host: reading.circumstances.host),
            alternatives: alternatives,
            separation: alternatives.isEmpty
                ? nil : CauseCatalogue.separation(of: id, on: deployment, scheme: reading.scheme))
    }

    /// The words for which a text is like others of the cause.
    private static func likeness(
        _ id: CauseID, _ reading: PasteReading, _ judgement: Judgement, _ quoter: Quoter
    ) -> [FoundCause.EvidenceLine] {
        judgement.signs(of: id).map { sign in
            FoundCause.EvidenceLine(
                sign.kind == .symptom
                    ? sign.title : "no sure sign, but people who had this spoke of it, too: \(sign.title)",
                quote: sign.ranges.first.flatMap { quoter.quote($0, of: reading.text) })
        }
    }

    private static func fix(
        _ cause: Cause, _ deployment: DeploymentKind, _ scheme: Authentication.Scheme, host: String?
    ) -> FoundCause.Fix {
        let fixes = cause.fixes.filter { $0.scheme == nil || $0.scheme == scheme }
        let chosen = fixes.first { $0.deployment == deployment } ?? fixes.first { $0.deployment == nil } ?? fixes.first
        return FoundCause.Fix(
            who: chosen?.who ?? .you, steps: (chosen?.steps ?? []).map { PlaceholderWords.fill($0, host: host) })
    }
}
