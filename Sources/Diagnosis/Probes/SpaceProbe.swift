import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks for the configured space, and for those that the account sees.
enum SpaceProbe {
    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Evidence? {
        guard let key = configuration.spaceKey else { return nil }
        let path = "rest/api/space/" + PercentEncoding.encode(key, allowed: .pathSegment)
        let query = [QueryItem("expand", "homepage,operations")]
        guard let request = configuration.request(path, query: query),
            let answer = await wire.ask(Question.space.words, request)
        else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .space) }
        guard let response = answer.response else { return nil }
        if let scope = response.missingScope {
            return .login(.scopeMissing(reason: scope), configuration.authentication.scheme)
        }
        if response.status == 410, let gone = await contentGone(key, configuration, &wire) { return gone }
        return .space(read(response), key: key)
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
            let body = try? JSONReader.read(response.body, depthLimit: 64)
            guard body?["key"]?.stringValue != nil else { return .unclear(status: response.status) }
            if body?["status"]?.stringValue?.lowercased() == "archived" { return .archived }
            return .seen(
                homepage: body?["homepage"]?["id"].flatMap(\.identifier),
                operations: body?["operations"]?.spaceOperations)
        case 403, 404: return .hidden(status: response.status)
        // Cloud's v1 resource may be gone: 410. The key is then to be looked for in the list.
        case 410: return .hidden(status: 410)
        default: return .unclear(status: response.status)
        }
    }

    /// Compares the configured key with the visible ones, ignoring case and against their names.
    static func match(_ configuration: ToolkitConfiguration, isCloud: Bool, _ wire: inout Wire) async -> SpaceMatch? {
        guard let key = configuration.spaceKey, let listed = await list(configuration, isCloud: isCloud, &wire) else {
            return nil
        }
        if let space = listed.spaces.first(where: { $0.key != key && $0.key.lowercased() == key.lowercased() }) {
            return .otherCase(key: space.key)
        }
        if let space = listed.spaces.first(where: { $0.name.lowercased() == key.trimmingEdges().lowercased() }) {
            return .name(key: space.key)
        }
        if let space = listed.spaces.first(where: { $0.key.lowercased() == "~\(key.trimmingEdges().lowercased())" }) {
            return .personal(key: space.key)
        }
        let near = key.count > 2 ? NearestWord.find(for: key, in: listed.spaces.map(\.key)) : nil
        return .none(count: listed.spaces.count, near: near == key ? nil : near, isWhole: listed.isWhole)
    }

    private struct Listing {
        var spaces: [(key: String, name: String)]
        var isWhole: Bool
    }

    private static func list(
        _ configuration: ToolkitConfiguration, isCloud: Bool, _ wire: inout Wire
    ) async -> Listing? {
        for path in isCloud ? ["rest/api/space", "api/v2/spaces"] : ["rest/api/space"] {
            guard let request = configuration.request(path, query: [QueryItem("limit", "200")]),
                let response = await wire.ask(Question.visibleSpaces.words, request)?.response,
                response.isSuccess, let body = try? JSONReader.read(response.body, depthLimit: 64),
                let results = body["results"]?.arrayValue
            else { continue }
            let spaces = results.compactMap { space in
                space["key"]?.stringValue.map { (key: $0, name: space["name"]?.stringValue ?? "") }
            }
            return Listing(spaces: spaces, isWhole: body["_links"]?["next"] == nil)
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

    /// What an `operations` expansion allows, in the words of space permissions; `nil` where it says nothing.
    var spaceOperations: Set<SpaceOperation>? {
        guard let entries = arrayValue, !entries.isEmpty else { return nil }
        return entries.reduce(into: []) { operations, entry in
            let operation = entry["operation"]?.stringValue ?? ""
            switch (operation, entry["targetType"]?.stringValue ?? "") {
            // One permission, “Add pages”, covers making pages and changing them.
            case ("create", "page"), ("update", "page"): operations.insert(.createPage)
            case ("create", "comment"): operations.insert(.createComment)
            case ("create", "attachment"): operations.insert(.createAttachment)
            case ("delete", "page"): operations.insert(.deletePage)
            case ("create", "blogpost"): operations.insert(.createBlogPost)
            case ("delete", "blogpost"): operations.insert(.deleteBlogPost)
            case ("delete", "comment"): operations.insert(.deleteComment)
            case ("delete", "attachment"): operations.insert(.deleteAttachment)
            case ("archive", "page"): operations.insert(.archivePage)
            case ("restrict_content", _), ("restrict", _): operations.insert(.restrict)
            case ("export", "space"): operations.insert(.export)
            case ("administer", "space"): operations.insert(.administer)
            case ("read", _), ("use", _): operations.insert(.view)
            default: break
            }
        }
    }
}
