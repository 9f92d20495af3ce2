import StorageFormat
import Testing

@Suite("A body's well-formedness")
struct WellFormednessTests {
    @Test(
        "what Confluence saves is accepted",
        arguments: [
            "", "plain words", "<p>a &amp; b &nbsp; &mdash; &Omega; &#8212; &#x1F600;</p>", "<p>one</p><p>two</p>",
            "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[if a < b && c {}]]></ac:plain-text-body></ac:structured-macro>",
            "<!-- note --><br/><hr />", "<p class='x'>single quotes</p>",
            "<x:note xmlns:x=\"urn:acme\">own prefix</x:note>", "<ac:link><ri:page ri:content-title=\"A\" /></ac:link>",
        ]
    )
    func accepts(source: String) throws {
        try StorageFormat.validate(source)
    }

    @Test(
        "what Confluence refuses is refused in its words",
        arguments: [
            ("<p>never closed", "Unexpected close tag </xml>; expected </p>."),
            ("<p><strong>crossed</p></strong>", "Unexpected close tag </p>; expected </strong>."),
            ("text</p>", "Unexpected close tag </p>; expected </xml>."),
            ("text</xml>", "Unbalanced close tag </xml>; no open start tag."),
            ("<p>R & D</p>", "Unexpected character ' ' (code 32) (missing name?)"),
            (
                "<a href=\"?a=1&b=2\">x</a>",
                "Unexpected character '=' (code 61); expected a semi-colon after the reference for entity 'b'"
            ),
            ("<p>&unknown;</p>", "Undeclared general entity \"unknown\""),
            ("<p class=big>x</p>", "Unexpected character 'b' (code 98) in start tag Expected a quote"),
            ("<p hidden>x</p>", "Unexpected character '>' (code 62) expected '='"),
            ("<p id=\"a\" id=\"b\">x</p>", "Duplicate attribute 'id'."),
            ("<foo:bar>x</foo:bar>", "Undeclared namespace prefix \"foo\""),
            ("<p v:on=\"x\">y</p>", "Undeclared namespace prefix \"v\" (for attribute \"on\")"),
            ("1 < 2", "Unexpected character ' ' (code 32) (missing name?)"),
            ("<!-- open", "Unexpected EOF in comment"),
            ("<![CDATA[ open", "Unexpected EOF in CDATA section"),
            ("<!DOCTYPE html>", "Unrecognized XML directive; expected CDATA or comment ('<![CDATA[' or '<!--')."),
            ("<p>&#0;</p>", "Illegal character entity: expansion character (code 0x0)"),
            ("<p>\u{8}</p>", "Illegal character ((CTRL-CHAR, code 8))"),
            ("<p ", "Unexpected character '<' (code 60) (missing name?)"),
        ]
    )
    func refuses(source: String, message: String) {
        let error = #expect(throws: StorageFormatError.self) { try StorageFormat.validate(source) }
        #expect(error?.message == message)
    }

    @Test("a refusal tells the place as Confluence does")
    func tellsThePlace() {
        let error = #expect(throws: StorageFormatError.self) { try StorageFormat.validate("<p>ä😀\nsecond <b>line</p>") }
        #expect(error?.line == 2)
        #expect(error?.column == 15)
        #expect(
            error?.confluenceText
                == "Error parsing xhtml: Unexpected close tag </p>; expected </b>.\n at [row,col {unknown-source}]: [2,15]"
        )
        let first = #expect(throws: StorageFormatError.self) { try StorageFormat.validate("ä😀&x;") }
        #expect(first?.column == 4, "columns are UTF-16 code units")
    }

    // MARK: Hostile input

    @Test("a body that is nested too deeply is refused, not followed", arguments: ["<p>", "<ac:rich-text-body>"])
    func refusesDepth(tag: String) {
        #expect(throws: StorageFormatError.self) { try StorageFormat.validate(String(repeating: tag, count: 100_000)) }
    }

    @Test(
        "the time for a hostile body grows with its length, not with its square",
        .timeLimit(.minutes(1)),
        arguments: [
            "<", "&", "<!--", "<![CDATA[", "<p a='", "]]>", "&amp;", "<b/>", "*a ", "[", "{{", "[a|", "{info}\n",
            "!a.b ",
        ]
    )
    func hostile(piece: String) throws {
        let source = String(repeating: piece, count: 50_000)
        _ = StorageFormat.plainText(source)
        _ = StorageFormat.atlasDocFormat(source)
        // Whatever wiki markup holds, what comes of it can be saved.
        try StorageFormat.validate(StorageFormat.fromWiki(source))
    }

    @Test("every way to cut a body short is read without harm")
    func truncation() throws {
        let body = """
            <h1 id="a">T&auml;sk &#x41;</h1><ac:structured-macro ac:name="info"><ac:parameter ac:name="title">x</ac:parameter>\
            <ac:rich-text-body><p>b<!-- c --></p></ac:rich-text-body></ac:structured-macro><p><![CDATA[d]]></p>
            """
        try StorageFormat.validate(body)
        var refused = 0
        for end in body.indices {
            let part = String(body[..<end])
            _ = StorageFormat.plainText(part)
            _ = StorageFormat.atlasDocFormat(part)
            do { try StorageFormat.validate(part) } catch { refused += 1 }
        }
        #expect(refused > body.count - 10)
    }
}
