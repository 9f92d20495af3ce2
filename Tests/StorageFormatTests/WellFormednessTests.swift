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
            ("<p>x</ p>", "Unexpected close tag </>; expected </p>."),
            ("<p>x</pre>", "Unexpected close tag </pre>; expected </p>."),
            ("<p>x</p y>", "Unexpected character 'y' (code 121) in end tag Expected '>'."),
            ("<p>x</p", "Unexpected character '<' (code 60) in end tag Expected '>'."),
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
            ("<p a=\"1\"b=\"2\">x</p>", "Unexpected character 'b' (code 98) excepted space, or '>' or \"/>\""),
            ("<a href=\"<b>\">x</a>", "Unexpected '<'  in attribute value"),
            ("<br/x>", "Unexpected character 'x' (code 120) expected '>'"),
            ("<p id=\"a\" id=\"b\">x</p>", "Duplicate attribute 'id'."),
            ("<foo:bar>x</foo:bar>", "Undeclared namespace prefix \"foo\""),
            ("<:bar>x</:bar>", "Unexpected character ':' (code 58) (missing namespace prefix?)"),
            ("<p v:on=\"x\">y</p>", "Undeclared namespace prefix \"v\" (for attribute \"on\")"),
            (
                "<x:a xmlns:x=\"urn:x\">y</x:a><x:b>z</x:b>", "Undeclared namespace prefix \"x\""
            ),
            ("1 < 2", "Unexpected character ' ' (code 32) in content after '<' (malformed start element?)."),
            ("<3", "Unexpected character '3' (code 51) in content after '<' (malformed start element?)."),
            ("<p/€>", "Unexpected character '€' (code 8364 / 0x20ac) expected '>'"),
            ("<!-- open", "Unexpected end of input block in comment"),
            ("<!-- a -- b -->", "String '--' not allowed in comment (missing '>'?)"),
            ("<![CDATA[ open", "Unexpected end of input block in CDATA section"),
            (
                "a ]]> b",
                "String ']]>' not allowed in textual content, except as the end marker of CDATA section"
            ),
            ("<!DOCTYPE html>", "Unrecognized XML directive; expected CDATA or comment ('<![CDATA[' or '<!--')."),
            (
                "<?xml version=\"1.0\"?>",
                "Illegal processing instruction target (\"xml\"); xml (case insensitive) is reserved by the specs."
            ),
            ("<p>&#0;</p>", "Invalid character reference: null character not allowed in XML content."),
            ("<p>&#x1f;</p>", "Illegal character entity: expansion character (code 0x1f"),
            ("<p>&#x110000;</p>", "Illegal character entity: value higher than max allowed (0x10ffff)"),
            ("<p>&#xg;</p>", "Unexpected character 'g' (code 103); expected a hex digit (0-9a-fA-F)."),
            ("<p>&#1a;</p>", "Unexpected character 'a' (code 97); expected a decimal number."),
            ("<p>\u{8}</p>", "Illegal character ((CTRL-CHAR, code 8))"),
            ("<p>\u{0}</p>", "Illegal character (NULL, unicode 0) encountered: not valid in any content"),
            ("<p ", "Unexpected '<' character in element (missing closing '>'?)"),
            ("<p", "Unexpected character '<' (code 60) excepted space, or '>' or \"/>\""),
        ]
    )
    func refuses(source: String, message: String) {
        let error = #expect(throws: StorageFormatError.self) { try StorageFormat.validate(source) }
        #expect(error?.message == message)
    }

    @Test(
        "a refusal tells the place of the last character that was read",
        arguments: [
            ("<p>ä😀\nsecond <b>line</p>", 2, 17), ("ä😀&x;", 1, 6), ("</colgroup>", 1, 10), ("<p>\r\n\r&</p>", 3, 2),
            ("<p class=big>x</p>", 1, 10), ("<p id=\"a\" id=\"b\">", 1, 17), ("<!-- a -- b -->", 1, 4), ("a]]>", 1, 4),
            ("<![CDATA[", 1, 15), ("<foo:bar />", 1, 11), ("<a b=\"<", 1, 7),
        ]
    )
    func tellsThePlace(source: String, line: Int, column: Int) {
        let error = #expect(throws: StorageFormatError.self) { try StorageFormat.validate(source) }
        #expect(error?.line == line)
        #expect(error?.column == column, "columns are UTF-16 code units")
    }

    @Test("on the first line the place counts what Confluence puts before the body")
    func countsTheHeader() throws {
        func text(_ source: String, _ header: StorageHeader) throws -> String {
            let error = try #require(throws: StorageFormatError.self) { try StorageFormat.validate(source) }
            return error.confluenceText(behind: header)
        }
        #expect(
            try text("<p>This page was built with Terraform<p>", .cloud)
                == "Error parsing xhtml: Unexpected close tag </xml>; expected </p>.\n at [row,col {unknown-source}]: [1,405]"
        )
        #expect(try text("<p>&", .dataCenter).hasSuffix("[1,325]"))
        #expect(try text("<p>\n&", .dataCenter).hasSuffix("[2,2]"))
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
        _ = try StorageFormat.atlasDocFormat(source)
        // Whatever wiki markup holds, what comes of it can be saved.
        try StorageFormat.validate(StorageFormat.fromWiki(source))
    }

    @Test("a body of 10 MB is read", .timeLimit(.minutes(1)))
    func large() throws {
        try StorageFormat.validate("<p>" + String(repeating: "word ", count: 2_000_000) + "</p>")
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
            _ = try StorageFormat.atlasDocFormat(part)
            do { try StorageFormat.validate(part) } catch { refused += 1 }
        }
        #expect(refused > body.count - 10)
    }
}
