import Documents
import Testing

@Suite("A document's text tells how its values are spelt")
struct DocumentTextTests {
    /// The columns of each character, for a file's text with one value under `key`.
    private func spelling(_ text: String, file: String) throws -> Spelling? {
        let node = try DocumentReader.read(Array(text.utf8), file: file)
        return DocumentText(Array(text.utf8)).spelling(of: try #require(node.node(at: "key")))
    }

    @Test(
        "each character has the columns that spell it",
        arguments: [
            ("a.json", #"{"key": "ab\n"}"#, 1, [9..<10, 10..<11, 11..<13]),
            ("a.json", #"{"key": "\u200bx"}"#, 1, [9..<15, 15..<16]),
            ("a.json", #"{"key": "\ud83d\ude00"}"#, 1, [9..<21]),
            ("a.json", #"{"k😀": 1, "key": "é"}"#, 1, [18..<19]),
            ("a.yaml", "key: ab", 1, [5..<6, 6..<7]),
            ("a.yaml", "key: 12", 1, [5..<6, 6..<7]),
            ("a.yaml", "key: 'it''s'", 1, [6..<7, 7..<8, 8..<10, 10..<11]),
            ("a.yaml", #"key: "\x41\tb""#, 1, [6..<10, 10..<12, 12..<13]),
            ("a.yaml", "# first\nkey: |\n  ab\n", 3, [2..<3, 3..<4, 4..<4]),
            ("a.yaml", "key: |-\n  ab\n", 2, [2..<3, 3..<4]),
            ("a.yaml", "other: 1\r\nkey: ab\r\n", 2, [5..<6, 6..<7]),
        ])
    func columns(file: String, text: String, line: Int, scalars: [Range<Int>]) throws {
        let found = try spelling(text, file: file)
        let spelling = try #require(found)
        #expect(spelling.line == line)
        #expect(spelling.scalars == scalars)
    }

    @Test(
        "a value of several lines has no spelling, and a list none",
        arguments: ["key: |\n  a\n  b\n", "key: a\n  b\n", "key: \"a\n  b\"\n", "key: [a]\n"])
    func severalLines(text: String) throws {
        #expect(try spelling(text, file: "a.yaml") == nil)
    }

    @Test("lines count from 1, whatever ends them")
    func lines() {
        let text = DocumentText(Array("a\r\nb\n".utf8))
        #expect(text.line(1) == ["a"])
        #expect(text.line(2) == ["b"])
        #expect(text.line(0) == nil)
        #expect(text.line(4) == nil)
    }
}
