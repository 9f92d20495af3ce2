package import ConfluenceModel
import GRDB
import Synchronization

package import struct Foundation.Date

/// Everything that a simulated site holds, in a database in memory or in a data file.
///
/// Reads and writes are synchronous and take turns; one must not be made from inside another.
package final class ContentStore: Sendable {
    private let ground: Ground
    /// What readers read since the last change; a change clears it while it has the database to itself.
    private let shelf = Shelf()
    private let lastChange = Atomic(0)

    /// From so many pages on it is worth while to prepare for writing them.
    private static let manyPages = 500

    /// Where the database lies.
    private enum Ground: Sendable {
        case memory(MemoryDatabase, Beginning)
        case disk(DatabaseQueue)
    }

    /// A new site in memory.
    package init(_ definition: SiteDefinition, now: Date, record: SiteRecord? = nil) throws(StoreError) {
        do {
            ground = Self.ground(try MemoryDatabase(Schema.blank.get()))
        } catch {
            throw .database(String(describing: error))
        }
        try fill(with: definition, now: now, record: record)
    }

    /// A site in memory that begins as another one stood.
    package init(_ snapshot: StoreSnapshot) throws(StoreError) {
        do {
            ground = Self.ground(try MemoryDatabase(snapshot.image))
        } catch {
            throw .database(String(describing: error))
        }
    }

    /// The site that a data file holds; a file that is not there is made, and holds none yet.
    package init(dataFile path: String) throws(DataFileError) {
        ground = .disk(try DiskDatabase.open(path))
    }

    /// Whether what is written outlives the process.
    package var isKept: Bool {
        if case .disk = ground { true } else { false }
    }

    private static func ground(_ database: MemoryDatabase) -> Ground {
        .memory(database, Beginning(of: database))
    }

    private var queue: DatabaseQueue {
        switch ground {
        case .memory(let database, _): database.queue
        case .disk(let queue): queue
        }
    }

    private var beginning: Beginning? {
        if case .memory(_, let beginning) = ground { beginning } else { nil }
    }

    /// Puts a site into a store that holds none, all of it or nothing.
    package func fill(with definition: SiteDefinition, now: Date, record: SiteRecord? = nil) throws(StoreError) {
        do {
            if let records = definition.records {
                try restore(StoreSnapshot(image: try Schema.image(of: records, record: record)))
                beginning?.begin(owing: [:])
                return
            }
            try queue.inDatabase { db in
                let isLarge = definition.size.map { $0.pages >= Self.manyPages } ?? false
                let owed = beginning == nil || isLarge ? nil : OwedWords()
                let body = {
                    try SiteSeeder(definition: definition, now: now, db: db, owed: owed).seed()
                    if let record { try StoreWriter(db: db).keep(record) }
                }
                let isMadeUp = definition.spaces.allSatisfy(\.pages.isEmpty)
                if isLarge {
                    // Written pages may have parts, for which the store is asked while they are put in.
                    try db.writeMany { if isMadeUp { try db.indexAfterwards(body) } else { try body() } }
                } else {
                    try db.writeAll(body)
                }
                if let owed { beginning?.begin(owing: owed.texts) }
            }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .database(String(describing: error))
        }
    }

    /// Adds what a definition says to the site that the store holds, or puts records in its place; all of it or nothing.
    ///
    /// - Parameter record: What a data file says of its site.
    package func take(in definition: SiteDefinition, now: Date, record: SiteRecord?) throws(StoreError) {
        do {
            if let records = definition.records {
                return try restore(StoreSnapshot(image: try Schema.image(of: records, record: record)))
            }
            try write { try SiteSeeder(definition: definition, now: now, db: $0.db, isAddition: true).seed() }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .database(String(describing: error))
        }
    }

    /// Reads a consistent state.
    package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        try queue.inDatabase { db in try body(StoreReader(db: db, shelf: shelf, beginning: beginning)) }
    }

    /// The token of that value, where it is of one of those kinds; the database is not asked for one that is known.
    package func token(value: String, kinds: [TokenDefinition.Kind]) throws -> TokenRecord? {
        guard let known = shelf.tokens.known(value) else {
            return try read { try $0.token(value: value, kinds: kinds) }
        }
        return known.first { kinds.contains($0.kind) }
    }

    /// Writes in one transaction, of which nothing stays when `body` throws.
    ///
    /// - Parameter indexDue: When search is to know what is written; `nil` at once.
    @discardableResult
    package func write<T>(indexDue: Date? = nil, _ body: (StoreWriter) throws -> T) throws -> T {
        try beginning?.settle()
        return try queue.write { db in
            noteChange()
            return try body(StoreWriter(db: db, indexDue: indexDue.map(Instant.init)))
        }
    }

    /// Everything as it stands, to go back to; in memory it takes no longer for a large site than for a small one.
    package func snapshot() throws -> StoreSnapshot {
        switch ground {
        case .memory(let database, let beginning):
            try beginning.settle()
            return StoreSnapshot(image: database.image)
        case .disk(let queue): return StoreSnapshot(image: try MemoryDatabase.image(copying: queue))
        }
    }

    /// What the store held before anything changed; `nil` where it lies in a data file.
    package func first() throws -> StoreSnapshot? {
        try beginning.map { StoreSnapshot(image: try $0.image()) }
    }

    package func restore(_ snapshot: StoreSnapshot) throws {
        switch ground {
        case .memory(let database, let beginning):
            try beginning.settle()
            database.restore(snapshot.image, noteChange)
        case .disk(let queue):
            try MemoryDatabase(snapshot.image).queue.backup(to: queue)
            noteChange()
        }
    }

    /// The number of the last change, whether it was a write or a way back; equal numbers mean equal content.
    package var change: Int { lastChange.load(ordering: .acquiring) }

    private func noteChange() {
        shelf.clear()
        lastChange.wrappingAdd(1, ordering: .releasing)
    }
}

/// A state of a ``ContentStore``; it stays as it is however often it is restored.
package struct StoreSnapshot: Sendable {
    let image: PageImage
}
