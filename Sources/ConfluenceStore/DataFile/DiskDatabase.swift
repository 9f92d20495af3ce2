import Foundation
import GRDB

/// The database of a site that is kept on disk, which one process at a time may have.
///
/// It is written through a write-ahead log. A change is in the log, in the hands of the operating system, before it is
/// answered: the end of the process, however it comes, loses nothing. The log is not forced onto the disk with each
/// change, so that the end of the *machine* may lose the last ones, and never more than those.
enum DiskDatabase {
    /// Opens the file, or makes it, and brings its tables up to date.
    static func open(_ path: String) throws(DataFileError) -> DatabaseQueue {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw .folder(path)
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(for: path))
            try queue.inDatabase { db in
                if let trouble = try trouble(in: db) { throw DataFileError.damaged(path, because: trouble) }
                if try Schema.migrator().hasBeenSuperseded(db) { throw DataFileError.newer(path) }
            }
            try Schema.migrator().migrate(queue)
            return queue
        } catch let error as DataFileError {
            throw error
        } catch let error as DatabaseError {
            throw translated(error, path)
        } catch {
            throw .unreachable(path, because: String(describing: error))
        }
    }

    private static func configuration(for path: String) -> Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // Exclusive before anything is read: the lock on the file is then held until the connection ends.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            if id != Schema.applicationID {
                // Looked at before anything is written: the file may be somebody else's.
                let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
                guard id == 0, tables == 0 else { throw DataFileError.foreign(path) }
            }
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000")
            if id == 0 { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
            db.add(tokenizer: EnglishTokenizer.self)
        }
        return configuration
    }

    /// What is wrong with the file's pages; they are looked at before the rows are.
    ///
    /// Some releases of SQLite (3.40) take columns of a table without row numbers for NULL when the order of its key is not
    /// that of its columns, so what is said of rows is left aside.
    private static func trouble(in db: Database) throws -> String? {
        let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
        return verdict == "ok" || verdict.hasPrefix("NULL value in") ? nil : verdict
    }

    private static func translated(_ error: DatabaseError, _ path: String) -> DataFileError {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path)
        case .SQLITE_NOTADB: .foreign(path)
        case .SQLITE_CORRUPT: .damaged(path, because: error.message ?? "SQLite can't read it")
        default: .unreachable(path, because: error.message ?? error.resultCode.description)
        }
    }
}
