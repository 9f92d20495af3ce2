import GRDB
import Synchronization

/// How a site in memory began, and the words of it that its full-text indexes don't hold yet.
///
/// A small new site is told to the indexes when somebody first searches or changes it, or wants to keep its state: most are
/// only read, and the indexes are a quarter of what one costs.
final class Beginning: Sendable {
    private let database: MemoryDatabase
    private let state = Mutex(State.owing([:]))

    private enum State {
        case owing([Int64: OwedWords.Texts])
        case whole(PageImage)
    }

    init(of database: MemoryDatabase) {
        self.database = database
    }

    /// Says that the site as it stands is how it began, but for these words.
    func begin(owing words: [Int64: OwedWords.Texts]) {
        state.withLock { $0 = .owing(words) }
    }

    /// Tells the indexes what they don't hold yet; to be called before anything changes, with the database at hand.
    func settle(_ db: Database) throws {
        guard case .owing(let words) = state.withLock(\.self) else { return }
        if !words.isEmpty {
            try db.writeAll {
                let inserts = WordInserts(db)
                // An index takes rows in their order at once.
                for (id, texts) in words.sorted(by: { $0.key < $1.key }) { try inserts.add(texts, of: id) }
            }
        }
        state.withLock { $0 = .whole(database.present) }
    }

    /// The same for who has not the database at hand.
    func settle() throws {
        guard case .owing = state.withLock(\.self) else { return }
        try database.queue.inDatabase(settle)
    }

    /// All pages of the site as it began.
    func image() throws -> PageImage {
        try settle()
        return if case .whole(let image) = state.withLock(\.self) { image } else { database.image }
    }
}
