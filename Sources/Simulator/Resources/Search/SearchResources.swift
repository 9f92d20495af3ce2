import ConfluenceModel
import ConfluenceStore

/// Searching with CQL; the store leaves out what the caller may not view before it counts pages.
extension Resource {
    static let search = Resource.reading({ _, _ in .list }) { grant, store, world in
        .hits(try find(grant, store, world, contentOnly: false))
    }

    static let contentSearch = Resource.reading({ _, _ in .list }) { grant, store, world in
        .hits(try find(grant, store, world, contentOnly: true))
    }

    private static func find(
        _ grant: Grant, _ store: StoreReader, _ world: World, contentOnly: Bool
    ) throws -> SearchAnswer {
        let call = grant.call
        let rules = call.dialect.search
        let request = try SearchRequest(call, contentOnly: contentOnly)
        let place = try request.cursor.flatMap { try SearchCursor.place(of: $0) }
        let page: SearchPage
        do {
            page = try store.search(
                request.query, context: request.context(grant.viewer, world, contentOnly: contentOnly),
                offset: rules.paging == .cursor ? 0 : request.paging.start, behind: place, limit: request.rowLimit)
        } catch let error as CQLSearchError {
            throw Refusal(error)
        }
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let nextCursor = page.hasMore && rules.paging == .cursor ? SearchCursor.text(for: page.next) : nil
        return SearchAnswer(
            hits: try page.hits.map { try load($0, loader, expansion, contentOnly: contentOnly) }, total: page.total,
            paging: request.paging, query: request.text, cursor: request.cursor, nextCursor: nextCursor,
            hasMore: page.hasMore, isContentOnly: contentOnly, excerpt: request.excerpt, repeated: request.repeated,
            expand: request.expand, now: world.now)
    }

    /// What is shown of a hit; names without the prefix `content.` or `space.` mean nothing where rows wrap them.
    private static func load(
        _ found: SearchHit, _ loader: ContentLoader, _ expansion: Expansion, contentOnly: Bool
    ) throws -> SearchAnswer.Hit {
        var hit = SearchAnswer.Hit(found: found)
        switch found.entity {
        case .content(let content):
            hit.details = try loader.load(content, contentOnly ? expansion : expansion["content"])
            if !contentOnly, ContentKind.parts.contains(content.kind), let id = content.parentID {
                hit.container = try loader.store.content(id: id)
            }
        case .space(let space): hit.space = try loader.load(space, expansion["space"])
        case .user: break
        }
        return hit
    }
}
