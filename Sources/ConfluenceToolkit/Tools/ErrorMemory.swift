import ConfluenceWire
import Synchronization

/// The failures of page reads that a toolkit keeps for as long as it lives, and lists with each new one.
final class ErrorMemory: Sendable {
    private let errors = Mutex<[JSON]>([])

    func add(_ message: String) {
        errors.withLock { $0.append(.string(message)) }
    }

    var all: [JSON] { errors.withLock { $0 } }
}
