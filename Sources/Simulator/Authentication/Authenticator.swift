import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Finds out who the caller is, as one deployment does it.
protocol Authenticator: Sendable {
    func identify(_ call: Call, in world: World) throws -> Caller
}

/// Who asks, and how the login went.
struct Caller: Sendable {
    /// `nil` for an anonymous caller.
    var account: AccountRecord?
    var login: Login
    /// For the journal: why a caller who sent a credential is anonymous all the same.
    var note: String?
    /// What the token may be used for; `nil` sets no limit.
    var scopes: [String]?

    enum Login: Sendable, Hashable {
        /// No credential was sent, or none that the deployment reads.
        case none
        case succeeded
        /// A session that an earlier login opened.
        case session
        /// A credential was sent and not accepted; the caller goes on without an account.
        case failed
    }

    static let anonymous = Caller(account: nil, login: .none)

    static func known(_ account: AccountRecord, by login: Login = .succeeded) -> Caller {
        Caller(account: account, login: login)
    }

    /// What the journal calls the caller.
    var name: String { account?.name ?? "an anonymous caller" }
}

/// The `Authorization` header as servers read it: exactly one blank, the scheme in its usual spelling.
enum SentCredential: Sendable {
    case none
    case basic(String)
    case bearer(String)

    init(_ headers: Headers) {
        let value = headers["Authorization"] ?? ""
        if let credential = Self.rest(of: value, behind: "Basic ") {
            self = .basic(credential)
        } else if let credential = Self.rest(of: value, behind: "Bearer ") {
            self = .bearer(credential)
        } else {
            self = .none
        }
    }

    private static func rest(of value: String, behind scheme: String) -> String? {
        guard value.hasPrefix(scheme) else { return nil }
        let rest = value.utf8.dropFirst(scheme.utf8.count)
        guard let first = rest.first, first != UInt8(ascii: " "), first != UInt8(ascii: "\t") else { return nil }
        return String(rest)
    }
}

extension AccountRecord {
    /// Why no credential of the account is accepted, in words.
    var objection: String? { isActive ? nil : "the account \(name) is deactivated" }
}

extension TokenRecord {
    func hasExpired(at now: Date, in weather: Weather) -> Bool {
        if weather.token == .expired { return true }
        if case .expires(let end) = state { return end <= now && weather.token == nil }
        return false
    }

    /// Why the token is not accepted at that moment, in words; `nil` for one that is.
    func objection(at now: Date, in weather: Weather) -> String? {
        switch weather.token {
        case .revoked: return "the token \(name) counts as revoked"
        case .expired: return "the token \(name) counts as expired"
        case nil: break
        }
        return switch state {
        case .active: nil
        case .revoked: "the token \(name) was revoked" + (revokedAt.map { " at \($0.formatted(.iso8601))" } ?? "")
        case .expires(let end): end <= now ? "the token \(name) expired at \(end.formatted(.iso8601))" : nil
        }
    }
}
