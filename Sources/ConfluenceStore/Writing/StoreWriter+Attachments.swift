import GRDB

package import struct Foundation.Date

/// What changes of a file beside its bytes.
package struct AttachmentChange: Sendable, Hashable {
    package var title: String?
    package var mediaType: String?
    package var comment: String?
    /// The content that is to hold it.
    package var containerID: Int64?
    /// Whether the change counts as a version of its own, with the bytes of the last.
    package var isVersion = false
    package var isMinorEdit = false

    package init() {}
}

extension StoreWriter {
    /// Renames a file, moves it or changes what is told of it.
    package func change(
        attachment id: Int64, _ change: AttachmentChange, author: AccountRecord, now: Date
    ) throws -> ContentRecord {
        let old = try existing(id)
        let title = change.title ?? old.title
        let number = old.version.number + (change.isVersion ? 1 : 0)
        if change.isVersion {
            try insertVersion(
                number, of: id, title: title, body: "", author: author, now: now, message: change.comment ?? "",
                isMinorEdit: change.isMinorEdit)
            try run(
                """
                INSERT INTO attachment_versions (contentID, number, mediaType, size, comment, data)
                SELECT contentID, ?, mediaType, size, comment, data FROM attachment_versions
                WHERE contentID = ? AND number = ?
                """, [number, id, old.version.number])
        }
        try run(
            "UPDATE content SET title = ?, titleKey = ?, version = ?, modifiedAt = ? WHERE id = ?",
            [title, title.lowercased(), number, Instant(now), id])
        try run(
            """
            UPDATE attachment_versions SET mediaType = coalesce(?, mediaType), comment = coalesce(?, comment)
            WHERE contentID = ? AND number = ?
            """, [change.mediaType, change.comment, id, number])
        if let containerID = change.containerID, containerID != old.parentID {
            let container = try existing(containerID)
            try run("UPDATE content SET parentID = ?, spaceID = ? WHERE id = ?", [containerID, container.spaceID, id])
            try rebuildGuards(below: id)
        }
        try run("UPDATE content_index SET title = ? WHERE rowid = ?", [title, id])
        return try existing(id)
    }

    /// Takes one version of a file away; the newest that is left is then the present one.
    ///
    /// - Returns: Whether there was such a version beside others.
    package func removeAttachmentVersion(_ number: Int, of id: Int64) throws -> Bool {
        let numbers = try reader.versions(of: id).map(\.number)
        guard numbers.contains(number), numbers.count > 1 else { return false }
        try run("DELETE FROM attachment_versions WHERE contentID = ? AND number = ?", [id, number])
        try run("DELETE FROM content_versions WHERE contentID = ? AND number = ?", [id, number])
        try run(
            "UPDATE content SET version = (SELECT max(number) FROM content_versions WHERE contentID = ?) WHERE id = ?",
            [id, id])
        return true
    }
}
