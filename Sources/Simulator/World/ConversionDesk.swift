import ConfluenceModel
import Synchronization

/// The bodies that were converted for clients who come back for them.
final class ConversionDesk: Sendable {
    private let state = Mutex<(count: Int, kept: [(id: String, body: ConvertedBody)])>((0, []))

    /// Older ones are forgotten; sites keep theirs for five minutes.
    private static let most = 100

    /// Keeps a body, and gives the id under which it is fetched.
    func keep(_ body: ConvertedBody) -> String {
        state.withLock { state in
            state.count += 1
            let id = StableID.uuid("conversion", String(state.count))
            if state.kept.count >= Self.most { state.kept.removeFirst() }
            state.kept.append((id, body))
            return id
        }
    }

    subscript(id: String) -> ConvertedBody? { state.withLock { $0.kept.first { $0.id == id }?.body } }
}

/// A body in the representation that a client asked for.
struct ConvertedBody: Sendable, Hashable {
    var value: String
    var representation: String
}
