import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire
package import LiveSites

/// Looks at a live site over its API, as one account sees it.
package struct ReadBack: Sendable {
    private let site: WebAddress
    private let account: SiteAccount
    private let send: Send

    /// Why something can't be seen.
    struct Unseen: Error, CustomStringConvertible {
        var description: String
    }

    /// The site no longer has the part of the first version that was asked for.
    struct Withdrawn: Error {}

    package init(site: WebAddress, account: SiteAccount, send: @escaping Send) {
        self.site = site
        self.account = account
        self.send = send
    }

    package var inspection: SiteInspection {
        SiteInspection(
            page: { reference in
                do { return try await page(reference) } catch is Withdrawn { return try await laterPage(reference) }
            }, search: search,
            space: { key in
                do { return try await space(key) } catch is Withdrawn { return try await laterSpace(key) }
            })
    }

    private static let expansion = "body.storage,version,space,ancestors,metadata.labels"

    private func page(_ reference: SiteEffect.PageReference) async throws -> SiteInspection.PageState? {
        let content: JSON?
        switch reference {
        case .id(let id):
            content = try await value(
                "rest/api/content/\(id)", [QueryItem("status", "any"), QueryItem("expand", Self.expansion)])
        case .title(let title, let space):
            let query = [
                QueryItem("spaceKey", space), QueryItem("title", title), QueryItem("expand", Self.expansion),
            ]
            content = try await value("rest/api/content", query)?["results"]?.arrayValue?.first
        }
        guard let content, let id = content["id"]?.idNumber else { return nil }
        let below = "rest/api/content/\(id)"
        let files = try await list("\(below)/child/attachment")
        let children = try await list("\(below)/child/page")
        let comments = try await list("\(below)/child/comment", [QueryItem("depth", "all")])
        let restrictions = try await value("\(below)/restriction/byOperation") ?? .null
        let parent = content["ancestors"]?.arrayValue?.last
        return SiteInspection.PageState(
            id: id, title: content["title"]?.stringValue ?? "", space: content["space"]?["key"]?.stringValue ?? "",
            status: content["status"]?.stringValue.flatMap(ContentStatus.init) ?? .current,
            version: content["version"]?["number"]?.integerValue.map { Int($0) } ?? 1,
            parentID: parent?["id"]?.idNumber, parentTitle: parent?["title"]?.stringValue,
            labels: (content["metadata"]?["labels"]?["results"]?.arrayValue ?? []).compactMap {
                $0["name"]?.stringValue
            },
            body: content["body"]?["storage"]?["value"]?.stringValue ?? "",
            attachments: files.compactMap { $0["title"]?.stringValue }, commentCount: comments.count,
            children: children.compactMap { $0["title"]?.stringValue }, isRestricted: restrictions.namesAnybody)
    }

    @Sendable
    private func search(_ cql: String, _ limit: Int) async throws -> SiteInspection.FoundPages {
        let query = [QueryItem("cql", cql), QueryItem("limit", "\(limit)")]
        guard let found = try await value("rest/api/content/search", query) else {
            throw Unseen(description: "the site does not search: it answered 404")
        }
        let titles = (found["results"]?.arrayValue ?? []).compactMap { $0["title"]?.stringValue }
        let total = found["totalSize"]?.integerValue.map { Int($0) } ?? titles.count
        return SiteInspection.FoundPages(total: total, titles: titles)
    }

    private func space(_ key: String) async throws -> SiteInspection.SpaceState? {
        let path = "rest/api/space/\(PercentEncoding.encode(key, allowed: .pathSegment))"
        guard try await value(path) != nil else { return nil }
        let pages = try await list("rest/api/content", [QueryItem("spaceKey", key), QueryItem("type", "page")])
        return SiteInspection.SpaceState(key: key, pageCount: pages.count)
    }

    /// All elements of a list, page after page.
    private func list(_ path: String, _ query: [QueryItem] = []) async throws -> [JSON] {
        let size = 100
        var elements: [JSON] = []
        while true {
            let paging = [QueryItem("limit", "\(size)"), QueryItem("start", "\(elements.count)")]
            let answer = try await value(path, query + paging)
            let results = answer?["results"]?.arrayValue ?? []
            elements += results
            let mayHaveMore = answer?["_links"]?["next"] != nil || results.count == size
            if results.isEmpty || !mayHaveMore { return elements }
        }
    }

    /// What the site answers; `nil` where it says that there is nothing.
    func value(_ path: String, _ query: [QueryItem] = []) async throws -> JSON? {
        var request = Request(.get, site.appending(path, query: query))
        request.authenticate(as: account.authentication)
        let response = try await send(request)
        if response.status == 404 { return nil }
        let isScope = response.status == 401 && response.text.contains("scope does not match")
        if path.hasPrefix("rest/"), response.status == 410 || isScope { throw Withdrawn() }
        guard response.isSuccess, let value = try? JSONReader.read(response.body) else {
            throw Unseen(
                description: "\(path) can't be read back as \(account.role): the site answered \(response.status)")
        }
        return value
    }
}

extension JSON {
    /// An id, which the API writes as a text or as a number.
    var idNumber: Int64? { integerValue ?? stringValue.flatMap { Int64($0) } }

    /// Whether restrictions by operation name a user or a group.
    var namesAnybody: Bool {
        ["read", "update"].contains { operation in
            ["user", "group"].contains { kind in
                let named = self[operation]?["restrictions"]?[kind]
                return !(named?["results"]?.arrayValue ?? []).isEmpty
            }
        }
    }
}
