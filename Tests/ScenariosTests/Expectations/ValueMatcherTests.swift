import ConfluenceWire
import Documents
import Testing

@testable import Scenarios

@Suite("Matchers of values")
struct ValueMatcherTests {
    private static func expectation(_ yaml: String) throws -> ValueExpectation {
        try MatcherReader.read(DocumentReader.readYAML(Array(yaml.utf8), file: "sample.yaml"))
    }

    @Test(
        "a value is taken, or the sentence says why not",
        arguments: [
            ("5", "5", nil), ("5", "5.0", nil), ("5", "'5'", "it is 5, expected \"5\""),
            ("[a]", "[a, b]", "it is not as expected: the value has 1 element, expected 2"),
            ("{a: 1, b: {c: 2}}", "{b: {c: 3}, a: 1}", "it is not as expected: b.c is 2, expected 3"),
            ("Release plan", "{contains: plan}", nil),
            ("Release plan", "{contains: [plan, notes]}", "it should contain “notes”, and is “Release plan”"),
            ("Release plan", "{lacks: plan}", "it should not contain “plan”, and does"),
            ("5", "{matches: '^\\d$'}", nil),
            ("a", "{matches: '^\\d$'}", "it should match the pattern ^\\d$, and is “a”"),
            (
                "[a]", "{contains: a}",
                "it is a list, where a text is looked into; elements of a list are found by “includes”"
            ),
            ("5", "{type: integer}", nil), ("'5'", "{type: integer}", "it is a text (\"5\"), expected integer"),
            ("null", "{type: 'null'}", nil), ("5", "{at-least: 5, at-most: 5}", nil),
            ("5", "{at-least: 6}", "it is 5, expected a number of at least 6"),
            ("a", "{at-most: 6}", "it is \"a\", expected a number of at most 6"),
            ("[a, b]", "{length: 2}", nil),
            ("abc", "{length: {at-most: 2}}", "it has the length 3, expected at most 2"),
            ("5", "{length: 1}", "it is a number, which has no length, expected 1"),
            ("b", "{any-of: [a, b]}", nil), ("c", "{any-of: [a, b]}", "it is \"c\", expected one of \"a\", \"b\""),
            ("[a, b]", "{includes: b}", nil),
            ("[a, b]", "{includes: [a, c]}", "it should include \"c\", and is [\"a\",\"b\"]"),
            ("[{id: 1, t: Roadmap}]", "{includes: {id: 1, t: Roadmap}}", nil),
            ("[Roadmap, Plan]", "{includes: {contains: map}}", nil),
            ("[Plan]", "{includes: {contains: map}}", "it should include one that contains “map”, and is [\"Plan\"]"),
            ("a", "{includes: a}", "it is a text, where a list is expected"),
            ("a", "{equals: a}", nil), ("a", "{absent: true}", "it should be absent, and is \"a\""),
            ("a", "{absent: false}", nil),
            ("{length: 5, b: 1}", "{length: 5, b: 1}", nil),
        ])
    func values(value: String, expected: String, problem: String?) throws {
        let value = try DocumentReader.readYAML(Array(value.utf8), file: "value.yaml").json
        let problems = try Self.expectation(expected).problems(of: value, at: "it")
        #expect(problems.map(\.words) == [problem].compactMap(\.self))
    }

    @Test("nothing is taken by what asks for absence alone")
    func absent() throws {
        #expect(try Self.expectation("{absent: true}").problems(of: nil, at: "it").isEmpty)
        #expect(try Self.expectation("{absent: true}").problems(of: [], at: "it").isEmpty)
        #expect(try Self.expectation("a").problems(of: nil, at: "it").map(\.words) == ["it is absent, expected \"a\""])
        #expect(
            try Self.expectation("{contains: a}").problems(of: nil, at: "it").map(\.words) == [
                "it is absent, expected one that contains “a”"
            ])
    }

    @Test(
        "a matcher that says nothing or the impossible is refused",
        arguments: [
            ("{contain: a, lacks: b}", "unknown word “contain” of a matcher, did you mean “contains”?"),
            ("{type: text}", "unknown value “text”; known are string, integer, number, boolean, array, object, null"),
            ("{length: -1}", "a number from 0 on is expected"), ("{length: {}}", "at-least or at-most is expected"),
            ("{length: {at-least: 3, at-most: 2}}", "no number is at least 3 and at most 2"),
            ("{at-least: a}", "a number is expected"), ("{any-of: []}", "at least one value is expected"),
            ("{absent: true, type: string}", "nothing else can be said of a value that is absent"),
        ])
    func mistakes(yaml: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try Self.expectation(yaml) }
        #expect(error?.message == message)
    }
}
