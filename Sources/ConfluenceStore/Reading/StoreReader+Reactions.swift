import GRDB

extension StoreReader {
    /// Who watches that, in the order of the accounts.
    package func watchers(of target: WatchTarget) throws -> [AccountRecord] {
        let (table, column, value) = target.place
        return try all("SELECT userID FROM \(table) WHERE \(column) = ? ORDER BY userID", [value]) {
            try account(rowID: $0[0])
        }
    }

    package func watches(_ target: WatchTarget, _ account: AccountRecord) throws -> Bool {
        let (table, column, value) = target.place
        return try exists("SELECT 1 FROM \(table) WHERE \(column) = ? AND userID = ?", [value, account.id])
    }

    /// Who likes the content, those who did so first in front.
    package func likers(of id: Int64) throws -> [AccountRecord] {
        try all("SELECT userID FROM likes WHERE contentID = ? ORDER BY likedAt, userID", [id]) {
            try account(rowID: $0[0])
        }
    }

    // MARK: States

    package func state(of id: Int64) throws -> StandingState? {
        try one("SELECT stateID, name, color, changedAt FROM content_states WHERE contentID = ?", [id]) { row in
            let stateID: Int64? = row[0]
            return StandingState(
                state: stateID.map { ContentState(id: $0, name: row[1], color: row[2]) },
                changedAt: (row[3] as Instant).date)
        }
    }

    /// The states that an account made up, the newest first.
    package func customStates(of owner: AccountRecord) throws -> [ContentState] {
        try all("SELECT id, name, color FROM custom_states WHERE ownerID = ? ORDER BY id DESC", [owner.id]) {
            ContentState(id: $0[0], name: $0[1], color: $0[2])
        }
    }

    /// The current content of a space in a state that the viewer may view.
    package func contents(
        inState stateID: Int64, spaceID: Int64, visibleTo viewer: Viewer, offset: Int, limit: Int
    ) throws -> [ContentRecord] {
        let filter = try ViewFilter(viewer, self).content("c")
        return try all(
            """
            \(sql: ContentRow.select) JOIN content_states t ON t.contentID = c.id
            WHERE t.stateID = \(stateID) AND c.spaceID = \(spaceID) AND c.status = 'current' \
            AND \(filter) \
            ORDER BY c.id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }
}

extension WatchTarget {
    /// The table and its column, with the value that stands there.
    var place: (table: String, column: String, value: DatabaseValue) {
        switch self {
        case .content(let id): ("content_watches", "contentID", id.databaseValue)
        case .space(let id): ("space_watches", "spaceID", id.databaseValue)
        case .label(let name): ("label_watches", "label", name.lowercased().databaseValue)
        }
    }
}
