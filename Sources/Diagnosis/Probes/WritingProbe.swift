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

    static func operationsOnPage(
        _ homepage: String?,
        _ configuration: ToolkitConfiguration,
        _ wire: inout Wire
    ) async -> StatedOperations? {
        let expand = QueryItem(
            "expand", "operations,restrictions.update.restrictions.user,restrictions.update.restrictions.group")
        let request: Request?
        if let homepage {
            request = configuration.request("rest/api/content/\(homepage)", query: [expand])
        } else {
            let items = [QueryItem("spaceKey", configuration.spaceKey ?? ""), QueryItem("limit", "1"), expand]
            request = configuration.request("rest/api/content", query: items)
        }
        guard let request, let response = await wire.ask(Question.writing.words, request)?.response, response.isSuccess,
            let body = try? JSONReader.read(response.body, depthLimit: 64)
        else { return nil }
        let page = body["results"]?[0] ?? body
        guard let operations = page["operations"]?.statedOperations else { return nil }
        // A page whose editing is restricted says nothing about the rest of the space.
        return operations.allowed.contains(.createPage) || !page.isEditingRestricted ? operations : nil
    }
}

extension JSON {
    fileprivate var isEditingRestricted: Bool {
        let restrictions = self["restrictions"]?["update"]?["restrictions"]
        return ["user", "group"].contains { !(restrictions?[$0]?["results"]?.arrayValue ?? []).isEmpty }
    }
}

extension Evidence {
    fileprivate var isSpace: Bool {
        if case .space = self { true } else { false }
    }
}
