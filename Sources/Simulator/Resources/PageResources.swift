import ConfluenceModel
import ConfluenceStore

/// Cloud's v2 reading of pages; writing shares what v1 does.
extension Resource {
    static let pageByID = Resource.reading({ call, store in
        let id = try call.contentID()
        let page = try store.content(id, orTrashed: true)
        guard page.kind == .page else {
            throw Refusal.missing(id, because: "content \(id) is no page but a \(page.kind.rawValue)")
        }
        return .view(page)
    }) { grant, store, _ in
        .content(try ContentLoader(grant, store).load(grant.content, v2Expansion(grant.call)))
    }

    static let blogPostByID = Resource.reading({ call, store in
        let id = try call.contentID()
        guard let post = try store.content(id: id), post.kind == .blogpost else {
            throw Refusal.missing(id, kind: .blogpost, because: "there is no blog post with the id \(id)")
        }
        return .view(post)
    }) { grant, store, _ in
        .content(try ContentLoader(grant, store).load(grant.content, v2Expansion(grant.call)))
    }

    static let pages = Resource.reading({ _, _ in .list }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging(most: 250)
        let filter = ContentFilter(
            kind: .page,
            spaceID: call.item("space-id").flatMap { Int64($0) } ?? Int64(call.place("id")),
            title: call.item("title"),
            titleIgnoresCase: true,
            ids: call.items("id").map { $0.compactMap { Int64($0) } }
        )
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        let loader = ContentLoader(grant, store)
        let expansion = v2Expansion(call)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    /// v2 names one form of the body where v1 expands parts.
    private static func v2Expansion(_ call: Call) -> Expansion {
        Expansion(call.item("body-format").map { ["body.\($0)"] } ?? [])
    }
}
