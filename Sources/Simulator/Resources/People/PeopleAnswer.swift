import ConfluenceStore

import struct Foundation.Date

/// What the routes of people and groups answer.
enum PeopleAnswer: Sendable {
    case user(AccountRecord, Expansion)
    /// People in the envelope of a list; the total is told where it was asked for.
    case users(Rows<AccountRecord>, total: Int?)
    /// The same without pages: the people that a request named.
    case named([AccountRecord])
    case group(String, isNew: Bool)
    case groups(Rows<String>, total: Int?)
    /// Somebody was put into a group.
    case joined
    /// Data Center: an account was made.
    case made(AccountRecord)
    case access(withoutAccess: [String], invalid: [String])
    case found(UserSearch)
    case relation(Relation, Expansion)
}

/// Somebody's mark on a space or on content.
struct Relation: Sendable {
    var name: String
    var source: AccountRecord
    var target: Target
    var since: Date

    enum Target: Sendable {
        case space(SpaceDetails)
        case content(ContentDetails)
    }
}
