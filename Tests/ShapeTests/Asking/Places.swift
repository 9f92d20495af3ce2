import ConfluenceWire

/// What stands in the places of a description's path and query, by the words of ``ShapeSite``.
enum Places {
    /// The path with its places filled; `nil` when nothing is known to put into one of them.
    ///
    /// - Parameter isNew: Whether the request makes what the path names, which must not be there yet.
    static func fill(_ path: String, names: [String: String], isNew: Bool) -> String? {
        var parts: [String] = []
        let segments = path.split(separator: "/").map(String.init)
        for (index, segment) in segments.enumerated() {
            guard segment.hasPrefix("{") else {
                parts.append(segment)
                continue
            }
            let name = segment.dropFirst().dropLast().lowercased().replacing("-", with: "")
            let before = Array(segments[..<index])
            guard let word = word(for: name, after: before, isNew: isNew), let value = fixed[word] ?? names[word] else {
                return nil
            }
            parts.append(PercentEncoding.encode(value, allowed: .pathSegment))
        }
        return "/" + parts.joined(separator: "/")
    }

    private static let fixed = [
        "operation": "update", "child type": "page", "version": "1", "position": "append", "relation": "favourite",
        "source type": "user", "target type": "content", "current user": "current", "representation": "view",
        "comment type": "comment", "new property key": "shape-new", "other page": ShapeSite.otherPage,
    ]

    private static func word(for name: String, after path: [String], isNew: Bool) -> String? {
        let previous = path.last { !$0.hasPrefix("{") } ?? ""
        switch (previous, name) {
        case ("properties", _): return "property of \(path[path.count - 3])"
        case ("property", _): return isNew ? "new property key" : "property key"
        case ("child", "type"), ("descendant", "type"): return "child type"
        case ("version", _), ("versions", _): return "version"
        case ("move", "position"): return "position"
        case ("byOperation", _): return "operation"
        case ("byGroupId", _), ("group", "groupid"): return "group id"
        case ("move", _): return "other page"
        case ("content", "type"): return "child type"
        case ("permission", _): return "permission"
        case ("group", "groupname"): return "group name"
        case (_, "relationname"): return "relation"
        case (_, "sourcetype"): return "source type"
        case (_, "sourcekey"): return "current user"
        case (_, "targettype"): return "target type"
        case (_, "targetkey"): return "page"
        case (_, "labelname"), ("label", _): return "label name"
        case ("convert", _), ("async", "to"): return "representation"
        case ("async", _): return "conversion"
        case ("pages", _), ("content", _): return "page"
        case ("blogposts", _): return "blog post"
        case ("custom-content", _): return "custom content"
        case ("attachments", _), ("attachment", _): return "attachment"
        case ("comments", _), ("footer-comments", _): return "footer comment"
        case ("inline-comments", _): return "inline comment"
        case ("spaces", _): return "space id"
        case ("space", _), ("_private", _): return "space key"
        case ("labels", _): return "label id"
        case ("tasks", _), ("inlinetasks", _): return "task"
        case ("template", _): return "template"
        case ("longtask", _): return "long task"
        case ("space-roles", _): return "role id"
        case ("folders", _), ("whiteboards", _), ("databases", _), ("embeds", _): return previous
        case ("webhooks", _): return "webhook"
        case ("user", "username"), ("personal", _): return "user name"
        case ("user", "userkey"): return "user key"
        case ("user", "userid"): return "account id"
        default: return nil
        }
    }

    /// The query parameters that an operation needs although its description asks for none of them.
    private static let furtherQuery = [
        "DELETE /rest/api/content/{}/label": ["name"],
        "GET /rest/api/content/{}/restriction/byOperation/{}/user": ["accountId"],
        "PUT /rest/api/content/{}/restriction/byOperation/{}/user": ["accountId"],
        "DELETE /rest/api/content/{}/restriction/byOperation/{}/user": ["accountId"],
        "DELETE /rest/api/group/user": ["accountId"], "DELETE /rest/api/group/userByGroupId": ["accountId"],
        "GET /rest/api/search": ["cql"], "GET /rest/api/content/search": ["cql"],
    ]

    /// The parameters that an operation is sent.
    static func queryNames(of operation: APIDescription.Operation) -> [String] {
        let person = operation.document == .dataCenter ? "username" : "accountId"
        let isOfPerson = ["GET /rest/api/user", "GET /rest/api/user/memberof"].contains(operation.shape)
        let further = (furtherQuery[operation.shape] ?? []) + (isOfPerson ? [person] : [])
        return operation.neededQuery + further.filter { !operation.neededQuery.contains($0) }
    }

    /// What stands in a query parameter that has to be sent.
    static func query(_ name: String, of operation: String, names: [String: String]) -> String? {
        switch name {
        case "cql": operation.contains("/search/user") ? "user.fullname ~ \"Mira\"" : "type = page"
        case "accountId": names["account id"]
        case "username": names["user name"]
        case "key": names["user key"]
        case "name": operation.contains("group") ? names["group name"] : names["label name"]
        case "id": names["group id"]
        case "groupId": names["group id"]
        case "query": "team"
        case "status": "current"
        case "spaceKey": names["space key"]
        case "type": operation.contains("custom-content") ? "ac:example:shape" : "page"
        case "subjectType": "user"
        case "content-id", "contentId": names["page"]
        case "number": "1"
        case "period": "30"
        case "state-id": names["state id"]
        case "ids": names["conversion"]
        case "url": "http://127.0.0.1:9/shapes"
        default: nil
        }
    }
}
