import GRDB

/// What a search goes through: content, and where they are found too, spaces and accounts.
enum SearchRows: Int, CaseIterable {
    case content
    case spaces
    case users

    /// The rows under the name `c`, all with the columns of content that conditions and orders look at.
    var table: SQL {
        switch self {
        case .content: "content c"
        case .spaces:
            """
            (SELECT id, 'space' AS kind, 'current' AS status, name AS title, lower(name) AS titleKey, id AS spaceID,
            NULL AS parentID, NULL AS guardID, createdAt, creatorID, 0 AS version, createdAt AS modifiedAt,
            NULL AS customType, NULL AS subtype FROM spaces) c
            """
        case .users:
            """
            (SELECT id, 'user' AS kind, 'current' AS status, displayName AS title, lower(displayName) AS titleKey,
            NULL AS spaceID, NULL AS parentID, NULL AS guardID, NULL AS createdAt, NULL AS creatorID, 0 AS version,
            NULL AS modifiedAt, NULL AS customType, NULL AS subtype FROM users WHERE isActive) c
            """
        }
    }

    /// Whether a row holds the words: asks the index for this one row, or for all rows at once.
    func check(_ query: TextQuery, _ columns: TextQuery.Columns, rowsAreFew: Bool) -> SQL {
        switch (self, query.match) {
        case (.users, _): return "c.id IN \(query.people)"
        case (_, nil): return "FALSE"
        case (.content, let match?):
            let index: SQL = columns == .title ? "title_index" : "content_index"
            guard rowsAreFew else { return "c.id IN (SELECT rowid FROM \(index) WHERE \(index) MATCH \(match))" }
            return "EXISTS (SELECT 1 FROM \(index) WHERE \(index) MATCH \(match) AND rowid = c.id)"
        case (.spaces, let match?):
            let inColumns = columns == .title ? "{title} : (\(match))" : match
            return "c.id IN (SELECT rowid FROM space_index WHERE space_index MATCH \(inColumns))"
        }
    }
}
