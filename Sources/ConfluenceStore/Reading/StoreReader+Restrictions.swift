import ConfluenceModel
import GRDB

extension StoreReader {
    /// Whether the content exists and the viewer may view it.
    package func canView(_ id: Int64, _ viewer: Viewer) throws -> Bool {
        let query: SQL = "SELECT 1 FROM content c WHERE c.id = \(id) AND \(ViewFilter.content("c", for: viewer))"
        return try !all(query) { _ in true }.isEmpty
    }

    /// The nearest of the content and its ancestors whose view restriction leaves the viewer out.
    package func viewBarrier(_ id: Int64, for viewer: Viewer) throws -> RestrictionRecord? {
        guard !viewer.bypasses else { return nil }
        let barrier: Int64? = try one(
            """
            WITH RECURSIVE line (id, depth) AS (
              SELECT ?, 0
              UNION ALL
              SELECT c.parentID, l.depth + 1 FROM content c JOIN line l ON c.id = l.id WHERE c.parentID IS NOT NULL
            )
            SELECT l.id FROM line l JOIN view_guards g ON g.contentID = ? AND g.guardID = l.id
            WHERE NOT EXISTS (
              SELECT 1 FROM restrictions r WHERE r.contentID = l.id AND r.operation = ?
              AND r.subject IN (SELECT value FROM json_each(?)))
            ORDER BY l.depth LIMIT 1
            """, [id, id, RestrictedOperation.view.rawValue, viewer.subjectKeys]
        ) { $0[0] }
        return try barrier.flatMap { try restrictions(of: $0).first { $0.operation == .view } }
    }

    /// The content's own edit restriction, when it leaves the viewer out; pages below don't inherit it.
    package func editBarrier(_ id: Int64, for viewer: Viewer) throws -> RestrictionRecord? {
        guard !viewer.bypasses else { return nil }
        guard let restriction = try restrictions(of: id).first(where: { $0.operation == .edit }) else { return nil }
        return Set(viewer.subjects).isDisjoint(with: restriction.subjects) ? restriction : nil
    }

    /// The content's own restrictions: at most one record for an operation, viewing first.
    package func restrictions(of id: Int64) throws -> [RestrictionRecord] {
        let rows: [(title: String, operation: String, subject: String)] = try all(
            """
            SELECT c.title, r.operation, r.subject FROM restrictions r JOIN content c ON c.id = r.contentID
            WHERE r.contentID = ? ORDER BY r.subject
            """, [id]
        ) { ($0[0], $0[1], $0[2]) }
        return RestrictedOperation.allCases.compactMap { operation in
            let matching = rows.filter { $0.operation == operation.rawValue }
            guard let title = matching.first?.title else { return nil }
            return RestrictionRecord(
                contentID: id, contentTitle: title, operation: operation,
                subjects: matching.compactMap { Subject(key: $0.subject) })
        }
    }
}
