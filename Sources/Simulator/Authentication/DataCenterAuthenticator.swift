import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Data Center's logins: user name and password as HTTP Basic, a personal access token as Bearer, a session.
struct DataCenterAuthenticator: Authenticator {
    func identify(_ call: Call, in world: World) throws -> Caller {
        switch SentCredential(call.request.headers) {
        case .basic(let encoded): try logIn(encoded, in: world)
        case .bearer(let value): try present(value, in: world, call.weather)
        case .none: try resume(call, in: world)
        }
    }

    /// Names are compared ignoring case, as Crowd does, whose directories Confluence has within
    /// (https://confluence.atlassian.com/crowd/case-sensitivity-of-usernames-and-groups-181536383.html).
    ///
    /// Seraph, which logs people in, reads the pair in Latin-1: its `SecurityUtils.decodeBasicAuthorizationCredentials`,
    /// and JRASERVER-59828, which is open, tells what people meet.
    private func logIn(_ encoded: String, in world: World) throws -> Caller {
        guard let pair = BasicCredentials(encoded: encoded, in: .latin1) else {
            throw Refusal(.loginFailed, because: "the Basic credential is not a name and a password")
        }
        let settings = world.settings
        if settings.singleSignOn || !settings.basicAuthentication {
            let reason = settings.singleSignOn ? "logins go to the identity provider" : "Basic authentication is off"
            throw Refusal(.basicDisabled, because: "a password was sent and \(reason)")
        }
        if world.isCaptchaDue(for: pair.user) {
            throw Refusal(.captchaDue, because: "\(pair.user) failed too often and must solve a CAPTCHA in a browser")
        }
        if settings.directoryDown {
            // Nobody's password is known to be wrong, so nothing counts towards a CAPTCHA.
            throw Refusal(.loginFailed, because: "the directory can't be reached, so no password can be checked")
        }
        let (account, objection): (AccountRecord?, String?) = try world.read { store in
            let account = try store.account(loginName: pair.user)
            guard let objection = try Self.objection(to: pair, of: account, store) else { return (account, nil) }
            return (account, try Self.objection(toEncodingOf: encoded, store) ?? objection)
        }
        guard let account, objection == nil else {
            world.logins.noteFailure(of: pair.user)
            throw Refusal(.loginFailed, because: objection ?? "no account is called “\(pair.user)”")
        }
        world.logins.forgetFailures(of: pair.user)
        return .known(account)
    }

    private static func objection(
        to pair: BasicCredentials,
        of account: AccountRecord?,
        _ store: StoreReader
    ) throws -> String? {
        guard let account else {
            let isPadded = try store.account(loginName: pair.user.trimmingEdges()) != nil
            return isPadded
                ? "the user name “\(pair.user)” has stray characters at its ends"
                : "no account is called “\(pair.user)”"
        }
        if let objection = account.objection { return objection }
        if try store.passwordMatches(pair.password, accountID: account.id) { return nil }
        if let token = try store.token(value: pair.password.trimmingEdges(), kinds: [.personalAccessToken]) {
            return "the personal access token \(token.name) was sent where a password is expected"
        }
        return try store.passwordMatches(pair.password.trimmingEdges(), accountID: account.id)
            ? "the password of \(account.name) was sent with stray characters at its ends"
            : "the password of \(account.name) is another one"
    }

    /// Says so where the login would be right in UTF-8, in which most clients send it.
    private static func objection(toEncodingOf encoded: String, _ store: StoreReader) throws -> String? {
        guard let pair = BasicCredentials(encoded: encoded), let account = try store.account(loginName: pair.user),
            account.isActive, try store.passwordMatches(pair.password, accountID: account.id)
        else { return nil }
        return "the name and the password of \(account.name) were sent in UTF-8, and Confluence reads them in Latin-1"
    }

    /// A token that is not accepted makes no refusal: the caller goes on as an anonymous one.
    private func present(_ value: String, in world: World, _ weather: Weather) throws -> Caller {
        guard world.settings.personalAccessTokens else {
            return Caller(
                account: nil, login: .failed, note: "personal access tokens are off, so the caller is anonymous")
        }
        let objection: String
        if let record = try world.store.token(value: value, kinds: [.personalAccessToken]) {
            guard let found = record.objection(at: world.now, in: weather) ?? record.owner.objection else {
                return .known(record.owner)
            }
            objection = found
        } else {
            let known = try world.store.token(value: value.trimmingEdges(), kinds: [.personalAccessToken])
            objection =
                known.map { "the token \($0.name) was sent with stray characters at its ends" }
                ?? "no personal access token has the value that was sent"
        }
        return Caller(account: nil, login: .failed, note: "\(objection), so the caller is anonymous")
    }

    private func resume(_ call: Call, in world: World) throws -> Caller {
        guard let session = Self.session(in: call.request.headers),
            let name = world.logins.account(ofSession: session, at: world.now),
            let account = try world.read({ try $0.account(name: name) }), account.isActive
        else { return .anonymous }
        if !call.isRead, call.route.door != .everybody, Self.isForm(call.request), !call.hasTokenCheckOff {
            throw Refusal(
                .xsrf, because: "a form of a browser's session lacks the header X-Atlassian-Token: no-check")
        }
        return .known(account, by: .session)
    }

    static func session(in headers: Headers) -> String? {
        let cookies = headers.values("Cookie").flatMap { $0.split(separator: ";") }.map { $0.trimmingEdges() }
        return cookies.first { $0.hasPrefix("JSESSIONID=") }.map { String($0.dropFirst("JSESSIONID=".count)) }
    }

    /// Whether a page of another site could make a browser send the request unasked.
    private static func isForm(_ request: Request) -> Bool {
        let type = request.headers["Content-Type"]?.lowercased() ?? ""
        return ["", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains {
            $0.isEmpty ? type.isEmpty : type.hasPrefix($0)
        }
    }
}

extension Substring {
    fileprivate func trimmingEdges() -> String { String(self).trimmingEdges() }
}
