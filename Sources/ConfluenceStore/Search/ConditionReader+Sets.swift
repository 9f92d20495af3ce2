import CQL
import ConfluenceModel
import GRDB

/// Fields that are compared with one value or a list of them.
extension ConditionReader {
    func set(_ field: SearchField, _ clause: CQLClause) throws -> RowTest {
        switch field {
        case .id, .content: return some(try contentIDs(clause), RowTest.ids)
        case .parent: return some(try contentIDs(clause), RowTest.parents)
        case .container: return some(try contentIDs(clause), RowTest.containers)
        case .ancestor: return some(try contentIDs(clause), RowTest.ancestors)
        case .space, .spaceKey: return try spaces(clause)
        case .spaceTitle: return try spaceTitle(clause)
        case .spaceType: return try spaceType(clause)
        case .spaceCategory: return .spacesAmong(try spacesLabelled(clause))
        case .title: return .title(try nonEmptyText(clause).lowercased())
        case .type: return try types(clause)
        case .label: return some(try labelIDs(clause), RowTest.labels)
        case .creator: return some(try accountIDs(clause), RowTest.creators)
        case .contributor: return some(try accountIDs(clause), RowTest.contributors)
        case .mention: return some(try accountIDs(clause), RowTest.mentions)
        case .favourite, .favorite: return some(try accountIDs(clause), RowTest.favourites)
        case .watcher: return some(try accountIDs(clause), RowTest.watchers)
        case .pageStatus: return some(try values(clause).map { $0.lowercased() }, RowTest.states)
        case .macro: return some(try values(clause).map { $0.lowercased() }, RowTest.macros)
        case .subtype: return some(try values(clause).map { $0.lowercased() }, RowTest.subtypes)
        case .userAccountID, .userKey: return some(try accountIDs(clause), RowTest.users)
        case .fileExtension, .fileExtensionDotted:
            return some(try values(clause).map { "." + $0.lowercased() }, RowTest.fileEndings)
        default:
            // Fields of which the store knows nothing.
            _ = try values(clause)
            return .never
        }
    }

    /// A test for none of nothing: it fails for every row without being asked.
    private func some<Value>(_ values: [Value], _ test: ([Value]) -> RowTest) -> RowTest {
        values.isEmpty ? .never : test(values)
    }

    // MARK: Spaces

    /// The spaces named that the viewer may view; a hidden space answers like one that is not there.
    private func spaces(_ clause: CQLClause) throws -> RowTest {
        var ids: [Int64] = []
        let keys = try values(clause)
        for key in keys {
            guard let space = try reader.space(keyIgnoringCase: key) else { continue }
            if try context.viewer.bypasses || reader.operations(in: space.id, for: context.viewer).contains(.view) {
                ids.append(space.id)
            }
        }
        if ids.isEmpty, context.unknownSpace == .failure, let key = keys.first {
            throw CQLSearchError.unknownSpace(key: key)
        }
        return some(ids, RowTest.spaces)
    }

    private func spaceTitle(_ clause: CQLClause) throws -> RowTest {
        guard let match = try textQuery(clause).match else { return .never }
        let inTitle = "{title} : (\(match))"
        return .spacesAmong("SELECT rowid FROM space_index WHERE space_index MATCH \(inTitle)")
    }

    private func spaceType(_ clause: CQLClause) throws -> RowTest {
        let expected = ["global", "personal", "favourite", "favorite"]
        let kinds = try values(clause).map { try oneOf(expected, $0, clause) }
        let owner = context.viewer.account?.id
        let favourites: SQL = kinds.contains { $0.hasPrefix("fav") } ? "spaceID" : "NULL"
        return .spacesAmong(
            """
            SELECT id FROM spaces WHERE kind IN \(kinds)
            UNION SELECT \(favourites) FROM favourite_spaces WHERE userID IS \(owner)
            """)
    }

    /// Categories are labels of spaces.
    private func spacesLabelled(_ clause: CQLClause) throws -> SQL {
        let names = try values(clause).map { $0.lowercased() }
        return """
            SELECT x.spaceID FROM space_labels x JOIN labels l ON l.id = x.labelID
            WHERE l.name IN \(names) AND \(context.viewer.labels)
            """
    }

    // MARK: Content

    private func types(_ clause: CQLClause) throws -> RowTest {
        let expected = ["space", "user"] + ContentKind.everywhere.map(\.rawValue) + context.furtherTypes
        let values = try values(clause)
        let customTypes = values.filter { context.knowsCustomTypes && CustomContentDefinition.isType($0) }
        let kinds = try values.filter { !customTypes.contains($0) }.map { try oneOf(expected, $0, clause) }
        if Set(kinds) == ["user"], customTypes.isEmpty, context.userRows == .meaningless { return .always }
        return values.isEmpty ? .never : .kinds(kinds, customTypes: customTypes)
    }

    /// A label without a prefix is a global one.
    private func labelIDs(_ clause: CQLClause) throws -> [Int64] {
        try values(clause).flatMap { value -> [Int64] in
            let label = LabelName(value)
            return try reader.labels(named: label.name, visibleTo: context.viewer)
                .filter { $0.prefix == label.prefix }.map(\.id)
        }
    }

    // MARK: People

    /// Accounts as rows, by what names them or by their full name.
    func users(_ field: SearchField, _ clause: CQLClause, _ op: CQLOperator) throws -> RowTest {
        guard op == .contains || field == .userFullName else { return some(try accountIDs(clause), RowTest.users) }
        let words = try nonEmptyText(clause).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let found = try people { name in
            let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
            return op == .contains
                ? words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
                : parts.map(String.init) == words
        }
        return some(found, RowTest.users)
    }

    /// The accounts whose full names are so.
    func people(named isMeant: (String) -> Bool) throws -> [Int64] {
        try reader.all("SELECT id, displayName FROM users", []) { (id: $0[0] as Int64, name: $0[1] as String) }
            .filter { isMeant($0.name) }.map(\.id)
    }

    /// Whether a query names `user` among its types, where accounts are found at all.
    func asksForPeople(_ condition: CQLCondition) -> Bool {
        guard context.userRows == .found else { return false }
        switch condition {
        case .and(let parts), .or(let parts): return parts.contains { asksForPeople($0) }
        case .not: return false
        case .clause(let clause):
            guard clause.field.lowercased() == SearchField.type.rawValue, clause.op.denied == nil else { return false }
            let values = if case .list(let values) = clause.value { values } else { [clause.value] }
            return values.contains { if case .text("user", _) = $0 { true } else { false } }
        }
    }
}
