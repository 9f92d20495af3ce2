import ConfluenceWire
import Testing

@testable import Scenarios

@Suite("What differs is shown, not two whole texts")
struct TextDifferenceTests {
    private static func lines(_ numbers: some Sequence<Int>, _ changes: [Int: String] = [:]) -> String {
        numbers.map { changes[$0] ?? "line \($0)" }.joined(separator: "\n")
    }

    @Test("the lines around the first difference are shown")
    func around() {
        let found = Self.lines(1...200, [90: "another line"])
        #expect(
            TextDifference.words(found: found, expected: Self.lines(1...200)) == """
                from line 90 on (- expected, + found):
                  line 88
                  line 89
                - line 90
                + another line
                  line 91
                  line 92
                """)
    }

    @Test("a line too many is seen as one")
    func inserted() {
        let found = Self.lines(1...3) + "\nnew\n" + Self.lines(4...6)
        #expect(
            TextDifference.words(found: found, expected: Self.lines(1...6)) == """
                from line 4 on (- expected, + found):
                  line 2
                  line 3
                + new
                  line 4
                  line 5
                """)
    }

    @Test("long lines are cut around the first character that differs")
    func longLines() {
        let words = String(repeating: "word ", count: 200)
        let text = TextDifference.words(found: words + "a" + words, expected: words + "b" + words)
        #expect(text.count < 400)
        #expect(text.contains("word a") && text.contains("word b"))
    }

    @Test("of many differences the first are shown")
    func many() {
        let text = TextDifference.words(
            found: Self.lines(1...100).replacing("line", with: "row"), expected: Self.lines(1...100))
        #expect(text.split(separator: "\n").count <= 17)
        #expect(text.hasSuffix("… (more lines differ)"))
    }

    @Test("of two values the places are named")
    func values() {
        let found: JSON = ["results": [["id": "1", "title": "A"], ["id": "2", "title": "B"]], "size": 2, "x y": 1]
        let expected: JSON = [
            "results": [["id": "1", "title": "A"], ["id": "3", "title": "C"]], "size": 3, "start": 0,
        ]
        #expect(
            ValueDifference.places(found, expected: expected) == [
                "start is missing", "results[1].id is \"2\", expected \"3\"",
                "results[1].title is \"B\", expected \"C\"", "size is 2, expected 3",
                "['x y'] is 1, and should not be there",
            ])
        #expect(ValueDifference.sentence([1, 2], expected: [1]) == "the value has 2 elements, expected 1")
    }
}
