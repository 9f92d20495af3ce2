import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What lies below a piece of content, by kinds.
struct BranchLists: Sendable {
    var content: ContentRecord
    var lists: [ContentKind: Rows<ContentDetails>]
    /// `child` or `descendant`.
    var place: String
}

/// What lies below content: right below it, or at any depth.
extension Resource {
    static let childLists = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        let lists = try ContentLoader(grant, store).children(of: content, kinds: grant.call.expansion())
        return .tree(.branch(BranchLists(content: content, lists: lists, place: "child")))
    }

    static let descendantLists = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let content = try grant.content
        let lists = try ContentLoader(grant, store).descendants(of: content.id, kinds: grant.call.expansion())
        return .tree(.branch(BranchLists(content: content, lists: lists, place: "descendant")))
    }

    static let children = Resource.reading({ call, store in
        _ = try call.childKind()
        return .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let kind = try call.childKind()
        let paging = try call.contentPaging(most: .max)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.children(
            of: grant.content.id, kind: kind, visibleTo: grant.viewer, offset: paging.start, limit: paging.fetched)
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let descendants = Resource.reading({ call, store in
        _ = try call.childKind()
        return .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        let call = grant.call
        let paging = try call.contentPaging(most: .max)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.descendants(
            of: grant.content.id, kinds: [try call.childKind()], visibleTo: grant.viewer, depth: call.depth(),
            offset: paging.start, limit: paging.fetched)
        return .contents(Rows(try found.map { try loader.load($0.content, expansion) }, paging: paging))
    }
}

extension Call {
    /// The kind that the path names.
    fileprivate func childKind() throws(Refusal) -> ContentKind {
        let type = place("type")
        guard let kind = ContentKind(rawValue: type), dialect.content.childKinds.contains(kind) else {
            throw Refusal(
                .typeUnsupported, [.contentType: type], because: "there are no children of the type “\(type)”")
        }
        return kind
    }

    /// How far down is looked: `all`, `root` for what lies right below, or a number of levels up to 100.
    fileprivate func depth() throws(Refusal) -> Int {
        switch item("depth") {
        case nil, "all": return 1000
        case "root": return 1
        case let text?:
            guard let depth = Int(text), (1...100).contains(depth) else {
                throw Refusal(
                    .requestInvalid, [.text: "Invalid depth: \(text)"], because: "“\(text)” is no depth from 1 to 100")
            }
            return depth
        }
    }
}

extension Paging {
    /// How many rows are fetched: one more than are shown tells whether the list goes on.
    var fetched: Int { limit == .max ? limit : limit + 1 }
}
