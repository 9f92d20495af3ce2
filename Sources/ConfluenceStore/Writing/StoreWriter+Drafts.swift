import ConfluenceModel
import GRDB

package import struct Foundation.Date

extension StoreReader {
    /// The content as it was last saved and not published: with the state and the one version of a draft.
    package func draft(of content: ContentRecord) throws -> ContentRecord? {
        try one("SELECT title, body, savedAt, authorID, message FROM drafts WHERE contentID = ?", [content.id]) { row in
            var draft = content
            draft.status = .draft
            draft.title = row[0]
            draft.body = row[1]
            draft.version = VersionRecord(
                number: 1, createdAt: (row[2] as Instant).date, author: try account(rowID: row[3]), message: row[4],
                isMinorEdit: false)
            return draft
        }
    }
}

extension StoreWriter {
    /// Keeps what is to become of content, which itself stays as it is; what was kept before is gone.
    package func saveDraft(
        of id: Int64, title: String, body: String, author: AccountRecord, now: Date, message: String
    ) throws {
        _ = try existing(id)
        try run(
            "INSERT OR REPLACE INTO drafts (contentID, title, body, savedAt, authorID, message) VALUES (?, ?, ?, ?, ?, ?)",
            [id, title, body, Instant(now), author.id, message])
    }

    /// Forgets what was saved and not published; answers whether there was something.
    @discardableResult
    package func discardDraft(of id: Int64) throws -> Bool {
        try run("DELETE FROM drafts WHERE contentID = ?", [id])
        return db.changesCount > 0
    }
}
