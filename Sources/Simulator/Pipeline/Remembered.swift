import Synchronization

/// What was read out of something before, since clients send the same few things again and again.
///
/// For what follows from its key alone, and so holds as long as the site runs.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Beyond so many, all are forgotten: a client that never repeats itself comes back to none of them.
    private let most: Int

    private let values = Mutex<[Key: Value]>([:])

    init(most: Int) { self.most = most }

    func value(of key: Key) -> Value? { values.withLock { $0[key] } }

    /// - Parameter read: Reads what is not known; what it throws is not remembered.
    func value(of key: Key, orRead read: (Key) throws -> Value) rethrows -> Value {
        if let known = value(of: key) { return known }
        let value = try read(key)
        keep(value, of: key)
        return value
    }

    func keep(_ value: Value, of key: Key) {
        values.withLock { values in
            if values.count >= most { values.removeAll() }
            values[key] = value
        }
    }
}
