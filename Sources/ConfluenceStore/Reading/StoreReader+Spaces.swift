package import ConfluenceModel
import GRDB

extension StoreReader {
    /// The space of exactly that key.
    package func space(key: String) throws -> SpaceRecord? {
        try one(spaceColumns + "WHERE key = ?", [key]) { try decodeSpace($0) }
    }

    package func space(keyIgnoringCase key: String) throws -> SpaceRecord? {
        try one(spaceColumns + "WHERE key = ? COLLATE NOCASE ORDER BY id LIMIT 1", [key]) { try decodeSpace($0) }
    }

    package func space(id: Int64) throws -> SpaceRecord? {
        try shelf.spaces.value(id) { try one(spaceColumns + "WHERE id = ?", [id]) { try decodeSpace($0) } }
    }

    /// The keys of all spaces, whoever may see them.
    package func spaceKeys() throws -> [String] {
        try all("SELECT key FROM spaces ORDER BY key", []) { $0[0] }
    }

    /// The spaces that the viewer may view, ordered by key.
    package func spaces(
        visibleTo viewer: Viewer, filter: SpaceFilter = SpaceFilter(), offset: Int, limit: Int
    ) throws -> [SpaceRecord] {
        var conditions = [try ViewFilter(viewer, self).space("id")]
        if let keys = filter.keys {
            conditions.append(filter.keysIgnoreCase ? "key COLLATE NOCASE IN \(keys)" : "key IN \(keys)")
        }
        if let ids = filter.ids { conditions.append("id IN \(ids)") }
        if let kind = filter.kind { conditions.append("kind = \(kind.rawValue)") }
        if let use = filter.use {
            let used: SQL = "(SELECT spaceID FROM space_settings WHERE name = 'type' AND value = \(use))"
            conditions.append("id IN \(used)")
        }
        if let labels = filter.labels {
            conditions.append("id IN (\(Self.labelled(labels, viewer, "SELECT x.spaceID FROM space_labels x")))")
        }
        if let labels = filter.contentLabels {
            let content: SQL = "SELECT c.spaceID FROM content_labels x JOIN content c ON c.id = x.contentID"
            let seen = try ViewFilter(viewer, self).content("c")
            conditions.append("id IN (\(Self.labelled(labels, viewer, content)) AND c.status = 'current' AND \(seen))")
        }
        if let isArchived = filter.isArchived { conditions.append("isArchived = \(isArchived)") }
        if let favourites = filter.favourites {
            conditions.append(
                """
                (id IN (SELECT spaceID FROM favourite_spaces WHERE userID = \(favourites.accountID))) \
                = \(favourites.areWanted)
                """)
        }
        let query: SQL = """
            \(sql: spaceColumns) WHERE \(conditions.joined(separator: " AND ")) \
            ORDER BY \(sql: filter.order.rawValue) \(sql: filter.isDescending ? "DESC" : "ASC"), id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        return try all(query) { try decodeSpace($0) }
    }

    /// Rows of a query whose `x` bears one of the labels; a name without a prefix stands for a label of any prefix.
    private static func labelled(_ names: [String], _ viewer: Viewer, _ query: SQL) -> SQL {
        let tests = names.map(LabelName.init).map { label -> SQL in
            label.isPrefixed ? "(l.prefix = \(label.prefix) AND l.name = \(label.name))" : "l.name = \(label.name)"
        }
        let any = tests.joined(separator: " OR ")
        return "\(query) JOIN labels l ON l.id = x.labelID WHERE (\(any)) AND \(viewer.labels)"
    }

    /// What the viewer may do in the space, by grants to the account, its groups, and everybody.
    package func operations(in spaceID: Int64, for viewer: Viewer) throws -> Set<SpaceOperation> {
        if viewer.bypasses { return Set(SpaceOperation.allCases) }
        let place = Shelf.SpaceViewer(spaceID: spaceID, subjects: viewer.subjects)
        let operations = try shelf.operations.value(place) {
            let names: [String] = try all(
                """
                SELECT DISTINCT operation FROM space_permissions
                WHERE spaceID = ? AND subject IN (SELECT value FROM json_each(?))
                """, [spaceID, viewer.subjectKeys]
            ) { $0[0] }
            return Set(names.compactMap(SpaceOperation.init(rawValue:)))
        }
        return operations ?? []
    }

    package func permissions(of spaceID: Int64) throws -> [SpacePermissionRecord] {
        try all(
            """
            SELECT p.subject, p.operation, a.role FROM space_permissions p
            LEFT JOIN role_assignments a ON a.spaceID = p.spaceID AND a.subject = p.subject
            WHERE p.spaceID = ? ORDER BY p.subject, p.operation
            """, [spaceID]
        ) { row in
            guard let subject = Subject(key: row[0]), let operation = SpaceOperation(rawValue: row[1]) else {
                return nil
            }
            return SpacePermissionRecord(spaceID: spaceID, subject: subject, operation: operation, role: row[2])
        }.compactMap { $0 }
    }

    /// Who has which role in the space, in the order of the subjects.
    package func roleAssignments(of spaceID: Int64) throws -> [RoleAssignment] {
        try all("SELECT role, subject FROM role_assignments WHERE spaceID = ? ORDER BY subject", [spaceID]) { row in
            Subject(key: row[1]).map { RoleAssignment(row[0], $0) }
        }.compactMap { $0 }
    }

    /// The titles that pages of the space hold, in lower case.
    func titleKeys(ofSpace id: Int64) throws -> Set<String> {
        Set(
            try all(
                "SELECT titleKey FROM content WHERE spaceID = ? AND kind = 'page' AND status IN ('current', 'archived')",
                [id]
            ) { $0[0] as String })
    }

    /// How many places at the root of the space's tree are taken.
    func rootCount(ofSpace id: Int64) throws -> Int {
        try one(
            "SELECT coalesce(max(position) + 1, 0) FROM content WHERE spaceID = ? AND parentID IS NULL", [id]
        ) { $0[0] as Int } ?? 0
    }

    // MARK: Rows

    private var spaceColumns: String {
        """
        SELECT id, key, name, description, kind, isArchived, homepageID, createdAt, creatorID, \
        EXISTS (SELECT 1 FROM content h WHERE h.id = homepageID AND h.guardID IS NOT NULL), \
        (SELECT u.value FROM space_settings u WHERE u.spaceID = spaces.id AND u.name = 'type') FROM spaces 
        """
    }

    private func decodeSpace(_ row: Columns) throws -> SpaceRecord {
        let creatorID: Int64? = row[8]
        return SpaceRecord(
            id: row[0], key: row[1], name: row[2], description: row[3],
            kind: SpaceDefinition.Kind(rawValue: row[4]) ?? .global, use: row[10], isArchived: row[5],
            homepageID: row[6],
            isHomepageGuarded: row[9],
            createdAt: (row[7] as Instant).date, creator: try creatorID.map { try account(rowID: $0) })
    }
}
