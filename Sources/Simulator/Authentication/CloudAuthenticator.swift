import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Cloud's login: an e-mail and an API token as HTTP Basic, and one answer for all that is wrong with them.
struct CloudAuthenticator: Authenticator {
    func identify(_ call: Call, in world: World) throws -> Caller {
        switch SentCredential(call.request.headers) {
        case .none, .bearer:
            return .anonymous
        case .basic(let encoded):
            let pair = try world.knownPairs.value(of: encoded, orRead: Self.split)
            let objection: String
            switch try check(email: pair.user, token: pair.password, in: world, call.weather) {
            case .success(let account): return .known(account)
            case .failure(let rejection): objection = rejection.words
            }
            if call.route.door == .users, !world.settings.anonymousAccess {
                throw Refusal(.credentialRejected, because: objection)
            }
            return Caller(account: nil, login: .failed, note: "\(objection), so the caller is anonymous")
        }
    }

    private struct Rejection: Error {
        var words: String
    }

    private func check(
        email: String, token: String, in world: World, _ weather: Weather
    ) throws -> Result<AccountRecord, Rejection> {
        guard let record = try world.store.token(value: token, kinds: [.scopedAPIToken, .apiToken]) else {
            return .failure(Rejection(words: try world.read { try Self.explain(email: email, secret: token, $0) }))
        }
        guard record.kind != .scopedAPIToken else {
            throw Refusal(
                .scopedTokenAtSite,
                because: "the token \(record.name) has scopes, and only the gateway takes such tokens")
        }
        guard record.owner.email.equalsIgnoringCase(email) else {
            let reason = "the token \(record.name) belongs to \(record.owner.email), not to “\(email)”"
            return .failure(Rejection(words: reason))
        }
        guard world.settings.apiTokens else {
            return .failure(Rejection(words: "the organisation lets no API tokens in"))
        }
        if let objection = record.objection(at: world.now, in: weather) {
            return .failure(Rejection(words: objection))
        }
        if let objection = record.owner.objection { return .failure(Rejection(words: objection)) }
        return .success(record.owner)
    }

    /// What the journal may know and the caller may not: which half is wrong, and how.
    private static func explain(email: String, secret: String, _ store: StoreReader) throws -> String {
        let trimmed = secret.trimmingEdges()
        if trimmed != secret, let token = try store.token(value: trimmed, kinds: [.apiToken]) {
            return "the token \(token.name) was sent with stray characters at its ends"
        }
        guard let account = try store.account(email: email) else {
            let isPadded = try store.account(email: email.trimmingEdges()) != nil
            return isPadded
                ? "the e-mail “\(email)” has stray characters at its ends" : "no account has the e-mail “\(email)”"
        }
        return try store.passwordMatches(secret, accountID: account.id)
            ? "the password of \(account.name) was sent where an API token is expected"
            : "no API token of \(account.name) has the value that was sent"
    }

    /// The two halves; Cloud reads only a value with exactly one colon and something on both sides of it.
    private static func split(_ encoded: String) throws -> BasicCredentials {
        guard let pair = BasicCredentials(encoded: encoded), !pair.user.isEmpty, !pair.password.isEmpty,
            !pair.password.utf8.contains(UInt8(ascii: ":"))
        else {
            throw Refusal(
                .unreadableCredential, because: "the Basic credential is not one e-mail and one token joined by a colon"
            )
        }
        return pair
    }
}

extension EdgeRules {
    /// Cloud's edge takes every Bearer token for one of its apps and looks at no route before that.
    static let cloud = EdgeRules(answersAtRootOfLoopback: true, locate: nil) { request in
        guard case .bearer(let token) = SentCredential(request.headers) else { return nil }
        let looksSigned = token.split(separator: ".", omittingEmptySubsequences: false).count == 3
        return looksSigned
            ? Refusal(
                .unreadableCredential, api: .rest, because: "the Bearer token is signed by nobody that the site knows")
            : Refusal(.foreignToken, api: .rest, because: "a token of a user can't be sent as Bearer to a Cloud site")
    }

    static let dataCenter = EdgeRules(answersAtRootOfLoopback: false, locate: nil) { _ in nil }
}
