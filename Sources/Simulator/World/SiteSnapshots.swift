import Synchronization

/// The states of a site that somebody gave a name to.
final class SiteSnapshots: Sendable {
    private let shelf = Mutex<[String: WorldSnapshot]>([:])

    var names: [String] { shelf.withLock { $0.keys.sorted() } }

    subscript(name: String) -> WorldSnapshot? {
        get { shelf.withLock { $0[name] } }
        set { shelf.withLock { $0[name] = newValue } }
    }
}
