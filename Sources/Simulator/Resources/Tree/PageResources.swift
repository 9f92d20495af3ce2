import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Pages and blog posts as Cloud's v2 reads them.
extension Resource {
    static let pageByID = single(.page).steady
    static let blogPostByID = single(.blogpost).steady
    static let pages = list(.page)
    static let blogPosts = list(.blogpost)
    static let pagesOfSpace = listOfSpace(.page)
    static let blogPostsOfSpace = listOfSpace(.blogpost)

    static let singleForms: [BodyFormat] = [
        .storage, .atlasDocFormat, .view, .exportView, .anonymousExportView, .styledView, .editor,
    ]

    /// The forms that lists give.
    static let listForms: [BodyFormat] = [.storage, .atlasDocFormat]

    private static func single(_ kind: ContentKind) -> Resource {
        reading({ call, store in
            let isDraft = call.flag("get-draft")
            if isDraft, let published = try store.content(id: call.numericID()), published.kind == kind,
                published.status == .current, let draft = try store.draft(of: published)
            {
                return .edit(draft)
            }
            let standard: Set<ContentStatus> = isDraft ? Set(ContentStatus.allCases) : [.current, .archived, .trashed]
            let statuses = try call.chosenStatuses(among: Set(ContentStatus.allCases), standard: standard)
            return .view(try store.content(call.numericID(), of: kind, in: statuses))
        }) { grant, store, _ in
            let call = grant.call
            let content = try grant.content
            let record = try call.versionNumber().map { try store.content(content, orMissingVersion: $0) } ?? content
            let format = try call.bodyFormat(among: singleForms)
            var details = try ContentLoader(grant, store).load(
                record, inclusions(call, format, for: kind),
                isHistorical: record.version.number != content.version.number)
            if call.flag("include-direct-children") {
                details.directChildren = try store.directChildren(of: record.id, visibleTo: grant.viewer, limit: 51)
            }
            return .content(details)
        }
    }

    /// What the query includes, in the words of v1's expansions.
    static func inclusions(_ call: Call, _ format: BodyFormat?, for kind: ContentKind) -> Expansion {
        Expansion((format.map { ["body.\($0.rawValue)"] } ?? []) + inclusions(call, for: kind))
    }

    /// Comments have no labels, files and custom content no likes; favourites are pages and blog posts.
    static func inclusions(_ call: Call, for kind: ContentKind) -> [String] {
        var parts = [("properties", "metadata.properties"), ("operations", "operations"), ("versions", "history")]
        if kind != .comment { parts.append(("labels", "metadata.labels")) }
        if kind != .attachment, kind != .custom { parts.append(("likes", "likes")) }
        if kind == .page || kind == .blogpost { parts.append(("favorited-by-current-user-status", "favourite")) }
        return parts.filter { call.flag("include-\($0.0)") }.map(\.1)
    }

    private static func list(_ kind: ContentKind) -> Resource {
        reading({ _, _ in .list }) { grant, store, _ in
            try rows(
                kind, spaceIDs: grant.call.ids("space-id"), grant, store,
                isLiveDoc: kind == .page ? grant.call.asksForLiveDocs() : nil)
        }
    }

    private static func listOfSpace(_ kind: ContentKind) -> Resource {
        reading({ call, store in
            let id = try call.numericID()
            guard let space = try store.space(id: id) else {
                throw Refusal(.spaceMissing, [.id: String(id)], because: "no space has the id \(id)")
            }
            return .viewSpace(space)
        }) { grant, store, _ in
            try rows(kind, spaceIDs: [grant.space.id], grant, store)
        }
    }

    private static func rows(
        _ kind: ContentKind, spaceIDs: [Int64]?, _ grant: Grant, _ store: StoreReader, isLiveDoc: Bool? = nil
    ) throws -> Outcome {
        let call = grant.call
        let isPage = kind == .page
        let paging = try call.paging(by: call.sort(among: isPage ? .pages : .version2, standard: .id))
        let filter = ContentFilter(
            kind: kind,
            isLiveDoc: isLiveDoc,
            spaceIDs: spaceIDs,
            title: call.item("title"),
            titleIgnoresCase: true,
            // Drafts are read one by one only.
            statuses: try call.chosenStatuses(
                among: isPage ? [.current, .archived, .trashed] : [.current, .trashed],
                standard: isPage ? [.current, .archived] : [.current]),
            ids: try call.ids("id"),
            rootsOnly: call.item("depth") == "root",
            order: paging.order ?? .id,
            behind: paging.behind
        )
        let format = try call.bodyFormat(among: listForms)
        let expansion = Expansion(format.map { ["body.\($0.rawValue)"] } ?? [])
        let loader = ContentLoader(grant, store)
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .contents(try store.rows(found, paging) { try loader.load($0, expansion) })
    }
}

extension Call {
    /// Whether live docs are wanted or ordinary pages; `nil` for both.
    fileprivate func asksForLiveDocs() throws(Refusal) -> Bool? {
        guard let text = item("subtype") else { return nil }
        guard text == "page" || PageSubtype(rawValue: text) != nil else { throw Refusal.unfit(subtype: text) }
        return text != "page"
    }
}

extension Refusal {
    /// What v2 says to a kind of page that it doesn't know.
    static func unfit(subtype text: String) -> Refusal {
        unfit(text, for: "subtype", expected: "PageSubtype")
    }
}

extension [String: ContentFilter.Order] {
    fileprivate static var pages: Self { ContentFilter.Order.pages }
    fileprivate static var version2: Self { ContentFilter.Order.version2 }
}
