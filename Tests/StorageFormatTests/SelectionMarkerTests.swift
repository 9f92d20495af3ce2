import StorageFormat
import Testing

@Suite("Marks of inline comments")
struct SelectionMarkerTests {
    private static let open = "<ac:inline-comment-marker ac:ref=\"r\">"
    private static let close = "</ac:inline-comment-marker>"

    @Test(
        "the text that is meant is marked, and nothing else changes",
        arguments: [
            ("<p>one two one</p>", "one", 1, "<p>one two [one]</p>"),
            ("<p>R&amp;D &uuml;ber</p>", "R&D über", 0, "<p>[R&amp;D &uuml;ber]</p>"),
            ("<p>a&nbsp;  b</p>", "a b", 0, "<p>[a&nbsp;  b]</p>"),
            ("<p>so <em>very</em> good</p>", "very good", 0, "<p>so <em>[very]</em>[ good]</p>"),
            (
                "<ac:parameter ac:name=\"x\">one</ac:parameter><p>one</p>", "one", 0,
                "<ac:parameter ac:name=\"x\">one</ac:parameter><p>[one]</p>"
            ),
        ])
    func marks(source: String, selection: String, index: Int, expected: String) throws {
        let marked = StorageFormat.marking(selection, at: index, in: source, ref: "r")
        #expect(marked == expected.replacing("[", with: Self.open).replacing("]", with: Self.close))
        try StorageFormat.validate(marked ?? "")
    }

    @Test("a text that is not there, or lies in a macro's code, is not found")
    func missing() {
        let source =
            "<p>one</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[two]]></ac:plain-text-body></ac:structured-macro>"
        #expect(StorageFormat.occurrences(of: "one", in: source) == 1)
        #expect(StorageFormat.occurrences(of: "two", in: source) == 0)
        #expect(StorageFormat.occurrences(of: " ", in: source) == 0)
        #expect(StorageFormat.marking("one", at: 1, in: source, ref: "r") == nil)
    }
}
