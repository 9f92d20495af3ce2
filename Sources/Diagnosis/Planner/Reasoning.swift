import ConfluenceModel

extension ReasoningStep {
    /// Below this share a cause counts as ruled out.
    private static let negligible = 0.005

    /// What asking for the access mode told, beside the causes that a chart weighs.
    init(_ mode: AccessMode, _ chart: Chart, for spent: Spending) {
        let bits = CauseCatalogue.cause(.readOnly).map(Planner.information) ?? 0
        self.init(
            question: AccessModeProbe.words, expectedBits: Self.rounded(bits), requests: spent.requests,
            failedLogins: 0, waitedSeconds: spent.waited, answer: mode.words,
            ruledOut: mode == .readWrite ? [.readOnly] : [],
            standing: (mode == .readOnly ? [Standing(.readOnly, 0.99)] : []) + Self.standing(in: chart))
    }

    /// What an inquiry did to a chart.
    init(_ inquiry: Inquiry, _ seen: Evidence, from before: Chart, to after: Chart, for spent: Spending) {
        let outcomes = Set(inquiry.outcomes)
        let fallen = before.causes.filter { cause in
            before.belief.share(of: cause.id) >= Self.negligible && after.belief.share(of: cause.id) < Self.negligible
                // What the question has no bearing on only stands back behind likelier causes, and may come behind them.
                && (cause.signs.contains { outcomes.contains($0.observation) }
                    || !after.causes.contains { $0.id == cause.id })
        }
        self.init(
            question: after.version.words(inquiry.question), change: inquiry.repair?.change,
            expectedBits: Self.rounded(Planner.information(of: inquiry, before)), requests: spent.requests,
            failedLogins: spent.failedLogins, waitedSeconds: spent.waited, answer: seen.words,
            ruledOut: fallen.map(\.id),
            standing: Self.standing(in: after))
    }

    /// The likeliest causes; what is certain stands alone.
    private static func standing(in chart: Chart) -> [Standing] {
        if let proven = chart.proven { return [Standing(proven.cause.id, 0.99)] }
        return chart.belief.shares.filter { $0.value >= negligible }
            .sorted { ($1.value, $0.key?.rawValue ?? "") < ($0.value, $1.key?.rawValue ?? "") }
            .prefix(4).map { Standing($0.key, rounded($0.value)) }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
