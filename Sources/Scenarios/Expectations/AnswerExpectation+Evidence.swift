extension AnswerExpectation {
    /// What of the expected does not hold for what was seen besides the answer.
    func mismatches(of evidence: StepEvidence) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let within, evidence.elapsed > within {
            problems.append(Mismatch("the step took \(evidence.elapsed.words), expected at most \(within.words)"))
        }
        problems += requests.flatMap { $0.mismatches(of: evidence) }
        return problems + never.flatMap { $0.mismatches(of: evidence) }
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
