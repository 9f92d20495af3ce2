import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Cloud's roles, and who has which in a space.
extension Resource {
    static let spaceRoles = Resource.reading({ call, store in
        guard let text = call.item("space-id") else { return .list }
        return .viewSpace(try space(text, store))
    }) { grant, store, world in
        let call = grant.call
        let paging = try call.paging(most: 250)
        var roles = world.site.roles.filter { call.item("role-type").map($0.type.rawValue.equalsIgnoringCase) ?? true }
        if call.item("principal-id") != nil || call.item("principal-type") != nil, let space = try? grant.space {
            let held = try assignments(in: space, call, store, world).map(\.role)
            roles = roles.filter(held.contains)
        }
        return .roles(Rows(Array(roles.dropFirst(paging.start)), paging: paging))
    }

    static let spaceRole = Resource { grant, world in
        let id = grant.call.place("id")
        guard let role = world.site.roles.first(where: { $0.id == id }) else {
            throw Refusal(.roleMissing, [.id: id], because: "the site has no role with the id “\(id)”")
        }
        return .role(role)
    }

    static let roleAssignments = Resource.reading(spaceByID.demand) { grant, store, world in
        let paging = try grant.call.paging(most: 250)
        let all = try assignments(in: grant.space, grant.call, store, world)
        return .assignments(Rows(Array(all.dropFirst(paging.start)), paging: paging))
    }

    static let assignRoles = Resource(
        demand: { call, store in .inSpace(.administer, try space(call.place("id"), store)) },
        carryOut: { grant, world in
            guard world.settings.spaceRoles != .off else {
                throw RestrictionDraft.invalid("Space roles are not enabled on this site.")
            }
            let space = try grant.space
            return try world.change(by: grant) { writer, _ in
                let entries = try grant.call.body().arrayValue ?? []
                for entry in entries {
                    let subject = try principal(entry["principal"], writer.reader)
                    let role = try entry["roleId"]?.stringValue.map { id in
                        guard let role = world.site.roles.first(where: { $0.id == id }) else {
                            throw RestrictionDraft.invalid("Unknown role: \(id)")
                        }
                        return role
                    }
                    try writer.assign(role, to: subject, in: space.key)
                }
                let all = try assignments(in: space, nil, writer.reader, world)
                return .assignments(Rows(all, paging: Paging(start: 0, limit: max(all.count, 25))))
            }
        }
    )

    static let roleMode = Resource { _, world in .roleMode(world.settings.spaceRoles) }

    static let permissionKinds = Resource { grant, _ in
        let paging = try grant.call.paging(most: 250)
        return .permissionKinds(Rows(Array(SpaceOperation.allCases.dropFirst(paging.start)), paging: paging))
    }

    private static func space(_ text: String, _ store: StoreReader) throws -> SpaceRecord {
        guard let id = Int64(text), let space = try store.space(id: id) else {
            throw Refusal(.spaceMissing, [.id: text], because: "no space has the id \(text)")
        }
        return space
    }

    /// Those of a space's assignments that the call's query leaves.
    static func assignments(
        in space: SpaceRecord, _ call: Call?, _ store: StoreReader, _ world: World
    ) throws -> [NamedAssignment] {
        func wants(_ item: String, _ value: String) -> Bool { call?.item(item).map(value.equalsIgnoringCase) ?? true }
        return try store.roleAssignments(of: space.id).compactMap { assignment in
            guard let role = world.site.roles.first(where: { $0.name == assignment.role }),
                let subject = try store.named(assignment.subject),
                wants("role-id", role.id), wants("role-type", role.type.rawValue),
                wants("principal-type", subject.principal.type), wants("principal-id", subject.principal.id)
            else { return nil }
            return NamedAssignment(role: role, subject: subject)
        }
    }

    private static func principal(_ json: JSON?, _ store: StoreReader) throws -> Subject {
        let id = json?["principalId"]?.stringValue ?? ""
        switch json?["principalType"]?.stringValue {
        case "USER":
            if let account = try store.account(accountID: id) { return .user(account.name) }
        case "GROUP":
            if let name = try store.group(id) { return .group(name) }
        case "ACCESS_CLASS" where id == "anonymous-users":
            return .anonymous
        default: break
        }
        throw RestrictionDraft.invalid("Unknown principal: \(id)")
    }
}

extension SpaceRoleDefinition {
    /// The identifier under which the API knows the role.
    var id: String { StableID.uuid("role", name) }

    var type: RoleType { Self.standard.contains { $0.name == name } ? .system : .custom }

    enum RoleType: String {
        case system = "SYSTEM"
        case custom = "CUSTOM"
    }
}

extension NamedSubject {
    /// How Cloud's roles name the subject.
    var principal: (type: String, id: String) {
        switch self {
        case .account(let account): ("USER", account.accountID)
        case .group(let name): ("GROUP", Self.groupID(name))
        case .anonymous: ("ACCESS_CLASS", "anonymous-users")
        }
    }
}
