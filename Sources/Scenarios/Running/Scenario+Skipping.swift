extension Scenario {
    /// Why it can't be run with a driver: one of its tools isn't there.
    func reasonToSkip(with driver: any Driver) -> String? {
        for case .tool(let name, _, _) in steps.map(\.action) {
            if let reason = driver.absence(of: name) {
                return "the driver \(driver.name) has no \(name): \(reason)"
            }
        }
        return nil
    }
}
