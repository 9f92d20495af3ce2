import GRDB

/// Changes a ``ContentStore``; valid only inside the closure that received it.
///
/// Every change keeps the full-text index and the table of inherited view restrictions true.
package struct StoreWriter {
    let db: Database

    /// Numbers that are spoken for by content still to come.
    let reservedIDs: Set<Int64>

    /// When search is to know what is written; `nil` at once.
    let indexDue: Instant?

    /// Where words go that the full-text indexes are not told yet, as those of a small new site.
    let owed: OwedWords?

    init(db: Database, reservedIDs: Set<Int64> = [], indexDue: Instant? = nil, owed: OwedWords? = nil) {
        self.db = db
        self.reservedIDs = reservedIDs
        self.indexDue = indexDue
        self.owed = owed
    }

    /// Reads what has been written so far.
    package var reader: StoreReader { StoreReader(db: db) }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// A number that no space and no content has.
    func nextID() throws -> Int64 {
        var id = try peekNextID()
        while try reservedIDs.contains(id) || isTaken(id) { id += 1 }
        try setNextID(id + 1)
        return id
    }

    /// The same where everything of the site that has a number is reserved, or was given the one before.
    func nextUnreservedID() throws -> Int64 {
        var id = try peekNextID()
        while reservedIDs.contains(id) { id += 1 }
        try setNextID(id + 1)
        return id
    }

    /// The number from which the next free one is looked for.
    func peekNextID() throws -> Int64 {
        try reader.one("SELECT next FROM numbering", []) { $0[0] as Int64 } ?? SiteSeeder.firstID
    }

    func setNextID(_ id: Int64) throws {
        // Of the one row by its number: a statement that may change several has the full-text indexes written out.
        try run("UPDATE numbering SET next = ? WHERE rowid = 1", [id])
    }

    private func isTaken(_ id: Int64) throws -> Bool {
        try reader.exists("SELECT 1 FROM content WHERE id = ? UNION ALL SELECT 1 FROM spaces WHERE id = ?", [id, id])
    }

    /// The content, or an error that names it.
    func existing(_ id: Int64) throws -> ContentRecord {
        guard let content = try reader.content(id: id) else { throw StoreError.noSuchContent(id) }
        return content
    }
}
