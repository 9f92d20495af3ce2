import GRDB

extension StoreReader {
    /// What is particular to a comment; `nil` where the content is none.
    package func commentFacts(of id: Int64) throws -> CommentFacts? {
        try one(
            """
            SELECT x.repliesTo, coalesce(x.isInline, 0), x.markerRef, x.selection, \(Self.resolution), x.resolverID, \
            x.resolvedAt FROM content c LEFT JOIN comments x ON x.contentID = c.id
            WHERE c.id = ? AND c.kind = 'comment'
            """, [id]
        ) { row in
            let markerRef: String? = row[2]
            let selection: String? = row[3]
            let resolverID: Int64? = row[5]
            return CommentFacts(
                repliesTo: row[0],
                anchor: markerRef.map { CommentAnchor(markerRef: $0, selection: selection ?? "") },
                isInline: row[1],
                resolution: CommentResolution(
                    status: CommentResolution.Status(rawValue: row[4]) ?? .open,
                    modifier: try resolverID.map { try account(rowID: $0) }, modifiedAt: (row[6] as Instant?)?.date))
        }
    }

    /// The current comments that the filter names and the viewer may view.
    package func comments(
        _ filter: CommentFilter, visibleTo viewer: Viewer, offset: Int = 0, limit: Int
    ) throws -> [ContentRecord] {
        var conditions = [try ViewFilter(viewer, self).content("c")] + filter.conditions
        if let behind = filter.behind { conditions.append(filter.order.content.condition(behind: behind)) }
        return try all(
            """
            \(sql: ContentRow.select) LEFT JOIN comments x ON x.contentID = c.id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(sql: filter.order.content.sql), c.id LIMIT \(max(limit, 0)) OFFSET \(max(offset, 0))
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    /// The comments above a reply, the top of the thread first.
    package func thread(above id: Int64) throws -> [ContentRecord] {
        let ids: [Int64] = try all(
            """
            WITH RECURSIVE line (id, depth) AS (
              SELECT repliesTo, 1 FROM comments WHERE contentID = ? AND repliesTo IS NOT NULL
              UNION ALL
              SELECT x.repliesTo, l.depth + 1 FROM comments x JOIN line l ON x.contentID = l.id
              WHERE x.repliesTo IS NOT NULL
            ) SELECT id FROM line ORDER BY depth DESC
            """, [id]
        ) { $0[0] }
        return try ids.compactMap { try content(id: $0) }
    }

    /// An inline comment dangles when its mark is gone from the body, unless it was settled before; what is asked is
    /// the body as it stands, so that a page that gets its text back gets its comments back too.
    fileprivate static let resolution = """
        CASE WHEN x.isInline AND x.markerRef IS NOT NULL AND x.resolution != 'resolved' AND NOT EXISTS (
          SELECT 1 FROM content p JOIN content_versions b ON b.contentID = p.id AND b.number = p.version
          WHERE p.id = c.parentID AND instr(b.body, x.markerRef) > 0)
        THEN 'dangling' ELSE coalesce(x.resolution, 'open') END
        """
}

extension CommentFilter {
    fileprivate var conditions: [SQL] {
        var conditions: [SQL] = ["c.kind = 'comment'", "c.status = 'current'"]
        if let containerID { conditions.append("c.parentID = \(containerID)") }
        switch place {
        case .top: conditions.append("x.repliesTo IS NULL")
        case .below(let id): conditions.append("x.repliesTo = \(id)")
        case nil: break
        }
        if let isInline { conditions.append("coalesce(x.isInline, 0) = \(isInline)") }
        if let resolutions {
            conditions.append("\(sql: StoreReader.resolution) IN \(resolutions.map(\.rawValue).sorted())")
        }
        return conditions
    }
}
