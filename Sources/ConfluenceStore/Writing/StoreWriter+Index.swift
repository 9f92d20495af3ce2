import GRDB

package import struct Foundation.Date

/// The two tables that are derived from the others.
extension StoreWriter {
    /// Puts the words of content or a space into the full-text index, in place of those that were there.
    func index(_ id: Int64, title: String, text: String) throws {
        if let indexDue {
            try run(
                "INSERT OR REPLACE INTO index_queue (contentID, title, body, dueAt) VALUES (?, ?, ?, ?)",
                [id, title, text, indexDue])
            return
        }
        try forgetWords(of: id)
        if try reader.exists("SELECT 1 FROM spaces WHERE id = ?", [id]) {
            return try indexNewSpace(id, title: title, text: text)
        }
        let labels = try labelText(id)
        if let owed { return owed.note(OwedWords.Texts(title: title, text: text, labels: labels), of: id) }
        try run(
            "INSERT INTO content_index (rowid, title, body, labels) VALUES (?, ?, ?, ?)", [id, title, text, labels])
        try run("INSERT INTO title_index (rowid, title) VALUES (?, ?)", [id, title])
    }

    /// Puts the words of a space into its index, which holds none of it yet.
    func indexNewSpace(_ id: Int64, title: String, text: String) throws {
        if let owed { return owed.note(OwedWords.Texts(title: title, text: text, isOfSpace: true), of: id) }
        try run("INSERT INTO space_index (rowid, title, body) VALUES (?, ?, ?)", [id, title, text])
    }

    /// What the full-text indexes gather before they write it out, as SQLite ships.
    static let usualGathering = 1 << 20

    /// Sets how many bytes of words the indexes of content gather at a time: of many gathered at once, fewer parts have to
    /// be merged.
    func gatherWords(bytes: Int) throws {
        for index in ["content_index", "title_index"] {
            try run("INSERT INTO \(index) (\(index), rank) VALUES ('hashsize', ?)", [bytes])
        }
    }

    /// Takes the words of content or a space out of the full-text indexes.
    func forgetWords(of id: Int64) throws {
        if let owed { return owed.forget(id) }
        try run("DELETE FROM index_queue WHERE contentID = ?", [id])
        for index in ["content_index", "title_index", "space_index"] {
            try run("DELETE FROM \(index) WHERE rowid = ?", [id])
        }
    }

    /// Lets search know what is due; answers whether more is to come.
    package func settleIndex(until now: Date) throws -> Bool {
        let due = try reader.all(
            "SELECT contentID, title, body FROM index_queue WHERE dueAt <= ?", [Instant(now)]
        ) { (id: $0[0] as Int64, title: $0[1] as String, text: $0[2] as String) }
        let writer = StoreWriter(db: db)
        for entry in due { try writer.index(entry.id, title: entry.title, text: entry.text) }
        try run("DELETE FROM removal_queue WHERE dueAt <= ?", [Instant(now)])
        return try reader.exists("SELECT 1 FROM index_queue UNION ALL SELECT 1 FROM removal_queue", [])
    }

    /// Lets search go on finding content that was just removed, until its index is due.
    func queueRemoval(of id: Int64) throws {
        guard let indexDue else { return }
        try run("INSERT OR REPLACE INTO removal_queue (contentID, dueAt) VALUES (?, ?)", [id, indexDue])
    }

    func indexLabels(of id: Int64) throws {
        let labels = try labelText(id)
        if let owed { return owed.note(labels: labels, of: id) }
        try run("UPDATE content_index SET labels = ? WHERE rowid = ?", [labels, id])
    }

    /// Labels that belong to an account are not among the words, by which everybody finds content.
    private func labelText(_ id: Int64) throws -> String {
        try reader.allLabels(of: id).filter { $0.ownerID == nil }.map(\.name).joined(separator: " ")
    }

    /// Finds again which view restriction is the nearest to the content and to everything below it.
    func rebuildGuards(below id: Int64) throws {
        try run(
            """
            WITH RECURSIVE subtree (id, guardID) AS (
              SELECT c.id, CASE WHEN EXISTS (SELECT 1 FROM restrictions r WHERE r.contentID = c.id AND r.operation = 'read')
                THEN c.id ELSE (SELECT p.guardID FROM content p WHERE p.id = c.parentID) END
              FROM content c WHERE c.id = ?
              UNION
              SELECT c.id, CASE WHEN EXISTS (SELECT 1 FROM restrictions r WHERE r.contentID = c.id AND r.operation = 'read')
                THEN c.id ELSE t.guardID END
              FROM content c JOIN subtree t ON c.parentID = t.id
            )
            UPDATE content SET guardID = t.guardID FROM subtree t
            WHERE content.id = t.id AND content.guardID IS NOT t.guardID
            """, [id])
        try db.forgetViewers()
    }
}
