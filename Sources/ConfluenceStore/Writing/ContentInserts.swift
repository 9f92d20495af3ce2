import ConfluenceModel
import GRDB

/// New content in its first version, with all that its rows hold.
struct NewContent {
    var id: Int64
    var kind: ContentKind
    var status = ContentStatus.current
    var title: String
    var spaceID: Int64
    var parentID: Int64?
    var position: Int
    var guardID: Int64?
    var moment: Instant
    var authorID: Int64
    var fileID: String?
    /// In storage format.
    var body: String
    var message = ""
    /// The words by which it is found beside its title.
    var text: String
    var labels = ""
}

/// The rows of a new site's content, written by statements that are prepared once.
///
/// No statement here changes several rows: before such a one SQLite writes out what the full-text indexes have
/// gathered, however little that is.
struct ContentInserts {
    private let content: RowInsert
    private let version: RowInsert
    private let words: WordInserts
    private let label: RowInsert
    private let restriction: RowInsert
    private let file: RowInsert
    private let macro: RowInsert

    /// - Parameter owed: Where words go that the indexes are not told yet.
    init(_ db: Database, owed: OwedWords?) {
        content = RowInsert(
            db,
            """
            INSERT INTO content (id, kind, status, title, titleKey, spaceID, parentID, position, createdAt, creatorID,
            version, modifiedAt, fileID, guardID) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
            """)
        version = RowInsert(
            db,
            """
            INSERT INTO content_versions (contentID, number, title, body, createdAt, authorID, message, isMinorEdit)
            VALUES (?, 1, ?, ?, ?, ?, ?, 0)
            """)
        words = WordInserts(db, owed: owed)
        label = RowInsert(db, "INSERT OR IGNORE INTO content_labels (contentID, labelID) VALUES (?, ?)")
        restriction = RowInsert(
            db, "INSERT OR IGNORE INTO restrictions (contentID, operation, subject) VALUES (?, ?, ?)")
        file = RowInsert(
            db,
            """
            INSERT INTO attachment_versions (contentID, number, mediaType, size, comment, data)
            VALUES (?, 1, ?, ?, ?, ?)
            """)
        macro = RowInsert(db, "INSERT OR IGNORE INTO content_macros (name, contentID) VALUES (?, ?)")
    }

    func add(_ new: NewContent) throws {
        let (id, moment, author) = (
            Cell.number(new.id), Cell.number(new.moment.milliseconds), Cell.number(new.authorID)
        )
        try content.add(
            id, .text(new.kind.rawValue), .text(new.status.rawValue), .text(new.title), .text(new.title.lowercased()),
            .number(new.spaceID), Cell(new.parentID), .number(Int64(new.position)), moment, author, moment,
            new.fileID.map(Cell.text) ?? .nothing, Cell(new.guardID))
        try version.add(id, .text(new.title), .text(new.body), moment, author, .text(new.message))
        try words.add(OwedWords.Texts(title: new.title, text: new.text, labels: new.labels), of: new.id)
    }

    func add(label labelID: Int64, to id: Int64) throws {
        try label.add(.number(id), .number(labelID))
    }

    func restrict(_ id: Int64, _ operation: RestrictedOperation, to subject: Subject) throws {
        try restriction.add(.number(id), .text(operation.rawValue), .text(subject.key))
    }

    func add(_ bytes: [UInt8], of mediaType: String, comment: String, to id: Int64) throws {
        try file.add(
            .number(id), .text(mediaType), .number(Int64(bytes.count)), .text(comment), .bytes(bytes))
    }

    /// Notes a macro that the content's body uses.
    func add(macro name: String, in id: Int64) throws {
        try macro.add(.text(name), .number(id))
    }
}
