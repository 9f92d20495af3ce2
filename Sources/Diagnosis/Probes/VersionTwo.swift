import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks Cloud's REST v2 for what v1 was asked, where the site has withdrawn that.
///
/// A token with scopes of v1 alone is refused here whatever there is to see, so such a refusal says nothing.
enum VersionTwo {
    static func space(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Evidence? {
        guard let key = configuration.spaceKey, let request = listRequest(key, configuration),
            let answer = await wire.ask(RESTVersion.two.words(.space), request)
        else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .space) }
        guard let response = answer.response else { return nil }
        guard let spaces = response.json?["results"]?.arrayValue else {
            return .space(.unclear(status: response.status), key: key)
        }
        // The list takes no notice of capitals; the toolkit's searches do.
        guard let space = spaces.first(where: { $0["key"]?.stringValue == key }) else {
            return .space(.hidden(status: response.status), key: key)
        }
        if space["status"]?.stringValue == "archived" { return .space(.archived(hinders: true), key: key) }
        return .space(.seen(homepage: space["homepageId"]?.identifier, operations: nil), key: key)
    }

    /// What stands before version 2 alone, by which some tools find their space on Cloud while all else goes by version 1.
    static func obstacle(to chart: Chart, _ wire: inout Wire) async -> Obstacle? {
        let configuration = chart.configuration
        let calls = chart.checkedTools.flatMap {
            $0.needs(apiVersion: configuration.resolvedAPIVersion, isCloud: true).calls
        }
        guard chart.version == .one, chart.circumstances.deployment == .cloud, calls.contains(where: \.isOfVersion2),
            let key = configuration.spaceKey, let request = listRequest(key, configuration),
            let answer = await wire.ask(RESTVersion.two.words(.space), request)
        else { return nil }
        return Wire.obstacle(answer, to: request)
    }

    /// What the account may do in the configured space.
    static func operations(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> StatedOperations? {
        guard let key = configuration.spaceKey, let id = await spaceID(key, configuration, &wire) else { return nil }
        return await operations("spaces", id, configuration, RESTVersion.two.words(.writing), &wire)
    }

    static func page(_ id: String, _ chart: Chart, _ wire: inout Wire) async -> Evidence? {
        let configuration = chart.configuration
        let words = RESTVersion.two.words(.page)
        guard let request = request("pages", id, configuration), let answer = await wire.ask(words, request) else {
            return nil
        }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .page) }
        guard let response = answer.response, !response.isScopeRefusal else { return nil }
        guard response.isSuccess, let page = response.json else {
            guard response.status == 404 else { return .page(.hidden(status: response.status), id: id) }
            return await isDraft(id, configuration, &wire)
                ? .page(.draft(title: nil), id: id)
                : .page(response.namesMissing(id) ? .saidMissing : .hidden(status: 404), id: id)
        }
        var seen = SeenPage(title: page["title"]?.stringValue, status: page["status"]?.stringValue)
        if let key = configuration.spaceKey, let own = page["spaceId"]?.identifier,
            own != (await spaceID(key, configuration, &wire))
        {
            seen.space = await ask("spaces", own, configuration, words, [], &wire)?["key"]?.stringValue
        }
        if !chart.neededOperations.isEmpty {
            seen.operations = await operations("pages", id, configuration, words, &wire)?.allowed
        }
        return .page(seen.answer(id, in: chart), id: id)
    }

    static func pageID(
        titled title: String, in space: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> PageSearch.Outcome? {
        guard let space = await spaceID(space, configuration, &wire) else { return nil }
        let segment = PercentEncoding.encode(space, allowed: .pathSegment)
        let request = configuration.request("api/v2/spaces/\(segment)/pages", query: [QueryItem("title", title)])
        return await PageSearch.ask(request, RESTVersion.two.words(.page), &wire)
    }

    /// A draft is only shown to those who ask for drafts.
    private static func isDraft(_ id: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Bool {
        let query = [QueryItem("get-draft", "true")]
        return await ask("pages", id, configuration, RESTVersion.two.words(.page), query, &wire)?["status"]?.stringValue
            == "draft"
    }

    private static func spaceID(
        _ key: String, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> String? {
        guard let request = listRequest(key, configuration),
            let response = await wire.ask(RESTVersion.two.words(.space), request)?.response
        else { return nil }
        return response.json?["results"]?.arrayValue?.first { $0["key"]?.stringValue == key }?["id"]?
            .identifier
    }

    private static func operations(
        _ kind: String, _ id: String, _ configuration: ToolkitConfiguration, _ words: String, _ wire: inout Wire
    ) async -> StatedOperations? {
        let segment = PercentEncoding.encode(id, allowed: .pathSegment)
        guard let request = configuration.request("api/v2/\(kind)/\(segment)/operations"),
            let response = await wire.ask(words, request)?.response, response.isSuccess
        else { return nil }
        return response.json?["operations"]?.statedOperations
    }

    private static func ask(
        _ kind: String, _ id: String, _ configuration: ToolkitConfiguration, _ words: String,
        _ query: [QueryItem], _ wire: inout Wire
    ) async -> JSON? {
        guard let request = request(kind, id, configuration, query),
            let response = await wire.ask(words, request)?.response, response.isSuccess
        else { return nil }
        return response.json
    }

    private static func listRequest(_ key: String, _ configuration: ToolkitConfiguration) -> Request? {
        configuration.request("api/v2/spaces", query: [QueryItem("keys", key)])
    }

    private static func request(
        _ kind: String, _ id: String, _ configuration: ToolkitConfiguration, _ query: [QueryItem] = []
    ) -> Request? {
        configuration.request("api/v2/\(kind)/" + PercentEncoding.encode(id, allowed: .pathSegment), query: query)
    }
}

extension Response {
    /// The body as a probe reads it; `nil` where it is no JSON.
    var json: JSON? { clientJSON(depthLimit: 64) }

    /// Whether v2 names the page as one that it does not have, which it does for none that is merely hidden.
    func namesMissing(_ id: String) -> Bool {
        status == 404 && json?["errors"]?[0]?["title"]?.stringValue?.contains(id) == true
    }
}
