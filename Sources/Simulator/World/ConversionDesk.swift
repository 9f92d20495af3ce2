import ConfluenceModel
import Foundation
import Synchronization

/// The bodies that were converted for clients who come back for them.
final class ConversionDesk: Sendable {
    private struct Kept: Sendable {
        var id: String
        var body: ConvertedBody
        var since: Date
    }

    private let state = Mutex<(count: Int, kept: [Kept])>((0, []))

    /// Older ones are forgotten.
    private static let most = 100
    /// As the description of the API has it.
    private static let time: TimeInterval = 5 * 60

    /// Keeps a body, and gives the id under which it is fetched.
    func keep(_ body: ConvertedBody, now: Date) -> String {
        state.withLock { state in
            state.count += 1
            let id = StableID.uuid("conversion", String(state.count))
            if state.kept.count >= Self.most { state.kept.removeFirst() }
            state.kept.append(Kept(id: id, body: body, since: now))
            return id
        }
    }

    func body(_ id: String, now: Date) -> ConvertedBody? {
        state.withLock { $0.kept.first { $0.id == id && now.timeIntervalSince($0.since) <= Self.time }?.body }
    }
}

/// A body in the representation that a client asked for.
struct ConvertedBody: Sendable, Hashable {
    var value: String
    var representation: String
}
