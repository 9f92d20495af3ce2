import ConfluenceModel
import GRDB

extension StoreReader {
    /// The content of that id, whoever asks.
    package func content(id: Int64) throws -> ContentRecord? {
        try one(ContentRow.select + "WHERE c.id = ?", [id]) { try decodeContent($0) } ?? nil
    }

    /// The content that holds a title in a space, whoever asks: what is archived goes on holding its title.
    package func content(
        kind: ContentKind, title: String, spaceID: Int64, ignoringCase: Bool = false
    ) throws -> ContentRecord? {
        let sql = """
            WHERE c.spaceID = ? AND c.titleKey = ? AND c.kind = ? AND c.status IN ('current', 'archived') AND (? OR c.title = ?)
            ORDER BY c.id LIMIT 1
            """
        let arguments: StatementArguments = [spaceID, title.lowercased(), kind.rawValue, ignoringCase, title]
        return try one(ContentRow.select + sql, arguments) { try decodeContent($0) } ?? nil
    }

    /// The content that the filter names and the viewer may view.
    package func contents(
        _ filter: ContentFilter, visibleTo viewer: Viewer, offset: Int = 0, limit: Int
    ) throws -> [ContentRecord] {
        var conditions = [try ViewFilter(viewer, self).content("c")] + filter.conditions
        if filter.statuses.contains(.draft), !viewer.bypasses {
            conditions.append("(c.status != 'draft' OR c.creatorID IS \(viewer.account?.id))")
        }
        return try all(
            """
            \(sql: ContentRow.select) WHERE \(conditions.joined(separator: " AND ")) \
            ORDER BY \(sql: filter.order.sql), c.id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    /// The current content below another that the viewer may view, in its place's order.
    package func children(
        of id: Int64, kind: ContentKind, visibleTo viewer: Viewer, offset: Int = 0, limit: Int
    ) throws -> [ContentRecord] {
        let filter = ContentFilter(kind: kind, parentID: id, order: .position)
        return try contents(filter, visibleTo: viewer, offset: offset, limit: limit)
    }

    /// What lies above the content, the root first.
    package func ancestors(of id: Int64) throws -> [ContentRecord] {
        let ids: [Int64] = try all(
            """
            WITH RECURSIVE line (id, depth) AS (
              SELECT parentID, 1 FROM content WHERE id = ? AND parentID IS NOT NULL
              UNION ALL
              SELECT c.parentID, l.depth + 1 FROM content c JOIN line l ON c.id = l.id WHERE c.parentID IS NOT NULL
            ) SELECT id FROM line ORDER BY depth DESC
            """, [id]
        ) { $0[0] }
        return try ids.compactMap { try content(id: $0) }
    }

    /// The attachments of a page, by name.
    package func attachments(
        of pageID: Int64, fileName: String? = nil, offset: Int = 0, limit: Int
    ) throws -> [ContentRecord] {
        try all(
            ContentRow.select + """
                WHERE c.parentID = ? AND c.kind = 'attachment' AND c.status = 'current' AND (? IS NULL OR c.title = ?)
                ORDER BY c.titleKey, c.id LIMIT ? OFFSET ?
                """, [pageID, fileName, fileName, max(limit, 0), max(offset, 0)]
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    /// The bytes of an attachment; of its present version unless a number is given.
    package func attachmentData(_ id: Int64, version: Int? = nil) throws -> [UInt8]? {
        let row = try one(
            """
            SELECT data FROM attachment_versions WHERE contentID = ? AND (? IS NULL OR number = ?)
            ORDER BY number DESC LIMIT 1
            """, [id, version, version]
        ) { ($0[0] as Blob?)?.bytes ?? [] }
        return row
    }

    /// The versions of the content, the newest first.
    package func versions(of id: Int64) throws -> [VersionRecord] {
        try all(
            """
            SELECT number, createdAt, authorID, message, isMinorEdit FROM content_versions
            WHERE contentID = ? ORDER BY number DESC
            """, [id]
        ) { row in
            VersionRecord(
                number: row[0], createdAt: (row[1] as Instant).date, author: try account(rowID: row[2]),
                message: row[3], isMinorEdit: row[4])
        }
    }

    /// The body as it was in a version.
    package func body(of id: Int64, version: Int) throws -> String? {
        try one("SELECT body FROM content_versions WHERE contentID = ? AND number = ?", [id, version]) { $0[0] }
    }

    /// The title as it was in a version.
    package func title(of id: Int64, version: Int) throws -> String? {
        try one("SELECT title FROM content_versions WHERE contentID = ? AND number = ?", [id, version]) { $0[0] }
    }
}
