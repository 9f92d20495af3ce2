import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks for one page, and on Cloud once more by v2, whose answer may say that there is none.
enum PageProbe {
    static func run(_ chart: Chart, _ wire: inout Wire) async -> PageAnswer? {
        guard let id = chart.options.pageID else { return nil }
        let segment = PercentEncoding.encode(id, allowed: .pathSegment)
        let query = [QueryItem("expand", "space,version,operations")]
        guard let request = chart.configuration.request("rest/api/content/\(segment)", query: query),
            let response = await wire.ask(Question.page.words, request)?.response
        else { return nil }
        guard response.isSuccess, let page = try? JSONReader.read(response.body, depthLimit: 64) else {
            return await missing(segment, response.status, chart, &wire)
        }
        let title = page["title"]?.stringValue ?? id
        let operations = page["operations"]?.spaceOperations
        let isEdited = chart.neededOperations.contains(.createPage)
        guard isEdited, let operations, !operations.contains(.createPage) else { return .seen(title: title) }
        return .notEditable(title: title)
    }

    private static func missing(_ id: String, _ status: Int, _ chart: Chart, _ wire: inout Wire) async -> PageAnswer {
        guard chart.circumstances.deployment == .cloud, status == 404,
            let request = chart.configuration.request("api/v2/pages/\(id)"),
            let response = await wire.ask(Question.page.words, request)?.response, response.status == 404,
            let body = try? JSONReader.read(response.body, depthLimit: 64),
            let title = body["errors"]?[0]?["title"]?.stringValue, title.contains(id)
        else { return .hidden(status: status) }
        return .saidMissing
    }
}
