package import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// What hangs on content: attachments and restrictions.
extension StoreWriter {
    @discardableResult
    package func addAttachment(
        to pageID: Int64, name: String, mediaType: String, data: [UInt8], comment: String = "",
        isMinorEdit: Bool = false, author: AccountRecord, now: Date
    ) throws -> ContentRecord {
        let page = try existing(pageID)
        let id = try nextID()
        _ = try insertRow(
            id: id, kind: .attachment, title: name, spaceID: page.spaceID, parentID: pageID, status: .current,
            author: author, now: now, fileID: FileID.text(for: id))
        try writeFile(
            1, of: id, title: name, mediaType: mediaType, data: data, comment: comment, isMinorEdit: isMinorEdit,
            author: author, now: now)
        return try existing(id)
    }

    /// Writes the attachment's next version.
    @discardableResult
    package func updateAttachment(
        id: Int64, mediaType: String, data: [UInt8], comment: String = "", isMinorEdit: Bool = false,
        author: AccountRecord, now: Date
    ) throws -> ContentRecord {
        let old = try existing(id)
        let number = old.version.number + 1
        try run("UPDATE content SET version = ?, modifiedAt = ? WHERE id = ?", [number, Instant(now), id])
        try writeFile(
            number, of: id, title: old.title, mediaType: mediaType, data: data, comment: comment,
            isMinorEdit: isMinorEdit, author: author, now: now)
        return try existing(id)
    }

    private func writeFile(
        _ number: Int, of id: Int64, title: String, mediaType: String, data: [UInt8], comment: String,
        isMinorEdit: Bool, author: AccountRecord, now: Date
    ) throws {
        try insertVersion(
            number, of: id, title: title, body: "", author: author, now: now, message: comment,
            isMinorEdit: isMinorEdit)
        try run(
            """
            INSERT INTO attachment_versions (contentID, number, mediaType, size, comment, data)
            VALUES (?, ?, ?, ?, ?, ?)
            """, [id, number, mediaType, data.count, comment, Blob(bytes: data)])
        try index(id, title: title, text: mediaType.hasPrefix("text/") ? String(decoding: data, as: UTF8.self) : "")
    }

    /// Keeps an operation on content to these subjects; none lifts the restriction.
    package func setRestriction(of id: Int64, operation: RestrictedOperation, subjects: [Subject]) throws {
        _ = try existing(id)
        try run("DELETE FROM restrictions WHERE contentID = ? AND operation = ?", [id, operation.rawValue])
        for subject in subjects {
            try requireKnown(subject)
            try run(
                "INSERT OR IGNORE INTO restrictions (contentID, operation, subject) VALUES (?, ?, ?)",
                [id, operation.rawValue, subject.key])
        }
        if operation == .view { try rebuildGuards(below: id) }
    }
}
