import ConfluenceModel

/// Where drivers differ: what the scenarios explain, and what nobody has explained yet.
struct DriverDifferences: Sendable, Hashable {
    /// A driver that answers otherwise, and why, in the words of the scenarios.
    struct Explained: Sendable, Hashable {
        var tool: String
        var driver: String
        var because: String
        /// The scenarios that say so.
        var scenarios: [String]
    }

    /// A scenario that passes with some drivers and fails with others.
    struct Unexplained: Sendable, Hashable {
        var scenario: String
        var passed: [String]
        var failed: [String]
    }

    var explained: [Explained] = []
    var unexplained: [Unexplained] = []

    var isEmpty: Bool { explained.isEmpty && unexplained.isEmpty }

    init(_ report: ScenarioRunReport) {
        for result in report.scenarios {
            for step in result.steps {
                guard let because = step.difference else { continue }
                note(because, tool: step.tool ?? step.title, in: result)
            }
        }
        explained.sort { ($0.tool, $0.driver, $0.because) < ($1.tool, $1.driver, $1.because) }
        guard report.drivers.count > 1 else { return }
        var names: [String] = []
        let byScenario = Dictionary(grouping: report.scenarios) { "\($0.file)\n\($0.name)" }
        for result in report.scenarios where !names.contains("\(result.file)\n\(result.name)") {
            names.append("\(result.file)\n\(result.name)")
        }
        for results in names.compactMap({ byScenario[$0] }) {
            let failed = drivers(of: results, .failed)
            let passed = drivers(of: results, .passed).filter { !failed.contains($0) }
            guard !failed.isEmpty, !passed.isEmpty, let name = results.first?.name else { continue }
            unexplained.append(Unexplained(scenario: name, passed: passed, failed: failed))
        }
    }

    private mutating func note(_ because: String, tool: String, in result: ScenarioResult) {
        let index = explained.firstIndex { ($0.tool, $0.driver, $0.because) == (tool, result.driver, because) }
        guard let index else {
            explained.append(
                Explained(tool: tool, driver: result.driver, because: because, scenarios: [result.name]))
            return
        }
        if !explained[index].scenarios.contains(result.name) { explained[index].scenarios.append(result.name) }
    }

    private func drivers(of results: [ScenarioResult], _ status: ScenarioStatus) -> [String] {
        results.filter { $0.status == status }.map(\.driver)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
