import CQL
import ConfluenceModel

/// The fields that content can be searched by; the raw values are how CQL spells them.
///
/// Names and operators: https://developer.atlassian.com/cloud/confluence/cql-fields/
enum SearchField: String, CaseIterable {
    case ancestor
    case container
    case content
    case contributor
    case created
    case creator
    case favourite
    case favorite
    case fileExtension
    case fileExtensionDotted = "file.extension"
    case id
    case label
    case lastModified = "lastmodified"
    case macro
    case mention
    case pageStatus
    case parent
    case siteSearch
    case space
    case spaceCategory = "space.category"
    case spaceKey = "space.key"
    case spaceTitle = "space.title"
    case spaceType = "space.type"
    case subtype
    case text
    case title
    case type
    case user
    case userAccountID = "user.accountid"
    case userFullName = "user.fullname"
    case userKey = "user.userkey"
    case watcher

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

    /// Fields of people, which a search for content doesn't take.
    private static let ofPeople: [SearchField] = [.user, .userAccountID, .userFullName, .userKey]

    static func named(
        _ name: String, at position: Int, in context: SearchContext
    ) throws(CQLSearchError) -> SearchField {
        if let field = byName[name.lowercased()] {
            guard context.userRows == .found || !ofPeople.contains(field) else {
                throw .unsupportedField(name: name, position: position)
            }
            return field
        }
        throw .unknownField(called: name, at: position)
    }

    /// The names that an error may offer.
    fileprivate static let offered = allCases.filter { !ofPeople.contains($0) }.map(\.rawValue)

    var operators: [CQLOperator] {
        switch self {
        case .text, .siteSearch, .spaceTitle: [.contains, .containsNot]
        case .user, .userFullName: [.equals, .notEquals, .isIn, .notIn, .contains, .containsNot]
        case .title: [.equals, .notEquals, .contains, .containsNot]
        case .created, .lastModified: [.equals, .notEquals, .greater, .greaterOrEqual, .less, .lessOrEqual]
        default: [.equals, .notEquals, .isIn, .notIn]
        }
    }

    /// The column to order by; `nil` for fields that rows can't be ordered by.
    var orderColumn: String? {
        switch self {
        case .title: "c.titleKey"
        case .created: "c.createdAt"
        case .lastModified: "c.modifiedAt"
        case .id, .content: "c.id"
        case .type: "c.kind"
        case .space, .spaceKey: "(SELECT s.key FROM spaces s WHERE s.id = c.spaceID)"
        case .spaceTitle: "(SELECT s.name FROM spaces s WHERE s.id = c.spaceID)"
        case .creator: "(SELECT u.displayName FROM users u WHERE u.id = c.creatorID)"
        default: nil
        }
    }

    /// The index of content that begins with the column to order by.
    var orderIndex: String? {
        switch self {
        case .title: "content_by_title"
        case .created: "content_by_creation"
        case .lastModified: "content_by_change"
        default: nil
        }
    }
}

extension CQLSearchError {
    /// A field that there is not, with five names to offer: those with the same first letter before the others, each
    /// time those of the fewest edits first, and the shortest of these.
    ///
    /// That gives what Cloud was seen to offer for `status`: space, subtype, space.key, siteSearch, space.type.
    package static func unknownField(called name: String, at position: Int) -> CQLSearchError {
        let initial = name.lowercased().first
        let ranked = NearestWord.ranked(for: name, in: SearchField.offered)
        let alike = ranked.filter { $0.lowercased().first == initial }
        let others = ranked.filter { $0.lowercased().first != initial }
        return .unknownField(name: name, position: position, nearest: Array((alike + others).prefix(5)))
    }
}
