import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Searches once for any page, as the tools that search do: an index may be broken, or a front refuse CQL, where all else is well.
enum SearchProbe {
    /// The calls that search, the usual one first.
    fileprivate static let paths = ["rest/api/search", "rest/api/content/search"]

    /// Whether one of the tools searches.
    static func isNeeded(by tools: [ToolkitTool]) -> Bool { path(for: tools) != nil }

    static func run(_ chart: Chart, _ wire: inout Wire) async -> Evidence? {
        guard let request = request(chart.configuration, tools: chart.checkedTools),
            let answer = await wire.ask(Question.search.words, request)
        else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .search) }
        guard let response = answer.response else { return nil }
        if let scope = response.missingScope {
            return .login(.scopeMissing(reason: scope), chart.configuration.authentication.scheme)
        }
        if response.status == 410 { return .endpointGone(request.url.path) }
        guard response.isSuccess, let hits = response.json?["results"]?.arrayValue else {
            return .search(.unclear(status: response.status, reason: response.json?.statedMessage))
        }
        return .search(.answered(findsAny: !hits.isEmpty))
    }

    /// The space by what a search finds in it, for a token that may search and not ask for spaces; what finds nothing leaves
    /// open whether there is anything to be found.
    static func space(
        _ configuration: ToolkitConfiguration, _ tools: [ToolkitTool], _ wire: inout Wire
    ) async -> Evidence? {
        guard let key = configuration.spaceKey, let request = request(configuration, tools: tools),
            let response = await wire.ask(Question.search.words, request)?.response
        else { return nil }
        let hits = response.json?["results"]?.arrayValue ?? []
        return .space(
            hits.isEmpty ? .unclear(status: response.status) : .seen(homepage: nil, operations: nil), key: key)
    }

    /// A search for a single page, by the call that the tools make; `nil` where none of them searches.
    static func request(_ configuration: ToolkitConfiguration, tools: [ToolkitTool]) -> Request? {
        path(for: tools).flatMap { path in
            configuration.request(
                path,
                query: [
                    QueryItem("cql", SearchClause.pages(in: configuration.spaceKey)), QueryItem("limit", "1"),
                ])
        }
    }

    private static func path(for tools: [ToolkitTool]) -> String? {
        let calls = Set(tools.flatMap { $0.needs(apiVersion: 1, isCloud: true).calls }.map(\.path))
        return paths.first(where: calls.contains)
    }
}

extension [ToolkitTool] {
    /// Whether all of them search, and ask for nothing else of a site; of none named, all that there are must work.
    var onlySearch: Bool {
        !isEmpty
            && allSatisfy { tool in
                let calls = tool.needs(apiVersion: 1, isCloud: true).calls.map(\.path)
                return !calls.isEmpty && calls.allSatisfy(SearchProbe.paths.contains)
            }
    }
}
