import ConfluenceModel
import ConfluenceWire

/// How far one method and path is simulated in each dialect, with where its behaviour is known from.
public struct CoverageRow: Sendable, Hashable {
    public var method: String
    public var path: String
    public var states: [CoverageColumn: CoverageState]
    /// How sure each dialect's answers are; dialects that do not have the endpoint are left out.
    public var confidence: [CoverageColumn: Confidence]
    public var sources: [String]

    public subscript(column: CoverageColumn) -> CoverageState { states[column] ?? .none }
}

/// The table of what is simulated: the routes of all dialects, and the endpoints of real Confluence that have none.
public enum Coverage {
    /// All endpoints, in the order of their paths.
    public static var rows: [CoverageRow] {
        var table = CoverageDraft()
        for route in Route.cloud { table.add(route, to: [route.api == .v2 ? .cloudV2 : .cloudV1]) }
        let releases = CoverageColumn.allCases.filter { $0.release != nil }
        for route in Route.dataCenter {
            table.add(route, to: releases.filter { $0.release.map(route.releases.contain) ?? false })
        }
        for endpoint in KnownEndpoint.cloudV1 { table.add(endpoint, to: [.cloudV1]) }
        for endpoint in KnownEndpoint.cloudV2 { table.add(endpoint, to: [.cloudV2]) }
        for endpoint in KnownEndpoint.dataCenter {
            table.add(endpoint, to: releases.filter { $0.release.map(endpoint.releases.contain) ?? false })
        }
        return table.rows
    }
}

/// A coverage table in the making.
private struct CoverageDraft {
    private var byKey: [String: CoverageRow] = [:]

    /// By path, and for each path in the usual order of methods.
    var rows: [CoverageRow] {
        let methods = ["GET", "POST", "PUT", "DELETE"]
        return byKey.values.sorted { one, other in
            (one.path, methods.firstIndex(of: one.method) ?? 4) < (
                other.path, methods.firstIndex(of: other.method) ?? 4
            )
        }
    }

    mutating func add(_ route: Route, to columns: [CoverageColumn]) {
        let state = route.lacks.map(CoverageState.partly) ?? .simulated
        let path = route.template
        add("\(path.shape) \(route.method)", route.method.rawValue, path.text, state, columns, route.source)
        let key = "\(path.shape) \(route.method)"
        for column in columns { byKey[key]?.confidence[column] = route.confidence }
    }

    /// Adds an endpoint to the columns where no route stands.
    mutating func add(_ endpoint: KnownEndpoint, to columns: [CoverageColumn]) {
        let free = columns.filter { byKey[endpoint.key]?.states[$0] == nil }
        guard !free.isEmpty else { return }
        let reason = endpoint.standing == .apps ? "apps alone reach it" : nil
        add(endpoint.key, endpoint.method, endpoint.path.text, .not(reason), free, endpoint.source)
        for column in free { byKey[endpoint.key]?.confidence[column] = .documented }
    }

    private mutating func add(
        _ key: String, _ method: String, _ path: String, _ state: CoverageState, _ columns: [CoverageColumn],
        _ source: String
    ) {
        var row =
            byKey[key] ?? CoverageRow(method: method, path: path, states: [:], confidence: [:], sources: [])
        for column in columns { row.states[column] = state }
        if !row.sources.contains(source) { row.sources.append(source) }
        byKey[key] = row
    }
}
