/// What a text clause looks for, as a tree of words, phrases and patterns.
struct TextQuery: Hashable {
    /// `nil` when the value holds no word at all: nothing is found then.
    let root: TextNode?

    /// The accounts in whose names it is found, where the query asks for accounts.
    var people: [Int64] = []

    enum Columns {
        case title
        case all
    }

    /// - Parameter expand: The words of the index that a pattern stands for; `nil` when they are too many.
    init(_ value: String, syntax: TextSyntax, expand: (WordPattern) throws -> [String]?) rethrows {
        var scanner = TextScanner(value)
        var parser = TextParser(tokens: scanner.tokens(), syntax: syntax)
        root = try parser.query()?.expanded(expand)
    }

    /// The search in SQLite's full-text language; `nil` when there is nothing to look for.
    var match: String? { root?.match }

    /// Whether it asks for words alone and denies none.
    var isOnlyWanted: Bool { root?.isOnlyWanted ?? true }

    /// A search for any word of any query, for marking them.
    static func any(of queries: [TextQuery]) -> String? {
        let words = queries.flatMap { $0.root?.words ?? [] }.compactMap { $0.match }
        return words.isEmpty ? nil : words.prefix(TextParser.mostWords).joined(separator: " OR ")
    }
}

/// How the texts of `~` are read.
package enum TextSyntax: Sendable, Hashable {
    /// Words and phrases, all of which must be there; `AND`, `OR` and `NOT` count for nothing.
    case words
    /// Lucene's language with `AND`, `OR`, `NOT`, `+`, `-` and parentheses.
    case lucene
}

/// A word, phrase or pattern of a text query, or several of them.
indirect enum TextNode: Hashable {
    /// Words in their order; the last may be the beginning of a longer one.
    case phrase([String], isPrefix: Bool)
    /// Words in any order with at most so many others between them.
    case near([String], distance: Int)
    case pattern(WordPattern, words: [String]?)
    case all([TextNode])
    case any([TextNode])
    case without(TextNode, TextNode)

    func expanded(_ expand: (WordPattern) throws -> [String]?) rethrows -> TextNode {
        switch self {
        case .phrase, .near: self
        case .pattern(let pattern, _): .pattern(pattern, words: try expand(pattern))
        case .all(let parts): .all(try parts.map { try $0.expanded(expand) })
        case .any(let parts): .any(try parts.map { try $0.expanded(expand) })
        case .without(let wanted, let unwanted): .without(try wanted.expanded(expand), try unwanted.expanded(expand))
        }
    }

    /// The leaves that a row is found by.
    var words: [TextNode] {
        switch self {
        case .phrase, .near, .pattern: [self]
        case .all(let parts), .any(let parts): parts.flatMap(\.words)
        case .without(let wanted, _): wanted.words
        }
    }

    var isOnlyWanted: Bool {
        switch self {
        case .phrase, .near, .pattern: true
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isOnlyWanted)
        case .without: false
        }
    }

    /// Words are quoted for SQLite's language, so that no character of a value means anything to it.
    var match: String? {
        switch self {
        case .phrase(let words, let isPrefix): "\"\(words.joined(separator: " "))\"\(isPrefix ? "*" : "")"
        case .near(let words, let distance):
            "NEAR(\(words.map { "\"\($0)\"" }.joined(separator: " ")), \(distance))"
        case .pattern(let pattern, let words): pattern.match(words)
        case .all(let parts): Self.joined(parts, " AND ", isNeeded: true)
        case .any(let parts): Self.joined(parts, " OR ", isNeeded: false)
        case .without(let wanted, let unwanted):
            wanted.match.map { wanted in
                unwanted.match.map { "(\(wanted)) NOT (\($0))" } ?? wanted
            }
        }
    }

    /// - Parameter isNeeded: Whether a part that finds nothing leaves nothing of the whole.
    private static func joined(_ parts: [TextNode], _ word: String, isNeeded: Bool) -> String? {
        let matches = parts.compactMap { $0.match }
        guard !matches.isEmpty, !isNeeded || matches.count == parts.count else { return nil }
        return matches.count == 1 ? matches[0] : matches.map { "(\($0))" }.joined(separator: word)
    }
}
