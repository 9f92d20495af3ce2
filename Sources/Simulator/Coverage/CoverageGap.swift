import ConfluenceModel
import ConfluenceWire

/// Tells of requests without a route whether real Confluence would have answered them otherwise.
struct CoverageGap: Sendable {
    let site: SiteDefinition
    /// Whether the site said that there is no such path; otherwise it took the path for a page and asks for a login.
    let isRefused: Bool

    /// Why the answer is none of Confluence's; `nil` where real Confluence has no such endpoint either.
    func words(for request: Request) -> String? {
        let path = request.url.path
        let context = site.contextPath
        let below = path.hasPrefix(context + "/") ? String(path.dropFirst(context.count)) : path
        let parts = below.split(separator: "/")
        let method = request.method == .head ? Request.Method.get : request.method
        func names(_ endpoint: KnownEndpoint) -> Bool { endpoint.path.match(parts) != nil }
        let real = here.filter(names)
        if let endpoint = real.first(where: { $0.method == method.rawValue }) {
            return "\(endpoint.method) \(endpoint.path.text) is not simulated"
        }
        // Another method, release or deployment has the path: the real answer is a refusal as well.
        if !isRefused || !real.isEmpty || elsewhere.contains(where: names) || isRoute(parts) { return nil }
        return "\(method) \(below) is no endpoint that is known of Confluence"
    }

    private var here: [KnownEndpoint] {
        switch site.deployment {
        case .cloud: KnownEndpoint.cloudV1 + KnownEndpoint.cloudV2
        case .dataCenter(let version): KnownEndpoint.dataCenter.filter { $0.releases.contain(version) }
        }
    }

    private var elsewhere: [KnownEndpoint] {
        switch site.deployment {
        case .cloud: KnownEndpoint.dataCenter
        case .dataCenter: KnownEndpoint.cloudV1 + KnownEndpoint.cloudV2 + KnownEndpoint.dataCenter
        }
    }

    private func isRoute(_ parts: [Substring]) -> Bool {
        (Route.cloud + Route.dataCenter).contains { $0.zone == .confluence && $0.template.match(parts) != nil }
    }
}
