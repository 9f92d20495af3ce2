import ConfluenceModel
import ConfluenceWire

/// Atlassian's API gateway: the way to Cloud sites by their cloud id, and the only one for tokens with scopes.
enum Gateway {
    static let host = "api.atlassian.com"
    static let prefix = "/ex/confluence/"
    static let resources = "/oauth/token/accessible-resources"

    /// Whether a request takes the gateway: under its name, or at this machine under its paths.
    static func takes(_ url: WebAddress) -> Bool {
        if url.host.equalsIgnoringCase(host) { return true }
        return Loopback.isHost(url.host) && (url.path.hasPrefix(prefix) || url.path == resources)
    }

    /// The cloud id that a path names, and what follows it.
    static func split(_ path: String) -> (cloudID: String, rest: String)? {
        guard path.hasPrefix(prefix) else { return nil }
        let below = path.dropFirst(prefix.count)
        let cloudID = below.prefix { $0 != "/" }
        return (String(cloudID), String(below.dropFirst(cloudID.count)))
    }
}

extension Dialect {
    /// What a Cloud site answers through the gateway: the same, but for logins, limits and what was withdrawn.
    static let gateway: Dialect = {
        var dialect = cloud
        dialect.name = "gateway"
        dialect.edge = .gateway
        dialect.routes = RouteTable(
            Route.cloud.filter { $0.zone == .confluence } + [
                Route(
                    .get, "/oauth/token/accessible-resources", .accessibleSites, api: .gateway, zone: .siteRoot,
                    door: .everybody, "developer.atlassian.com, OAuth 2.0 (3LO) apps", .documented)
            ])
        dialect.authenticator = GatewayAuthenticator()
        dialect.limits = .gateway
        dialect.withdrawnAt = [.gateway, .everywhere]
        return dialect
    }()
}

extension EdgeRules {
    /// The gateway puts the site's name into links, so that people can follow them.
    static let gateway = EdgeRules(
        answersAtRootOfLoopback: false,
        locate: { (request, site) throws(Refusal) -> Arrival in
            if request.url.path == Gateway.resources {
                let base = SiteBase(origin: request.url.origin, context: "")
                return Arrival(request: request, path: Gateway.resources, zones: [.siteRoot], base: base)
            }
            guard let (cloudID, rest) = Gateway.split(request.url.path), cloudID == site.cloudID else {
                throw Refusal(
                    .cloudIDUnknown, api: .gateway, because: "\(request.url.path) names no site by its cloud id")
            }
            let isBelowContext = rest == site.contextPath || rest.hasPrefix(site.contextPath + "/")
            return Arrival(
                request: request,
                path: isBelowContext ? String(rest.dropFirst(site.contextPath.count)) : rest,
                zones: [.confluence],
                base: SiteBase(origin: "\(request.url.scheme)://\(site.host)", context: site.contextPath))
        },
        refusal: { _ in nil }
    )
}
