import ConfluenceModel
import ConfluenceWire

/// What stands before Confluence: finds out which part of the site a path belongs to.
struct Edge: Sendable {
    let world: World
    let rules: EdgeRules

    func admit(_ request: Request) throws(Refusal) -> Arrival {
        let arrival =
            if let locate = rules.locate { try locate(request, world.site) } else { try locate(request) }
        let allowed = world.settings.ipAllowlist
        if !allowed.isEmpty {
            let address = request.clientAddress ?? "127.0.0.1"
            guard allowed.contains(where: { IPNetwork($0)?.contains(address) == true }) else {
                throw Refusal(.addressRefused, api: .site, because: "\(address) is not on the site's IP allowlist")
            }
        }
        if arrival.zones.contains(.confluence), let refusal = rules.refusal(of: request) { throw refusal }
        return arrival
    }

    private func locate(_ request: Request) throws(Refusal) -> Arrival {
        let path = request.url.path.isEmpty ? "/" : request.url.path
        let context = world.site.contextPath
        if path.hasPrefix(context) {
            let rest = path[path.utf8.index(path.startIndex, offsetBy: context.utf8.count)...]
            if rest.isEmpty || rest.utf8.first == UInt8(ascii: "/") {
                let base = SiteBase(origin: request.url.origin, context: context)
                return Arrival(request: request, path: String(rest), zones: .confluence, base: base)
            }
        }
        if rules.answersAtRootOfLoopback, Loopback.isHost(request.url.host) {
            // A client which strips the context path still gets links below it, as those of a real site are.
            let base = SiteBase(origin: request.url.origin, context: context)
            return Arrival(request: request, path: path, zones: [.confluence, .siteRoot], base: base)
        }
        return Arrival(
            request: request, path: path, zones: [.siteRoot], base: SiteBase(origin: request.url.origin, context: ""))
    }
}

/// A request with the part of the site that it asks.
struct Arrival: Sendable {
    let request: Request
    /// Below the part's root, percent-encoded.
    let path: String
    let zones: Zones
    let base: SiteBase
}

/// Parts of a host: Confluence below its context path, and what lies outside it.
struct Zones: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let confluence = Zones(rawValue: 1)
    static let siteRoot = Zones(rawValue: 2)
}

/// Where the caller reached the site: absolute links begin so.
struct SiteBase: Sendable, Hashable {
    /// `http://acme.atlassian.net`
    var origin: String
    /// `/wiki`
    var context: String

    var url: String { origin + context }
}

/// How the edge of a deployment behaves, before any route is looked up.
struct EdgeRules: Sendable {
    /// Whether Confluence also answers without its context path on this machine's own addresses.
    var answersAtRootOfLoopback: Bool
    /// Finds the part of the site that is asked, where the path alone does not tell; throws ``Refusal``.
    var locate: (@Sendable (Request, SiteDefinition) throws(Refusal) -> Arrival)?
    /// Refuses what never gets as far as a route.
    var refusal: @Sendable (Request) -> Refusal?

    func refusal(of request: Request) -> Refusal? { refusal(request) }
}
