package import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// Making, changing and deleting spaces.
extension StoreWriter {
    /// Adds a space without pages, in which nobody may do anything yet.
    package func createSpace(
        key: String, name: String, description: String = "", kind: SpaceDefinition.Kind = .global,
        author: AccountRecord, now: Date
    ) throws -> SpaceRecord {
        let id = try nextID()
        try run(
            """
            INSERT INTO spaces (id, key, name, description, kind, isArchived, createdAt, creatorID)
            VALUES (?, ?, ?, ?, ?, 0, ?, ?)
            """, [id, key, name, description, kind.rawValue, Instant(now), author.id])
        try index(id, title: name, text: description)
        try db.forgetViewers()
        return try existingSpace(id: id)
    }

    /// Changes what is not `nil`.
    @discardableResult
    package func updateSpace(
        id: Int64, name: String? = nil, description: String? = nil, homepageID: Int64? = nil, isArchived: Bool? = nil
    ) throws -> SpaceRecord {
        try run(
            """
            UPDATE spaces SET name = coalesce(?, name), description = coalesce(?, description),
              homepageID = coalesce(?, homepageID), isArchived = coalesce(?, isArchived) WHERE id = ?
            """, [name, description, homepageID, isArchived, id])
        let space = try existingSpace(id: id)
        try index(id, title: space.name, text: space.description)
        return space
    }

    /// Removes a space with all that is in it, for good.
    package func deleteSpace(id: Int64) throws {
        _ = try existingSpace(id: id)
        let tables = [
            "content_index WHERE rowid", "title_index WHERE rowid", "space_index WHERE rowid",
            "index_queue WHERE contentID", "removal_queue WHERE contentID",
        ]
        for table in tables {
            try run("DELETE FROM \(table) IN (SELECT id FROM content WHERE spaceID = ? UNION ALL SELECT ?)", [id, id])
        }
        try run("UPDATE spaces SET homepageID = NULL WHERE id = ?", [id])
        for table in ["content", "space_permissions", "role_assignments"] {
            try run("DELETE FROM \(table) WHERE spaceID = ?", [id])
        }
        try run("DELETE FROM spaces WHERE id = ?", [id])
        try db.forgetViewers()
    }

    package func set(_ setting: String, of spaceID: Int64, to value: String?) throws {
        guard let value else {
            return try run("DELETE FROM space_settings WHERE spaceID = ? AND name = ?", [spaceID, setting])
        }
        try run(
            "INSERT OR REPLACE INTO space_settings (spaceID, name, value) VALUES (?, ?, ?)", [spaceID, setting, value])
    }

    /// Makes a space a favourite of an account, or no longer.
    package func favour(spaceID: Int64, by account: AccountRecord, _ isFavourite: Bool, now: Date) throws {
        try favour("favourite_spaces", "spaceID", spaceID, by: account, isFavourite, now: now)
    }

    /// The label that who marks content as a favourite puts on it with that.
    private static let favouriteLabel = "favourite"

    /// Makes content a favourite of an account, or no longer.
    package func favour(contentID: Int64, by account: AccountRecord, _ isFavourite: Bool, now: Date) throws {
        try favour("favourite_content", "contentID", contentID, by: account, isFavourite, now: now)
        let label = try label(prefix: LabelRecord.personalPrefix, name: Self.favouriteLabel, of: account)
        if isFavourite {
            try run("INSERT OR IGNORE INTO content_labels (contentID, labelID) VALUES (?, ?)", [contentID, label.id])
        } else {
            try run("DELETE FROM content_labels WHERE contentID = ? AND labelID = ?", [contentID, label.id])
        }
    }

    private func favour(
        _ table: String, _ column: String, _ id: Int64, by account: AccountRecord, _ isFavourite: Bool, now: Date
    ) throws {
        if isFavourite {
            try run(
                "INSERT OR IGNORE INTO \(table) (userID, \(column), createdAt) VALUES (?, ?, ?)",
                [account.id, id, Instant(now)])
        } else {
            try run("DELETE FROM \(table) WHERE userID = ? AND \(column) = ?", [account.id, id])
        }
    }

    private func existingSpace(id: Int64) throws -> SpaceRecord {
        guard let space = try reader.space(id: id) else { throw StoreError.noSuchSpace("#\(id)") }
        return space
    }
}
