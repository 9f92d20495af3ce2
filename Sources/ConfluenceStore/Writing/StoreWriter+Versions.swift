import GRDB

package import struct Foundation.Date

extension StoreWriter {
    /// Writes a version anew as the content's next; its title comes back only where that is wished.
    package func restoreVersion(
        _ number: Int, of id: Int64, withTitle: Bool, author: AccountRecord, now: Date, message: String
    ) throws -> ContentRecord {
        let content = try existing(id)
        guard let old = try reader.content(content, inVersion: number) else { throw StoreError.noSuchContent(id) }
        return try updateContent(
            id: id, title: withTitle ? old.title : nil, body: old.body, author: author, now: now, message: message)
    }

    /// Puts another title and body into a version that stays otherwise as it is.
    package func rewrite(version number: Int, of id: Int64, title: String, body: String) throws {
        try run(
            "UPDATE content_versions SET title = ?, body = ? WHERE contentID = ? AND number = ?",
            [title, body, id, number])
    }

    /// Forgets a version that is not the current one; those after it are counted anew, so that no number is missing.
    package func deleteVersion(_ number: Int, of id: Int64) throws {
        for table in ["content_versions", "attachment_versions"] {
            try run("DELETE FROM \(table) WHERE contentID = ? AND number = ?", [id, number])
            // By way of negative numbers, since no two rows may have the same one even for a moment.
            try run("UPDATE \(table) SET number = 1 - number WHERE contentID = ? AND number > ?", [id, number])
            try run("UPDATE \(table) SET number = -number WHERE contentID = ? AND number < 0", [id])
        }
        try run("UPDATE content SET version = version - 1 WHERE id = ? AND version > ?", [id, number])
    }
}
