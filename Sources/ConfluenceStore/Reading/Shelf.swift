import ConfluenceModel
import GRDB
import Synchronization

/// Small records that were read and that nothing has changed since: who people are, and what they may do where.
///
/// Nearly every request asks for the same few.
struct Shelf: Sendable {
    let accounts = Memory<Int64, AccountRecord>()
    let accountsByName = Memory<String, AccountRecord>()
    let accountsByEmail = Memory<String, AccountRecord>()
    let tokens = Memory<String, [TokenRecord]>()
    let spaces = Memory<Int64, SpaceRecord>()
    let operations = Memory<SpaceViewer, Set<SpaceOperation>>()
    /// The numbers that the table `viewers` gives.
    let viewers = Memory<[Subject], Int64>()
    /// What searches counted, by the query that did: clients who turn its pages ask for the same each time.
    let counts = Memory<Question, [Int64?]>(most: 512)

    struct SpaceViewer: Hashable {
        var spaceID: Int64
        var subjects: [Subject]
    }

    /// A query with all that is bound to it.
    struct Question: Hashable {
        var sql: String
        var arguments: StatementArguments
    }

    func clear() {
        accounts.forget()
        accountsByName.forget()
        accountsByEmail.forget()
        tokens.forget()
        spaces.forget()
        operations.forget()
        forgetViewers()
    }

    /// Their numbers may be given to others.
    func forgetViewers() {
        viewers.forget()
        counts.forget()
    }
}

/// What was found under a key; what was not is asked for again, so that guesses leave nothing behind.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Beyond this many, all are forgotten: a site may have more than are worth remembering.
    private let most: Int

    private let values = Mutex<[Key: Value]>([:])

    init(most: Int = 4096) { self.most = most }

    func value(_ key: Key, orFind find: () throws -> Value?) rethrows -> Value? {
        if let known = values.withLock({ $0[key] }) { return known }
        guard let found = try find() else { return nil }
        values.withLock { values in
            if values.count >= most { values.removeAll() }
            values[key] = found
        }
        return found
    }

    /// What was found under a key and not forgotten.
    func known(_ key: Key) -> Value? {
        values.withLock { $0[key] }
    }

    func forget() {
        values.withLock { if !$0.isEmpty { $0.removeAll() } }
    }
}
