import GRDB

package import struct Foundation.Date

extension StoreWriter {
    package func watch(_ target: WatchTarget, _ account: AccountRecord) throws {
        let (table, column, value) = target.place
        try run("INSERT OR IGNORE INTO \(table) (\(column), userID) VALUES (?, ?)", [value, account.id])
    }

    package func unwatch(_ target: WatchTarget, _ account: AccountRecord) throws {
        let (table, column, value) = target.place
        try run("DELETE FROM \(table) WHERE \(column) = ? AND userID = ?", [value, account.id])
    }

    package func like(_ id: Int64, _ account: AccountRecord, now: Date) throws {
        try run(
            "INSERT OR IGNORE INTO likes (contentID, userID, likedAt) VALUES (?, ?, ?)",
            [id, account.id, Instant(now)])
    }

    package func unlike(_ id: Int64, _ account: AccountRecord) throws {
        try run("DELETE FROM likes WHERE contentID = ? AND userID = ?", [id, account.id])
    }

    // MARK: States

    /// The custom state of that name and colour, made where the account has none yet.
    package func customState(name: String, color: String, owner: AccountRecord) throws -> ContentState {
        let known = try reader.customStates(of: owner).first { $0.name == name && $0.color == color }
        if let known { return known }
        let state = ContentState(id: try nextID(), name: name, color: color)
        try run(
            "INSERT INTO custom_states (id, ownerID, name, color) VALUES (?, ?, ?, ?)",
            [state.id, owner.id, name, color])
        return state
    }

    /// Puts a state on content, or takes away what it has.
    package func setState(of id: Int64, _ state: ContentState?, now: Date) throws {
        try run(
            "INSERT OR REPLACE INTO content_states (contentID, stateID, name, color, changedAt) VALUES (?, ?, ?, ?, ?)",
            [id, state?.id, state?.name, state?.color, Instant(now)])
    }
}
