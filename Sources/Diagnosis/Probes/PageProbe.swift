import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks for one page, and where it is hidden, whether it is in the trash or the site says that there is none.
enum PageProbe {
    static func run(_ chart: Chart, _ wire: inout Wire) async -> Evidence? {
        switch chart.options.page {
        case nil: return nil
        case .id(let id)?: return await page(id, chart, &wire)
        case .titled(let title, let space)?:
            switch await PageSearch.run(titled: title, in: space, chart, &wire) {
            case .found(let id)?: return await page(id, chart, &wire)
            case .missing(let status)?: return .page(.hidden(status: status), id: chart.options.page?.words ?? title)
            case .obstructed(let obstacle)?: return .obstructed(obstacle, .page)
            case nil: return nil
            }
        }
    }

    private static func page(_ id: String, _ chart: Chart, _ wire: inout Wire) async -> Evidence? {
        if chart.version == .two { return await VersionTwo.page(id, chart, &wire) }
        let segment = PercentEncoding.encode(id, allowed: .pathSegment)
        let path = "rest/api/content/\(segment)"
        let editors = "restrictions.update.restrictions.user,restrictions.update.restrictions.group"
        let query = [QueryItem("expand", "space,version,operations,\(editors)")]
        guard let request = chart.configuration.request(path, query: query),
            let answer = await wire.ask(Question.page.words, request)
        else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .page) }
        guard let response = answer.response else { return nil }
        if let scope = response.missingScope {
            return .login(.scopeMissing(reason: scope), chart.configuration.authentication.scheme)
        }
        if response.status == 410 { return .endpointGone(request.url.path) }
        guard response.isSuccess, let page = try? JSONReader.read(response.body, depthLimit: 64) else {
            return await missing(path, id, response.status, chart, &wire)
        }
        return .page(SeenPage(page).answer(id, in: chart), id: id)
    }

    private static func missing(
        _ path: String, _ id: String, _ status: Int, _ chart: Chart, _ wire: inout Wire
    ) async -> Evidence? {
        guard status == 404 else { return .page(.hidden(status: status), id: id) }
        // What is in the trash or a draft is only found by its status.
        for state in ["trashed", "draft"] {
            let query = [QueryItem("status", state), QueryItem("expand", "space,version")]
            guard let request = chart.configuration.request(path, query: query),
                let response = await wire.ask(Question.page.words, request)?.response, response.isSuccess,
                let page = try? JSONReader.read(response.body, depthLimit: 64), page["status"]?.stringValue == state
            else { continue }
            return .page(SeenPage(page).answer(id, in: chart), id: id)
        }
        guard chart.circumstances.deployment == .cloud,
            let request = chart.configuration.request("api/v2/pages/\(id)"),
            let response = await wire.ask(Question.page.words, request)?.response, response.namesMissing(id)
        else { return .page(.hidden(status: status), id: id) }
        return .page(.saidMissing, id: id)
    }
}

extension SeenPage {
    /// A page as v1 expands it.
    fileprivate init(_ page: JSON) {
        self.init(
            title: page["title"]?.stringValue, status: page["status"]?.stringValue,
            space: page["space"]?["key"]?.stringValue, operations: page["operations"]?.statedOperations?.allowed,
            editors: page.editors)
    }
}

extension JSON {
    /// Whom an editing restriction names, where the account may see that.
    fileprivate var editors: [String] {
        let restrictions = self["restrictions"]?["update"]?["restrictions"]
        return ["user", "group"].flatMap { kind in
            (restrictions?[kind]?["results"]?.arrayValue ?? []).compactMap { entry in
                let name = entry["displayName"]?.stringValue ?? entry["name"]?.stringValue
                return kind == "group" ? name.map { "the group \($0)" } : name
            }
        }
    }
}
