import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Finds out, by reading alone, whether the account may do in the space what the selected tools do.
enum WritingProbe {
    static func run(_ chart: Chart, _ wire: inout Wire) async -> WriteAnswer? {
        guard case .space(.seen(let homepage, let stated), _)? = chart.evidence.last(where: { $0.isSpace }) else {
            return nil
        }
        // Data Center doesn't state operations of a space: a page of it does.
        let operations: StatedOperations?
        if let stated {
            operations = stated
        } else if chart.version == .two {
            operations = await VersionTwo.operations(chart.configuration, &wire)
        } else {
            operations = await operationsOnPage(homepage, chart.configuration, &wire)
        }
        guard let operations else { return .unclear }
        let missing = operations.missing(of: chart.neededOperations)
        guard !missing.isEmpty else {
            return .allowed(untold: operations.untold.intersection(chart.neededOperations))
        }
        let tools = chart.checkedTools.filter { !$0.operations.isDisjoint(with: missing) }
        return .denied(tools, missing)
    }

    /// So many pages of a space are looked at besides its home page.
    private static let pages = 5

    /// What a page says of the rights in its space: the home page, or the first other one that says it.
    static func operationsOnPage(
        _ homepage: String?,
        _ configuration: ToolkitConfiguration,
        _ wire: inout Wire
    ) async -> StatedOperations? {
        if let homepage, let page = await ask("rest/api/content/\(homepage)", [], configuration, &wire) {
            let stated = page["operations"]?.statedOperations
            if stated == nil || page.tellsOfSpace { return stated }
        }
        let items = [QueryItem("spaceKey", configuration.spaceKey ?? ""), QueryItem("limit", "\(pages)")]
        let others = await ask("rest/api/content", items, configuration, &wire)?["results"]?.arrayValue ?? []
        return others.first(where: \.tellsOfSpace)?["operations"]?.statedOperations
    }

    private static func ask(
        _ path: String, _ query: [QueryItem], _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> JSON? {
        let expand = QueryItem(
            "expand", "operations,restrictions.update.restrictions.user,restrictions.update.restrictions.group")
        guard let request = configuration.request(path, query: query + [expand]),
            let response = await wire.ask(Question.writing.words, request)?.response, response.isSuccess
        else { return nil }
        return response.json
    }
}

extension JSON {
    /// Whether what may be done with a page holds for its space: one whose editing is kept to others says nothing of the rest.
    fileprivate var tellsOfSpace: Bool {
        guard let operations = self["operations"]?.statedOperations else { return false }
        return operations.allowed.contains(.createPage) || !isEditingRestricted
    }

    private var isEditingRestricted: Bool {
        let restrictions = self["restrictions"]?["update"]?["restrictions"]
        return ["user", "group"].contains { !(restrictions?[$0]?["results"]?.arrayValue ?? []).isEmpty }
    }
}

extension Evidence {
    fileprivate var isSpace: Bool {
        if case .space = self { true } else { false }
    }
}
