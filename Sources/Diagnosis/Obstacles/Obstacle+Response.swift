import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire
import Foundation

extension Obstacle {
    /// What an answer shows to stand in the way; `nil` where it is Confluence's own answer to the question.
    ///
    /// Each kind is told by its status and one of several signs, in any case: wording differs between products.
    package init?(_ response: Response, to url: WebAddress) {
        let sight = Sight(response, url)
        guard let kind = sight.kind else { return nil }
        self = .answer(kind, status: response.status, words: sight.words(for: kind))
    }

    /// A page that asks for a password and is none of Confluence's, to which everything else of the host leads.
    init?(asking page: Response, at url: WebAddress) {
        guard page.isSuccess, OtherProduct(page) == nil, Sight(page, url).hasPasswordField else { return nil }
        self = .answer(.loginInFront, status: page.status, words: "everything leads to \(page.pageTitle)")
    }

    /// A page by which a firewall tells that it blocks, to which everything else of the host leads.
    init?(blocking page: Response, at url: WebAddress) {
        guard Sight(page, url).kind == .firewall else { return nil }
        self = .answer(.firewall, status: page.status, words: "everything leads to \(page.pageTitle)")
    }
}

/// An answer as the recognition of obstacles looks at it.
private struct Sight {
    let response: Response
    let url: WebAddress
    /// The beginning of the body in small letters.
    let text: String
    let isJSON: Bool

    init(_ response: Response, _ url: WebAddress) {
        self.response = response
        self.url = url
        text = String(decoding: response.body.prefix(20_000), as: UTF8.self).lowercased()
        let first = text.first { !$0.isWhitespace }
        isJSON = first == "{" || first == "["
    }

    /// Another product's own login is none that stands before Confluence.
    var kind: Obstacle.Kind? {
        anyKind.flatMap { $0 == .loginInFront && OtherProduct(response) != nil ? nil : $0 }
    }

    private var anyKind: Obstacle.Kind? {
        switch response.status {
        case 407: return .proxyLogin
        case 429: return .rateLimit
        case 511: return .captivePortal
        default: break
        }
        if refusesAddress { return .addressNotAllowed }
        if says(FrontSigns.suspended) { return .siteSuspended }
        if wantsClientCertificate { return .clientCertificate }
        if isSignInOfProxy { return .proxyLogin }
        if findsNoName { return .nameNotResolved }
        if isOfProxy { return failureOfProxy ?? .proxyRefusal }
        if isChallenge || isOfFirewall { return .firewall }
        if wantsGatewayKey { return .gatewayKey }
        if HostName.isAtlassian(url.origin), response.status == 404, !isJSON, says(FrontSigns.unknownSite) {
            return .siteUnknown
        }
        switch response.status {
        case 500...599:
            if says(FrontSigns.maintenance) { return .maintenance }
            // FortiWeb refuses with 500, in the words that others use with 403.
            return !isJSON && (says(FrontSigns.firewallWithSuccess) || isHeaded(by: FrontSigns.blocked))
                ? .firewall : .serverError
        case 300...399: return redirect
        default: return isJSON ? data : page
        }
    }

    /// What somebody else's redirect is; one within Confluence is none.
    private var redirect: Obstacle.Kind? {
        let target = response.redirectTarget.lowercased()
        // First of all it wants https; what stands there is seen there.
        if url.scheme == "http", target.hasPrefix("https://\(url.host.lowercased())/") { return nil }
        let away = FrontSigns.maintenanceTargets + FrontSigns.maintenanceHeads
        if away.contains(where: target.contains) { return .maintenance }
        if isPortalByName { return .captivePortal }
        // Confluence's own form, on another host: it was moved there.
        if let elsewhere, elsewhere.isLoginOfConfluence { return nil }
        if target.hasSuffix("/errors.action") { return .serverError }
        if let elsewhere, FrontSigns.portalMarks.contains(where: elsewhere.description.lowercased().contains) {
            return .captivePortal
        }
        return isLoginRedirect ? .loginInFront : isPortalRedirect ? .captivePortal : nil
    }

    /// Whether it leads, by plain http, to what is called a page for a network's guests.
    private var isPortalByName: Bool {
        guard let elsewhere, elsewhere.scheme == "http" else { return false }
        let name = (elsewhere.host + elsewhere.path).lowercased()
        return FrontSigns.portalNames.contains(where: name.contains) && isPortalRedirect
    }

    /// Where it leads, if that is at another host.
    private var elsewhere: WebAddress? {
        let target = response.redirectAddress
        return target?.host == url.host ? nil : target
    }

    /// Whether it leads to a page of the network's, which is told where to let people on to; OAuth and SAML tell that otherwise.
    private var isPortalRedirect: Bool {
        guard let elsewhere else { return false }
        if FrontSigns.portals.contains(where: elsewhere.description.lowercased().contains) { return true }
        return elsewhere.queryItems.contains { item in
            FrontSigns.portalParameters.contains(item.name.lowercased()) && item.value.contains("://\(url.host)")
        }
    }

    /// Whether it is a page that asks for a password, in whatever language.
    var hasPasswordField: Bool {
        !isOfConfluence && !says("ajs-version-number", "os_password")
            && FrontSigns.passwordField.first(in: text) != nil
    }

    private var isRefusal: Bool { response.isRefusal }

    /// Whether the client's own address is what is refused; IIS numbers that 403.6.
    private var refusesAddress: Bool {
        if response.headers["x-ms-forbidden-ip"] != nil || says(FrontSigns.addressNotAllowed) { return true }
        guard isRefusal else { return false }
        if says("403.6 -") { return true }
        if FrontSigns.addressRefused.first(in: text) != nil || FrontSigns.addressRefusedElsewhere.first(in: text) != nil
        {
            return true
        }
        return !isOfConfluence && !says(FrontSigns.firewall) && FrontSigns.onlyFromNetwork.first(in: text) != nil
    }

    /// What data is that is not Confluence's.
    private var data: Obstacle.Kind? {
        if breaksOff { return .serverError }
        if isRefusal, !isOfConfluence, says(FrontSigns.firewallInData) { return .firewall }
        // oauth2-proxy says so to whoever asks for JSON.
        let isBare = response.status == 401 && text.filter { !$0.isWhitespace } == "{}"
        return isBare && !isOfConfluence ? .loginInFront : nil
    }

    /// What a page for people is, that came in the place of data.
    private var page: Obstacle.Kind? {
        if isRefusal,
            says(FrontSigns.firewall + FrontSigns.firewallWithSuccess)
                || FrontSigns.cloudflareCode.first(in: text) != nil
        {
            return .firewall
        }
        // F5 and Imperva turn requests away with status 200.
        if response.isSuccess, says(FrontSigns.firewallWithSuccess) || FrontSigns.supportNumber.first(in: text) != nil {
            return .firewall
        }
        // Airlock finds fault with the request's form, and names itself in a cookie.
        if response.status == 400, response.headers.values("Set-Cookie").contains(where: { $0.hasPrefix("AL_SESS") }) {
            return .firewall
        }
        if response.status == 400, says("keycloak", "openid-connect", "aadsts") { return .loginInFront }
        guard response.isSuccess || isRefusal else { return nil }
        if response.isSuccess, says(FrontSigns.captivePortal + FrontSigns.portals) { return .captivePortal }
        if response.isSuccess, !isOfConfluence {
            if isHeaded(by: FrontSigns.maintenanceHeads) { return .maintenance }
            let mayAsk = url.scheme == "http" || text.contains("<form")
            if mayAsk, isHeaded(by: FrontSigns.portalHeads) { return .captivePortal }
            if isHeaded(by: FrontSigns.portalTitles) { return .captivePortal }
            if isHeaded(by: FrontSigns.blocked) { return .firewall }
            if leadsToLogin { return .loginInFront }
        }
        if says(FrontSigns.login) || asksForLoginInFront || hasPasswordField { return .loginInFront }
        guard isRefusal, response.status != 401 else { return nil }
        if isTitledBlock { return .firewall }
        return isTitledRefusal || says(FrontSigns.refusal) ? .refusal : nil
    }

    /// Whether all that a page does is to lead a browser to a login.
    private var leadsToLogin: Bool {
        text.utf8.count < 2000
            && PageLinks.onward(in: text).contains { target in FrontSigns.loginTargets.contains { target.contains($0) }
            }
    }

    /// Whether the title of a page, or its first heading, says one of these.
    private func isHeaded(by signs: [String]) -> Bool {
        let heads =
            FrontSigns.title.all(in: text) { String($0.1) }.prefix(1)
            + FrontSigns.heading.all(in: text) { String($0.1) }.prefix(1)
        return signs.contains { sign in heads.contains { $0.contains(sign) } }
    }

    /// Whether a page for people is titled as something that blocks: no web server calls so what it has not, or is not to show.
    private var isTitledBlock: Bool {
        guard let title = foreignTitle else { return false }
        return FrontSigns.wafAsWord.first(in: title) != nil || FrontSigns.blockTitles.contains { title.contains($0) }
    }

    /// Whether it is titled as a refusal, by whatever product: Confluence refuses nobody so.
    private var isTitledRefusal: Bool {
        guard let title = foreignTitle else { return false }
        return FrontSigns.refusalTitles.contains { title.contains($0) }
    }

    /// The title of a page that is none of Atlassian's, in small letters.
    private var foreignTitle: String? {
        guard text.contains("<title>"), !isOfConfluence, !says("jira", "confluence", "bitbucket", "atlassian") else {
            return nil
        }
        return response.pageTitle.lowercased()
    }

    /// Whether a filter of the network's sends people to where it asks who they are, as Zscaler does.
    private var isSignInOfProxy: Bool {
        guard (300...399).contains(response.status), let elsewhere else { return false }
        return FrontSigns.isProxyHost(elsewhere.host)
            && FrontSigns.proxySignIns.contains { elsewhere.path.lowercased().hasPrefix($0) }
    }

    /// Whether a proxy tells that it finds no address for the site's name.
    ///
    /// “Unknown host” is also what web servers say of themselves, to whom a name leads that they have no site for: of those
    /// words alone, only who names itself a proxy is believed.
    private var findsNoName: Bool {
        guard !isJSON, !response.isSuccess, ProxyReport(text) == .noName else { return false }
        if response.headers["X-Squid-Error"] != nil || says(FrontSigns.noNameForProxy) { return true }
        guard response.status >= 500 else { return false }
        // Behind TLS it was the host itself that answered, or somebody in its place, who names it.
        guard url.scheme == "http" || (namesHost && response.headers["CF-RAY"] == nil) else { return false }
        let others = text.replacing("unknown host", with: " ")
        return response.headers["Via"] != nil || isOfProxy || ProxyReport(others) == .noName
    }

    /// Whether its words name the host that was asked for; Apache names itself at the end of its pages.
    private var namesHost: Bool {
        let host = url.host.lowercased()
        return text.replacing("server at \(host)", with: " ").contains(host)
    }

    private var isOfProxy: Bool {
        // What leads to a login names its maker there, too.
        if (300...399).contains(response.status), isLoginRedirect, response.headers["X-Squid-Error"] == nil,
            elsewhere.map({ FrontSigns.isProxyHost($0.host) }) != true
        {
            return false
        }
        if response.headers["X-Squid-Error"] != nil || (!isJSON && says(FrontSigns.proxy)) { return true }
        // Apache calls itself a proxy where it is a reverse one, and Confluence behind it is away.
        if !isJSON, says("proxy error"), !says("upstream server", "remote server", "dns lookup failure") { return true }
        if response.headers["Server"]?.lowercased().hasPrefix("zscaler") == true { return true }
        guard (300...399).contains(response.status), let elsewhere else { return false }
        return FrontSigns.isProxyHost(elsewhere.host)
            || FrontSigns.blockPages.contains(where: elsewhere.description.lowercased().contains)
    }

    /// What a proxy tells that it met itself, in its page or, whatever the language of that, in Squid's header.
    private var failureOfProxy: Obstacle.Kind? {
        guard !isJSON else { return nil }
        let told = text + " " + (response.headers["X-Squid-Error"] ?? "")
        return switch ProxyReport(told) {
        case .noAnswer: .timedOut
        case .closedPort: .connectionRefused
        case .noName, nil: nil
        }
    }

    /// Whether it is to find out whether a person asks, whatever its status.
    private var isChallenge: Bool {
        if [401, 403, 405, 429].contains(response.status), !isOfConfluence {
            if response.headers["X-DataDome"] != nil || (isJSON && says(FrontSigns.challengeInData)) { return true }
        }
        return response.headers["cf-mitigated"] != nil || (!isJSON && !response.isSuccess && says(FrontSigns.challenge))
    }

    /// Whether headers alone show that a firewall answers; Fastly's refuses with 406 where nothing else is set, and nobody
    /// refuses those who ask for JSON so.
    private var isOfFirewall: Bool {
        if response.headers["x-amzn-waf-action"] != nil { return true }
        guard isRefusal, !isOfConfluence else { return false }
        if response.status == 406, text.allSatisfy(\.isWhitespace) { return true }
        let server = response.headers["Server"]?.lowercased() ?? ""
        if response.headers["X-Iinfo"] != nil, says("incident") { return true }
        return response.status == 403 && FrontSigns.firewallServers.contains(where: server.hasPrefix)
    }

    /// Whether a web server in front asks for a login of its own, such as by the browser's dialogue; Confluence itself names
    /// none of these schemes but Basic, and says who it is.
    private var asksForLoginInFront: Bool {
        guard response.status == 401, !isOfConfluence else { return false }
        if response.headers["Location"] != nil, isLoginRedirect { return true }
        if response.headers["X-Goog-IAP-Generated-Response"] != nil || says(FrontSigns.webServerLogin) { return true }
        if text.trimmingCharacters(in: .whitespacesAndNewlines) == "unauthorized" { return true }
        guard let scheme = response.headers["WWW-Authenticate"]?.lowercased() else { return false }
        if ["negotiate", "ntlm", "digest", "bearer"].contains(where: scheme.hasPrefix) { return true }
        return scheme.hasPrefix("basic") && !says("confluence", "atlassian")
    }

    /// Whether a header names Confluence as the one that answers.
    private var isOfConfluence: Bool {
        ["X-Seraph-LoginReason", "X-AUSERNAME", "X-Confluence-Request-Time"].contains { response.headers[$0] != nil }
    }

    private var wantsClientCertificate: Bool {
        // nginx's own codes, which some pass on.
        if [495, 496].contains(response.status) { return true }
        guard [400, 403].contains(response.status), !isJSON else { return false }
        return says(FrontSigns.clientCertificate) || says("403.7 -")
    }

    /// Whether a gateway for APIs asks for something of its own, in its maker's words.
    private var wantsGatewayKey: Bool {
        guard [400, 401, 403].contains(response.status), !isOfConfluence else { return false }
        let scheme = response.headers["WWW-Authenticate"]?.lowercased() ?? ""
        if FrontSigns.gatewaySchemes.contains(where: { scheme == $0 || scheme.hasPrefix($0 + " ") }) { return true }
        if scheme.contains("realm=\"wso2") || (!isJSON && says(FrontSigns.gatewayKeyInText)) { return true }
        if response.status == 401, isJSON || response.body.isEmpty || says("<?xml"),
            FrontSigns.gatewayHeaders.contains(where: { response.headers[$0] != nil })
        {
            return true
        }
        // Amazon's says of a path that it doesn't have that a token is missing.
        let fault = response.headers["x-amzn-ErrorType"]?.lowercased() ?? ""
        return FrontSigns.amazonFaults.contains(where: fault.hasPrefix)
            || (isJSON && (says(FrontSigns.gatewayKey) || FrontSigns.gatewayKeyInWords.first(in: text) != nil))
    }

    /// Whether it is called data, begins as data, and can't be read to its end.
    private var breaksOff: Bool {
        guard response.isSuccess, isJSON, response.headers["Content-Type"]?.lowercased().contains("json") == true
        else { return false }
        return (try? JSONReader.read(response.body, depthLimit: 256)) == nil
    }

    private var isLoginRedirect: Bool {
        let location = response.headers["Location"] ?? ""
        let target = location.lowercased()
        return FrontSigns.loginTargets.contains { target.contains($0) }
    }

    private func says(_ signs: String...) -> Bool { says(signs) }
    private func says(_ signs: [String]) -> Bool { signs.contains { text.contains($0) } }

    // MARK: In words

    func words(for kind: Obstacle.Kind) -> String {
        switch kind {
        case .rateLimit: return limit
        case .serverError where breaksOff: return "its answer breaks off in the middle"
        case _ where (300...399).contains(response.status): return "a redirect to \(response.redirectTarget)"
        default: break
        }
        guard let body = try? JSONReader.read(response.body, depthLimit: 32) else { return response.pageTitle }
        return body.statedMessage.map { "“\($0.cut(to: 160))”" } ?? ""
    }

    /// For how long, and by what.
    private var limit: String {
        var words: [String] = []
        if let wait = response.headers["Retry-After"] {
            words.append(Int(wait).map { "come back in \($0) s" } ?? "come back at \(wait.prefix(40))")
        } else if let reset = response.headers["X-RateLimit-Reset"] {
            words.append("the limit ends at \(reset.prefix(40))")
        } else {
            words.append("without saying for how long")
        }
        if let reason = response.headers["RateLimit-Reason"] { words.append("by the limit \(reason.prefix(60))") }
        if let limit = response.headers["X-RateLimit-Limit"] {
            let seconds = response.headers["X-RateLimit-Interval-Seconds"]
            words.append("\(limit.prefix(20)) requests are allowed" + (seconds.map { " in \($0.prefix(20)) s" } ?? ""))
        }
        return words.joined(separator: ", ")
    }
}

extension WebAddress {
    /// Whether Confluence's own form for a login stands there; Crowd's is named alike.
    var isLoginOfConfluence: Bool { path.hasSuffix("/login.action") && !path.hasPrefix("/crowd/") }
}
