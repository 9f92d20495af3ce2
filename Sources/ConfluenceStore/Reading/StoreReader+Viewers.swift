import ConfluenceModel
import GRDB

/// What a viewer may view, worked out once and kept in tables until a right changes.
///
/// A search then asks each row two small questions, however many restrictions the site has and however deep they nest.
extension StoreReader {
    /// Beyond this many viewers, all are forgotten: a site may have more accounts than are worth remembering.
    private static let mostViewers = 64

    /// The number under which the tables hold what the viewer may view.
    func viewerID(of viewer: Viewer) throws -> Int64 {
        let id = try shelf.viewers.value(viewer.subjects) {
            let subjects = viewer.subjectKeys
            let known: Int64? = try one("SELECT id FROM viewers WHERE subjects = ?", [subjects]) { $0[0] }
            return try known ?? note(subjects)
        }
        return id ?? 0
    }

    private func note(_ subjects: String) throws -> Int64 {
        let count: Int = try one("SELECT count(*) FROM viewers", []) { $0[0] } ?? 0
        if count >= Self.mostViewers {
            try db.forgetViewers()
            shelf.forgetViewers()
        }
        let writer = StoreWriter(db: db)
        var id: Int64 = 0
        // A site half noted would show what it should not; a savepoint also stands inside a transaction.
        try db.inSavepoint {
            try writer.run("INSERT INTO viewers (subjects) VALUES (?)", [subjects])
            id = db.lastInsertedRowID
            try writer.run(
                """
                INSERT INTO viewer_spaces (viewerID, spaceID) SELECT DISTINCT ?, spaceID FROM space_permissions
                WHERE operation = ? AND subject IN (SELECT value FROM json_each(?))
                """, [id, SpaceOperation.view.rawValue, subjects])
            for guardID in try closedGuards(to: subjects) {
                try writer.run("INSERT INTO closed_guards (viewerID, guardID) VALUES (?, ?)", [id, guardID])
            }
            return .commit
        }
        return id
    }

    /// The content whose view restriction, or that of a page above it, leaves these subjects out.
    private func closedGuards(to subjects: String) throws -> [Int64] {
        let guards: [(id: Int64, outer: Int64?)] = try all(
            """
            SELECT g.id, p.guardID FROM content g LEFT JOIN content p ON p.id = g.parentID
            WHERE g.id IN (SELECT contentID FROM restrictions WHERE operation = ?) ORDER BY g.id
            """, [RestrictedOperation.view.rawValue]
        ) { ($0[0], $0[1]) }
        let open: [Int64] = try all(
            """
            SELECT DISTINCT contentID FROM restrictions
            WHERE operation = ? AND subject IN (SELECT value FROM json_each(?))
            """, [RestrictedOperation.view.rawValue, subjects]
        ) { $0[0] }
        return GuardLines(guards: guards, open: Set(open)).closed
    }
}

/// Restricted content, each with the nearest restricted content above it.
private struct GuardLines {
    private let guards: [(id: Int64, outer: Int64?)]
    private let outer: [Int64: Int64]
    private let open: Set<Int64>

    init(guards: [(id: Int64, outer: Int64?)], open: Set<Int64>) {
        self.guards = guards
        self.open = open
        outer = guards.reduce(into: [:]) { $0[$1.id] = $1.outer }
    }

    /// Those that are not open themselves, or lie below one that is not.
    var closed: [Int64] {
        var isClosed: [Int64: Bool] = [:]
        for start in guards.map(\.id) {
            var line: [Int64] = []
            var next: Int64? = start
            var verdict = false
            while let id = next {
                if let known = isClosed[id] {
                    verdict = known
                    break
                }
                line.append(id)
                if !open.contains(id) {
                    verdict = true
                    break
                }
                next = outer[id]
            }
            for id in line { isClosed[id] = verdict }
        }
        return guards.map(\.id).filter { isClosed[$0] == true }
    }
}

extension Database {
    /// Lets what viewers may view be worked out again.
    func forgetViewers() throws {
        for table in ["viewers", "viewer_spaces", "closed_guards"] {
            try cachedStatement(sql: "DELETE FROM \(table)").execute()
        }
    }
}
