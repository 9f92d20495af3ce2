/// A piece of a text clause's value.
enum TextToken: Equatable {
    case leaf(TextNode)
    /// A word without anything but letters, which may be an operator.
    case word(String)
    case plus
    case minus
    case leftParenthesis
    case rightParenthesis
}

/// Cuts the value of a text clause into words, phrases and signs; looks at each character once.
///
/// A backslash takes the meaning from the next character, which then only parts words.
struct TextScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func tokens() -> [TextToken] {
        var tokens: [TextToken] = []
        while index < scalars.count {
            switch scalars[index] {
            case "\"": tokens += phrase()
            case "(": tokens.append(single(.leftParenthesis))
            case ")": tokens.append(single(.rightParenthesis))
            case "+": tokens.append(single(.plus))
            case "-", "!": tokens.append(single(.minus))
            case let scalar where scalar.properties.isWhitespace: index += 1
            default: tokens += word()
            }
        }
        return tokens
    }

    private mutating func single(_ token: TextToken) -> TextToken {
        index += 1
        return token
    }

    /// A phrase with its `~5` or `*`; a quote without its twin begins nothing.
    private mutating func phrase() -> [TextToken] {
        index += 1
        guard let end = scalars[index...].firstIndex(of: "\"") else { return [] }
        let words = Self.words(scalars[index..<end])
        let isPrefix = end > index && (scalars[end - 1] == "*" || scalars[end - 1] == "?")
        index = end + 1
        let suffix = similarity()
        guard !words.isEmpty else { return [] }
        if let suffix, words.count > 1 { return [.leaf(.near(words, distance: suffix.distance))] }
        return [.leaf(.phrase(words, isPrefix: isPrefix))]
    }

    private mutating func word() -> [TextToken] {
        var raw: [Unicode.Scalar] = []
        var isPlain = true
        while index < scalars.count, !scalars[index].endsTextWord {
            if scalars[index] == "\\" {
                isPlain = false
                index += 2
                raw.append(" ")
            } else {
                raw.append(scalars[index])
                index += 1
            }
        }
        if raw == ["|", "|"] { return [.word("OR")] }
        if raw == ["&", "&"] { return [.word("AND")] }
        let suffix = similarity()
        let words = Self.words(raw[...])
        guard let first = words.first else { return [] }
        if words.count == 1, let suffix, suffix.changes > 0 {
            return [.leaf(.pattern(WordPattern(first, .similar(suffix.changes)), words: nil))]
        }
        if let pattern = Self.pattern(raw) { return [.leaf(.pattern(pattern, words: nil))] }
        if isPlain, raw.allSatisfy(\.properties.isAlphabetic) { return [.word(first)] }
        return [.leaf(.phrase(words, isPrefix: raw.last == "*" || raw.last == "?"))]
    }

    /// The `~`, `~2` or `~0.8` behind a word, as changed letters, and behind a phrase, as words between its own.
    private mutating func similarity() -> (changes: Int, distance: Int)? {
        guard index < scalars.count, scalars[index] == "~" else { return nil }
        index += 1
        var digits = ""
        while index < scalars.count, scalars[index].isASCII,
            scalars[index].properties.numericType != nil
                || scalars[index] == "."
        {
            digits.unicodeScalars.append(scalars[index])
            index += 1
        }
        let number = Double(digits) ?? 2
        let changes = number < 1 ? (number >= 0.8 ? 1 : 2) : min(Int(min(number, 2)), 2)
        return (changes, Int(min(number, 1000)))
    }

    /// A single word with wildcards behind its first letter.
    private static func pattern(_ raw: [Unicode.Scalar]) -> WordPattern? {
        guard let first = raw.first, first.isPartOfWord, raw.contains(where: { $0 == "*" || $0 == "?" }),
            raw.allSatisfy({ $0.isPartOfWord || $0 == "*" || $0 == "?" })
        else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: raw)
        return WordPattern(String(text), .wildcards)
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
        scalars.split { !$0.isPartOfWord }.map { word in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: word)
            return String(text)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var endsTextWord: Bool {
        switch self {
        case "\"", "(", ")", "~": true
        default: properties.isWhitespace
        }
    }

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
