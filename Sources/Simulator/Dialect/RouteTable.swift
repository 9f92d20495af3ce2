import ConfluenceModel

/// The routes of a dialect in their order, and the way from a path to those that fit it.
struct RouteTable: Sendable {
    private let routes: [Route]
    /// The beginnings of paths; the first is that of all.
    private let nodes: [Node]
    /// Routes of other releases of Data Center are passed over.
    private var release: ProductVersion?

    /// What may follow one beginning of a path; routes are named by their place in the order.
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var place: Int?
        /// Routes whose path ends here.
        var ending: [Int] = []
        /// Routes that take whatever follows.
        var takingAll: [Int] = []
    }

    init(_ routes: [Route]) {
        self.routes = routes
        var nodes = [Node()]
        for (number, route) in routes.enumerated() {
            var here = 0
            var takesAll = false
            for segment in route.template.segments {
                switch segment {
                case .literal(let text):
                    let next = nodes[here].literals[text] ?? nodes.endIndex
                    if next == nodes.endIndex { nodes.append(Node()) }
                    nodes[here].literals[text] = next
                    here = next
                case .place:
                    let next = nodes[here].place ?? nodes.endIndex
                    if next == nodes.endIndex { nodes.append(Node()) }
                    nodes[here].place = next
                    here = next
                case .rest:
                    takesAll = true
                }
            }
            if takesAll { nodes[here].takingAll.append(number) } else { nodes[here].ending.append(number) }
        }
        self.nodes = nodes
    }

    /// The same routes without those that the release does not have.
    func of(_ release: ProductVersion) -> RouteTable {
        var table = self
        table.release = release
        return table
    }

    var all: [Route] { routes.filter(isThere) }

    /// The routes whose paths a path fits, in their order.
    ///
    /// They are taken from the table one by one: who asks seldom needs more than the first.
    func fitting(_ parts: [Substring]) -> some Sequence<Route> {
        var found: [Int] = []
        gather(0, parts[...], into: &found)
        if found.count > 1 { found.sort() }
        return found.lazy.map { routes[$0] }.filter(isThere)
    }

    private func gather(_ node: Int, _ parts: ArraySlice<Substring>, into found: inout [Int]) {
        found += nodes[node].takingAll
        guard let first = parts.first else {
            found += nodes[node].ending
            return
        }
        if let next = nodes[node].literals[String(first)] { gather(next, parts.dropFirst(), into: &found) }
        if let next = nodes[node].place { gather(next, parts.dropFirst(), into: &found) }
    }

    private func isThere(_ route: Route) -> Bool {
        release.map(route.releases.contain) ?? true
    }
}

extension RouteTable {
    static let cloud = RouteTable(Route.cloud)
    /// Of all releases.
    static let dataCenter = RouteTable(Route.dataCenter)
}
