import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What lies above and below a piece of content, as v2 tells it: in few words, for every kind that has a place in a tree.
enum TreePlaces: Sendable {
    /// The pages right below a page.
    case children(Rows<ContentRecord>)
    /// All that lies right below.
    case directChildren(Rows<ContentRecord>)
    /// All that lies above, the highest first.
    case ancestors(Rows<ContentRecord>)
    case descendants(Rows<Descendant>)
}

extension Resource {
    static let childPages = below(.page) { grant, store in
        let order = try grant.call.sort(among: ContentFilter.Order.children, standard: .position)
        let paging = try grant.call.paging(by: order)
        let filter = ContentFilter(
            kind: .page, statuses: [.current], parentID: try grant.content.id, order: order, behind: paging.behind)
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.fetched)
        return .children(try store.rows(found, paging) { $0 })
    }

    static func directChildren(of kind: ContentKind) -> Resource {
        below(kind) { grant, store in
            let order = try grant.call.sort(among: ContentFilter.Order.children, standard: .position)
            let paging = try grant.call.paging(by: order)
            let found = try store.directChildren(
                of: grant.content.id, visibleTo: grant.viewer, order: order, behind: paging.behind,
                offset: paging.start, limit: paging.fetched)
            return .directChildren(try store.rows(found, paging) { $0 })
        }
    }

    /// Where more lies above than fits, it is the nearest that is shown.
    static func ancestors(of kind: ContentKind) -> Resource {
        below(kind) { grant, store in
            let paging = try grant.call.paging(most: 250)
            let line = try store.ancestors(of: grant.content.id)
            return .ancestors(Rows(line.suffix(paging.limit), paging: Paging(start: 0, limit: paging.limit)))
        }
    }

    static func descendants(of kind: ContentKind) -> Resource {
        below(kind) { grant, store in
            let call = grant.call
            let paging = try call.paging(most: 250)
            let text = call.item("depth") ?? "2"
            guard let depth = Int(text), (1...10).contains(depth) else {
                throw Refusal.unfit(text, for: "depth", expected: "int from 1 to 10")
            }
            let found = try store.descendants(
                of: grant.content.id, visibleTo: grant.viewer, depth: depth, order: .levelByLevel,
                offset: paging.start, limit: paging.fetched)
            return .descendants(Rows(found, paging: paging))
        }
    }

    private static func below(
        _ kind: ContentKind, _ find: @escaping @Sendable (Grant, StoreReader) throws -> TreePlaces
    ) -> Resource {
        reading({ call, store in
            .view(try store.content(call.numericID(), of: kind, in: [.current, .archived]))
        }) { grant, store, _ in
            .tree(.places(try find(grant, store)))
        }
    }

    // MARK: Versions

    static func versions(of kind: ContentKind) -> Resource {
        below(kind, "id") { grant, store in
            let call = grant.call
            let content = try grant.content
            let paging = try call.paging(most: 250)
            let format = try call.bodyFormat(among: listForms)
            let isOldestFirst = call.item("sort") == "modified-date"
            let loader = ContentLoader(grant, store)
            let expansion = Expansion(format.map { ["content.body.\($0.rawValue)"] } ?? ["content"])
            let all = try store.versions(of: content.id)
            let rows = (isOldestFirst ? all.reversed() : all).dropFirst(paging.start).prefix(paging.fetched)
            return .versions(Rows(try rows.map { try loader.load($0, of: content, expansion) }, paging: paging))
        }
    }

    static func version(of kind: ContentKind, named place: String) -> Resource {
        below(kind, place) { grant, store in
            let content = try grant.content
            let old = try store.content(content, orMissingVersion: grant.call.numberInPath())
            return .version(VersionDetails(version: old.version, content: content))
        }
    }

    private static func below(
        _ kind: ContentKind, _ place: String, _ find: @escaping @Sendable (Grant, StoreReader) throws -> TreeAnswer
    ) -> Resource {
        reading({ call, store in
            // Files alone have ids with a prefix.
            let id = kind == .attachment ? try call.contentID(place) : try call.numericID(place)
            return .view(try store.content(id, of: kind, in: Set(ContentStatus.allCases)))
        }) { grant, store, _ in
            .tree(try find(grant, store))
        }
    }
}
