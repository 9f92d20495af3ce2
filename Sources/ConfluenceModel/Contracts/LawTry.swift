/// What became of a law on one site.
package struct LawTry: Sendable, Hashable {
    package var outcome: Outcome
    /// What did not hold, or why nothing can be said.
    package var reason: String?
    package var result: ScenarioResult

    package init(outcome: Outcome, reason: String? = nil, result: ScenarioResult) {
        self.outcome = outcome
        self.reason = reason
        self.result = result
    }

    /// The raw values are part of the published JSON.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case holds
        case broken
        /// A condition of the site stands between: a right, a plan, a proxy, nothing to look at.
        case hindered
        /// The site did not answer, or said that it can't.
        case outOfOrder = "out-of-order"
        /// The law needs what the site or its profile lacks.
        case notTried = "not-tried"
    }

    /// The step at which it ended; `nil` where it holds or was not tried.
    package var failedStep: StepResult? { result.steps.first { $0.status == .failed } }
}
