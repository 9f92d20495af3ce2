import GRDB

/// Cuts excerpts out of the full-text index and marks the words that were searched for.
struct ExcerptWriter {
    /// How many words an excerpt has at most.
    private static let length = 40

    let reader: StoreReader

    /// What to mark, in the index's own language; `nil` marks nothing.
    let words: String?

    /// The marked title, when the index knows the row, and the excerpt.
    func texts(of id: Int64) throws -> (title: String?, excerpt: String) {
        if let words, let marked = try marked(id, words) { return marked }
        let texts: (title: String, body: String)? = try reader.one(
            "SELECT title, body FROM content_index WHERE rowid = ?", [id]
        ) { ($0[0], $0[1]) }
        guard let texts else { return (nil, "") }
        let beginning = texts.body.split(separator: " ", maxSplits: Self.length).prefix(Self.length)
        return (texts.title, beginning.joined(separator: " "))
    }

    private func marked(_ id: Int64, _ words: String) throws -> (title: String?, excerpt: String)? {
        try reader.one(
            """
            SELECT highlight(content_index, 0, '@@@hl@@@', '@@@endhl@@@'),
            snippet(content_index, 1, '@@@hl@@@', '@@@endhl@@@', '…', \(Self.length))
            FROM content_index WHERE content_index MATCH ? AND rowid = ?
            """, [words, id]
        ) { ($0[0], $0[1]) }
    }
}
