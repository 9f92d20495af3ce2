extension Scenario {
    /// The schemas that answers are held to, in whatever step.
    var schemas: [SchemaExpectation] { expectations.compactMap(\.schema) }

    /// The answers that were kept, in whatever step they are compared.
    var snapshots: [SnapshotExpectation] { expectations.compactMap(\.snapshot) }

    private var expectations: [AnswerExpectation] { (setup + steps + teardown).flatMap(\.expectations) }
}

extension ScenarioStep {
    /// What is expected of it and of the steps in it, with any driver.
    fileprivate var expectations: [AnswerExpectation] {
        let own = [expectation] + differences.map(\.expectation)
        guard case .forEach(let loop) = action else { return own }
        return own + loop.steps.flatMap(\.expectations)
    }
}
