import ConfluenceModel
import ConfluenceWire

/// The same by the second version of the API, for sites that have withdrawn the first.
extension ReadBack {
    func laterPage(_ reference: SiteEffect.PageReference) async throws -> SiteInspection.PageState? {
        guard let id = try await pageID(reference) else { return nil }
        let below = "api/v2/pages/\(id)"
        let query = [QueryItem("body-format", "storage"), QueryItem("include-labels", "true")]
        guard let page = try await value(below, query) else { return nil }
        let space = try await value("api/v2/spaces/\(page["spaceId"]?.stringValue ?? "")")
        let parent = page["parentId"]?.idNumber
        var parentTitle: String?
        if let parent { parentTitle = try await value("api/v2/pages/\(parent)")?["title"]?.stringValue }
        let files = try await parts("\(below)/attachments")
        let children = try await parts("\(below)/children")
        // These are in the first version alone, which has kept them.
        let restrictions = try await value("rest/api/content/\(id)/restriction/byOperation") ?? .null
        return SiteInspection.PageState(
            id: id, title: page["title"]?.stringValue ?? "", space: space?["key"]?.stringValue ?? "",
            status: page["status"]?.stringValue.flatMap(ContentStatus.init) ?? .current,
            version: page["version"]?["number"]?.integerValue.map { Int($0) } ?? 1,
            parentID: parent, parentTitle: parentTitle,
            labels: (page["labels"]?["results"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue },
            body: page["body"]?["storage"]?["value"]?.stringValue ?? "",
            attachments: files.compactMap { $0["title"]?.stringValue },
            commentCount: try await commentCount(of: id),
            children: children.compactMap { $0["title"]?.stringValue }, isRestricted: restrictions.namesAnybody)
    }

    func laterSpace(_ key: String) async throws -> SiteInspection.SpaceState? {
        guard let id = try await spaceID(key) else { return nil }
        return SiteInspection.SpaceState(key: key, pageCount: try await parts("api/v2/spaces/\(id)/pages").count)
    }

    private func pageID(_ reference: SiteEffect.PageReference) async throws -> Int64? {
        switch reference {
        case .id(let id): return id
        case .title(let title, let space):
            guard let space = try await spaceID(space) else { return nil }
            let query = [QueryItem("title", title), QueryItem("space-id", space)]
            return try await parts("api/v2/pages", query).first?["id"]?.idNumber
        }
    }

    private func spaceID(_ key: String) async throws -> String? {
        try await parts("api/v2/spaces", [QueryItem("keys", key)]).first?["id"]?.stringValue
    }

    /// Answers to comments count as well.
    private func commentCount(of page: Int64) async throws -> Int {
        var count = 0
        for kind in ["footer-comments", "inline-comments"] {
            var waiting = try await parts("api/v2/pages/\(page)/\(kind)")
            while let comment = waiting.popLast() {
                count += 1
                if let id = comment["id"]?.idNumber { waiting += try await parts("api/v2/\(kind)/\(id)/children") }
            }
        }
        return count
    }

    /// All elements of a list, part after part.
    private func parts(_ path: String, _ query: [QueryItem] = []) async throws -> [JSON] {
        var elements: [JSON] = []
        var cursor: [QueryItem] = []
        while true {
            let answer = try await value(path, query + [QueryItem("limit", "100")] + cursor)
            elements += answer?["results"]?.arrayValue ?? []
            let next = answer?["_links"]?["next"]?.stringValue?.drop { $0 != "?" }.dropFirst() ?? ""
            cursor = QueryItem.parse(String(next)).filter { $0.name == "cursor" }
            if cursor.isEmpty { return elements }
        }
    }
}
