/// Why a text is no query, and where; the place counts Unicode scalars from 0.
package struct CQLSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    package var kind: Kind
    package var position: Int

    package init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }

    package enum Kind: Sendable, Hashable {
        /// Nothing but white space.
        case empty
        /// A quoted text without its closing quote.
        case unterminatedText
        /// The query ends where something of this name had to follow.
        case unexpectedEnd(expected: String)
        case unexpected(found: String, expected: String)
        /// A word that means something to CQL stands where a value has to; quoting it helps.
        case reservedWord(String)
        /// A character that a value may only hold between quotes.
        case reservedCharacter(String)
        /// A word follows a whole clause without `AND` or `OR`: usually an unquoted value of two words.
        case missingConjunction(before: String)
        /// More parentheses and `NOT`s inside one another than ``CQLParser/deepestNesting``.
        case tooDeep
        /// More clauses than ``CQLParser/mostClauses``.
        case tooManyClauses
        /// More values than ``CQLParser/mostValues``.
        case tooManyValues
    }

    /// What is wrong and what to do, without the position.
    package var message: String {
        switch kind {
        case .empty: "the query is empty"
        case .unterminatedText: "the quoted text is not closed"
        case .unexpectedEnd(let expected): "the query ends where \(expected) must follow"
        case .unexpected(let found, let expected): "'\(found)' stands where \(expected) must follow"
        case .reservedWord(let word): "'\(word)' is a reserved word; put it in quotes"
        case .reservedCharacter(let character): "'\(character)' is a reserved character; put the value in quotes"
        case .missingConjunction(let word): "AND or OR is missing before '\(word)'; put values with spaces in quotes"
        case .tooDeep: "the query is nested more than \(CQLParser.deepestNesting) levels deep"
        case .tooManyClauses: "the query has more than \(CQLParser.mostClauses) clauses"
        case .tooManyValues: "the query names more than \(CQLParser.mostValues) values"
        }
    }

    package var description: String { "\(message) (position \(position))" }
}
