import GRDB

/// Levels of classification: of content, and of spaces for what has none of its own.
extension StoreWriter {
    /// - Parameter level: Its id; `nil` leaves the content to what its space says.
    package func classify(_ contentID: Int64, isDraft: Bool, as level: String?) throws {
        guard let level else {
            return try run("DELETE FROM classifications WHERE contentID = ? AND isDraft = ?", [contentID, isDraft])
        }
        try run(
            "INSERT OR REPLACE INTO classifications (contentID, isDraft, levelID) VALUES (?, ?, ?)",
            [contentID, isDraft, level])
    }
}

extension StoreReader {
    /// The id of the level that content has, itself or by its space.
    package func classification(of content: ContentRecord, isDraft: Bool) throws -> String? {
        let own = try one(
            "SELECT levelID FROM classifications WHERE contentID = ? AND isDraft <= ? ORDER BY isDraft DESC",
            [content.id, isDraft]
        ) { $0[0] as String }
        return try own ?? setting(SpaceRecord.classificationSetting, of: content.spaceID)
    }
}
