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
    case watcher

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

    /// Fields of people, which a search for content doesn't take.
    private static let ofPeople: Set<String> = ["user", "user.fullname", "user.accountid", "user.userkey"]

    static func named(_ name: String, at position: Int) throws(CQLSearchError) -> SearchField {
        let key = name.lowercased()
        if let field = byName[key] { return field }
        guard !ofPeople.contains(key) else { throw .unsupportedField(name: name, position: position) }
        throw .unknownField(
            name: name, position: position,
            nearest: NearestFields.find(for: name, in: allCases.map(\.rawValue)))
    }

    var operators: [CQLOperator] {
        switch self {
        case .text, .siteSearch, .spaceTitle: [.contains, .containsNot]
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
        case .creator: "(SELECT u.displayName FROM users u WHERE u.id = c.creatorID)"
        default: nil
        }
    }
}

/// Chooses the field names to offer instead of one that there is not.
enum NearestFields {
    /// Five names, those with the same first letter before the others, each time the closest first.
    static func find(for word: String, in names: [String]) -> [String] {
        let initial = word.lowercased().first
        let ranked = NearestWord.ranked(for: word, in: names)
        let alike = ranked.filter { $0.lowercased().first == initial }
        return Array((alike + ranked.filter { $0.lowercased().first != initial }).prefix(5))
    }
}
