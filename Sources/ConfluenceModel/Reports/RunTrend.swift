/// How runs fared one after the other: what `report trends` shows.
package struct RunTrend: Sendable, Hashable {
    /// The oldest first.
    package var runs: [Point]
    package var tools: [ToolLine]

    package init(runs: [Point], tools: [ToolLine]) {
        self.runs = runs
        self.tools = tools
    }

    /// One run.
    package struct Point: Sendable, Hashable {
        package var number: Int
        package var startedAt: String?
        package var passed: Int
        package var failed: Int
        package var skipped: Int
        package var flaky: Int
        package var elapsedMilliseconds: Int

        package init(
            number: Int, startedAt: String?, passed: Int, failed: Int, skipped: Int, flaky: Int,
            elapsedMilliseconds: Int
        ) {
            self.number = number
            self.startedAt = startedAt
            self.passed = passed
            self.failed = failed
            self.skipped = skipped
            self.flaky = flaky
            self.elapsedMilliseconds = elapsedMilliseconds
        }

        /// From 0 to 1; `nil` where nothing ran.
        package var successRate: Double? {
            passed + failed == 0 ? nil : Double(passed) / Double(passed + failed)
        }
    }

    /// One tool with one driver, run by run; `nil` where a run did not call it.
    package struct ToolLine: Sendable, Hashable {
        package var tool: String
        package var driver: String
        package var successRates: [Double?]
        /// The mean time of a call, in milliseconds.
        package var durations: [Int?]

        package init(tool: String, driver: String, successRates: [Double?], durations: [Int?]) {
            self.tool = tool
            self.driver = driver
            self.successRates = successRates
            self.durations = durations
        }
    }
}
