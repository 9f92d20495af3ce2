import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The permission table of a space: read, and changed by its administrators.
extension Resource {
    /// v2's list, which whoever may view the space may read.
    static let spacePermissions = Resource.reading(spaceByID.demand) { grant, store, _ in
        let paging = try grant.call.paging(most: 250)
        let all = try store.namedPermissions(of: grant.space.id).filter {
            grant.call.dialect.rights.name(of: $0.record.operation) != nil
        }
        return .permissions(Rows(Array(all.dropFirst(paging.start)), paging: paging), try grant.space)
    }

    static func administered(_ call: Call, _ store: StoreReader) throws -> Demand {
        .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }

    // MARK: Cloud

    static let addSpacePermission = Resource(
        demand: administered,
        carryOut: { grant, world in
            try requirePermissionsOwn(world)
            let space = try grant.space
            return try world.change(by: grant) { writer, _ in
                let body = try grant.call.body()
                let subject = try permissionSubject(body["subject"], writer.reader)
                let operation = try permission(
                    body["operation"]?["key"], body["operation"]?["target"], grant.call.dialect.rights)
                let held = try writer.reader.permissions(of: space.id).filter { $0.subject == subject.subject }
                guard !held.contains(where: { $0.operation == operation }) else {
                    throw RestrictionDraft.invalid("Permission already exists.")
                }
                guard operation == .view || held.contains(where: { $0.operation == .view }) else {
                    throw RestrictionDraft.invalid("The read space permission must be granted first.")
                }
                try writer.grant([operation], to: subject.subject, in: space.key)
                let record = SpacePermissionRecord(spaceID: space.id, subject: subject.subject, operation: operation)
                return .permission(NamedPermission(record: record, subject: subject))
            }
        }
    )

    /// Takes a permission away; who may not view the space any more is left nothing else in it.
    static let removeSpacePermission = Resource(
        demand: administered,
        carryOut: { grant, world in
            try requirePermissionsOwn(world)
            let space = try grant.space
            let text = grant.call.place("permission")
            try world.change(by: grant) { writer, _ in
                let all = try writer.reader.permissions(of: space.id)
                guard let record = all.first(where: { String($0.id) == text }) else {
                    throw Refusal(.permissionMissing, [.id: text], because: "\(space.key) has no permission \(text)")
                }
                let gone = record.operation == .view ? Set(SpaceOperation.allCases) : [record.operation]
                let left = all.filter { $0.subject != record.subject || !gone.contains($0.operation) }
                guard left.contains(where: { $0.operation == .administer }) else {
                    throw RestrictionDraft.invalid("All of the admin permissions cannot be removed from a space.")
                }
                try writer.revoke(gone, from: record.subject, in: space.key)
            }
            return .done
        }
    )

    private static func requirePermissionsOwn(_ world: World) throws(Refusal) {
        guard world.settings.spaceRoles != .only else {
            throw Refusal(.rolesOnly, because: "the site's spaces are opened by roles alone")
        }
    }

    private static func permissionSubject(_ json: JSON?, _ store: StoreReader) throws -> NamedSubject {
        let identifier = json?["identifier"]?.stringValue ?? ""
        if json?["type"]?.stringValue == "group", let name = try store.group(identifier) { return .group(name) }
        if json?["type"]?.stringValue == "user" {
            if identifier == "anonymous" { return .anonymous }
            if let account = try store.account(accountID: identifier) { return .account(account) }
        }
        throw RestrictionDraft.invalid("Unknown subject: \(identifier)")
    }

    static func permission(_ key: JSON?, _ target: JSON?, _ rights: RightsVocabulary) throws(Refusal) -> SpaceOperation
    {
        let name = OperationName(key: key?.stringValue ?? "", target: target?.stringValue ?? "")
        guard let operation = rights.operation(named: name) else {
            throw RestrictionDraft.invalid("Unsupported permission: \(name.target) \(name.key)")
        }
        return operation
    }

    // MARK: Data Center

    /// To read the table it takes the same right as to change it; who lacks it is answered as if the site had failed.
    private static func readByAdministrators(_ call: Call, _ store: StoreReader) throws -> Demand {
        .inSpace(
            .administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing), denied: .permissionsGuarded)
    }

    static let permissionTable = Resource.reading(readByAdministrators) { grant, store, _ in
        .permissionTable(try store.namedPermissions(of: grant.space.id), try grant.space)
    }

    /// The permissions of visitors, or of the user or group that the path names.
    static let permissionsOfSubject = Resource.reading(readByAdministrators) { grant, store, _ in
        let subject = try pathSubject(grant.call, store)
        let all = try store.namedPermissions(of: grant.space.id)
        return .permissionTable(all.filter { $0.subject.subject == subject }, try grant.space)
    }

    static let grantPermissions = changingPermissions { try $0.grant($1, to: $2, in: $3) }
    static let revokePermissions = changingPermissions { try $0.revoke($1, from: $2, in: $3) }

    private static func changingPermissions(
        _ change: @escaping @Sendable (StoreWriter, Set<SpaceOperation>, Subject, String) throws -> Void
    ) -> Resource {
        Resource(
            demand: administered,
            carryOut: { grant, world in
                let key = try grant.space.key
                try world.change(by: grant) { writer, _ in
                    let subject = try pathSubject(grant.call, writer.reader)
                    try change(writer, operations(grant.call.body(), grant.call.dialect.rights), subject, key)
                }
                return .done
            }
        )
    }

    /// Gives each subject that the body names exactly the permissions that stand beside it.
    static let setPermissions = Resource(
        demand: administered,
        carryOut: { grant, world in
            let key = try grant.space.key
            guard let entries = try grant.call.body().arrayValue else {
                throw Refusal(.unreadableBody, [.text: "an array is expected"], because: "the body is no array")
            }
            try world.change(by: grant) { writer, _ in
                for entry in entries {
                    let operations = try operations(entry["operations"] ?? [], grant.call.dialect.rights)
                    let subject = try bodySubject(entry, writer.reader)
                    try writer.revoke(Set(SpaceOperation.allCases), from: subject, in: key)
                    try writer.grant(operations, to: subject, in: key)
                }
            }
            return .succeeded
        }
    )

    private static func operations(_ json: JSON, _ rights: RightsVocabulary) throws -> Set<SpaceOperation> {
        try Set((json.arrayValue ?? []).map { try permission($0["operationKey"], $0["targetType"], rights) })
    }

    private static func pathSubject(_ call: Call, _ store: StoreReader) throws -> Subject {
        try subject(userKey: call.place("user"), group: call.place("group"), store)
    }

    private static func bodySubject(_ json: JSON, _ store: StoreReader) throws -> Subject {
        try subject(userKey: json["userKey"]?.stringValue ?? "", group: json["groupName"]?.stringValue ?? "", store)
    }

    private static func subject(userKey: String, group: String, _ store: StoreReader) throws -> Subject {
        if !userKey.isEmpty {
            guard let account = try store.account(userKey: userKey) else {
                throw Refusal(.permissionMissing, [.id: userKey], because: "no account has the key “\(userKey)”")
            }
            return .user(account.name)
        }
        guard !group.isEmpty else { return .anonymous }
        guard let name = try store.group(group) else {
            throw Refusal(.permissionMissing, [.id: group], because: "the site has no group “\(group)”")
        }
        return .group(name)
    }
}
