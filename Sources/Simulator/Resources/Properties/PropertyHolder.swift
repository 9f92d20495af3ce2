import ConfluenceModel
import ConfluenceStore

/// What a call keeps properties on, as its path names it.
enum PropertyHolder: Sendable {
    /// Content of these kinds; any where there are none.
    case content([ContentKind])
    /// The space of the key in the path.
    case spaceByKey
    case spaceByID

    func viewing(_ call: Call, _ store: StoreReader) throws -> Demand {
        switch self {
        case .content: .view(try content(call, store))
        case .spaceByKey, .spaceByID: .viewSpace(try space(call, store))
        }
    }

    /// What changing a property needs: to edit the content, or to administer the space.
    func changing(_ call: Call, _ store: StoreReader) throws -> Demand {
        switch self {
        case .content: .edit(try content(call, store))
        case .spaceByKey, .spaceByID: .inSpace(.administer, try space(call, store))
        }
    }

    private func content(_ call: Call, _ store: StoreReader) throws -> ContentRecord {
        let id = try call.contentID()
        let content = try store.content(id)
        guard case .content(let kinds) = self, kinds.isEmpty || kinds.contains(content.kind) else {
            throw Refusal.missing(
                id, because: "content \(id) is a \(content.kind.rawValue), which is not asked for here")
        }
        return content
    }

    private func space(_ call: Call, _ store: StoreReader) throws -> SpaceRecord {
        if case .spaceByKey = self { return try store.space(key: call.place("key"), orRefuse: .spaceMissing) }
        return try store.space(idText: call.place("id"))
    }
}

/// A piece of content or a space that carries properties.
enum PropertyBearer: Sendable {
    case content(ContentRecord)
    case space(SpaceRecord)

    init(_ grant: Grant) throws {
        if case .content = grant.demand { self = .content(try grant.content) } else { self = .space(try grant.space) }
    }

    var owner: PropertyOwner {
        switch self {
        case .content(let record): .content(record.id)
        case .space(let record): .space(record.id)
        }
    }

    var words: String {
        switch self {
        case .content(let record): "content \(record.id)"
        case .space(let record): "the space \(record.key)"
        }
    }
}

extension StoreReader {
    /// The space of an id that a call names.
    func space(idText text: String) throws -> SpaceRecord {
        guard let id = Int64(text), let space = try space(id: id) else {
            throw Refusal(.spaceMissing, [.id: text], because: "no space has the id \(text)")
        }
        return space
    }
}
