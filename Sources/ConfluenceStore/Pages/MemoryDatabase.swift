import GRDB
import GRDBSQLite

/// A database in memory, of which a state can be kept and restored at once.
final class MemoryDatabase: Sendable {
    let queue: DatabaseQueue
    private let file: PageFile

    init(_ image: PageImage = PageImage()) throws {
        file = PageFile(image)
        guard let address = PageFileSystem.address(of: file) else {
            throw StoreError.database("SQLite takes no file system of ours")
        }
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // Nothing is to reach a disk: what a transaction may have to undo and what is sorted lie in memory too.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = OFF; PRAGMA cache_size = -16000
                    """)
            db.add(tokenizer: EnglishTokenizer.self)
            // GRDB has SQLite tell it of each column that a statement uses, for observers and for tables that change:
            // neither is here once the tables are made, and nearly every statement of a small site is compiled once.
            if image.size > 0 { sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
        }
        queue = try DatabaseQueue(path: address, configuration: configuration)
    }

    /// A copy of all pages of another database.
    static func image(copying other: DatabaseQueue) throws -> PageImage {
        let copy = try MemoryDatabase()
        try other.backup(to: copy.queue)
        var image = copy.file.image
        image.setRollbackJournal()
        return image
    }

    /// All pages, between two transactions.
    var image: PageImage { queue.inDatabase { _ in present } }

    /// The same for who has the database at hand.
    var present: PageImage { file.image }

    /// Goes back to an earlier image of this database, and does something before anybody else reads it.
    func restore(_ image: PageImage, _ then: () -> Void) {
        queue.inDatabase { _ in
            file.restore(image)
            then()
        }
    }
}
