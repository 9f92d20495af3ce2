import GRDB

/// The two tables that are derived from the others.
extension StoreWriter {
    /// Puts the words of content or a space into the full-text index, in place of those that were there.
    func index(_ id: Int64, title: String, text: String) throws {
        try run("DELETE FROM content_index WHERE rowid = ?", [id])
        try run(
            "INSERT INTO content_index (rowid, title, body, labels) VALUES (?, ?, ?, ?)",
            [id, title, text, try labelText(id)])
    }

    func indexLabels(of id: Int64) throws {
        try run("UPDATE content_index SET labels = ? WHERE rowid = ?", [try labelText(id), id])
    }

    private func labelText(_ id: Int64) throws -> String {
        try reader.labels(of: id).map(\.name).joined(separator: " ")
    }

    /// Finds again which view restrictions reach the content and everything below it.
    func rebuildGuards(below id: Int64) throws {
        let subtree = """
            WITH RECURSIVE subtree (id) AS (
              SELECT ? UNION SELECT c.id FROM content c JOIN subtree t ON c.parentID = t.id
            )
            """
        try run("\(subtree) DELETE FROM view_guards WHERE contentID IN (SELECT id FROM subtree)", [id])
        try run(
            """
            \(subtree), line (contentID, ancestorID) AS (
              SELECT id, id FROM subtree
              UNION
              SELECT l.contentID, c.parentID FROM line l JOIN content c ON c.id = l.ancestorID
              WHERE c.parentID IS NOT NULL
            )
            INSERT INTO view_guards (contentID, guardID)
            SELECT contentID, ancestorID FROM line l
            WHERE EXISTS (SELECT 1 FROM restrictions r WHERE r.contentID = l.ancestorID AND r.operation = 'read')
            """, [id])
    }
}
