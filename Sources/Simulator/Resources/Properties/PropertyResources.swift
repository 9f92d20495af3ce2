import ConfluenceStore

/// What was asked about properties, with what carries them.
enum PropertyAnswer: Sendable {
    case list(Rows<PropertyRecord>, of: PropertyBearer)
    case one(PropertyRecord, of: PropertyBearer, isNew: Bool = false)
}

/// Properties of content and of spaces, by key as v1 names them and by id as v2 does.
extension Resource {
    /// - Parameter limit: How many are listed where the client names no number.
    static func propertyList(of holder: PropertyHolder, limit: Int) -> Resource {
        .reading(holder.viewing) { grant, store, _ in
            let call = grant.call
            let bearer = try PropertyBearer(grant)
            let paging = try call.paging(limit: limit)
            let keys = call.items("key")
            var found = try store.properties(of: bearer.owner).filter { keys?.contains($0.key) ?? true }
            if call.item("sort") == "-key" { found.reverse() }
            return .properties(.list(Rows(Array(found.dropFirst(paging.start)), paging: paging), of: bearer))
        }
    }

    static func property(of holder: PropertyHolder) -> Resource {
        .reading(holder.viewing) { grant, store, _ in
            let bearer = try PropertyBearer(grant)
            return .properties(.one(try store.property(grant.call, of: bearer), of: bearer))
        }
    }

    static func createProperty(of holder: PropertyHolder) -> Resource {
        Resource(demand: holder.changing) { grant, world in
            let inPath = grant.call.place("property-key")
            let draft = try PropertyDraft(grant.call, key: inPath.isEmpty ? nil : inPath)
            return try create(draft, grant, world)
        }
    }

    /// On v1 a property that is not there yet is made, where the client asks for its first version.
    static func updateProperty(of holder: PropertyHolder) -> Resource {
        Resource(demand: holder.changing) { grant, world in
            let bearer = try PropertyBearer(grant)
            let isByKey = grant.call.place("property").isEmpty
            let known = try world.read { store in
                isByKey
                    ? try store.property(key: grant.call.place("property-key"), of: bearer.owner)
                    : try store.property(grant.call, of: bearer)
            }
            guard let known else {
                let draft = try PropertyDraft(grant.call, key: grant.call.place("property-key"))
                guard draft.version == 1 else { throw Refusal.missing(property: draft.key, of: bearer) }
                return try create(draft, grant, world)
            }
            let draft = try PropertyDraft(grant.call, key: known.key)
            let current = known.version.number
            guard let version = draft.version else {
                throw Refusal(
                    .versionMissing, because: "the update names no version, the property's current one is \(current)")
            }
            guard version == current + 1 else {
                throw Refusal(
                    .propertyStale, [.current: String(current), .provided: String(version), .key: known.key],
                    because: "the update names version \(version), the property's current one is \(current)")
            }
            return try world.change(by: grant) { writer, author in
                let written = try writer.updateProperty(
                    id: known.id, value: draft.value, of: bearer.owner, author: author, now: world.now,
                    message: draft.message, isMinorEdit: draft.isMinorEdit)
                return .properties(.one(written ?? known, of: bearer))
            }
        }
    }

    static func removeProperty(of holder: PropertyHolder) -> Resource {
        Resource(demand: holder.changing) { grant, world in
            let bearer = try PropertyBearer(grant)
            try world.change(by: grant) { writer, _ in
                try writer.removeProperty(id: writer.reader.property(grant.call, of: bearer).id)
            }
            return .done
        }
    }

    private static func create(_ draft: PropertyDraft, _ grant: Grant, _ world: World) throws -> Outcome {
        let bearer = try PropertyBearer(grant)
        return try world.change(by: grant) { writer, author in
            guard try writer.reader.property(key: draft.key, of: bearer.owner) == nil else {
                throw Refusal(
                    .propertyExists, [.key: draft.key],
                    because: "\(bearer.words) has a property “\(draft.key)” already")
            }
            let made = try writer.createProperty(
                key: draft.key, value: draft.value, of: bearer.owner, author: author, now: world.now)
            guard let made else { throw Refusal.missing(property: draft.key, of: bearer) }
            return .properties(.one(made, of: bearer, isNew: true))
        }
    }
}

extension StoreReader {
    /// The property that a call names by its key or its id.
    fileprivate func property(_ call: Call, of bearer: PropertyBearer) throws -> PropertyRecord {
        let key = call.place("property-key")
        let id = call.place("property")
        let found =
            id.isEmpty
            ? try property(key: key, of: bearer.owner)
            : try Int64(id).flatMap { try property(id: $0, of: bearer.owner) }
        guard let found else { throw Refusal.missing(property: id.isEmpty ? key : id, of: bearer) }
        return found
    }
}

extension Refusal {
    fileprivate static func missing(property name: String, of bearer: PropertyBearer) -> Refusal {
        Refusal(
            .propertyMissing, [.key: name, .id: name],
            because: "\(bearer.words) has no property “\(name)”")
    }
}
