import ConfluenceWire

/// Reads the text of a JSONPath from left to right.
struct JSONPathReader {
    let text: String
    private let characters: [Character]
    private var index = 0

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// The whole text as a path.
    mutating func path() throws(JSONPath.Malformed) -> JSONPath {
        _ = take("$")
        let path = try steps(inFilter: false)
        guard next == nil else { throw wrong("“\(rest)” is not expected") }
        return JSONPath(segments: path.segments, asksForLength: path.asksForLength, description: text)
    }

    // MARK: Steps

    /// - Parameter inFilter: Whether the path ends where a condition goes on.
    private mutating func steps(inFilter: Bool) throws(JSONPath.Malformed) -> JSONPath {
        let start = index
        var segments: [JSONPath.Segment] = []
        var asksForLength = false
        while let character = next, character == "." || character == "[" || (index == 0 && !inFilter) {
            guard !asksForLength else { throw wrong("length() stands at the end of a path") }
            if character == "[" {
                segments.append(JSONPath.Segment(selectors: try bracket()))
                continue
            }
            let isDeep = take("..")
            if !isDeep { _ = take(".") }
            if isDeep, next == "[" {
                segments.append(JSONPath.Segment(selectors: try bracket(), isDeep: true))
            } else if take("*") {
                segments.append(JSONPath.Segment(selectors: [.every], isDeep: isDeep))
            } else {
                let word = self.word(inFilter: inFilter)
                guard !word.isEmpty else { throw wrong("a name is missing after a point") }
                if word == "length()" || (inFilter && word == "length" && take("()")) {
                    guard !isDeep else { throw wrong("length() follows one point") }
                    asksForLength = true
                } else {
                    segments.append(JSONPath.Segment(selectors: [.key(word)], isDeep: isDeep))
                }
            }
        }
        return JSONPath(
            segments: segments, asksForLength: asksForLength, description: String(characters[start..<index]))
    }

    private mutating func word(inFilter: Bool) -> String {
        var word = ""
        while let character = next, character != ".", character != "[" {
            if inFilter, !(character.isLetter || character.isNumber || "_-$".contains(character)) { break }
            word.append(character)
            index += 1
        }
        return word
    }

    private mutating func bracket() throws(JSONPath.Malformed) -> [JSONPath.Selector] {
        _ = take("[")
        skipBlanks()
        if take("?") {
            let filter = try either()
            try close("]")
            return [.filter(filter)]
        }
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        try close("]")
        return selectors
    }

    private mutating func selector() throws(JSONPath.Malformed) -> JSONPath.Selector {
        guard next != nil else { throw wrong("a ] is missing") }
        if take("*") { return .every }
        if let key = try quoted() { return .key(key) }
        let from = integer()
        skipBlanks()
        if take(":") {
            skipBlanks()
            return .slice(from: from, to: integer())
        }
        guard let from else {
            throw wrong("a number, a name in quotes, * or a ?(condition) is expected between brackets")
        }
        return .index(from)
    }

    // MARK: Conditions

    private mutating func either() throws(JSONPath.Malformed) -> JSONPathFilter {
        var filter = try both()
        while takeAfterBlanks("||") { filter = .or(filter, try both()) }
        return filter
    }

    private mutating func both() throws(JSONPath.Malformed) -> JSONPathFilter {
        var filter = try single()
        while takeAfterBlanks("&&") { filter = .and(filter, try single()) }
        return filter
    }

    private mutating func single() throws(JSONPath.Malformed) -> JSONPathFilter {
        skipBlanks()
        if next == "!", !(peek(1) == "=") {
            index += 1
            return .not(try single())
        }
        if take("(") {
            let filter = try either()
            try close(")")
            return filter
        }
        let left = try operand()
        if takeAfterBlanks("=~") {
            skipBlanks()
            guard let pattern = try quoted() else { throw wrong("a pattern in quotes is expected after =~") }
            guard (try? Regex(pattern)) != nil else { throw wrong("“\(pattern)” is not a regular expression") }
            return .matches(left, pattern)
        }
        for comparison in JSONPathFilter.Comparison.allCases where takeAfterBlanks(comparison.rawValue) {
            skipBlanks()
            return .compares(left, comparison, try operand())
        }
        skipBlanks()
        if next == "=" { throw wrong("two values are compared by ==") }
        return .exists(left)
    }

    private mutating func operand() throws(JSONPath.Malformed) -> JSONPathFilter.Operand {
        if take("@") { return .ofElement(try steps(inFilter: true)) }
        if take("$") { return .ofRoot(try steps(inFilter: true)) }
        if let text = try quoted() { return .value(.string(text)) }
        for (word, value) in [("true", JSON.bool(true)), ("false", .bool(false)), ("null", .null)] where take(word) {
            return .value(value)
        }
        let start = index
        while let character = next, character.isNumber || "+-.eE".contains(character) { index += 1 }
        let number = String(characters[start..<index])
        if let value = Int64(number) { return .value(.integer(value)) }
        if let value = Double(number) { return .value(.number(value)) }
        index = start
        throw wrong("a condition compares @.key with a number, a text in quotes, true, false or null")
    }

    // MARK: Characters

    private var next: Character? { peek(0) }

    private func peek(_ offset: Int) -> Character? {
        index + offset < characters.count ? characters[index + offset] : nil
    }

    private var rest: String { String(characters[index...]) }

    private mutating func take(_ word: String) -> Bool {
        guard characters[index...].starts(with: word) else { return false }
        index += word.count
        return true
    }

    private mutating func takeAfterBlanks(_ word: String) -> Bool {
        let start = index
        skipBlanks()
        if take(word) { return true }
        index = start
        return false
    }

    private mutating func skipBlanks() {
        while next?.isWhitespace == true { index += 1 }
    }

    private mutating func close(_ bracket: String) throws(JSONPath.Malformed) {
        skipBlanks()
        guard take(bracket) else { throw wrong("a \(bracket) is missing") }
    }

    private mutating func integer() -> Int? {
        let start = index
        if next == "-" { index += 1 }
        while next?.isNumber == true { index += 1 }
        guard let number = Int(String(characters[start..<index])) else {
            index = start
            return nil
        }
        return number
    }

    /// A text between single or double quotes; a backslash lets the next character stand for itself.
    private mutating func quoted() throws(JSONPath.Malformed) -> String? {
        guard let quote = next, quote == "'" || quote == "\"" else { return nil }
        index += 1
        var text = ""
        while let character = next {
            index += 1
            if character == quote { return text }
            if character == "\\", let escaped = next, escaped == quote || escaped == "\\" {
                index += 1
                text.append(escaped)
            } else {
                text.append(character)
            }
        }
        throw wrong("a quote is not closed")
    }

    private func wrong(_ message: String) -> JSONPath.Malformed {
        JSONPath.Malformed(message: "\(message) in the path “\(text)”, at character \(index + 1)")
    }
}
