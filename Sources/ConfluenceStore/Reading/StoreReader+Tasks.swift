import GRDB

/// The tasks that stand in bodies: their text is a body's, here is what else is known of them.
extension StoreReader {
    /// The current pages and blog posts whose bodies have task lists, as far as the viewer may view them.
    package func contentsWithTasks(visibleTo viewer: Viewer) throws -> [ContentRecord] {
        let filter = try ViewFilter(viewer, self).content("c")
        return try all(
            """
            \(sql: ContentRow.select) WHERE c.kind IN ('page', 'blogpost') AND c.status = 'current' \
            AND instr(v.body, '<ac:task>') > 0 AND \(filter) ORDER BY c.id
            """
        ) { try decodeContent($0) }.compactMap { $0 }
    }

    /// The version that brought a task in.
    package func origin(ofTask localID: String, in contentID: Int64) throws -> VersionRecord? {
        try one(
            """
            SELECT number, createdAt, authorID, message, isMinorEdit FROM content_versions
            WHERE contentID = ? AND instr(body, ?) > 0 ORDER BY number LIMIT 1
            """, [contentID, "<ac:task-id>\(localID)</ac:task-id>"]
        ) { row in
            VersionRecord(
                number: row[0], createdAt: (row[1] as Instant).date, author: try account(rowID: row[2]),
                message: row[3], isMinorEdit: row[4])
        }
    }

    /// Who ticked a task off where it stands; `nil` for one that was never ticked off, or by an edit of its body.
    package func completion(ofTask localID: String, in contentID: Int64) throws -> TaskCompletion? {
        try one(
            "SELECT userID, completedAt FROM task_completions WHERE contentID = ? AND localID = ?",
            [contentID, localID]
        ) { TaskCompletion(account: try account(rowID: $0[0]), moment: ($0[1] as Instant).date) }
    }
}
