import StorageFormat
import Testing

@Suite("A body as it is kept")
struct KeptFormTests {
    private func kept(_ source: String) throws -> String {
        try StorageFormat.kept(source) { "id-\($0)" }
    }

    @Test(
        "tags are spelt as Confluence spells them, words stay",
        arguments: [
            ("<br/><hr></hr><p></p>", "<br /><hr /><p />"),
            ("<p class='a \"b\"'>x</p>", "<p class=\"a &quot;b&quot;\">x</p>"),
            ("<p>&nbsp;&uuml;&#252;&#x3c; a > b</p>", "<p>&nbsp;&uuml;ü&lt; a &gt; b</p>"),
            ("<p   id = 'x'  >a\r\nb</p  >", "<p id=\"x\">a\nb</p>"),
            (
                "<ac:link><ac:plain-text-link-body>a &amp; b</ac:plain-text-link-body></ac:link>",
                "<ac:link><ac:plain-text-link-body><![CDATA[a & b]]></ac:plain-text-link-body></ac:link>"
            ),
            ("<!-- note --><p no-such-attribute=\"1\">x</p>", "<!-- note --><p no-such-attribute=\"1\">x</p>"),
            (
                "<ac:structured-macro ac:name=\"toc\"/>",
                "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" ac:macro-id=\"id-0\" />"
            ),
            (
                "<ac:structured-macro ac:name=\"children\" ac:schema-version=\"2\" ac:macro-id=\"mine\"/>"
                    + "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a && b]]></ac:plain-text-body></ac:structured-macro>",
                "<ac:structured-macro ac:name=\"children\" ac:schema-version=\"2\" ac:macro-id=\"mine\" />"
                    + "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"id-1\"><ac:plain-text-body><![CDATA[a && b]]></ac:plain-text-body></ac:structured-macro>"
            ),
        ]
    )
    func spelling(source: String, stored: String) throws {
        #expect(try kept(source) == stored)
        #expect(try kept(stored) == stored, "what is kept is kept as it is")
    }

    @Test("what is refused is not kept")
    func refused() {
        #expect(throws: StorageFormatError.self) { try kept("<p>") }
    }
}
