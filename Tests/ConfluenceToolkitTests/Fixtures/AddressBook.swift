import ConfluenceWire
import Synchronization

/// Remembers the addresses that were asked.
final class AddressBook: Sendable {
    private let addresses = Mutex<[WebAddress]>([])

    func note(_ address: WebAddress) {
        addresses.withLock { $0.append(address) }
    }

    var last: String { addresses.withLock { $0.last?.description ?? "" } }
    var count: Int { addresses.withLock { $0.count } }
}
