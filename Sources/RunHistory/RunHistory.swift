package import ConfluenceModel
import GRDB

/// The results of runs in a file of SQLite's, to which several runs may write at the same time.
package struct RunHistory: Sendable {
    private let database: DatabasePool

    private init(database: DatabasePool) {
        self.database = database
    }

    /// Opens the file, or makes it where `isNew` allows that.
    package static func open(
        _ path: String, mayBeNew: Bool, clock: any Clock<Duration> = ContinuousClock()
    ) async throws -> RunHistory {
        let database = try await HistoryFile.open(path, mayBeNew: mayBeNew, clock: clock)
        return RunHistory(database: database)
    }

    /// Appends a run, all of it or nothing.
    package func append(_ report: ScenarioRunReport) async throws {
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO run (started_at, elapsed_ms, passed, failed, skipped, flaky, interrupted, shard)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    report.startedAt, report.elapsedMilliseconds, report.count(.passed), report.count(.failed),
                    report.count(.skipped), report.flakyCount, report.wasInterrupted, report.shard,
                ])
            let run = db.lastInsertedRowID
            for result in report.scenarios { try insert(result, of: run, into: db) }
        }
    }

    private func insert(_ result: ScenarioResult, of run: Int64, into db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO result (run, scenario, file, driver, deployment, status, flaky, elapsed_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                run, result.name, result.file, result.driver, result.deployment?.kind.rawValue ?? "unknown",
                result.status.rawValue, result.isFlaky, result.elapsedMilliseconds,
            ])
        let id = db.lastInsertedRowID
        for step in result.steps where step.tool != nil && step.status != .skipped {
            try db.cachedStatement(
                sql: """
                    INSERT INTO call (result, tool, product, status, error_type, tries, requests, elapsed_ms)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    id, step.tool, result.product.map { "\($0.name) \($0.version ?? "")" }, step.status.rawValue,
                    step.errorType, step.tries, step.exchanges.count, step.elapsedMilliseconds,
                ])
        }
    }

    /// How each tool fared over the last runs, or over all of them.
    package func metrics(last count: Int? = nil) async throws -> RunMetrics {
        try await database.read { db in
            let runs = try HistoryReader.runs(db, last: count)
            return RunMetrics(
                runs: runs.count, first: runs.first?.startedAt, last: runs.last?.startedAt,
                tools: try HistoryReader.tools(db, since: runs.first?.number ?? 0))
        }
    }

    /// How the last runs, or all of them, fared one after the other.
    package func trend(last count: Int? = nil) async throws -> RunTrend {
        try await database.read { db in
            let runs = try HistoryReader.runs(db, last: count)
            return RunTrend(runs: runs, tools: try HistoryReader.lines(db, runs: runs.map(\.number)))
        }
    }
}
