import GRDB

extension StoreReader {
    /// The file that Cloud's media service knows under an id.
    package func attachment(mediaID: String) throws -> ContentRecord? {
        try one(ContentRow.select + "WHERE c.kind = 'attachment' AND c.fileID = ? AND c.status = 'current'", [mediaID])
        {
            try decodeContent($0)
        } ?? nil
    }

    /// The files that the filter names and the viewer may view.
    package func attachments(
        _ filter: AttachmentFilter, visibleTo viewer: Viewer, offset: Int, limit: Int
    ) throws -> [ContentRecord] {
        var conditions: [SQL] = [try ViewFilter(viewer, self).content("c"), "c.kind = 'attachment'"]
        conditions.append(filter.isTrashed ? "c.status = 'trashed'" : "c.status = 'current'")
        if let containerID = filter.containerID { conditions.append("c.parentID = \(containerID)") }
        if let fileName = filter.fileName { conditions.append("c.title = \(fileName)") }
        if let mediaType = filter.mediaType { conditions.append("a.mediaType = \(mediaType)") }
        if let behind = filter.behind { conditions.append(filter.order.content.condition(behind: behind)) }
        return try all(
            """
            \(sql: ContentRow.select) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(sql: filter.order.content.sql), c.id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    /// What was told of a file in one of its versions.
    package func attachmentFacts(of id: Int64, version: Int) throws -> AttachmentFacts? {
        try one(
            """
            SELECT a.mediaType, a.size, a.comment, c.fileID FROM attachment_versions a
            JOIN content c ON c.id = a.contentID WHERE a.contentID = ? AND a.number = ?
            """, [id, version]
        ) { AttachmentFacts(mediaType: $0[0], size: $0[1], comment: $0[2], fileID: $0[3]) }
    }
}
