import ConfluenceModel
import GRDB

extension Schema {
    /// A database that holds these rows, whichever release wrote them.
    static func image(of records: SiteRecords, record: SiteRecord?) throws -> PageImage {
        let migrator = migrator()
        guard migrator.migrations.contains(records.madeUpTo) else {
            throw StoreError.definition(
                "the records were written by a later release, which knows of “\(records.madeUpTo)”; use that one")
        }
        let database = try MemoryDatabase()
        try database.queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        try migrator.migrate(database.queue, upTo: records.madeUpTo)
        try database.queue.write { db in
            // Rows may refer to rows that come after them.
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            try StoreWriter(db: db).insert(records)
        }
        try migrator.migrate(database.queue)
        try database.queue.write { db in
            let writer = StoreWriter(db: db)
            try writer.reindex()
            if let record { try writer.keep(record) }
        }
        return database.image
    }
}
