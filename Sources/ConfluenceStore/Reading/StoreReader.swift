import GRDB
import GRDBSQLite

/// Asks a ``ContentStore``; valid only inside the closure that received it.
package struct StoreReader {
    let db: Database

    let shelf: Shelf

    /// What must be told to the full-text indexes before they are asked.
    let beginning: Beginning?

    /// - Parameter shelf: What earlier readers read, where nothing was written since.
    init(db: Database, shelf: Shelf = Shelf(), beginning: Beginning? = nil) {
        self.db = db
        self.shelf = shelf
        self.beginning = beginning
    }

    /// The account of a row that a foreign key names.
    func account(rowID: Int64) throws -> AccountRecord {
        guard let account = try shelf.accounts.value(rowID, orFind: { try account(where: "id = ?", [rowID]) }) else {
            throw StoreError.noSuchAccount("#\(rowID)")
        }
        return account
    }

    // MARK: Statements

    /// All rows of a statement; what is decoded must not hold on to the columns, which change with the row.
    func all<T>(_ sql: String, _ arguments: StatementArguments, _ decode: (Columns) throws -> T) throws -> [T] {
        try all(try db.cachedStatement(sql: sql), arguments, decode)
    }

    /// The same for a statement that is put together for each call.
    func all<T>(_ query: SQL, _ decode: (Columns) throws -> T) throws -> [T] {
        let (sql, arguments) = try query.build(db)
        return try all(try db.makeStatement(sql: sql), arguments, decode)
    }

    /// The numbers in the one row that a query gives, which is asked once until something changes.
    func numbers(_ query: SQL) throws -> [Int64?] {
        let (sql, arguments) = try query.build(db)
        let numbers = try shelf.counts.value(Shelf.Question(sql: sql, arguments: arguments)) {
            try all(try db.makeStatement(sql: sql), arguments) { row in
                (0..<Int(sqlite3_column_count(row.statement))).map { row[$0] as Int64? }
            }.first
        }
        return numbers ?? []
    }

    private func all<T>(
        _ statement: Statement, _ arguments: StatementArguments, _ decode: (Columns) throws -> T
    ) throws -> [T] {
        try withoutActuallyEscaping(decode) { decode in
            let cursor = try ColumnCursor(statement, arguments, decode: decode)
            var results: [T] = []
            while let result = try cursor.next() { results.append(result) }
            return results
        }
    }

    func one<T>(_ sql: String, _ arguments: StatementArguments, _ decode: (Columns) throws -> T) throws -> T? {
        try all(sql, arguments, decode).first
    }

    func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try ColumnCursor(try db.cachedStatement(sql: sql), arguments) { _ in true }.next() ?? false
    }
}
