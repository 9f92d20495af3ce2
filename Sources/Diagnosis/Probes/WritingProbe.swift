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
        let allowed: Set<SpaceOperation>?
        if let stated {
            allowed = stated
        } else {
            allowed = await operationsOnPage(homepage, chart.configuration, &wire)
        }
        guard let allowed else { return .unclear }
        let missing = chart.neededOperations.subtracting(allowed)
        guard !missing.isEmpty else { return .allowed }
        let tools = chart.checkedTools.filter { !$0.operations.isDisjoint(with: missing) }
        return .denied(tools, missing)
    }

    static func operationsOnPage(
        _ homepage: String?,
        _ configuration: ToolkitConfiguration,
        _ wire: inout Wire
    ) async -> Set<SpaceOperation>? {
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
        guard let operations = page["operations"]?.spaceOperations else { return nil }
        // A page whose editing is restricted says nothing about the rest of the space.
        return operations.contains(.createPage) || !page.isEditingRestricted ? operations : nil
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
