/// A piece of a query with the place where it starts.
struct Token: Equatable {
    var kind: Kind
    var position: Int

    enum Kind: Equatable {
        case word(String)
        case quoted(String)
        case comparison(CQLOperator)
        case leftParenthesis
        case rightParenthesis
        case comma
        case end
    }

    /// How the piece reads in a message.
    var text: String {
        switch kind {
        case .word(let word): word
        case .quoted(let text): text
        case .comparison(let op): op.rawValue
        case .leftParenthesis: "("
        case .rightParenthesis: ")"
        case .comma: ","
        case .end: "the end"
        }
    }
}

/// Cuts a query into tokens; looks at each character once.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    static func tokens(of text: String) throws(CQLSyntaxError) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(CQLSyntaxError) -> Token {
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        let start = index
        guard index < scalars.count else { return Token(kind: .end, position: start) }
        switch scalars[index] {
        case "(": return single(.leftParenthesis)
        case ")": return single(.rightParenthesis)
        case ",": return single(.comma)
        case "=", "!", "~", "<", ">": return try comparison()
        case "\"", "'": return Token(kind: .quoted(try quoted()), position: start)
        default: return Token(kind: .word(try word()), position: start)
        }
    }

    private mutating func single(_ kind: Token.Kind) -> Token {
        index += 1
        return Token(kind: kind, position: index - 1)
    }

    private mutating func comparison() throws(CQLSyntaxError) -> Token {
        let start = index
        let first = scalars[index]
        let second = index + 1 < scalars.count ? scalars[index + 1] : " "
        let (op, length): (CQLOperator, Int) =
            switch (first, second) {
            case ("!", "="): (.notEquals, 2)
            case ("!", "~"): (.containsNot, 2)
            case (">", "="): (.greaterOrEqual, 2)
            case ("<", "="): (.lessOrEqual, 2)
            case ("=", _): (.equals, 1)
            case ("~", _): (.contains, 1)
            case (">", _): (.greater, 1)
            case ("<", _): (.less, 1)
            default: throw CQLSyntaxError(.reservedCharacter(String(first)), at: start)
            }
        index += length
        return Token(kind: .comparison(op), position: start)
    }

    /// A text between quotes; a backslash takes the next character as it is.
    ///
    /// Only quotes and the backslash itself lose their backslash: text searches read the others.
    private mutating func quoted() throws(CQLSyntaxError) -> String {
        let start = index
        let quote = scalars[index]
        index += 1
        var text = String.UnicodeScalarView()
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if scalar == quote { return String(text) }
            guard scalar == "\\", index < scalars.count else {
                text.append(scalar)
                continue
            }
            let escaped = scalars[index]
            index += 1
            if !["\"", "'", "\\"].contains(escaped) { text.append(scalar) }
            text.append(escaped)
        }
        throw CQLSyntaxError(.unterminatedText, at: start)
    }

    private mutating func word() throws(CQLSyntaxError) -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, !scalars[index].endsWord {
            if scalars[index] == "[", String(text).lowercased().hasSuffix(".property"), let key = propertyKey() {
                text.append(contentsOf: key)
                continue
            }
            guard !scalars[index].isReserved else {
                throw CQLSyntaxError(.reservedCharacter(String(scalars[index])), at: index)
            }
            text.append(scalars[index])
            index += 1
        }
        return String(text)
    }
}

extension Lexer {
    /// The `[key]` of a field such as `content.property[key].path`.
    private mutating func propertyKey() -> ArraySlice<Unicode.Scalar>? {
        guard let end = scalars[index...].firstIndex(where: { $0 == "]" || $0.endsWord }), scalars[end] == "]" else {
            return nil
        }
        defer { index = end + 1 }
        return scalars[index...end]
    }
}

extension Unicode.Scalar {
    /// Whether an unquoted word stops before the character.
    fileprivate var endsWord: Bool {
        switch self {
        case "(", ")", ",", "=", "!", "~", "<", ">", "\"", "'": true
        default: properties.isWhitespace
        }
    }

    /// Whether the character needs quotes around its value.
    fileprivate var isReserved: Bool {
        switch self {
        case "+", ";", "?", "|", "*", "/", "%", "^", "$", "#", "@", "[", "]", "{", "}", "&", "\\", "`": true
        default: false
        }
    }
}
