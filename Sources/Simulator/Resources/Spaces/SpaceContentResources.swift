import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The content of a space, asked for by the space.
extension Resource {
    @Sendable private static func viewedSpace(_ call: Call, _ store: StoreReader) throws -> Demand {
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }

    /// Pages and blog posts beside each other; both lists begin at the same place.
    static let spaceContents = Resource.reading(viewedSpace) { grant, store, _ in
        let pages = try list(.page, grant, store)
        let blogPosts = try list(.blogpost, grant, store)
        return .spaceMatter(.contents(pages: pages, blogPosts: blogPosts, key: try grant.space.key))
    }

    static let spaceContentsOfType = Resource.reading({ call, store in
        guard let kind = ContentKind(rawValue: call.place("type")), kind == .page || kind == .blogpost else {
            let type = call.place("type")
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "a space lists no content of the type “\(type)”")
        }
        return try viewedSpace(call, store)
    }) { grant, store, _ in
        .contents(try list(ContentKind(rawValue: grant.call.place("type")) ?? .page, grant, store))
    }

    private static func list(_ kind: ContentKind, _ grant: Grant, _ store: StoreReader) throws -> Rows<ContentDetails> {
        let call = grant.call
        let paging = try call.paging()
        let filter = ContentFilter(
            kind: kind, spaceID: try grant.space.id, rootsOnly: call.item("depth") == "root" && kind == .page)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return Rows(try found.map { try loader.load($0, expansion) }, paging: paging)
    }

    // MARK: Trash

    /// Data Center: what lies in a space's trash, shown to its administrators.
    static let spaceTrash = Resource.reading({ call, store in
        .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { grant, store, _ in
        let paging = try grant.call.paging()
        let filter = ContentFilter(spaceID: try grant.space.id, statuses: [.trashed], order: .lastModifiedFirst)
        let loader = ContentLoader(grant, store)
        let expansion = grant.call.expansion(standard: ["ancestors", "container", "space", "metadata"])
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    /// Empties a space's trash.
    static let emptySpaceTrash = Resource(
        demand: { call, store in
            .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
        },
        carryOut: { grant, world in
            let space = try grant.space
            try world.change(by: grant) { writer, _ in
                let filter = ContentFilter(spaceID: space.id, statuses: [.trashed])
                for content in try writer.reader.contents(filter, visibleTo: grant.viewer, limit: .max) {
                    try writer.purge(id: content.id)
                }
            }
            return .done
        }
    )
}
