/// Reads the tokens of a text clause; without an operator between them, all of them must be there.
struct TextParser {
    /// Beyond so many words, the rest is left out: such texts are pasted, and the first words decide.
    static let mostWords = 100
    /// Parentheses inside one another below this count for nothing.
    private static let deepest = 8

    private let tokens: [TextToken]
    private let syntax: TextSyntax
    private var index = 0
    private var depth = 0
    private var words = 0

    init(tokens: [TextToken], syntax: TextSyntax) {
        self.tokens = tokens
        self.syntax = syntax
    }

    /// `nil` where there is nothing to look for, or only what must not be there.
    mutating func query() -> TextNode? {
        guard syntax == .lucene else { return plain() }
        var parts: [TextNode] = []
        while index < tokens.count {
            if let part = alternatives() { parts.append(part) }
            // A parenthesis that closes nothing.
            index += 1
        }
        return Self.all(parts)
    }

    /// All words; those that are operators elsewhere are left out, as are signs.
    private mutating func plain() -> TextNode? {
        var parts: [TextNode] = []
        for token in tokens where parts.count < Self.mostWords {
            switch token {
            case .leaf(let node): parts.append(node)
            case .word(let word):
                if ["and", "or", "not"].contains(word.lowercased()) { continue }
                parts.append(.phrase([word], isPrefix: false))
            default: continue
            }
        }
        return Self.all(parts)
    }

    // MARK: Lucene

    /// What a row must, may or must not hold.
    private struct Wants {
        var wanted: [TextNode] = []
        var unwanted: [TextNode] = []

        func joined(by join: ([TextNode]) -> TextNode?) -> TextNode? {
            guard let wanted = join(wanted) else { return nil }
            guard let unwanted = TextParser.any(unwanted) else { return wanted }
            return .without(wanted, unwanted)
        }
    }

    private mutating func alternatives() -> TextNode? {
        var wants = Wants()
        repeat {
            add(conjunction(), to: &wants)
        } while take("OR")
        return wants.joined(by: Self.any)
    }

    /// A conjunction that only denies counts as what must not be there.
    private func add(_ part: (node: TextNode?, isDenied: Bool), to wants: inout Wants) {
        guard let node = part.node else { return }
        if part.isDenied { wants.unwanted.append(node) } else { wants.wanted.append(node) }
    }

    private mutating func conjunction() -> (node: TextNode?, isDenied: Bool) {
        var wants = Wants()
        while index < tokens.count, tokens[index] != .rightParenthesis, !isNext("OR") {
            if take("AND") { continue }
            let isDenied = takeDenial()
            guard words < Self.mostWords else {
                index += 1
                continue
            }
            add((operand(), isDenied), to: &wants)
        }
        if wants.wanted.isEmpty { return (Self.any(wants.unwanted), true) }
        return (wants.joined(by: Self.all), false)
    }

    private mutating func takeDenial() -> Bool {
        var isDenied = false
        while index < tokens.count {
            if take("NOT") {
                isDenied = true
            } else if tokens[index] == .minus {
                index += 1
                isDenied = true
            } else if tokens[index] == .plus {
                index += 1
            } else {
                break
            }
        }
        return isDenied
    }

    private mutating func operand() -> TextNode? {
        guard index < tokens.count else { return nil }
        let token = tokens[index]
        switch token {
        case .leaf(let node):
            words += 1
            index += 1
            return node
        case .word(let word):
            words += 1
            index += 1
            return .phrase([word], isPrefix: false)
        case .leftParenthesis:
            index += 1
            guard depth < Self.deepest else { return nil }
            depth += 1
            defer { depth -= 1 }
            let node = alternatives()
            if index < tokens.count { index += 1 }
            return node
        default:
            if token != .rightParenthesis { index += 1 }
            return nil
        }
    }

    private func isNext(_ word: String) -> Bool {
        index < tokens.count && tokens[index] == .word(word)
    }

    private mutating func take(_ word: String) -> Bool {
        guard isNext(word) else { return false }
        index += 1
        return true
    }

    private static func all(_ parts: [TextNode]) -> TextNode? {
        parts.count > 1 ? .all(parts) : parts.first
    }

    private static func any(_ parts: [TextNode]) -> TextNode? {
        parts.count > 1 ? .any(parts) : parts.first
    }
}
