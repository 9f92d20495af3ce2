import GRDB

/// Words of new content and spaces that the full-text indexes are told later.
final class OwedWords {
    /// What an index has a row of.
    struct Texts: Sendable {
        var title: String
        var text: String
        var labels = ""
        var isOfSpace = false
    }

    /// By the id of the content or space.
    private(set) var texts: [Int64: Texts] = [:]

    func note(_ texts: Texts, of id: Int64) { self.texts[id] = texts }

    func note(labels: String, of id: Int64) { texts[id]?.labels = labels }

    func forget(_ id: Int64) { texts[id] = nil }
}

/// Rows of the full-text indexes, written by statements that are prepared once; or noted, where they are owed.
struct WordInserts {
    private let content: RowInsert
    private let titles: RowInsert
    private let spaces: RowInsert
    private let owed: OwedWords?

    init(_ db: Database, owed: OwedWords? = nil) {
        content = RowInsert(db, "INSERT INTO content_index (rowid, title, body, labels) VALUES (?, ?, ?, ?)")
        titles = RowInsert(db, "INSERT INTO title_index (rowid, title) VALUES (?, ?)")
        spaces = RowInsert(db, "INSERT INTO space_index (rowid, title, body) VALUES (?, ?, ?)")
        self.owed = owed
    }

    func add(_ new: OwedWords.Texts, of id: Int64) throws {
        if let owed { return owed.note(new, of: id) }
        if new.isOfSpace { return try spaces.add(.number(id), .text(new.title), .text(new.text)) }
        try content.add(.number(id), .text(new.title), .text(new.text), .text(new.labels))
        try titles.add(.number(id), .text(new.title))
    }
}
