package import ConfluenceModel

/// Holds what became of laws on the simulator and on live sites against each other.
package struct LawJudge: Sendable {
    /// A law as the simulator keeps it, and each live site that it was tried on.
    package struct Case: Sendable {
        package var law: Law
        package var simulator: LawTry
        /// By the names of their profiles, in the order in which they were asked for.
        package var live: [(site: String, attempt: LawTry)]

        package init(law: Law, simulator: LawTry, live: [(site: String, attempt: LawTry)]) {
            self.law = law
            self.simulator = simulator
            self.live = live
        }
    }

    /// One judgement for each live site; without any, one on the simulator alone.
    package static func judge(_ one: Case) -> [JudgedLaw] {
        guard !one.live.isEmpty else {
            let (verdict, reason) = alone(one.simulator)
            return [
                JudgedLaw(
                    law: one.law, site: nil, verdict: verdict, reason: reason, simulator: one.simulator, live: nil)
            ]
        }
        return one.live.map { site, attempt in
            let others = one.live.filter { $0.site != site && $0.attempt.outcome == .holds }.map(\.site)
            let (verdict, reason) = judge(one.simulator, attempt, keptBy: others)
            return JudgedLaw(
                law: one.law, site: site, verdict: verdict, reason: reason, simulator: one.simulator, live: attempt)
        }
    }

    /// The simulator answers for itself: there is no outage and no condition that could excuse it.
    private static func alone(_ simulator: LawTry) -> (Verdict, String?) {
        switch simulator.outcome {
        case .holds: (.agree, nil)
        case .notTried: (.notJudged, simulator.reason)
        case .broken, .hindered, .outOfOrder: (.simulatorWrong, simulator.reason)
        }
    }

    private static func judge(
        _ simulator: LawTry, _ live: LawTry, keptBy others: [String]
    ) -> (Verdict, String?) {
        // A check that was ended early has nothing to hold the site against.
        guard simulator.outcome != .notTried else { return (.notJudged, simulator.reason) }
        let isKept = simulator.outcome == .holds
        switch live.outcome {
        case .holds: return isKept ? (.agree, nil) : (.simulatorWrong, simulator.reason)
        case .outOfOrder, .notTried: return (.notJudged, live.reason)
        case .hindered: return (.particular, live.reason)
        case .broken:
            if let other = others.first {
                return (.particular, "\(other) keeps the law; here \(live.reason ?? "it does not hold")")
            }
            return (isKept ? .liveDrifted : .descriptionsDebt, live.reason)
        }
    }
}
