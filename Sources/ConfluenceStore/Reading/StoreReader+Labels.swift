import GRDB

/// Labels by what carries them; a label exists only while something does.
///
/// Labels with an owner are told to that account alone, whatever rights others have: not even a super-user sees them.
extension StoreReader {
    package func labels(named name: String, visibleTo viewer: Viewer) throws -> [LabelRecord] {
        try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID FROM labels l
            WHERE l.name = \(name.lowercased()) AND \(viewer.labels) ORDER BY l.prefix
            """
        ) { decodeLabel($0) }
    }

    package func labels(of id: Int64, visibleTo viewer: Viewer) throws -> [LabelRecord] {
        try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID FROM content_labels x JOIN labels l ON l.id = x.labelID
            WHERE x.contentID = \(id) AND \(viewer.labels) ORDER BY l.name, l.prefix
            """
        ) { decodeLabel($0) }
    }

    /// The labels of content, whoever sees them.
    package func allLabels(of id: Int64) throws -> [LabelRecord] {
        try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID FROM content_labels x JOIN labels l ON l.id = x.labelID
            WHERE x.contentID = ? ORDER BY l.name, l.prefix, l.ownerID
            """, [id]
        ) { decodeLabel($0) }
    }

    /// Whether anything carries the label, whoever may see it.
    package func isInUse(labelID: Int64) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM content_labels WHERE labelID = ?
            UNION ALL SELECT 1 FROM space_labels WHERE labelID = ?
            """, [labelID, labelID])
    }

    /// The labels of a space itself, not those of its content.
    package func labels(ofSpace id: Int64, visibleTo viewer: Viewer) throws -> [LabelRecord] {
        try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID FROM space_labels x JOIN labels l ON l.id = x.labelID
            WHERE x.spaceID = \(id) AND \(viewer.labels) ORDER BY l.name, l.prefix
            """
        ) { decodeLabel($0) }
    }

    /// How many of the current pieces of content that the viewer may view carry each label.
    ///
    /// - Parameter spaceID: The only space that is looked through.
    package func labelCounts(
        inSpace spaceID: Int64? = nil, visibleTo viewer: Viewer
    ) throws -> [(label: LabelRecord, count: Int)] {
        let filter = try ViewFilter(viewer, self).content("c")
        let place: SQL = spaceID.map { "c.spaceID = \($0)" } ?? "TRUE"
        return try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID, count(*) FROM labels l JOIN content_labels x ON x.labelID = l.id
            JOIN content c ON c.id = x.contentID
            WHERE c.status = 'current' AND \(place) AND \(viewer.labels) AND \(filter) GROUP BY l.id ORDER BY l.name, l.prefix
            """
        ) { (decodeLabel($0), $0[4]) }
    }

    /// How often, and how lately, each label was put on the current content that the viewer may view.
    ///
    /// - Parameters:
    ///   - spaceID: The only space that is looked through.
    ///   - labelID: Only content that carries this label too is looked at, and it is not among the answers.
    package func labelUses(
        inSpace spaceID: Int64? = nil, beside labelID: Int64? = nil, visibleTo viewer: Viewer
    ) throws -> [LabelUse] {
        let filter = try ViewFilter(viewer, self).content("c")
        let place: SQL = spaceID.map { "c.spaceID = \($0)" } ?? "TRUE"
        let company: SQL =
            labelID.map {
                "l.id != \($0) AND c.id IN (SELECT contentID FROM content_labels WHERE labelID = \($0))"
            } ?? "TRUE"
        return try all(
            """
            SELECT l.id, l.prefix, l.name, l.ownerID, count(*), max(x.rowid) FROM labels l
            JOIN content_labels x ON x.labelID = l.id JOIN content c ON c.id = x.contentID
            WHERE c.status = 'current' AND \(place) AND \(company) AND \(viewer.labels) AND \(filter) GROUP BY l.id
            ORDER BY l.name, l.prefix
            """
        ) { LabelUse(label: decodeLabel($0), count: $0[4], lastUse: $0[5]) }
    }

    /// The current content that carries one of the labels and that the viewer may view.
    package func contents(
        labelled labels: [Int64], kinds: [ContentKind], spaceIDs: [Int64]? = nil, order: ContentFilter.Order = .id,
        behind: ContentPlace? = nil, visibleTo viewer: Viewer, offset: Int, limit: Int
    ) throws -> [ContentRecord] {
        let filter = try ViewFilter(viewer, self).content("c")
        let place: SQL = spaceIDs.map { "c.spaceID IN \($0)" } ?? "TRUE"
        let rest: SQL = behind.map { order.condition(behind: $0) } ?? "TRUE"
        return try all(
            """
            \(sql: ContentRow.select) WHERE c.id IN (
              SELECT x.contentID FROM content_labels x JOIN labels l ON l.id = x.labelID
              WHERE x.labelID IN \(labels) AND \(viewer.labels)) \
            AND c.kind IN \(kinds.map(\.rawValue)) AND c.status = 'current' AND \(place) AND \(rest) AND \(filter) \
            ORDER BY \(sql: order.sql), c.id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    private func decodeLabel(_ row: Columns) -> LabelRecord {
        LabelRecord(id: row[0], prefix: row[1], name: row[2], ownerID: row[3])
    }
}

extension Viewer {
    /// A condition on the rows `l` of labels.
    var labels: SQL { "(l.ownerID IS NULL OR l.ownerID = \(account?.id))" }
}
