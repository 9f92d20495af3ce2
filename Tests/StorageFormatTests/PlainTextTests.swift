import StorageFormat
import Testing

@Suite("A body's words")
struct PlainTextTests {
    @Test(
        "words are taken from text, code and titles, not from what steers a macro",
        arguments: [
            ("<h1>Refunds</h1><p>Within&nbsp;14 <b>da</b>ys.</p>", "Refunds\nWithin 14 days."),
            ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
            (
                "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">swift</ac:parameter><ac:plain-text-body><![CDATA[let a = 1 < 2]]></ac:plain-text-body></ac:structured-macro>",
                "let a = 1 < 2"
            ),
            (
                "<p>State: <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">DONE</ac:parameter></ac:structured-macro></p>",
                "State:\nDONE"
            ),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
            ("<p>open <b>tag &amp; more", "open\ntag & more"),
            ("a < b and R & D", "a"),
        ]
    )
    func words(source: String, text: String) {
        #expect(StorageFormat.plainText(source) == text)
    }
}
