extension Scenario {
    /// The schemas that answers are held to, in whatever step.
    var schemas: [SchemaExpectation] { (setup + steps + teardown).flatMap(\.schemas) }
}

extension ScenarioStep {
    fileprivate var schemas: [SchemaExpectation] {
        let own = ([expectation] + differences.map(\.expectation)).compactMap(\.schema)
        guard case .forEach(let loop) = action else { return own }
        return own + loop.steps.flatMap(\.schemas)
    }
}
