import ConfluenceModel

extension ReasoningStep {
    /// Below this share a cause counts as ruled out.
    private static let negligible = 0.005

    /// What an inquiry did to a chart.
    init(_ inquiry: Inquiry, _ seen: Evidence, from before: Chart, to after: Chart, requests: Int, failedLogins: Int) {
        let fallen = before.causes.filter { cause in
            before.belief.share(of: cause.id) >= Self.negligible && after.belief.share(of: cause.id) < Self.negligible
        }
        let standing = after.belief.shares.filter { $0.value >= Self.negligible }
            .sorted { ($1.value, $0.key?.rawValue ?? "") < ($0.value, $1.key?.rawValue ?? "") }
        self.init(
            question: inquiry.question.words, change: inquiry.repair?.change,
            expectedBits: (Planner.information(of: inquiry, before) * 100).rounded() / 100, requests: requests,
            failedLogins: failedLogins, answer: seen.words, ruledOut: fallen.map(\.id),
            standing: standing.prefix(4).map { Standing($0.key, ($0.value * 100).rounded() / 100) })
    }
}
