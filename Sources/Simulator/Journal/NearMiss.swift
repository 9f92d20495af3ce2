import ConfluenceModel
import ConfluenceWire

/// Finds what a request probably meant that no route knows.
struct NearMiss: Sendable {
    let site: SiteDefinition
    let routes: [Route]

    func words(for request: Request) -> String? {
        let path = request.url.path
        let context = site.contextPath
        let isBelow = path == context || path.hasPrefix(context + "/")
        let below = isBelow ? String(path.dropFirst(context.count)) : path
        if let methods = methods(of: below, besides: request.method) {
            return "\(request.method) is not taken there, did you mean \(methods)?"
        }
        if let route = route(request.method, below), !isBelow {
            return "did you mean \(route.method) \(context)\(route.template.text)? Confluence lives below \(context)"
        }
        if !context.isEmpty, below.hasPrefix(context + "/"),
            let route = route(request.method, String(below.dropFirst(context.count)))
        {
            return "did you mean \(route.method) \(context)\(route.template.text)? The path has \(context) twice"
        }
        if let words = otherRelease(request.method, below) { return words }
        if let route = foreignRoute(request.method, below) {
            let other = site.deployment == .cloud ? "Data Center" : "Cloud"
            return "\(route.method) \(route.template.text) exists on \(other) only"
        }
        return nearest(to: below, request.method).map { "did you mean \($0.method) \(context)\($0.template.text)?" }
    }

    private func route(_ method: Request.Method, _ path: String) -> Route? {
        let parts = path.split(separator: "/")
        return routes.first {
            $0.zone == .confluence && $0.method == method && $0.template.match(parts) != nil
        }
    }

    /// The methods that the path does take, with its template.
    private func methods(of path: String, besides method: Request.Method) -> String? {
        let parts = path.split(separator: "/")
        let matching = routes.filter { $0.zone == .confluence && $0.template.match(parts) != nil }
        guard !matching.isEmpty, !matching.contains(where: { $0.method == method }) else { return nil }
        return matching.map { "\($0.method) \(site.contextPath)\($0.template.text)" }.joined(separator: " or ")
    }

    /// Why the site's release of Data Center does not have a route that another one has.
    private func otherRelease(_ method: Request.Method, _ path: String) -> String? {
        guard case .dataCenter(let version) = site.deployment else { return nil }
        let parts = path.split(separator: "/")
        let route = Route.dataCenter.first { route in
            !route.releases.contain(version) && route.method == method && route.template.match(parts) != nil
        }
        return route.map { "\($0.method) \($0.template.text) \($0.releases.words), the site is \(version)" }
    }

    private func foreignRoute(_ method: Request.Method, _ path: String) -> Route? {
        let parts = path.split(separator: "/")
        let foreign = site.deployment == .cloud ? Route.dataCenter : Route.cloud
        return foreign.first { $0.zone == .confluence && $0.method == method && $0.template.match(parts) != nil }
    }

    /// The route whose words are nearest, when they are near enough to be worth naming.
    private func nearest(to path: String, _ method: Request.Method) -> Route? {
        let parts = path.split(separator: "/").map(String.init)
        guard !parts.isEmpty else { return nil }
        let candidates = routes.filter { $0.zone == .confluence }.enumerated().map { index, route in
            (
                route: route, distance: route.template.distance(to: parts) + (route.method == method ? 0 : 0.25),
                index: index
            )
        }
        guard let best = candidates.min(by: { ($0.distance, $0.index) < ($1.distance, $1.index) }) else { return nil }
        return best.distance <= max(1, Double(parts.count) / 3) ? best.route : nil
    }
}

extension PathTemplate {
    /// How many segments lie between a path and the template: places fit anything, a word weighs how unlike it is.
    func distance(to parts: [String]) -> Double {
        let wanted = text.split(separator: "/").map(String.init)
        var row = (0...parts.count).map(Double.init)
        for (index, segment) in wanted.enumerated() {
            var next = [Double(index + 1)]
            for (column, part) in parts.enumerated() {
                let replaced = row[column] + Self.unlikeness(segment, part)
                next.append(min(replaced, row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[parts.count]
    }

    private static func unlikeness(_ segment: String, _ part: String) -> Double {
        if segment.hasPrefix("{") { return part.allSatisfy(\.isNumber) ? 0 : 0.2 }
        if segment == part { return 0 }
        return NearestWord.find(for: part, in: [segment]) == nil ? 1.5 : 0.4
    }
}
