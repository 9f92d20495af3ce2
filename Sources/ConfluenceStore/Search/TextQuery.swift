/// What a text clause looks for: every word and phrase of its value, in any order.
///
/// Words are quoted for SQLite's full-text language, so that no character of a value means anything to it.
struct TextQuery: Hashable {
    /// Quoted words and phrases; a `*` behind one lets its last word be the beginning of a longer one.
    private let terms: [String]

    enum Columns {
        case title
        case all
    }

    /// Beyond this many words, the rest is left out: such texts are pasted, and the first words decide.
    private static let mostTerms = 100

    init(_ value: String) {
        var scanner = TextScanner(value)
        terms = Array(scanner.terms().prefix(Self.mostTerms))
    }

    /// The search in SQLite's full-text language; `nil` when the value holds no word at all.
    func match(in columns: Columns) -> String? {
        guard !terms.isEmpty else { return nil }
        let all = terms.joined(separator: " AND ")
        return columns == .title ? "{title} : (\(all))" : all
    }

    /// A search for any word of any query, for marking them.
    static func any(of queries: [TextQuery]) -> String? {
        let terms = queries.flatMap(\.terms)
        return terms.isEmpty ? nil : terms.prefix(mostTerms).joined(separator: " OR ")
    }
}

/// Cuts the value of a text clause into words and phrases.
///
/// A phrase stands between quotes; `AND`, `OR` and `NOT` count for nothing; a backslash takes the meaning
/// from the next character; a trailing `*` or `?` makes a word the beginning of others.
private struct TextScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func terms() -> [String] {
        var terms: [String] = []
        while index < scalars.count {
            let term = scalars[index] == "\"" ? phrase() : word()
            if let term { terms.append(term) }
        }
        return terms
    }

    /// A quote without its twin begins nothing.
    private mutating func phrase() -> String? {
        index += 1
        guard let end = scalars[index...].firstIndex(of: "\"") else { return nil }
        defer { index = end + 1 }
        return Self.quoted(scalars[index..<end])
    }

    private mutating func word() -> String? {
        var word: [Unicode.Scalar] = []
        while index < scalars.count, !scalars[index].properties.isWhitespace, scalars[index] != "\"" {
            if scalars[index] == "\\" {
                index += 1
                if index < scalars.count { word.append(" ") }
            } else {
                word.append(scalars[index])
            }
            index += 1
        }
        if index < scalars.count, scalars[index] != "\"" { index += 1 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        return ["and", "or", "not"].contains(String(text).lowercased()) ? nil : Self.quoted(word[...])
    }

    /// The words between quotes, joined by single blanks; `nil` when there are none.
    private static func quoted(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let isPrefix = scalars.last == "*" || scalars.last == "?"
        var words = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar.isPartOfWord {
                words.append(scalar)
            } else if words.last?.isPartOfWord == true {
                words.append(" ")
            }
        }
        let text = String(words)
        guard text.unicodeScalars.contains(where: \.isPartOfWord) else { return nil }
        return isPrefix ? "\"\(text)\"*" : "\"\(text)\""
    }
}

extension Unicode.Scalar {
    /// Whether the index keeps the character: letters, digits and the marks that stand on them.
    fileprivate var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .privateUse:
            true
        default: false
        }
    }
}
