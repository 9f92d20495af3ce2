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

    var kind: Obstacle.Kind? {
        switch response.status {
        case 407: return .proxyLogin
        case 429: return .rateLimit
        case 511: return .captivePortal
        default: break
        }
        if says("not on the allowed list", "ip address has been rejected", "ip address is not allowed") {
            return .addressNotAllowed
        }
        if says("suspended_inactivity", "suspended_payment", "site has been deactivated") { return .siteSuspended }
        if isOfProxy { return .proxyRefusal }
        if isChallenge { return .firewall }
        if isAtlassian, response.status == 404, !isJSON, says(Signs.unknownSite) { return .siteUnknown }
        switch response.status {
        case 500...599: return says("maintenance", "upgrad") ? .maintenance : .serverError
        case 300...399: return isLoginRedirect ? .loginInFront : nil
        default: return isJSON ? (breaksOff ? .serverError : nil) : page
        }
    }

    /// What a page for people is, that came in the place of data.
    private var page: Obstacle.Kind? {
        let isRefusal = [401, 403, 405, 406].contains(response.status)
        if isRefusal, says(Signs.firewall) { return .firewall }
        // F5 and Imperva turn requests away with status 200.
        if response.isSuccess, says(Signs.firewallWithSuccess) { return .firewall }
        if response.status == 403, response.headers["Server"]?.lowercased().hasPrefix("awselb") == true {
            return .firewall
        }
        guard response.isSuccess || isRefusal else { return nil }
        if response.isSuccess, says(Signs.captivePortal) { return .captivePortal }
        return says(Signs.login) || asksForLoginInFront ? .loginInFront : nil
    }

    private var isOfProxy: Bool {
        if response.headers["X-Squid-Error"] != nil || (!isJSON && says(Signs.proxy)) { return true }
        if response.headers["Server"]?.lowercased().hasPrefix("zscaler") == true { return true }
        guard (300...399).contains(response.status), let host = redirectHost, host != url.host else { return false }
        return Signs.proxyHosts.contains { host.contains($0) }
    }

    /// Whether it is to find out whether a person asks, whatever its status.
    private var isChallenge: Bool {
        response.headers["cf-mitigated"] != nil || (!isJSON && !response.isSuccess && says(Signs.challenge))
    }

    /// Whether a web server in front asks for a user name and password of its own, by the browser's dialogue; Confluence
    /// itself names none of these schemes but Basic, and says who it is.
    private var asksForLoginInFront: Bool {
        guard response.status == 401, let scheme = response.headers["WWW-Authenticate"]?.lowercased() else {
            return false
        }
        let isOfConfluence = ["X-Seraph-LoginReason", "X-AUSERNAME", "X-Confluence-Request-Time"].contains {
            response.headers[$0] != nil
        }
        guard !isOfConfluence else { return false }
        if ["negotiate", "ntlm", "digest"].contains(where: scheme.hasPrefix) || says(Signs.webServerLogin) {
            return true
        }
        return scheme.hasPrefix("basic") && !says("confluence", "atlassian")
    }

    private var redirectHost: String? {
        response.headers["Location"].flatMap { try? WebAddress(parsing: $0) }?.host.lowercased()
    }

    /// Whether it is called data, begins as data, and can't be read to its end.
    private var breaksOff: Bool {
        guard response.isSuccess, isJSON, response.headers["Content-Type"]?.lowercased().contains("json") == true
        else { return false }
        return (try? JSONReader.read(response.body, depthLimit: 256)) == nil
    }

    private var isAtlassian: Bool { url.host.hasSuffix(".atlassian.net") || url.host.hasSuffix(".jira.com") }

    private var isLoginRedirect: Bool {
        let location = response.headers["Location"] ?? ""
        let target = location.lowercased()
        return Signs.loginTargets.contains { target.contains($0) }
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
        let message =
            body["message"]?.stringValue ?? body["errorMessages"]?[0]?.stringValue
            ?? body["errors"]?[0]?["title"]?.stringValue
        return message.map { "“\($0.prefix(160))”" } ?? ""
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

/// The words by which pages are known, in small letters; several products for each.
private enum Signs {
    static let proxy = [
        "the requested url could not be retrieved", "squid/", "err_access_denied", "zscaler", "blue coat", "bluecoat",
        "forcepoint", "websense", "fortiguard", "mcafee web gateway", "skyhigh secure web gateway", "cisco umbrella",
        "proxy error", "web filter", "url filtering",
    ]
    static let captivePortal = [
        "captive portal", "network sign-in", "network login", "use this network", "hotspot", "guest wi-fi",
        "wlan login",
    ]
    static let firewall = [
        "request blocked", "the request could not be satisfied", "attention required", "cloudflare",
        "you don't have permission to access", "reference&#32;&#35;", "reference #", "the requested url was rejected",
        "support id", "incapsula", "imperva", "mod_security", "modsecurity", "web application firewall", "sucuri",
        "akamai", "blocked by", "aws waf", "azure front door", "the request is blocked", "rbac: access denied",
        // How nginx, load balancers and gateways title what they refuse by a rule.
        "<h1>403 forbidden</h1>",
    ]
    static let firewallWithSuccess = [
        "the requested url was rejected. please consult with your administrator", "your support id is",
        "_incapsula_resource", "incapsula incident id",
    ]
    static let challenge = [
        "<title>just a moment...</title>", "checking your browser before accessing",
        "enable javascript and cookies to continue",
        "cf-browser-verification",
    ]
    /// Who sends people to a page of its own when it lets them through to no site.
    static let proxyHosts = [
        "zscaler", "zscloud", "zsprox", "opendns.com", "umbrella.com", "goskope.com", "netskope", "iboss", "forcepoint",
        "webfilter", "blockpage",
    ]
    static let webServerLogin = ["401 authorization required", "this server could not verify that you"]
    static let login = [
        "samlrequest", "log in with atlassian account", "all other atlassian cloud products", "id.atlassian.com/login",
        "log in - confluence", "log in - ", "dologin.action", "os_username", "oauth2-proxy", "oauth2/start",
        "sign in with", "login.microsoftonline.com", "single sign-on", "openid-connect", "keycloak", "okta",
    ]
    static let loginTargets = [
        "samlrequest", "saml", "/login", "login.", "/signin", "/sign_in", "/sso", "sso.", "adfs", "oauth", "openid",
        "/idp",
        "client_id=", "redirect_uri=", "okta", "keycloak", "//auth.", "/auth/", "/authorize", "/cas/", "goauthentik",
        "?rd=", "&rd=", "cloudflareaccess.com",
        "id.atlassian.com",
    ]
    static let unknownSite = [
        "site is currently unavailable", "site unavailable", "site not found", "site does not exist",
        "doesn't exist", "no longer available", "atlassian cloud notifications",
    ]
}
