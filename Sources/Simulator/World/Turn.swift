import class Foundation.NSLock

/// Lets one after another do something with a site.
///
/// A `Mutex` hands itself to the longest waiting, who must be woken before anybody goes on; where each of two event loops
/// wants it every few microseconds, waking took a sixth of their time. Whoever comes to this lock while it is free has it.
struct Turn: Sendable {
    private let lock = NSLock()

    func take<T>(_ body: () throws -> T) rethrows -> T {
        try lock.withLock(body)
    }
}
