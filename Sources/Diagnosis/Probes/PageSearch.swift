import ConfluenceToolkit
import ConfluenceWire

/// Finds the id of a page that is named by its title.
enum PageSearch {
    enum Outcome {
        case found(String)
        /// No such page is shown to the account.
        case missing(status: Int)
        case obstructed(Obstacle)
    }

    static func run(titled title: String, in space: String, _ chart: Chart, _ wire: inout Wire) async -> Outcome? {
        chart.version == .two
            ? await VersionTwo.pageID(titled: title, in: space, chart.configuration, &wire)
            : await ask(request(titled: title, in: space, chart.configuration), Question.page.words, &wire)
    }

    /// `status=any` lists what lies in the trash, too (REST reference of Data Center 10.0.3, `GET /rest/api/content`).
    static func request(titled title: String, in space: String, _ configuration: ToolkitConfiguration) -> Request? {
        configuration.request(
            "rest/api/content",
            query: [QueryItem("spaceKey", space), QueryItem("title", title), QueryItem("status", "any")])
    }

    static func ask(_ request: Request?, _ words: String, _ wire: inout Wire) async -> Outcome? {
        guard let request, let answer = await wire.ask(words, request) else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle) }
        guard let response = answer.response else { return nil }
        let pages = response.json?["results"]?.arrayValue ?? []
        let current = pages.first { $0["status"]?.stringValue == "current" }
        return (current ?? pages.first)?["id"]?.identifier.map(Outcome.found) ?? .missing(status: response.status)
    }
}
