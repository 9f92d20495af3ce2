import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Moving a page to another place in the tree of a space, or to another space.
extension Resource {
    static let movePage = Resource(
        demand: { call, store in
            let page = try movable(call.contentID("pageId"), store)
            let target = try store.content(call.contentID("targetId"))
            return try demand(page, to: place(call.place("position"), target), store)
        },
        carryOut: { grant, world in
            let call = grant.call
            let page = try grant.content
            try world.change(by: grant) { writer, _ in
                let target = try writer.reader.content(call.contentID("targetId"))
                try move(page, to: place(call.place("position"), target), writer)
            }
            return .tree(.moved(page.id))
        }
    )

    static func movable(_ id: Int64, _ store: StoreReader) throws -> ContentRecord {
        let page = try store.content(id)
        guard ContentKind.ofTree.contains(page.kind) else {
            throw Refusal(
                .requestInvalid, [.text: "Content \(id) has no place in a page tree"],
                because: "a \(page.kind.rawValue) can't be moved")
        }
        return page
    }

    private static func place(_ word: String, _ target: ContentRecord) throws(Refusal) -> TreePlace {
        switch word {
        case "append": return .lastChild(of: target.id)
        case "before": return .before(target.id)
        case "after": return .after(target.id)
        default:
            throw Refusal(
                .requestInvalid, [.text: "Invalid position: \(word)"], because: "“\(word)” is no place beside a page")
        }
    }

    /// Who moves a page may move it away, and may make one where it goes to.
    static func demand(_ page: ContentRecord, to place: TreePlace, _ store: StoreReader) throws -> Demand {
        let parent: ContentRecord?
        let spaceID: Int64
        switch place {
        case .root(let id): (parent, spaceID) = (nil, id)
        case .lastChild(let id):
            let target = try store.content(id)
            (parent, spaceID) = (target, target.spaceID)
        case .before(let id), .after(let id):
            let target = try store.content(id)
            (parent, spaceID) = (try target.parentID.flatMap { try store.content(id: $0) }, target.spaceID)
        }
        guard let space = try store.space(id: spaceID) else {
            throw Refusal(.spaceMissing, [.id: String(spaceID)], because: "no space has the id \(spaceID)")
        }
        // What one moves away is gone from where it was.
        let leaving: [Demand] = spaceID == page.spaceID ? [] : [.content(.delete, page)]
        return .all(
            [.content(.move, page)] + leaving + [.create(page.kind, space, parent: parent.map { .content($0) })])
    }

    static func move(_ page: ContentRecord, to place: TreePlace, _ writer: StoreWriter) throws {
        do {
            try writer.move(page.id, to: place)
        } catch StoreError.titleTaken(let title, let key) {
            throw Refusal(
                .titleTaken, [.title: title, .key: key], because: "the title “\(title)” is taken in \(key)")
        } catch StoreError.parentBelowItself(let id) {
            throw Refusal(
                .requestInvalid, [.text: "A page can't be moved below itself"],
                because: "content \(id) would lie below itself")
        }
    }
}
