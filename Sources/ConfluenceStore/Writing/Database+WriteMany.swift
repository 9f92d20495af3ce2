import GRDB

extension Database {
    /// Writes in one transaction, of which nothing stays when `body` throws.
    func writeAll(_ body: () throws -> Void) throws {
        try inTransaction {
            try body()
            return .commit
        }
    }

    /// What a connection keeps of the database while very many rows are written, so that few are read again: 128 MB.
    private static let wideCache = -128_000

    /// Writes very many new rows likewise.
    ///
    /// All that they refer to must be among them: it is not looked for, row by row, as it is with other writes.
    func writeMany(_ body: () throws -> Void) throws {
        let usualCache = try Int.fetchOne(self, sql: "PRAGMA cache_size") ?? 0
        try execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA cache_size = \(Self.wideCache)")
        let written = Result { try writeAll(body) }
        try execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = \(usualCache); PRAGMA shrink_memory")
        try written.get()
    }

    /// The tables that grow with the number of pages.
    private static let longTables = ["content", "content_versions", "content_labels", "content_macros"]

    /// Lets the indexes of long tables be made of all rows at once, which takes less time than row after row.
    ///
    /// No statement in between may look for rows by them. They come back in their order, by which SQLite chooses among those
    /// that serve it alike; such as keep rows from being there twice stay.
    func indexAfterwards(_ body: () throws -> Void) throws {
        let tables = Self.longTables.map { "'\($0)'" }.joined(separator: ", ")
        let indexes = try StoreReader(db: self).all(
            """
            SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN (\(tables))
            AND sql LIKE 'CREATE INDEX %' ORDER BY rowid
            """, []
        ) { (name: $0[0] as String, sql: $0[1] as String) }
        for index in indexes { try execute(sql: "DROP INDEX \(index.name)") }
        try body()
        for index in indexes { try execute(sql: index.sql) }
    }
}
