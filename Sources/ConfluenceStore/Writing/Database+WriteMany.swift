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
}
