/// Reads Confluence Query Language: `type = page AND (title ~ "a" OR label in (b, c)) ORDER BY created desc`.
///
/// `AND` binds tighter than `OR`, `NOT` tighter than both; keywords are recognised ignoring case.
/// Grammar: https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/
package enum CQLParser {
    /// How many parentheses and `NOT`s may stand inside one another; SQLite's parser sets the limit.
    package static let deepestNesting = 20
    /// How many clauses a query may have; the search's own limit on expressions lies above it.
    package static let mostClauses = 500
    /// How many values all lists of a query may have together; SQLite takes six times as many.
    package static let mostValues = 5000

    package static func parse(_ text: String) throws(CQLSyntaxError) -> CQLQuery {
        var parser = QueryParser(tokens: try Lexer.tokens(of: text))
        return try parser.query()
    }
}

/// A descent over the tokens of one query.
private struct QueryParser {
    let tokens: [Token]
    var index = 0
    var depth = 0
    var clauses = 0
    var values = 0

    init(tokens: [Token]) {
        self.tokens = tokens
    }

    var token: Token { tokens[index] }

    mutating func query() throws(CQLSyntaxError) -> CQLQuery {
        guard token.kind != .end else { throw CQLSyntaxError(.empty, at: 0) }
        let condition = try disjunction()
        let order = isKeyword("order") ? try ordering() : []
        switch token.kind {
        case .end: return CQLQuery(condition: condition, order: order)
        case .word(let word) where order.isEmpty:
            throw CQLSyntaxError(.missingConjunction(before: word), at: token.position)
        default: throw unexpected(order.isEmpty ? "AND, OR or ORDER BY" : "a comma")
        }
    }

    // MARK: Conditions

    mutating func disjunction() throws(CQLSyntaxError) -> CQLCondition {
        var terms = [try conjunction()]
        while takeKeyword("or") { terms.append(try conjunction()) }
        return terms.count == 1 ? terms[0] : .or(terms)
    }

    mutating func conjunction() throws(CQLSyntaxError) -> CQLCondition {
        var terms = [try term()]
        while takeKeyword("and") { terms.append(try term()) }
        return terms.count == 1 ? terms[0] : .and(terms)
    }

    mutating func term() throws(CQLSyntaxError) -> CQLCondition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= CQLParser.deepestNesting else { throw CQLSyntaxError(.tooDeep, at: token.position) }
        if takeKeyword("not") { return .not(try term()) }
        guard token.kind == .leftParenthesis else { return .clause(try clause()) }
        index += 1
        let condition = try disjunction()
        if case .word(let word) = token.kind {
            throw CQLSyntaxError(.missingConjunction(before: word), at: token.position)
        }
        try take(.rightParenthesis, as: "a closing parenthesis")
        return condition
    }

    mutating func clause() throws(CQLSyntaxError) -> CQLClause {
        clauses += 1
        guard clauses <= CQLParser.mostClauses else { throw CQLSyntaxError(.tooManyClauses, at: token.position) }
        let fieldPosition = token.position
        let field = try name("a field")
        let op = try comparison()
        let position = token.position
        let value = op == .isIn || op == .notIn ? try listValue() : try value()
        return CQLClause(field: field, fieldPosition: fieldPosition, op: op, value: value, position: position)
    }

    mutating func comparison() throws(CQLSyntaxError) -> CQLOperator {
        if takeKeyword("in") { return .isIn }
        if takeKeyword("not") {
            guard takeKeyword("in") else { throw unexpected("IN") }
            return .notIn
        }
        guard case .comparison(let op) = token.kind else { throw unexpected("an operator") }
        index += 1
        return op
    }

    // MARK: Values

    mutating func value() throws(CQLSyntaxError) -> CQLValue {
        values += 1
        guard values <= CQLParser.mostValues else { throw CQLSyntaxError(.tooManyValues, at: token.position) }
        switch token.kind {
        case .quoted(let text):
            index += 1
            return .text(text, quoted: true)
        case .word(let word):
            if tokens[index + 1].kind == .leftParenthesis { return try function(word) }
            guard !ReservedWords.contains(word) else {
                throw CQLSyntaxError(.reservedWord(word), at: token.position)
            }
            index += 1
            return .text(word, quoted: false)
        default: throw unexpected("a value")
        }
    }

    mutating func listValue() throws(CQLSyntaxError) -> CQLValue {
        guard token.kind == .leftParenthesis else {
            guard case .word(let word) = token.kind, tokens[index + 1].kind == .leftParenthesis else {
                throw unexpected("a list in parentheses")
            }
            return try function(word)
        }
        index += 1
        var values = [try value()]
        while token.kind == .comma {
            index += 1
            values.append(try value())
        }
        try take(.rightParenthesis, as: "a comma or a closing parenthesis")
        return .list(values)
    }

    /// A call such as `now("-4w")`; the token is its name and a parenthesis follows.
    mutating func function(_ name: String) throws(CQLSyntaxError) -> CQLValue {
        index += 2
        var arguments: [String] = []
        while token.kind != .rightParenthesis {
            if !arguments.isEmpty { try take(.comma, as: "a comma or a closing parenthesis") }
            switch token.kind {
            case .word(let text), .quoted(let text): arguments.append(text)
            default: throw unexpected("an argument")
            }
            index += 1
        }
        index += 1
        return .function(name, arguments)
    }

    // MARK: Order

    mutating func ordering() throws(CQLSyntaxError) -> [CQLOrder] {
        index += 1
        guard takeKeyword("by") else { throw unexpected("BY") }
        var order: [CQLOrder] = []
        repeat {
            if !order.isEmpty { index += 1 }
            let position = token.position
            let field = try name("a field")
            let isDescending = takeKeyword("desc")
            if !isDescending { _ = takeKeyword("asc") }
            order.append(CQLOrder(field: field, position: position, isDescending: isDescending))
        } while token.kind == .comma
        return order
    }

    // MARK: Tokens

    mutating func name(_ expected: String) throws(CQLSyntaxError) -> String {
        guard case .word(let word) = token.kind else { throw unexpected(expected) }
        guard !ReservedWords.contains(word) else {
            throw CQLSyntaxError(.unexpected(found: word, expected: expected), at: token.position)
        }
        index += 1
        return word
    }

    func isKeyword(_ keyword: String) -> Bool {
        if case .word(let word) = token.kind { word.lowercased() == keyword } else { false }
    }

    mutating func takeKeyword(_ keyword: String) -> Bool {
        guard isKeyword(keyword) else { return false }
        index += 1
        return true
    }

    mutating func take(_ kind: Token.Kind, as expected: String) throws(CQLSyntaxError) {
        guard token.kind == kind else { throw unexpected(expected) }
        index += 1
    }

    func unexpected(_ expected: String) -> CQLSyntaxError {
        token.kind == .end
            ? CQLSyntaxError(.unexpectedEnd(expected: expected), at: token.position)
            : CQLSyntaxError(.unexpected(found: token.text, expected: expected), at: token.position)
    }
}
