import ConfluenceModel
import Synchronization

/// The end of what a process wrote on its standard error, for the message when it fails.
final class LastWords: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let limit: Int

    init(limit: Int = 4096) {
        self.limit = limit
    }

    func append(_ more: [UInt8]) {
        bytes.withLock { bytes in
            bytes += more
            if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
        }
    }

    /// The last lines, on one line.
    var text: String {
        let text = bytes.withLock { String(decoding: $0, as: UTF8.self) }
        return text.split(whereSeparator: \.isNewline).suffix(6)
            .map { String($0).trimmingEdges() }.filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
