extension Scenario {
    /// Why it can't be run with a driver: one of its tools isn't there.
    func reasonToSkip(with driver: any Driver) -> String? {
        for tool in (setup + steps + teardown).toolNames(with: driver.name) {
            if let reason = driver.absence(of: tool) { return "the driver \(driver.name) has no \(tool): \(reason)" }
        }
        return nil
    }
}

extension [ScenarioStep] {
    /// The tools that these steps call with a driver, those in loops too.
    fileprivate func toolNames(with driver: String) -> [String] {
        flatMap { step -> [String] in
            guard step.drivers.isEmpty || step.drivers.contains(driver) else { return [] }
            if case .forEach(let loop) = step.action { return loop.steps.toolNames(with: driver) }
            return step.toolName.map { [$0] } ?? []
        }
    }
}
