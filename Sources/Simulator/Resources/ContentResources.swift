import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Reading content: by id, by title, below a page, and its history.
extension Resource {
    /// What `GET content/{id}` shows where the client asks for nothing.
    private static let standardExpansion = ["history", "space", "version"]

    static let contentByID = Resource.reading({ call, store in
        let trashed = call.item("status") == "trashed"
        return .view(try store.content(call.contentID(), orTrashed: trashed))
    }) { grant, store, _ in
        let expansion = grant.call.expansion(standard: standardExpansion)
        return .content(try ContentLoader(grant, store).load(grant.content, expansion))
    }

    /// The list of a space's content, or the one piece that has a title.
    static let contents = Resource.reading({ call, store in
        let type = call.item("type") ?? "page"
        guard ContentKind(rawValue: type) != nil else {
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "content of the type “\(type)” can't be listed")
        }
        guard let key = call.item("spaceKey") else { return .list }
        let space = try store.space(key: key, orRefuse: .listedSpaceMissing)
        return .inSpace(.view, space, missing: .listedSpaceMissing)
    }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging()
        let status = call.item("status")
        let filter = ContentFilter(
            kind: ContentKind(rawValue: call.item("type") ?? "page"),
            spaceKey: call.item("spaceKey"),
            title: call.item("title"),
            titleIgnoresCase: true,
            statuses: status == "any"
                ? [.current, .archived, .draft] : [status.flatMap(ContentStatus.init(rawValue:)) ?? .current]
        )
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let children = Resource.reading({ call, store in
        guard ContentKind(rawValue: call.place("type")) != nil else {
            let type = call.place("type")
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "there are no children of the type “\(type)”")
        }
        return .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let kind = ContentKind(rawValue: call.place("type")) ?? .page
        let paging = try call.paging()
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.children(
            of: grant.content.id, kind: kind, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let descendantPages = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        .contents(try ContentLoader(grant, store).descendants(of: grant.content.id, .page, grant.call.expansion()))
    }

    static let history = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return .history(ContentDetails(content), try store.versions(of: content.id))
    }

    static let restrictions = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        return .restrictions(content, try ContentLoader(grant, store).restrictions(of: content.id))
    }
}
