import Synchronization

/// Why a connection came to nothing, for whoever runs the simulator: clients seldom tell.
public struct ConnectionTrouble: Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// The name is none of a simulated site; the client was told so, and nothing was passed on.
        case notSimulated
        /// The name is not that of the site which is passed on to; the client was told so.
        case notPassedOn
        /// The client said that it does not trust the certificate.
        case untrusted
        /// The client left without a word, in the middle of the handshake or right after it.
        case left
        /// What came was not TLS, or TLS that the two sides could not agree on.
        case noHandshake(String)
    }

    /// The host that the client wanted.
    public var host: String
    /// The address from which it came.
    public var client: String?
    public var reason: Reason

    public var description: String {
        switch reason {
        case .notSimulated: "\(host) is not simulated here: refused, and nothing was passed on"
        case .notPassedOn: "\(host) was asked for and refused: only named hosts are passed on to"
        case .untrusted: "\(host): a client does not trust this run's CA"
        case .left:
            "\(host): a client left the TLS handshake without a word; Node does so when it does not trust the CA"
        case .noHandshake(let text): "\(host): no TLS connection came about: \(text)"
        }
    }
}

/// Passes on what went wrong with connections, each thing once: a client that tries again has nothing new to say.
final class TroubleDesk: Sendable {
    private static let most = 1000

    private let told = Mutex<Set<ConnectionTrouble>>([])
    private let listener: @Sendable (ConnectionTrouble) -> Void

    init(listener: @escaping @Sendable (ConnectionTrouble) -> Void) {
        self.listener = listener
    }

    func tell(_ trouble: ConnectionTrouble) {
        let isNew = told.withLock { told in
            !Self.isExplained(trouble, by: told) && told.count < Self.most && told.insert(trouble).inserted
        }
        if isNew { listener(trouble) }
    }

    /// Whether a client only left without a word that has said before why it would.
    private static func isExplained(_ trouble: ConnectionTrouble, by told: Set<ConnectionTrouble>) -> Bool {
        var complaint = trouble
        complaint.reason = .untrusted
        return trouble.reason == .left && told.contains(complaint)
    }
}
