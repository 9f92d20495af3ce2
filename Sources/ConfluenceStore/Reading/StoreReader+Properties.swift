import GRDB

extension StoreReader {
    package func property(key: String, of owner: PropertyOwner) throws -> PropertyRecord? {
        try properties(of: owner, and: "key = \(key)").first
    }

    package func property(id: Int64, of owner: PropertyOwner) throws -> PropertyRecord? {
        try properties(of: owner, and: "id = \(id)").first
    }

    /// All properties of content or a space, by key.
    package func properties(of owner: PropertyOwner) throws -> [PropertyRecord] {
        try properties(of: owner, and: "TRUE")
    }

    private func properties(of owner: PropertyOwner, and condition: SQL) throws -> [PropertyRecord] {
        try all(
            """
            SELECT id, key, value, createdAt, creatorID, version, modifiedAt, modifierID, message, isMinorEdit \
            FROM properties WHERE \(owner.condition) AND \(condition) ORDER BY key
            """
        ) { row in
            PropertyRecord(
                id: row[0], key: row[1], value: row[2], createdAt: (row[3] as Instant).date,
                creator: try account(rowID: row[4]),
                version: VersionRecord(
                    number: row[5], createdAt: (row[6] as Instant).date, author: try account(rowID: row[7]),
                    message: row[8], isMinorEdit: row[9]))
        }
    }
}

extension PropertyOwner {
    fileprivate var condition: SQL {
        switch self {
        case .content(let id): "contentID = \(id)"
        case .space(let id): "spaceID = \(id)"
        }
    }
}
