/// How each tool fared over the runs of a history: the contents of `metrics --format json`.
package struct RunMetrics: Sendable, Hashable {
    /// The version of the published JSON form.
    package static let formatVersion = 1

    package var runs: Int
    /// When the first and the last of these runs began.
    package var first: String?
    package var last: String?
    /// By tool, driver and deployment.
    package var tools: [ToolMetrics]

    package init(runs: Int, first: String? = nil, last: String? = nil, tools: [ToolMetrics]) {
        self.runs = runs
        self.first = first
        self.last = last
        self.tools = tools
    }
}

/// The calls of one tool with one driver on one deployment.
package struct ToolMetrics: Sendable, Hashable {
    package var tool: String
    package var driver: String
    package var deployment: String
    /// Calls that gave what was expected, and those that did not.
    package var passed = 0
    package var failed = 0
    /// Calls in which the tool raised an exception, expected or not.
    package var errors = 0
    /// Calls that gave what was expected only when tried again.
    package var flaky = 0
    package var requests = 0
    /// In milliseconds.
    package var total = 0
    package var median: Int?
    package var p95: Int?
    package var longest: Int?

    package init(tool: String, driver: String, deployment: String) {
        self.tool = tool
        self.driver = driver
        self.deployment = deployment
    }

    package var calls: Int { passed + failed }
    /// From 0 to 1; `nil` without calls.
    package var successRate: Double? { calls == 0 ? nil : Double(passed) / Double(calls) }
    package var errorRate: Double? { calls == 0 ? nil : Double(errors) / Double(calls) }
}
