import ConfluenceModel
import GRDB

/// Sums up what a history holds.
enum HistoryReader {
    /// The oldest first.
    static func runs(_ db: Database, last count: Int?) throws -> [RunTrend.Point] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [count ?? -1])
        return rows.reversed().map { row in
            RunTrend.Point(
                number: row["id"], startedAt: row["started_at"], passed: row["passed"], failed: row["failed"],
                skipped: row["skipped"], flaky: row["flaky"], elapsedMilliseconds: row["elapsed_ms"])
        }
    }

    static func tools(_ db: Database, since run: Int) throws -> [ToolMetrics] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT tool, driver, deployment, call.status, error_type, tries, requests, call.elapsed_ms
                FROM call JOIN result ON result.id = call.result
                WHERE run >= ? ORDER BY tool, driver, deployment, call.elapsed_ms
                """, arguments: [run])
        var tools: [ToolMetrics] = []
        var times: [Int] = []
        func close() {
            guard let last = tools.indices.last else { return }
            tools[last].median = quantile(0.5, of: times)
            tools[last].p95 = quantile(0.95, of: times)
            tools[last].longest = times.last
            times = []
        }
        while let row = try rows.next() {
            let (tool, driver, deployment): (String, String, String) = (row[0], row[1], row[2])
            if tools.last.map({ ($0.tool, $0.driver, $0.deployment) == (tool, driver, deployment) }) != true {
                close()
                tools.append(ToolMetrics(tool: tool, driver: driver, deployment: deployment))
            }
            add(row, to: &tools[tools.count - 1])
            times.append(row["elapsed_ms"])
        }
        close()
        return tools
    }

    private static func add(_ row: Row, to metrics: inout ToolMetrics) {
        let hasPassed = row["status"] as String == ScenarioStatus.passed.rawValue
        if hasPassed { metrics.passed += 1 } else { metrics.failed += 1 }
        if row["error_type"] as String? != nil { metrics.errors += 1 }
        if hasPassed, row["tries"] as Int > 1 { metrics.flaky += 1 }
        metrics.requests += row["requests"] as Int
        metrics.total += row["elapsed_ms"] as Int
    }

    /// The smallest of the sorted times that so large a share did not exceed.
    private static func quantile(_ share: Double, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    static func lines(_ db: Database, runs: [Int]) throws -> [RunTrend.ToolLine] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT tool, driver, run, count(*) AS calls, sum(call.status = 'passed') AS passed,
                  avg(call.elapsed_ms) AS mean
                FROM call JOIN result ON result.id = call.result
                WHERE run >= ? GROUP BY tool, driver, run ORDER BY tool, driver, run
                """, arguments: [runs.first ?? 0])
        let places = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($1, $0) })
        var lines: [RunTrend.ToolLine] = []
        for row in rows {
            let (tool, driver): (String, String) = (row["tool"], row["driver"])
            guard let place = places[row["run"]] else { continue }
            if lines.last.map({ ($0.tool, $0.driver) == (tool, driver) }) != true {
                lines.append(
                    RunTrend.ToolLine(
                        tool: tool, driver: driver, successRates: Array(repeating: nil, count: runs.count),
                        durations: Array(repeating: nil, count: runs.count)))
            }
            lines[lines.count - 1].successRates[place] = Double(row["passed"] as Int) / Double(row["calls"] as Int)
            lines[lines.count - 1].durations[place] = Int((row["mean"] as Double).rounded())
        }
        return lines
    }
}
