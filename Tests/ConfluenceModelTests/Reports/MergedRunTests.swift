import ConfluenceModel
import Testing

@Suite("Reports of several runs are put together")
struct MergedRunTests {
    private static func report(
        _ results: [(file: String, status: ScenarioStatus)], shard: String? = nil, elapsed: Int = 10,
        driver: String = "native", startedAt: String? = nil
    ) -> ScenarioRunReport {
        ScenarioRunReport(
            scenarios: results.map {
                ScenarioResult(name: "S", file: $0.file, driver: driver, status: $0.status, steps: [])
            }, elapsedMilliseconds: elapsed, startedAt: startedAt, shard: shard)
    }

    @Test("shards come back in the order of their files, and took as long as the longest")
    func shards() {
        let merged = MergedRun([
            Self.report([("b", .failed)], shard: "2/2", elapsed: 30, startedAt: "2026-03-02T09:31:00Z"),
            Self.report([("a", .passed), ("c", .skipped)], shard: "1/2", startedAt: "2026-03-02T09:30:00Z"),
        ])
        #expect(merged.report.scenarios.map(\.file) == ["a", "b", "c"])
        #expect(merged.report.elapsedMilliseconds == 30)
        #expect(merged.report.startedAt == "2026-03-02T09:30:00Z")
        #expect(merged.missingShards == [] && merged.replaced == 0 && merged.report.shard == nil)
    }

    @Test("a shard without a report is named")
    func missing() {
        let merged = MergedRun([Self.report([], shard: "1/4"), Self.report([], shard: "3/4")])
        #expect(merged.missingShards == ["2/4", "4/4"])
    }

    @Test("of a scenario that was run again the last result counts, unless it was skipped")
    func again() {
        let merged = MergedRun([
            Self.report([("a", .failed), ("b", .failed)]), Self.report([("a", .passed), ("b", .skipped)]),
        ])
        #expect(merged.report.scenarios.map(\.status) == [.passed, .failed])
        #expect(merged.replaced == 2)
        #expect(merged.report.elapsedMilliseconds == 20)
    }

    @Test("drivers keep their order, and a run that was ended early stays one")
    func drivers() {
        var first = Self.report([("a", .passed)], driver: "native")
        first.wasInterrupted = true
        let merged = MergedRun([first, Self.report([("a", .passed)], driver: "elitea")])
        #expect(merged.report.drivers == ["native", "elitea"])
        #expect(merged.report.wasInterrupted)
    }

    @Test("a known defect may be mended only where a step of the scenario itself no longer holds")
    func defects() {
        func standing(_ status: ScenarioStatus, _ step: StepResult) -> KnownDefect.Standing? {
            ScenarioResult(
                name: "S", file: "s", driver: "elitea", status: status, steps: [step],
                knownDefect: KnownDefect(id: "d", title: "D")
            ).defectStanding
        }
        #expect(standing(.passed, StepResult(title: "t", status: .passed)) == .reproduced)
        #expect(standing(.failed, StepResult(title: "t", kind: .tool, status: .failed)) == .perhapsMended)
        #expect(standing(.failed, StepResult(title: "t", part: .setup, status: .failed)) == nil)
        #expect(standing(.skipped, StepResult(title: "t", status: .skipped)) == nil)
    }
}
