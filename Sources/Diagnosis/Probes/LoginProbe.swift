import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks who one is, with the credential as the toolkit would send it.
enum LoginProbe {
    static func run(
        _ configuration: ToolkitConfiguration,
        in chart: Chart,
        _ wire: inout Wire
    ) async -> Evidence? {
        let scheme = configuration.authentication.scheme
        guard configuration.canSendSecret else { return .login(.unsendable, scheme) }
        guard let request = request(for: configuration) else { return nil }
        let isFirst = !wire.knows(request)
        guard let answer = await wire.ask("\(Question.login.words) (\(scheme.title))", request) else { return nil }
        guard let response = answer.response else {
            return Wire.obstacle(answer, to: request).map { .obstructed($0, .login) }
        }
        let read = LoginAnswer(response, deployment: chart.circumstances.deployment).asAnswer(to: scheme)
        if GatewayAddress.isGateway(request.url), read.observation == .loginAccepted || response.missingScope != nil {
            let seen = await GatewayAddress.checkScopes(
                configuration, version: chart.version, tools: chart.checkedTools, read, &wire)
            // An API token is taken by Basic alone; as Bearer it is one without any scope.
            if case .login(.scopeMissing(let reason), .bearer)? = seen, response.missingScope != nil,
                chart.evidence.contains(where: { $0.observation == .looksLikeAPIToken })
            {
                return .login(.schemeRefused(reason: reason), scheme)
            }
            return seen
        }
        // Some filters send whoever is not logged in to Confluence's own form, also by the API.
        if scheme == .cookies, response.leadsToOwnLogin(of: request.url),
            [.siteHere, .siteContradictsHosting].contains(chart.answer(to: .site))
        {
            return .login(.anonymous(status: response.status), scheme)
        }
        // A front may hide “who am I?” alone; a release of long ago has it not.
        if response.status == 404, response.json == nil, let beside = await loginBeside(configuration, in: chart, &wire)
        {
            return beside
        }
        // Some products refuse a login by a page that looks like somebody else's; their own words come first.
        // That there is no such site is said in vain where its edge has just told which one it is.
        let isContradicted = chart.evidence.identity?.kind == .cloud && read.observation == .loginAddressUnknown
        if let obstacle = Obstacle(response, to: request.url), !read.isCertain || obstacle.isOfSite,
            obstacle.kind != .siteUnknown || !isContradicted
        {
            let mayBeAlone = Obstacle.Kind.fronts.contains(obstacle.kind)
            // Whoever has refused a password may have counted it: it is not sent a second time.
            let isRefusal = configuration.namesAccount && [401, 403].contains(response.status)
            let beside = mayBeAlone && !isRefusal ? await loginBeside(configuration, in: chart, &wire) : nil
            return beside ?? .obstructed(obstacle, .login)
        }
        if isFirst, configuration.namesAccount, read.isRefusal { wire.countFailedLogin() }
        return .login(read, scheme)
    }

    /// The login as another path of a Confluence shows it, where something in front keeps people from “who am I?” alone.
    private static func loginBeside(
        _ configuration: ToolkitConfiguration, in chart: Chart, _ wire: inout Wire
    ) async -> Evidence? {
        let scheme = configuration.authentication.scheme
        let words = "who am I, as another path shows it? (\(scheme.title))"
        guard [.siteHere, .siteContradictsHosting].contains(chart.answer(to: .site)),
            chart.circumstances.deployment == .dataCenter,
            let request = configuration.request("rest/api/space", query: [QueryItem("limit", "1")]),
            let response = await wire.ask(words, request)?.response, Obstacle(response, to: request.url) == nil
        else { return nil }
        if response.status == 401 {
            if configuration.namesAccount { wire.countFailedLogin() }
            return .login(LoginAnswer(response, deployment: .dataCenter), scheme)
        }
        // Only who is known is named in the header; without it, what a stranger is told tells whether anybody is.
        guard response.isSuccess, response.json?["results"]?.arrayValue != nil else { return nil }
        if let name = response.headers["X-AUSERNAME"] {
            return .login(name == "anonymous" ? .anonymous(status: 200) : .accepted(account: name), scheme)
        }
        var stranger = request
        stranger.headers["Authorization"] = nil
        stranger.headers["Cookie"] = nil
        guard let other = await wire.ask("what does a stranger see there?", stranger)?.response, !other.isSuccess
        else { return nil }
        return .login(.accepted(account: nil), scheme)
    }

    /// The answer itself, for those who look at nothing else; what stands in its way leaves it unclear.
    static func answer(
        _ configuration: ToolkitConfiguration,
        deployment: DeploymentKind,
        _ wire: inout Wire
    ) async -> LoginAnswer? {
        let scheme = configuration.authentication.scheme
        guard configuration.canSendSecret else { return .unsendable }
        guard let request = request(for: configuration) else { return nil }
        let isFirst = !wire.knows(request)
        switch await wire.ask("\(Question.login.words) (\(scheme.title))", request) {
        case nil: return nil
        case .failure(let failure)?: return .unclear("\(failure)")
        case .response(let response)?:
            let answer = LoginAnswer(response, deployment: deployment)
            if isFirst, configuration.namesAccount, answer.isRefusal { wire.countFailedLogin() }
            return answer
        }
    }

    static func request(for configuration: ToolkitConfiguration) -> Request? {
        configuration.request("rest/api/user/current")
    }
}

extension Response {
    /// Whether it sends people to the login form of the same host.
    fileprivate func leadsToOwnLogin(of url: WebAddress) -> Bool {
        guard (300...399).contains(status), let target = headers["Location"].flatMap(url.resolving) else {
            return false
        }
        return target.host == url.host && target.isLoginOfConfluence
    }
}

extension LoginAnswer {
    /// What it says of a login that was sent in one way: a password that is wrong is refused in other words than those for
    /// whoever has shown none, which never arrived then.
    ///
    /// Source: the tests of the wire in wire-facts; from release 9 on Data Center says so to strangers where none are let in.
    fileprivate func asAnswer(to scheme: Authentication.Scheme) -> LoginAnswer {
        guard scheme == .basic, case .refused(401, let reason) = self,
            reason == "Client must be authenticated to access this resource."
        else { return self }
        return .anonymous(status: 401)
    }

    /// Whether only Confluence or Atlassian's edge could have worded it.
    fileprivate var isCertain: Bool {
        switch self {
        case .directoryUnreachable, .accepted, .captcha, .scopeMissing, .scopedToken, .schemeRefused,
            .withoutProductAccess, .unreadable:
            true
        case .refused(_, let reason): !reason.isEmpty
        case .notPermitted(let reason): !reason.isEmpty
        default: false
        }
    }

    /// Whether the site may have counted the answer as a failed login.
    var isRefusal: Bool {
        switch self {
        case .refused, .notPermitted, .anonymous, .unreadable, .captcha: true
        default: false
        }
    }
}

extension ToolkitConfiguration {
    /// A reading request as the toolkit sends it; `nil` where it has no address to send it to.
    func request(_ path: String, query: [QueryItem] = []) -> Request? {
        guard let address = try? clientAddress() else { return nil }
        var request = Request(
            .get, address.appending(path, query: query),
            headers: ["Content-Type": "application/json", "Accept": "application/json"])
        // The toolkit gives each request these two anew.
        for header in customHeaders where !["accept", "content-type"].contains(header.name.lowercased()) {
            request.headers[header.name] = header.value.revealed(for: .authorizationHeader)
        }
        // Basic is set anew for each request and so wins over a header of the same name; Bearer does not.
        let overridden = request.headers["Authorization"]
        // Python's client puts its own cookies into no request that has some.
        let cookie = request.headers["Cookie"]
        request.authenticate(as: authentication, charset: credential.charset)
        if authentication.scheme == .bearer, let overridden { request.headers["Authorization"] = overridden }
        if let cookie { request.headers["Cookie"] = cookie }
        return request
    }

    /// Whether what is sent names an account, so that a refusal may count as a failed login of it: a header may do so, too.
    ///
    /// A session's cookie names none: where the session is over, the site sees a stranger, and counts nothing.
    var namesAccount: Bool {
        if authentication.scheme == .basic { return true }
        return customHeaders.contains {
            $0.name.lowercased() == "authorization"
                && $0.value.revealed(for: .lint).trimmingEdges().lowercased().hasPrefix("basic ")
        }
    }

    /// Whether a client can put the secret into a header at all: a line break or a character beyond Latin-1 can't go there.
    var canSendSecret: Bool {
        let secret: Secret
        switch authentication {
        case .bearer(let token), .cookies(let token): secret = token
        // Base64 carries anything, once it is made of bytes.
        case .basic(let user, let password):
            return credential.charset == .utf8 || (user + password.revealed(for: .lint)).latin1 != nil
        case .anonymous: return true
        }
        return secret.revealed(for: .lint).trimmingSpaces().unicodeScalars.allSatisfy {
            $0.value <= 0xFF && $0.properties.generalCategory != .control
        }
    }
}

extension String {
    /// The text without white space at its ends, which is all that the client takes off a Bearer token.
    fileprivate func trimmingSpaces() -> String {
        var view = Substring(self).unicodeScalars
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
