import ConfluenceModel
import Foundation
import GRDB
import RunHistory
import Testing

@Suite("A history of runs sums up what became of each tool")
struct RunHistoryTests {
    private static func result(
        _ steps: [StepResult], named name: String = "A", driver: String = "native", kind: DeploymentKind = .cloud
    ) -> ScenarioResult {
        ScenarioResult(
            name: name, file: "a.yaml", driver: driver, deployment: .init(kind: kind),
            status: steps.contains { $0.status == .failed } ? .failed : .passed, steps: steps)
    }

    private static func call(
        _ tool: String, _ status: ScenarioStatus = .passed, time: Int, tries: Int = 1, errorType: String? = nil
    ) -> StepResult {
        StepResult(
            title: "tool \(tool)", kind: .tool, tool: tool, status: status, errorType: errorType, tries: tries,
            exchanges: [StepExchange(method: "GET", address: "https://acme.example/x", status: 200)],
            elapsedMilliseconds: time)
    }

    private static func report(_ results: [ScenarioResult], startedAt: String? = nil) -> ScenarioRunReport {
        ScenarioRunReport(scenarios: results, elapsedMilliseconds: 10, startedAt: startedAt)
    }

    private func withHistory(_ body: (_ path: String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.appending(path: "runs.sqlite").path())
    }

    @Test("calls are counted by tool, driver and deployment, over all runs")
    func metrics() async throws {
        try await withHistory { path in
            let history = try await RunHistory.open(path, mayBeNew: true)
            try await history.append(
                Self.report(
                    [
                        Self.result([
                            Self.call("read_page_by_id", time: 10), Self.call("read_page_by_id", time: 30),
                            StepResult(title: "diagnose", kind: .diagnose, status: .passed),
                        ]),
                        Self.result([Self.call("read_page_by_id", time: 400)], driver: "elitea"),
                    ], startedAt: "2026-03-02T09:30:00Z"))
            try await history.append(
                Self.report(
                    [
                        Self.result([
                            Self.call("read_page_by_id", .failed, time: 20, errorType: "HTTPError"),
                            Self.call("create_page", time: 7, tries: 2),
                            Self.call("delete_page", .skipped, time: 0),
                        ])
                    ], startedAt: "2026-03-03T09:30:00Z"))
            let metrics = try await RunHistory.open(path, mayBeNew: false).metrics()
            #expect(metrics.runs == 2)
            #expect((metrics.first, metrics.last) == ("2026-03-02T09:30:00Z", "2026-03-03T09:30:00Z"))
            #expect(
                metrics.tools.map { "\($0.tool) \($0.driver) \($0.deployment)" } == [
                    "create_page native cloud", "read_page_by_id elitea cloud", "read_page_by_id native cloud",
                ])
            let native = metrics.tools[2]
            #expect((native.passed, native.failed, native.errors, native.flaky) == (2, 1, 1, 0))
            #expect((native.median, native.p95, native.longest, native.total) == (20, 30, 30, 60))
            #expect(native.requests == 3)
            #expect(metrics.tools[0].flaky == 1)
            #expect(try await history.metrics(last: 1).tools.map(\.tool) == ["create_page", "read_page_by_id"])
        }
    }

    @Test("a trend has a point for each run, and gaps where a tool was not called")
    func trend() async throws {
        try await withHistory { path in
            let history = try await RunHistory.open(path, mayBeNew: true)
            try await history.append(Self.report([Self.result([Self.call("create_page", time: 5)])]))
            try await history.append(Self.report([Self.result([Self.call("read_page_by_id", .failed, time: 9)])]))
            let trend = try await history.trend()
            #expect(trend.runs.map(\.number) == [1, 2])
            #expect(trend.runs.map(\.successRate) == [1, 0])
            #expect(trend.tools.map(\.successRates) == [[1, nil], [nil, 0]])
            #expect(trend.tools.map(\.durations) == [[5, nil], [nil, 9]])
            #expect(try await history.trend(last: 1).runs.map(\.number) == [2])
        }
    }

    @Test("runs that write at the same time all arrive, whoever makes the file")
    func together() async throws {
        try await withHistory { path in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        let history = try await RunHistory.open(path, mayBeNew: true)
                        for _ in 0..<5 {
                            try await history.append(
                                Self.report([Self.result([Self.call("create_page", time: number)], named: "\(number)")])
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            let metrics = try await RunHistory.open(path, mayBeNew: false).metrics()
            #expect((metrics.runs, metrics.tools.first?.calls) == (60, 60))
            let mode = try await DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            #expect(mode == "wal")
        }
    }

    @Test("an empty history has no runs and no tools")
    func empty() async throws {
        try await withHistory { path in
            let history = try await RunHistory.open(path, mayBeNew: true)
            #expect(try await history.metrics() == RunMetrics(runs: 0, tools: []))
            #expect(try await history.trend() == RunTrend(runs: [], tools: []))
        }
    }

    @Test("a file that is missing, or somebody else's, is told and left alone")
    func refused() async throws {
        try await withHistory { path in
            await #expect(throws: RunHistoryError.missing(path)) { try await RunHistory.open(path, mayBeNew: false) }
            #expect(!FileManager.default.fileExists(atPath: path))
            try Data("this is a text, and no database at all".utf8).write(to: URL(filePath: path))
            await #expect(throws: RunHistoryError.foreign(path)) { try await RunHistory.open(path, mayBeNew: true) }
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("this is a text"))
            try FileManager.default.removeItem(atPath: path)
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
            await #expect(throws: RunHistoryError.foreign(path)) { try await RunHistory.open(path, mayBeNew: true) }
        }
    }
}
