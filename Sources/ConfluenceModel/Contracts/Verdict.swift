/// What a law's results on the simulator and on a live site say about the three of them; the raw values are published.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It holds wherever it was judged.
    case agree
    /// It holds on the live site, and the simulator breaks it.
    case simulatorWrong = "simulator-wrong"
    /// It holds on the simulator, and the live site breaks it.
    case liveDrifted = "live-drifted"
    /// It holds nowhere: the statement itself is wrong.
    case descriptionsDebt = "descriptions-debt"
    /// The live site differs by a condition of its own, or other live sites keep the law.
    case particular
    /// Nothing can be said: the site was out of order, or the law was not tried.
    case notJudged = "not-judged"

    /// What people call it.
    package var title: String {
        switch self {
        case .agree: "agree"
        case .simulatorWrong: "simulator wrong"
        case .liveDrifted: "live drifted"
        case .descriptionsDebt: "description's debt"
        case .particular: "particular to this site"
        case .notJudged: "not judged"
        }
    }

    /// Whether somebody has to change something: the simulator, the toolkit, or the law.
    package var calls: Bool { [.simulatorWrong, .liveDrifted, .descriptionsDebt].contains(self) }
}
