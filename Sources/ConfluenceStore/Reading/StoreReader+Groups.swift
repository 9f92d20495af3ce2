import GRDB

extension StoreReader {
    /// The accounts in a group, in the order in which they came to the site.
    package func members(of group: String, offset: Int = 0, limit: Int = .max) throws -> [AccountRecord] {
        let ids: [Int64] = try all(
            """
            SELECT m.userID FROM memberships m JOIN groups g ON g.id = m.groupID WHERE g.name = ?
            ORDER BY m.userID LIMIT ? OFFSET ?
            """, [group, limit, offset]
        ) { $0[0] }
        return try ids.map { try account(rowID: $0) }
    }

    package func memberCount(of group: String) throws -> Int {
        try one(
            "SELECT count(*) FROM memberships m JOIN groups g ON g.id = m.groupID WHERE g.name = ?", [group]
        ) { $0[0] as Int } ?? 0
    }
}
