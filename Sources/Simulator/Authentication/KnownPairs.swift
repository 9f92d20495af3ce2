import ConfluenceWire
import Synchronization

/// Values of HTTP Basic that were read before: every request of a client repeats its own.
///
/// Whether a pair is right is found out each time.
final class KnownPairs: Sendable {
    private static let most = 256

    private let pairs = Mutex<[String: BasicCredentials]>([:])

    /// - Parameter read: Reads a value that is not known; what it throws is not remembered.
    func pair(_ encoded: String, read: (String) throws -> BasicCredentials) rethrows -> BasicCredentials {
        if let known = pairs.withLock({ $0[encoded] }) { return known }
        let pair = try read(encoded)
        pairs.withLock { pairs in
            if pairs.count >= Self.most { pairs.removeAll() }
            pairs[encoded] = pair
        }
        return pair
    }
}
