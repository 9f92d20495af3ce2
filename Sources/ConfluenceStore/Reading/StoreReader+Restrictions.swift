import ConfluenceModel
import GRDB

extension StoreReader {
    /// Whether the content exists and the viewer may view it.
    package func canView(_ id: Int64, _ viewer: Viewer) throws -> Bool {
        let place = try one("SELECT spaceID, guardID FROM content WHERE id = ?", [id]) {
            (spaceID: $0[0] as Int64, guardID: $0[1] as Int64?)
        }
        guard let place else { return false }
        guard try operations(in: place.spaceID, for: viewer).contains(.view) else { return false }
        return try place.guardID == nil || viewBarrier(id, for: viewer) == nil
    }

    /// The nearest of the content and its ancestors whose view restriction leaves the viewer out.
    package func viewBarrier(_ id: Int64, for viewer: Viewer) throws -> RestrictionRecord? {
        guard !viewer.bypasses else { return nil }
        let barrier: Int64? = try one(
            """
            WITH RECURSIVE line (id, depth) AS (
              SELECT guardID, 0 FROM content WHERE id = ? AND guardID IS NOT NULL
              UNION ALL
              SELECT p.guardID, l.depth + 1 FROM line l JOIN content g ON g.id = l.id JOIN content p ON p.id = g.parentID
              WHERE p.guardID IS NOT NULL
            )
            SELECT l.id FROM line l WHERE NOT EXISTS (
              SELECT 1 FROM restrictions r WHERE r.contentID = l.id AND r.operation = ?
              AND r.subject IN (SELECT value FROM json_each(?)))
            ORDER BY l.depth LIMIT 1
            """, [id, RestrictedOperation.view.rawValue, viewer.subjectKeys]
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
