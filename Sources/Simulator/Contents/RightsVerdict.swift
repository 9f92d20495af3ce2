package import ConfluenceModel

/// Whether somebody may do something at this moment, and why.
package struct RightsVerdict: Sendable, Hashable {
    package var isGranted: Bool
    /// The reason, in the words in which the journal gives it.
    package var words: String
    /// The stage that decides.
    package var stage: JournalEntry.Stage
    /// The status with which REST v1 refuses; `nil` where nothing is refused.
    package var status: Int?
}

/// Who may do what in a space, and through what.
package struct PermissionMatrix: Sendable, Hashable {
    package var space: String
    package var columns: [SpaceOperation]
    package var rows: [Row]

    /// One account, or visitors without one.
    package struct Row: Sendable, Hashable {
        /// `nil` for anonymous visitors.
        package var user: String?
        /// Why the account may do nothing at all here, whatever it was granted; `nil` where it may use the site.
        package var barrier: String?
        /// Through what each permission is held; one without an entry is not held.
        package var rights: [SpaceOperation: [RightSource]]
    }
}

/// Through what somebody holds a permission in a space.
package enum RightSource: Sendable, Hashable, CustomStringConvertible {
    /// Granted to the account itself.
    case account
    case group(String)
    /// Granted to everybody, visitors too.
    case anonymous
    /// By membership of the group to which permissions do not apply.
    case superUser(group: String)
    /// As part of a role that the account, or a group it is in, has in the space.
    case role(String, through: Subject)

    package var description: String {
        switch self {
        case .account: "granted to the account"
        case .group(let name): "granted to the group \(name)"
        case .anonymous: "granted to everybody"
        case .superUser(let group): "held without a grant, as a member of \(group)"
        case .role(let role, let subject): "part of the role \(role) of the \(subject)"
        }
    }
}
