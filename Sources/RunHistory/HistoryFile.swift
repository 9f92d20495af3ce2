import Foundation
import GRDB

/// The file of a history: its tables, and how it is opened beside other processes that write to it.
enum HistoryFile {
    /// Tells the file from those of other programs: “CDrh”.
    static let applicationID = 0x4344_7268

    private static let attempts = 40

    /// Opens the file; where another process is just making it, waits for that.
    static func open(_ path: String, mayBeNew: Bool, clock: any Clock<Duration>) async throws -> DatabasePool {
        if !mayBeNew, !FileManager.default.fileExists(atPath: path) { throw RunHistoryError.missing(path) }
        var attempt = 1
        while true {
            do {
                return try openOnce(path)
            } catch let error as DatabaseError {
                // Two processes that make the file at once get into each other's way: one of them finds it made.
                let passes: [ResultCode] = [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT, .SQLITE_ERROR]
                guard attempt < attempts, passes.contains(error.resultCode) else { throw translated(error, path) }
            }
            attempt += 1
            try await clock.sleep(for: .milliseconds(50))
        }
    }

    private static func openOnce(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Looked at before anything is written: the file may be somebody else's. Tables first, since another process
            // that is just making the file gives it its id together with them; GRDB's own table comes before either.
            let tables = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            guard id == applicationID || (id == 0 && tables == 0) else { throw RunHistoryError.foreign(path) }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        let migrator = migrator()
        if try pool.read(migrator.hasBeenSuperseded) { throw RunHistoryError.newer(path) }
        try migrator.migrate(pool)
        return pool
    }

    private static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("runs") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: tables)
        }
        return migrator
    }

    private static let tables = """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY AUTOINCREMENT, started_at TEXT, elapsed_ms INTEGER NOT NULL, passed INTEGER NOT NULL,
          failed INTEGER NOT NULL, skipped INTEGER NOT NULL, flaky INTEGER NOT NULL, interrupted INTEGER NOT NULL,
          shard TEXT
        );
        CREATE TABLE result (
          id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, scenario TEXT NOT NULL,
          file TEXT NOT NULL, driver TEXT NOT NULL, deployment TEXT NOT NULL, status TEXT NOT NULL,
          flaky INTEGER NOT NULL, elapsed_ms INTEGER NOT NULL
        );
        CREATE INDEX result_run ON result (run);
        CREATE TABLE call (
          id INTEGER PRIMARY KEY, result INTEGER NOT NULL REFERENCES result ON DELETE CASCADE, tool TEXT NOT NULL,
          product TEXT, status TEXT NOT NULL, error_type TEXT, tries INTEGER NOT NULL, requests INTEGER NOT NULL,
          elapsed_ms INTEGER NOT NULL
        );
        CREATE INDEX call_result ON call (result);
        """

    private static func translated(_ error: DatabaseError, _ path: String) -> RunHistoryError {
        switch error.resultCode {
        case .SQLITE_NOTADB: .foreign(path)
        case .SQLITE_CORRUPT: .damaged(path, because: error.message ?? "SQLite can't read it")
        default: .unreachable(path, because: error.message ?? error.resultCode.description)
        }
    }
}
