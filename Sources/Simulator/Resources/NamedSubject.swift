import ConfluenceModel
import ConfluenceStore

/// A subject of a permission or restriction with its account, where it is one.
enum NamedSubject: Sendable, Hashable {
    case account(AccountRecord)
    case group(String)
    case anonymous

    var subject: Subject {
        switch self {
        case .account(let account): .user(account.name)
        case .group(let name): .group(name)
        case .anonymous: .anonymous
        }
    }

    /// The identifier that Cloud has for a group, which Data Center knows by name alone.
    static func groupID(_ name: String) -> String { StableID.uuid("group", name) }
}

/// A permission in a space with the one who has it.
struct NamedPermission: Sendable, Hashable {
    var record: SpacePermissionRecord
    var subject: NamedSubject
}

/// A role in a space with the one who has it.
struct NamedAssignment: Sendable, Hashable {
    var role: SpaceRoleDefinition
    var subject: NamedSubject
}

extension StoreReader {
    func named(_ subject: Subject) throws -> NamedSubject? {
        switch subject {
        case .user(let name): try account(name: name).map { .account($0) }
        case .group(let name): .group(name)
        case .anonymous: .anonymous
        }
    }

    /// The group of that name or identifier.
    func group(_ text: String) throws -> String? {
        try groups().first { $0 == text || NamedSubject.groupID($0) == text }
    }

    func namedPermissions(of spaceID: Int64) throws -> [NamedPermission] {
        try permissions(of: spaceID).compactMap { record in
            try named(record.subject).map { NamedPermission(record: record, subject: $0) }
        }
    }
}
