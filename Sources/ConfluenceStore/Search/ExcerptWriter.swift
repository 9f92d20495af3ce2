import GRDB

/// Cuts excerpts out of the full-text indexes and marks the words that were searched for.
struct ExcerptWriter {
    /// How many words an excerpt has at most.
    private static let length = 40

    let reader: StoreReader

    /// What to mark, in the index's own language; `nil` marks nothing.
    let words: String?

    /// The texts of a row as an answer shows them.
    struct Texts {
        var title: String
        var excerpt: String
        /// How the plain text begins.
        var beginning: String
    }

    /// - Parameter title: What stands for the title where the index doesn't know the row.
    func texts(of id: Int64, in index: String, title: String) throws -> Texts {
        let plain = try plain(id, index)
        guard let plain else { return Texts(title: title, excerpt: "", beginning: "") }
        if let words, let marked = try marked(id, words, index) {
            return Texts(title: marked.title, excerpt: marked.excerpt, beginning: plain.body)
        }
        return Texts(title: plain.title, excerpt: Self.firstWords(of: plain.body), beginning: plain.body)
    }

    /// The first words as an excerpt has them, with one blank between each two.
    private static func firstWords(of text: String) -> String {
        var excerpt: [UInt8] = []
        var words = 0
        for word in text.utf8.split(separator: UInt8(ascii: " "), maxSplits: length) where words < length {
            if words > 0 { excerpt.append(UInt8(ascii: " ")) }
            excerpt += word
            words += 1
        }
        return String(decoding: excerpt, as: UTF8.self)
    }

    /// The title and the first thousand characters of the text.
    private func plain(_ id: Int64, _ index: String) throws -> (title: String, body: String)? {
        try reader.one("SELECT title, substr(body, 1, 1000) FROM \(index) WHERE rowid = ?", [id]) { ($0[0], $0[1]) }
    }

    private func marked(_ id: Int64, _ words: String, _ index: String) throws -> (title: String, excerpt: String)? {
        try reader.one(
            """
            SELECT highlight(\(index), 0, '@@@hl@@@', '@@@endhl@@@'),
            snippet(\(index), 1, '@@@hl@@@', '@@@endhl@@@', '…', \(Self.length))
            FROM \(index) WHERE \(index) MATCH ? AND rowid = ?
            """, [words, id]
        ) { ($0[0], $0[1]) }
    }
}
