package import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// Everything that a simulated site holds, in a database in memory.
///
/// Reads and writes are synchronous and take turns; one must not be made from inside another.
package final class ContentStore: Sendable {
    private let queue: DatabaseQueue
    /// What readers read since the last change; a change clears it while it has the database to itself.
    private let shelf = Shelf()

    package init(_ definition: SiteDefinition, now: Date) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.prepareDatabase { $0.add(tokenizer: EnglishTokenizer.self) }
            queue = try DatabaseQueue(configuration: configuration)
            try Schema.migrator().migrate(queue)
            try queue.write { db in try SiteSeeder(definition: definition, now: now, db: db).seed() }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .database(String(describing: error))
        }
    }

    /// Reads a consistent state.
    package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        try queue.inDatabase { db in try body(StoreReader(db: db, shelf: shelf)) }
    }

    /// Writes in one transaction, of which nothing stays when `body` throws.
    ///
    /// - Parameter indexDue: When search is to know what is written; `nil` at once.
    @discardableResult
    package func write<T>(indexDue: Date? = nil, _ body: (StoreWriter) throws -> T) throws -> T {
        try queue.write { db in
            shelf.clear()
            return try body(StoreWriter(db: db, indexDue: indexDue.map(Instant.init)))
        }
    }

    /// A copy of everything, to go back to.
    package func snapshot() throws -> StoreSnapshot {
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        return StoreSnapshot(queue: copy)
    }

    package func restore(_ snapshot: StoreSnapshot) throws {
        try snapshot.queue.backup(to: queue)
        shelf.clear()
    }
}

/// A state of a ``ContentStore``; it stays as it is however often it is restored.
package struct StoreSnapshot: Sendable {
    let queue: DatabaseQueue
}
