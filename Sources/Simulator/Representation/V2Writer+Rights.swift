import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Operations, permissions and roles as `/api/v2` writes them.
extension V2Writer {
    func operations(_ names: [OperationName]) -> JSON {
        [
            "operations": .array(
                names.map { ["operation": .string($0.key), "targetType": .string($0.target)] })
        ]
    }

    func permission(_ permission: NamedPermission) -> JSON {
        let name = dialect.rights.name(of: permission.record.operation)
        // The description has users, groups and roles; how it names visitors is not known.
        let principal: (type: String, id: String) =
            switch permission.subject {
            case .account(let account): ("user", account.accountID)
            case .group(let name): ("group", NamedSubject.groupID(name))
            case .anonymous: ("role", "anonymous-users")
            }
        return [
            "id": .string("\(permission.record.id)"),
            "principal": ["type": .string(principal.type), "id": .string(principal.id)],
            "operation": ["key": .string(name?.key ?? ""), "targetType": .string(name?.target ?? "")],
        ]
    }

    func permissionKind(_ operation: SpaceOperation) -> JSON {
        [
            "id": .string(permissionID(operation)), "displayName": .string(operation.rawValue), "description": "",
            "requiredPermissionIds": operation == .view ? [] : [.string(permissionID(.view))],
        ]
    }

    func role(_ role: SpaceRoleDefinition, isTop: Bool = false) -> JSON {
        var json: JSONObject = [
            "id": .string(role.id), "type": .string(role.type.rawValue), "name": .string(role.name),
            "description": .string(role.description),
        ]
        let held = SpaceOperation.allCases.filter(role.operations.contains)
        json["spacePermissions"] = .array(held.map { .string(permissionID($0)) })
        if isTop { json["_links"] = ["base": .string(base.url)] }
        return .object(json)
    }

    func assignment(_ assignment: NamedAssignment) -> JSON {
        let principal = assignment.subject.principal
        return [
            "principal": ["principalType": .string(principal.type), "principalId": .string(principal.id)],
            "roleId": .string(assignment.role.id),
        ]
    }

    static func word(of mode: SiteSettings.SpaceRoles) -> String {
        switch mode {
        case .off: "PRE_ROLES"
        case .transition: "ROLES_TRANSITION"
        case .only: "ROLES"
        }
    }

    /// `read/space`
    private func permissionID(_ operation: SpaceOperation) -> String {
        dialect.rights.name(of: operation).map { "\($0.key)/\($0.target)" } ?? operation.rawValue
    }
}
