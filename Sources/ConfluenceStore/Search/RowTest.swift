import ConfluenceModel
import GRDB

/// What one clause asks of a row, with names resolved to the numbers that the tables hold.
enum RowTest {
    case never
    case always
    case text(TextQuery, TextQuery.Columns)
    case ids([Int64])
    case parents([Int64])
    case containers([Int64])
    case ancestors([Int64])
    /// Kinds, and types that apps gave to custom content.
    case kinds([String], customTypes: [String] = [])
    case subtypes([String])
    case spaces([Int64])
    /// Spaces that a further query names by their ids.
    case spacesAmong(SQL)
    case labels([Int64])
    case creators([Int64])
    case contributors([Int64])
    case mentions([Int64])
    case macros([String])
    case title(String)
    case fileEndings([String])
    /// What people marked as favourites.
    case favourites([Int64])
    /// What people are told changes of.
    case watchers([Int64])
    /// States that people put on content, in lower case.
    case states([String])
    case created(Moments)
    case modified(Moments)
    /// Accounts as rows of their own.
    case users([Int64])

    /// A stretch of time, from one instant up to but not including another.
    struct Moments {
        var from: Instant?
        var until: Instant?
    }

    /// The kinds that rows which meet the test can have; `nil` for any.
    var kinds: Set<String>? {
        switch self {
        case .kinds(let kinds, let customTypes):
            Set(kinds + (customTypes.isEmpty ? [] : [ContentKind.custom.rawValue]))
        case .ids, .parents, .ancestors, .labels, .contributors, .mentions, .macros, .states:
            Set(ContentKind.allCases.map(\.rawValue))
        case .containers: Set(ContentKind.parts.map(\.rawValue))
        case .fileEndings: [ContentKind.attachment.rawValue]
        case .subtypes: [ContentKind.page.rawValue]
        case .users: ["user"]
        default: nil
        }
    }
}

// MARK: Rows one by one

extension RowTest {
    /// Kinds that hang on content instead of standing in the tree.
    private static let parts: SQL = "('comment', 'attachment', 'custom')"

    /// The test as a condition on a row `c`; what is unknown about the row leaves it null.
    func check(on rows: SearchRows, rowsAreFew: Bool) -> SQL {
        switch self {
        case .never: "FALSE"
        case .always: "TRUE"
        case .text(let query, let columns): rows.check(query, columns, rowsAreFew: rowsAreFew)
        case .ids(let ids): "c.kind NOT IN ('space', 'user') AND c.id IN \(ids)"
        case .parents(let ids): "c.kind NOT IN \(Self.parts) AND c.parentID IN \(ids)"
        case .containers(let ids): "c.kind IN \(Self.parts) AND c.parentID IN \(ids)"
        case .ancestors(let ids): Self.standsBelow(ids)
        case .kinds(let kinds, let customTypes):
            customTypes.isEmpty
                ? "c.kind IN \(kinds)" : "(c.kind IN \(kinds) OR c.customType IN \(customTypes))"
        case .subtypes(let names): "c.subtype IN \(names)"
        case .spaces(let ids): ids.count == 1 ? "c.spaceID = \(ids[0])" : "c.spaceID IN \(ids)"
        case .spacesAmong(let query): "c.spaceID IN (\(query))"
        case .labels(let ids):
            "EXISTS (SELECT 1 FROM content_labels x WHERE x.contentID = c.id AND x.labelID IN \(ids))"
        case .creators(let ids): "c.creatorID IN \(ids)"
        case .contributors(let ids):
            "EXISTS (SELECT 1 FROM content_versions v WHERE v.contentID = c.id AND v.authorID IN \(ids))"
        case .mentions(let ids):
            "EXISTS (SELECT 1 FROM content_mentions m WHERE m.contentID = c.id AND m.userID IN \(ids))"
        case .macros(let names):
            "EXISTS (SELECT 1 FROM content_macros m WHERE m.contentID = c.id AND m.name IN \(names))"
        case .title(let key): "c.titleKey = \(key)"
        case .fileEndings(let endings):
            "c.kind = 'attachment' AND (\(endings.map(Self.ends).joined(separator: " OR ")))"
        case .created(let moments): moments.check("c.createdAt")
        case .modified(let moments): moments.check("c.modifiedAt")
        case .watchers(let ids):
            rows == .spaces
                ? "EXISTS (SELECT 1 FROM space_watches w WHERE w.spaceID = c.id AND w.userID IN \(ids))"
                : "EXISTS (SELECT 1 FROM content_watches w WHERE w.contentID = c.id AND w.userID IN \(ids))"
        case .states(let names):
            "EXISTS (SELECT 1 FROM content_states s WHERE s.contentID = c.id AND lower(s.name) IN \(names))"
        case .favourites(let ids):
            rows == .spaces
                ? "EXISTS (SELECT 1 FROM favourite_spaces f WHERE f.spaceID = c.id AND f.userID IN \(ids))"
                : "EXISTS (SELECT 1 FROM favourite_content f WHERE f.contentID = c.id AND f.userID IN \(ids))"
        case .users(let ids): "c.kind = 'user' AND c.id IN \(ids)"
        }
    }

    private static func ends(_ ending: String) -> SQL {
        "substr(c.titleKey, -\(ending.unicodeScalars.count)) = \(ending)"
    }

    /// Walks up from the row, which costs as much as the tree is deep, however much lies below the ancestors.
    private static func standsBelow(_ ids: [Int64]) -> SQL {
        """
        c.kind NOT IN \(parts) AND EXISTS (WITH RECURSIVE line (id) AS (
          SELECT c.parentID WHERE c.parentID IS NOT NULL
          UNION ALL
          SELECT p.parentID FROM line l JOIN content p ON p.id = l.id WHERE p.parentID IS NOT NULL
        ) SELECT 1 FROM line WHERE id IN \(ids))
        """
    }
}

extension RowTest.Moments {
    func check(_ column: String) -> SQL {
        var parts: [SQL] = []
        if let from { parts.append("\(sql: column) >= \(from)") }
        if let until { parts.append("\(sql: column) < \(until)") }
        return parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ")
    }
}
