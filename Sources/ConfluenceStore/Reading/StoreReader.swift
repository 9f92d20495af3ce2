import GRDB

/// Asks a ``ContentStore``; valid only inside the closure that received it.
package struct StoreReader {
    let db: Database

    /// The accounts met so far: the rows of one listing mostly share one or two.
    private let shelf = AccountShelf()

    init(db: Database) {
        self.db = db
    }

    private final class AccountShelf {
        var accounts: [Int64: AccountRecord] = [:]
    }

    /// The account of a row that a foreign key names.
    func account(rowID: Int64) throws -> AccountRecord {
        if let known = shelf.accounts[rowID] { return known }
        guard let account = try account(where: "id = ?", [rowID]) else {
            throw StoreError.noSuchAccount("#\(rowID)")
        }
        shelf.accounts[rowID] = account
        return account
    }

    // MARK: Statements

    /// All rows of a statement; the cursor is held here, since a row dies with it.
    func all<T>(_ sql: String, _ arguments: StatementArguments, _ decode: (Row) throws -> T) throws -> [T] {
        let cursor = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
        var results: [T] = []
        while let row = try cursor.next() { results.append(try decode(row)) }
        return results
    }

    /// The same for a statement that is put together for each call.
    func all<T>(_ query: SQL, _ decode: (Row) throws -> T) throws -> [T] {
        let (sql, arguments) = try query.build(db)
        let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        var results: [T] = []
        while let row = try cursor.next() { results.append(try decode(row)) }
        return results
    }

    func one<T>(_ sql: String, _ arguments: StatementArguments, _ decode: (Row) throws -> T) throws -> T? {
        try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments).map(decode)
    }

    func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments) != nil
    }
}
