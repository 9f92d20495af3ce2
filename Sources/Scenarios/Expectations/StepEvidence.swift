/// What was seen while a step ran, besides its answer.
package struct StepEvidence: Sendable, Hashable {
    /// The journal of each site, from the step's beginning to its end; the scenario's first site first.
    package var journals: [SiteJournal]
    package var elapsed: Duration
    /// The hosts that were asked for and are no sites of the scenario.
    package var otherHosts: [String]
    /// What must stay secret.
    package var secrets: [KnownSecret]

    package init(
        journals: [SiteJournal], elapsed: Duration = .zero, otherHosts: [String] = [], secrets: [KnownSecret] = []
    ) {
        self.journals = journals
        self.elapsed = elapsed
        self.otherHosts = otherHosts
        self.secrets = secrets
    }

    /// What one site was asked.
    package struct SiteJournal: Sendable, Hashable {
        package var site: String
        package var contextPath: String
        package var lines: [JournalLine]

        package init(site: String, contextPath: String, lines: [JournalLine]) {
            self.site = site
            self.contextPath = contextPath
            self.lines = lines
        }
    }
}

extension AnswerExpectation {
    /// What of the expected does not hold for what was seen besides the answer.
    ///
    /// - Parameter answer: The answer as text, in which no secret may stand.
    func mismatches(of evidence: StepEvidence, answer: String) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let within, evidence.elapsed > within {
            problems.append(
                Mismatch("the step took \(evidence.elapsed.words), expected at most \(within.words)"))
        }
        problems += requests.flatMap { $0.mismatches(of: evidence) }
        return problems + never.flatMap { $0.mismatches(of: evidence, answer: answer) }
    }
}

extension Duration {
    /// `850 ms`, `2.35 s`.
    fileprivate var words: String {
        let milliseconds = inMilliseconds
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        let hundredths = milliseconds / 10
        let fraction = hundredths % 100
        guard fraction > 0 else { return "\(hundredths / 100) s" }
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
