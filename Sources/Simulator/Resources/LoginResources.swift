import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What came of a login in a browser.
struct BrowserLogin: Sendable {
    var result: Result
    /// Where the browser wanted to go, below the context path.
    var destination: String

    enum Result: Sendable {
        case opened(session: String, account: AccountRecord)
        case refused
        /// The login failed too often: the form asks for a CAPTCHA as well.
        case captchaWanted
        case closed
    }
}

/// Data Center's login form, and the way out.
extension Resource {
    static let logIn = Resource { grant, world in
        let fields = QueryItem.parse(String(decoding: grant.call.request.body, as: UTF8.self))
        func field(_ name: String) -> String? { fields.first { $0.name == name && !$0.value.isEmpty }?.value }
        let destination = field("os_destination") ?? "/index.action"
        let user = field("os_username") ?? ""
        if world.settings.singleSignOn {
            return .browserLogin(BrowserLogin(result: .refused, destination: destination))
        }
        if world.isCaptchaDue(for: user), field("captchaResponse") == nil {
            return .browserLogin(BrowserLogin(result: .captchaWanted, destination: destination))
        }
        guard let account = try account(user, password: field("os_password") ?? "", in: world) else {
            if !world.settings.directoryDown { world.logins.noteFailure(of: user) }
            let result: BrowserLogin.Result = world.isCaptchaDue(for: user) ? .captchaWanted : .refused
            return .browserLogin(BrowserLogin(result: result, destination: destination))
        }
        world.logins.forgetFailures(of: user)
        world.logins.winSeatBack(account.name, at: world.now)
        let session = world.logins.openSession(of: account, at: world.now)
        return .browserLogin(
            BrowserLogin(result: .opened(session: session, account: account), destination: destination))
    }

    static let logOut = Resource { grant, world in
        if let session = DataCenterAuthenticator.session(in: grant.call.request.headers) {
            world.logins.closeSession(session)
        }
        return .browserLogin(BrowserLogin(result: .closed, destination: "/login.action?logout=true"))
    }

    private static func account(_ name: String, password: String, in world: World) throws -> AccountRecord? {
        guard !world.settings.directoryDown else { return nil }
        return try world.read { store in
            guard let account = try store.account(loginName: name), account.isActive,
                try store.passwordMatches(password, accountID: account.id)
            else { return nil }
            return account
        }
    }
}
