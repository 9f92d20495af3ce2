import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Cloud's relations: what people mark as their favourite. There is no other kind, and nothing finds them in bulk.
extension Resource {
    static let relation = Resource.reading(relationTarget) { grant, store, _ in
        let source = try relationSource(grant, store)
        guard let relation = try relation(from: source, grant, store) else { throw missing(grant.call) }
        return .people(.relation(relation, grant.call.expansion()))
    }

    static let relate = Resource(demand: relationTarget) { grant, world in
        try world.change(by: grant) { writer, _ in
            let source = try relationSource(grant, writer.reader)
            try mark(true, by: source, grant, writer, world)
            guard let relation = try relation(from: source, grant, writer.reader) else { throw missing(grant.call) }
            return .people(.relation(relation, grant.call.expansion()))
        }
    }

    static let unrelate = Resource(demand: relationTarget) { grant, world in
        try world.change(by: grant) { writer, _ in
            try mark(false, by: relationSource(grant, writer.reader), grant, writer, world)
        }
        return .done
    }

    /// Sites answer that finding relations is not implemented.
    static let findRelations = Resource(
        demand: { call, _ in
            try requireFavourite(call)
            throw Refusal(.relationsUnsearchable, because: "relations can't be searched for")
        },
        carryOut: { _, _ in .done })

    @Sendable private static func relationTarget(_ call: Call, _ store: StoreReader) throws -> Demand {
        try requireFavourite(call)
        switch call.place("target") {
        case "space": return .viewSpace(try store.space(key: call.place("targetKey"), orRefuse: .spaceMissing))
        case "content": return .view(try store.content(call.contentID("targetKey")))
        case let word: throw RestrictionDraft.invalid("Unsupported target type: \(word)")
        }
    }

    private static func requireFavourite(_ call: Call) throws(Refusal) {
        guard ["favourite", "favorite"].contains(call.place("relation")) else { throw missing(call) }
        guard call.place("source") == "user" || call.place("target") == "user" else {
            throw RestrictionDraft.invalid("Unsupported source type: \(call.place("source"))")
        }
    }

    private static func missing(_ call: Call) -> Refusal {
        Refusal(.relationMissing, [.name: call.place("relation")], because: "there is no such relation")
    }

    /// People mark for themselves; administrators of the site may do it for others.
    private static func relationSource(_ grant: Grant, _ store: StoreReader) throws -> AccountRecord {
        guard let caller = grant.caller.account else {
            throw Refusal(.anonymous, because: "a visitor has no favourites")
        }
        let text = grant.call.place("sourceKey")
        guard
            let source = text == "current" ? caller : try store.account(accountID: text) ?? store.account(userKey: text)
        else { throw Refusal.noUser(text) }
        guard source.id == caller.id || caller.isSiteAdmin else {
            throw Refusal(.siteAdminDenied, because: "\(caller.name) asks for the favourites of \(source.name)")
        }
        return source
    }

    private static func mark(
        _ isFavourite: Bool, by source: AccountRecord, _ grant: Grant, _ writer: StoreWriter, _ world: World
    ) throws {
        if grant.call.place("target") == "space" {
            try writer.favour(spaceID: grant.space.id, by: source, isFavourite, now: world.now)
        } else {
            try writer.favour(contentID: grant.content.id, by: source, isFavourite, now: world.now)
        }
    }

    private static func relation(from source: AccountRecord, _ grant: Grant, _ store: StoreReader) throws -> Relation? {
        let loader = ContentLoader(grant, store)
        let expansion = grant.call.expansion()["target"]
        if grant.call.place("target") == "space" {
            let space = try grant.space
            return try store.favoured(spaceID: space.id, by: source).map { since in
                Relation(
                    name: "favourite", source: source, target: .space(try loader.load(space, expansion)), since: since)
            }
        }
        let content = try grant.content
        return try store.favoured(contentID: content.id, by: source).map { since in
            Relation(
                name: "favourite", source: source, target: .content(try loader.load(content, expansion)), since: since)
        }
    }
}
