import CQL
import Testing

@Suite("What is no query is refused, with the place and the reason")
struct SyntaxErrorTests {
    @Test(
        "the error names its kind and position",
        arguments: [
            ("", .empty, 0),
            (" \n ", .empty, 0),
            ("type", .unexpectedEnd(expected: "an operator"), 4),
            ("type =", .unexpectedEnd(expected: "a value"), 6),
            ("= page", .unexpected(found: "=", expected: "a field"), 0),
            ("type page", .unexpected(found: "page", expected: "an operator"), 5),
            ("type == page", .unexpected(found: "=", expected: "a value"), 6),
            ("'type' = page", .unexpected(found: "type", expected: "a field"), 0),
            ("type = page and", .unexpectedEnd(expected: "a field"), 15),
            ("type = page or or", .unexpected(found: "or", expected: "a field"), 15),
            ("(type = page", .unexpectedEnd(expected: "a closing parenthesis"), 12),
            ("type = page)", .unexpected(found: ")", expected: "AND, OR or ORDER BY"), 11),
            ("()", .unexpected(found: ")", expected: "a field"), 1),
            ("title = \"open", .unterminatedText, 8),
            (#"title = "open\""#, .unterminatedText, 8),
            ("title = 'a\" ", .unterminatedText, 8),
            ("text ~ foo Grill x", .missingConjunction(before: "Grill"), 11),
            ("(text ~ foo Grill)", .missingConjunction(before: "Grill"), 12),
            ("title = and", .reservedWord("and"), 8),
            ("title = Select", .reservedWord("Select"), 8),
            ("title = a*", .reservedCharacter("*"), 9),
            ("title = c+d", .reservedCharacter("+"), 9),
            ("title = a@b.example", .reservedCharacter("@"), 9),
            ("type ! page", .reservedCharacter("!"), 5),
            ("type && page", .reservedCharacter("&"), 5),
            ("space in A", .unexpected(found: "A", expected: "a list in parentheses"), 9),
            ("space in ()", .unexpected(found: ")", expected: "a value"), 10),
            ("space in (A", .unexpectedEnd(expected: "a comma or a closing parenthesis"), 11),
            ("space in (A B)", .unexpected(found: "B", expected: "a comma or a closing parenthesis"), 12),
            ("space in (A,)", .unexpected(found: ")", expected: "a value"), 12),
            ("space not A", .unexpected(found: "A", expected: "IN"), 10),
            ("created > now(", .unexpectedEnd(expected: "an argument"), 14),
            ("created > now(1 2)", .unexpected(found: "2", expected: "a comma or a closing parenthesis"), 16),
            ("space = ~ada", .unexpected(found: "~", expected: "a value"), 8),
            ("order by title", .unexpected(found: "order", expected: "a field"), 0),
            ("type = page order title", .unexpected(found: "title", expected: "BY"), 18),
            ("type = page order by", .unexpectedEnd(expected: "a field"), 20),
            ("type = page order by title up", .unexpected(found: "up", expected: "a comma"), 27),
            ("type = page order by title,", .unexpectedEnd(expected: "a field"), 27),
            ("title = 'é' x", .missingConjunction(before: "x"), 12),
        ] as [(String, CQLSyntaxError.Kind, Int)])
    func refused(query: String, kind: CQLSyntaxError.Kind, position: Int) {
        #expect(throws: CQLSyntaxError(kind, at: position)) { try CQLParser.parse(query) }
    }

    @Test("nesting is read down to the limit and refused below it, however deep a hostile query goes")
    func depth() throws {
        let deepest = CQLParser.deepestNesting - 1
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a=1" + String(repeating: ")", count: depth)
        }
        #expect(throws: Never.self) { try CQLParser.parse(nested(deepest)) }
        for hostile in [nested(deepest + 1), nested(20_000), String(repeating: "not ", count: 20_000) + "a=1"] {
            let error = #expect(throws: CQLSyntaxError.self) { try CQLParser.parse(hostile) }
            #expect(error?.kind == .tooDeep)
        }
    }

    @Test("a query has at most so many clauses")
    func clauses() throws {
        let most = Array(repeating: "a=1", count: CQLParser.mostClauses).joined(separator: " and ")
        #expect(throws: Never.self) { try CQLParser.parse(most) }
        let error = #expect(throws: CQLSyntaxError.self) { try CQLParser.parse(most + " or a=1") }
        #expect(error?.kind == .tooManyClauses)
    }

    @Test("lists have at most so many values together")
    func values() {
        func list(_ count: Int) -> String {
            "id in (" + Array(repeating: "1", count: count).joined(separator: ",") + ")"
        }
        #expect(throws: Never.self) { try CQLParser.parse(list(CQLParser.mostValues)) }
        let error = #expect(throws: CQLSyntaxError.self) { try CQLParser.parse(list(CQLParser.mostValues) + " or a=1") }
        #expect(error?.kind == .tooManyValues)
    }

    @Test("the message says where and what to do")
    func message() {
        let error = CQLSyntaxError(.missingConjunction(before: "Grill"), at: 11)
        let expected = "AND or OR is missing before 'Grill'; put values with spaces in quotes (position 11)"
        #expect("\(error)" == expected)
    }
}
