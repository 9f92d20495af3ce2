import GRDB
import StorageFormat

package import struct Foundation.Date

extension StoreWriter {
    /// Adds a comment to content, or to the thread of another comment there.
    ///
    /// - Parameters:
    ///   - id: A number to use instead of the next free one.
    ///   - selection: The text that an inline comment is about; it is marked in the body as it stands.
    package func addComment(
        id: Int64? = nil, to container: ContentRecord, replyingTo parent: Int64? = nil, isInline: Bool,
        about selection: TextSelection?,
        body: String, author: AccountRecord, now: Date
    ) throws -> ContentRecord {
        let comment = try createContent(
            id: id, kind: .comment, title: "Re: \(container.title)", spaceID: container.spaceID, parentID: container.id,
            body: body, author: author, now: now)
        let markerRef = selection.map { _ in FileID.text(for: comment.id) }
        if let selection, let markerRef,
            let marked = StorageFormat.marking(
                selection.text, at: selection.index, in: container.body, ref: markerRef)
        {
            try replaceBody(of: container.id, with: marked)
        }
        try run(
            """
            INSERT INTO comments (contentID, repliesTo, isInline, markerRef, selection, resolution)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [comment.id, parent, isInline, markerRef, selection?.text, CommentResolution.Status.open.rawValue])
        return comment
    }

    /// Settles a comment or opens it again.
    ///
    /// - Parameter isDangling: Whether it is settled because its text is gone.
    package func resolve(
        comment id: Int64, _ isResolved: Bool, asDangling isDangling: Bool = false, by account: AccountRecord, now: Date
    ) throws {
        guard let facts = try reader.commentFacts(of: id) else { return }
        let before = facts.resolution.status
        let status: CommentResolution.Status = !isResolved ? .reopened : isDangling ? .dangling : .resolved
        guard before != status, isResolved || before == .resolved || before == .dangling else { return }
        try run(
            """
            INSERT INTO comments (contentID, isInline, resolution, resolverID, resolvedAt) VALUES (?, 0, ?, ?, ?)
            ON CONFLICT (contentID) DO UPDATE SET resolution = excluded.resolution, resolverID = excluded.resolverID,
            resolvedAt = excluded.resolvedAt
            """, [id, status.rawValue, account.id, Instant(now)])
    }

    /// Puts another body into the content's present version, as the mark of an inline comment is set.
    package func replaceBody(of id: Int64, with body: String) throws {
        try run(
            """
            UPDATE content_versions SET body = ?
            WHERE contentID = ? AND number = (SELECT version FROM content WHERE id = ?)
            """, [body, id, id])
    }
}
