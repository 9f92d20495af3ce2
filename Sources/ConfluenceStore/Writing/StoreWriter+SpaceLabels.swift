import GRDB

extension StoreWriter {
    /// Puts a label on a space, unless it is there.
    package func addLabel(prefix: String, name: String, toSpace id: Int64) throws {
        let name = name.lowercased()
        try run("INSERT OR IGNORE INTO labels (prefix, name) VALUES (?, ?)", [prefix, name])
        try run(
            """
            INSERT OR IGNORE INTO space_labels (spaceID, labelID) SELECT ?, id FROM labels WHERE prefix = ? AND name = ?
            """, [id, prefix, name])
    }

    /// Takes a label off a space, whatever its prefix unless one is given; answers whether it was there.
    package func removeLabel(prefix: String?, name: String, fromSpace id: Int64) throws -> Bool {
        try run(
            """
            DELETE FROM space_labels WHERE spaceID = ? AND labelID IN (
              SELECT id FROM labels WHERE name = ? AND (? IS NULL OR prefix = ?))
            """, [id, name.lowercased(), prefix, prefix])
        return db.changesCount > 0
    }
}
