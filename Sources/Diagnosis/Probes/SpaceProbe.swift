import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks for the configured space, and for those that the account sees.
enum SpaceProbe {
    /// - Parameter tools: Those that somebody asked for by name; without any, all are to work.
    static func run(
        _ configuration: ToolkitConfiguration, tools: [ToolkitTool], _ wire: inout Wire
    ) async -> Evidence? {
        guard let key = configuration.spaceKey else { return nil }
        guard let request = request(for: key, configuration),
            let answer = await wire.ask(Question.space.words, request)
        else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .space) }
        guard let response = answer.response else { return nil }
        if response.missingScope != nil, tools.onlySearch {
            return await SearchProbe.space(configuration, tools, &wire)
        }
        if let scope = response.missingScope {
            return .login(.scopeMissing(reason: scope), configuration.authentication.scheme)
        }
        if response.status == 410 {
            // What only searches is hindered by nothing that is gone but the search.
            if tools.onlySearch {
                let seen = await VersionTwo.space(configuration, &wire)
                guard case .space(.unclear, _)? = seen else { return seen }
                return await SearchProbe.space(configuration, tools, &wire)
            }
            if let gone = await contentGone(key, configuration, &wire) { return gone }
        }
        return .space(read(response), key: key)
    }

    /// Whether the site lists the space among archived ones alone, where it shows the space and doesn't tell its status.
    ///
    /// Releases before 7.19 tell no status of a space, and list spaces by it all the same; whoever lists the space as a current
    /// one, too, doesn't look at what is asked for.
    static func isListedAsArchived(
        _ key: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> Bool {
        let words = "is the space an archived one?"
        guard let request = request(for: key, configuration),
            let space = await wire.ask(Question.space.words, request)?.response?.json,
            space["key"] != nil, space["status"] == nil
        else { return false }
        for (status, isExpected) in [("archived", true), ("current", false)] {
            let query = [QueryItem("spaceKey", key), QueryItem("status", status), QueryItem("limit", "1")]
            guard let request = configuration.request("rest/api/space", query: query),
                let response = await wire.ask(words, request)?.response,
                let listed = SpaceListing(response, of: "rest/api/space"),
                listed.spaces.contains(where: { $0.key == key }) == isExpected
            else { return false }
        }
        return true
    }

    private static func request(for key: String, _ configuration: ToolkitConfiguration) -> Request? {
        configuration.request(
            "rest/api/space/" + PercentEncoding.encode(key, allowed: .pathSegment),
            query: [QueryItem("expand", "homepage,operations")])
    }

    /// Whether the content endpoints are gone as well, without which no tool of the toolkit works.
    private static func contentGone(
        _ key: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> Evidence? {
        let query = [QueryItem("spaceKey", key), QueryItem("limit", "1")]
        guard let request = configuration.request("rest/api/content", query: query),
            let response = await wire.ask(Question.space.words, request)?.response, response.status == 410
        else { return nil }
        return .endpointGone(request.url.path)
    }

    private static func read(_ response: Response) -> SpaceAnswer {
        switch response.status {
        case 200...299:
            let body = response.json
            guard body?["key"]?.stringValue != nil else { return .unclear(status: response.status) }
            if body?["status"]?.stringValue?.lowercased() == "archived" { return .archived(hinders: true) }
            return .seen(
                homepage: body?["homepage"]?["id"].flatMap(\.identifier),
                operations: body?["operations"]?.statedOperations)
        case 403, 404: return .hidden(status: response.status)
        // Cloud's v1 resource may be gone: 410. The key is then to be looked for in the list.
        case 410: return .hidden(status: 410)
        default: return .unclear(status: response.status)
        }
    }

    /// Compares the configured key with the visible ones, ignoring case and against their names.
    static func match(_ chart: Chart, _ wire: inout Wire) async -> SpaceMatch? {
        guard let key = chart.configuration.spaceKey, var listed = await list(chart, &wire) else { return nil }
        if let found = match(key, in: listed.spaces) { return found }
        if !listed.isWhole {
            let likely = await SpaceSearch.likely(key, chart, &wire)
            if let found = match(key, in: likely) { return found }
            listed = await SpaceSearch.goOn(listed, chart, &wire) { match(key, in: $0) != nil }
            if let found = match(key, in: listed.spaces) { return found }
        }
        let near = key.count > 2 ? NearestWord.find(for: key, in: listed.spaces.map(\.key)) : nil
        return .none(count: listed.spaces.count, near: near == key ? nil : near, isWhole: listed.isWhole)
    }

    private static func match(_ key: String, in spaces: [SpaceListing.Space]) -> SpaceMatch? {
        if let space = spaces.first(where: { $0.key != key && $0.key.lowercased() == key.lowercased() }) {
            return .otherCase(key: space.key)
        }
        // A personal space may be named like its key.
        if let space = spaces.first(where: { $0.key.lowercased() == "~\(key.trimmingEdges().lowercased())" }) {
            return .personal(key: space.key)
        }
        // As it was copied from a page, or stands in an address.
        let name = key.trimmingEdges().lowercased().replacing("\u{A0}", with: " ")
        let names = [name, name.replacing("+", with: " ")]
        return spaces.first { names.contains($0.name.lowercased()) }.map { .name(key: $0.key) }
    }

    private static func list(_ chart: Chart, _ wire: inout Wire) async -> SpaceListing? {
        var paths = chart.version == .one ? ["rest/api/space"] : []
        if chart.circumstances.deployment == .cloud { paths.append("api/v2/spaces") }
        for path in paths {
            guard let request = chart.configuration.request(path, query: [QueryItem("limit", "200")]),
                let response = await wire.ask(chart.version.words(.visibleSpaces), request)?.response,
                let listed = SpaceListing(response, of: path)
            else { continue }
            return listed
        }
        return nil
    }
}

extension Response {
    /// What the gateway says of a scope that the token lacks for this request.
    var missingScope: String? {
        let answer = LoginAnswer(self, deployment: .cloud)
        if status == 401, case .scopeMissing(let reason) = answer { return reason }
        return nil
    }
}

extension JSON {
    /// A content id: Confluence writes it as a text or as a number.
    var identifier: String? { stringValue ?? integerValue.map(String.init) }
}
