import ConfluenceWire

/// What the simulator answers: one row for each method and path, with where its behaviour is known from.
public struct CoverageRow: Sendable, Hashable {
    public var method: String
    public var path: String
    /// `cloud` or `data-center`, each with how sure it is.
    public var dialects: [String: Confidence]
    public var sources: [String]
}

public enum Coverage {
    /// All routes of all dialects, in the order of their paths.
    public static var rows: [CoverageRow] {
        var rows: [String: CoverageRow] = [:]
        for (name, routes) in [("cloud", Route.cloud), ("data-center", Route.dataCenter)] {
            for route in routes {
                let key = "\(route.template.text) \(route.method)"
                var row =
                    rows[key]
                    ?? CoverageRow(
                        method: route.method.rawValue, path: route.template.text, dialects: [:], sources: [])
                row.dialects[name] = route.confidence
                if !row.sources.contains(route.source) { row.sources.append(route.source) }
                rows[key] = row
            }
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }
}
