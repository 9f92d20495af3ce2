package import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// Everything that a simulated site holds, in a database in memory.
///
/// Reads and writes are synchronous and take turns; one must not be made from inside another.
package final class ContentStore: Sendable {
    private let database: MemoryDatabase
    /// What readers read since the last change; a change clears it while it has the database to itself.
    private let shelf = Shelf()

    package init(_ definition: SiteDefinition, now: Date) throws(StoreError) {
        do {
            database = try MemoryDatabase(Schema.blank.get())
            try database.queue.write { db in try SiteSeeder(definition: definition, now: now, db: db).seed() }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .database(String(describing: error))
        }
    }

    /// Reads a consistent state.
    package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        try database.queue.inDatabase { db in try body(StoreReader(db: db, shelf: shelf)) }
    }

    /// Writes in one transaction, of which nothing stays when `body` throws.
    ///
    /// - Parameter indexDue: When search is to know what is written; `nil` at once.
    @discardableResult
    package func write<T>(indexDue: Date? = nil, _ body: (StoreWriter) throws -> T) throws -> T {
        try database.queue.write { db in
            shelf.clear()
            return try body(StoreWriter(db: db, indexDue: indexDue.map(Instant.init)))
        }
    }

    /// Everything as it stands, to go back to; it takes no longer for a large site than for a small one.
    package func snapshot() throws -> StoreSnapshot {
        StoreSnapshot(image: database.image)
    }

    package func restore(_ snapshot: StoreSnapshot) throws {
        database.restore(snapshot.image) { shelf.clear() }
    }
}

/// A state of a ``ContentStore``; it stays as it is however often it is restored.
package struct StoreSnapshot: Sendable {
    let image: PageImage
}
