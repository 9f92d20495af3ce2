import ConfluenceModel
import GRDB

extension StoreReader {
    /// The content as it was in a version: title, body and file of then, all else of today; `nil` where there is none.
    package func content(_ record: ContentRecord, inVersion number: Int) throws -> ContentRecord? {
        guard number != record.version.number else { return record }
        let old = try one(
            """
            SELECT v.number, v.createdAt, v.authorID, v.message, v.isMinorEdit, v.title, v.body, a.mediaType, a.size,
              a.comment
            FROM content_versions v
            LEFT JOIN attachment_versions a ON a.contentID = v.contentID AND a.number = v.number
            WHERE v.contentID = ? AND v.number = ?
            """, [record.id, number]
        ) { row in
            var old = record
            old.version = VersionRecord(
                number: row[0], createdAt: (row[1] as Instant).date, author: try account(rowID: row[2]),
                message: row[3], isMinorEdit: row[4])
            old.title = row[5]
            old.body = row[6]
            if let fileID = record.attachment?.fileID, let mediaType = row[7] as String? {
                old.attachment = AttachmentFacts(mediaType: mediaType, size: row[8], comment: row[9], fileID: fileID)
            }
            return old
        }
        return old
    }
}
