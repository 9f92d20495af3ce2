import ConfluenceModel
import ConfluenceStore

/// Spaces, one by key or id, and the list of those that the caller may view.
extension Resource {
    static let spaces = Resource.reading({ _, _ in .list }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging()
        let filter = SpaceFilter(
            keys: call.items("spaceKey") ?? call.items("keys"),
            ids: call.items("ids").map { $0.compactMap { Int64($0) } },
            kind: call.item("type").flatMap { SpaceDefinition.Kind(rawValue: $0) },
            includeArchived: call.item("status") != "current"
        )
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.spaces(
            visibleTo: grant.viewer, filter: filter, offset: paging.start, limit: paging.limit + 1)
        return .spaces(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let spaceByKey = Resource.reading({ call, store in
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { grant, store, _ in
        .space(try ContentLoader(grant, store).load(grant.space, grant.call.expansion()))
    }

    static let spaceByID = Resource.reading({ call, store in
        let text = call.place("id")
        guard let id = Int64(text), let space = try store.space(id: id) else {
            throw Refusal(.spaceMissing, [.id: text], because: "no space has the id \(text)")
        }
        return .viewSpace(space)
    }) { grant, store, _ in
        .space(try ContentLoader(grant, store).load(grant.space, Expansion()))
    }
}
