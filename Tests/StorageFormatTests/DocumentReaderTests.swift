import ConfluenceWire
import StorageFormat
import Testing

@Suite("An Atlassian document as storage format")
struct DocumentReaderTests {
    @Test(
        "what Confluence keeps comes back from a document as it was",
        arguments: [
            "<p>Plain <strong>bold<em> both</em></strong> <u>u</u> <s>s</s> x<sub>i</sub> <code>c</code></p>", "<p />",
            "<p>one<br />two</p>", "<h2 style=\"text-align: center;\">Centred</h2>",
            "<p style=\"margin-left: 30.0px;\">In</p>", "<hr />",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>", "<ol start=\"5\"><li><p>five</p></li></ol>",
            "<blockquote><p>q</p><ul><li><p>l</p></li></ul></blockquote>",
            "<p><a href=\"https://acme.example\"><strong>x</strong></a> <a href=\"https://acme.example\" data-card-appearance=\"inline\">https://acme.example</a></p>",
            "<p><a href=\"https://acme.example\" data-card-appearance=\"block\">https://acme.example</a></p>",
            "<p><a href=\"https://acme.example\" data-card-appearance=\"embed\" data-layout=\"center\" data-width=\"100\">https://acme.example</a></p>",
            "<p><time datetime=\"2026-09-24\" /> and <ac:link><ri:user ri:account-id=\"557058:mira\" /></ac:link></p>",
            "<p><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":thumbsup:\" ac:emoji-id=\"1f44d\" ac:emoji-fallback=\"👍\" /></p>",
            "<p><span style=\"color: rgb(191,38,0);\">red</span> <ac:inline-comment-marker ac:ref=\"r\">c</ac:inline-comment-marker> <ac:placeholder>type</ac:placeholder></p>",
            "<p>Is <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">Green</ac:parameter><ac:parameter ac:name=\"title\">DONE</ac:parameter><ac:parameter ac:name=\"subtle\">true</ac:parameter></ac:structured-macro></p>",
            "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">go</ac:parameter><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"tip\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"panelIcon\">:rocket:</ac:parameter><ac:parameter ac:name=\"bgColor\">#EAE6FF</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
            "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content><p>x</p></ac:adf-content></ac:adf-node></ac:adf-extension>",
            "<ac:adf-extension><ac:adf-node type=\"decision-list\"><ac:adf-attribute key=\"local-id\">l</ac:adf-attribute><ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"local-id\">i</ac:adf-attribute><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>yes</ac:adf-content></ac:adf-node></ac:adf-node></ac:adf-extension>",
            "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
            "<ac:task-list><ac:task><ac:task-id>4</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>a <strong>b</strong></ac:task-body><ac:task-list><ac:task><ac:task-id>5</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>c</ac:task-body></ac:task></ac:task-list></ac:task></ac:task-list>",
            "<table data-layout=\"wide\"><colgroup><col style=\"width: 120.0px;\" /><col style=\"width: 360.0px;\" /></colgroup><tbody><tr><th><p>A</p></th><th><p>B</p></th></tr><tr><td colspan=\"2\" data-highlight-colour=\"#deebff\"><p>c</p></td></tr></tbody></table>",
            "<ac:image ac:align=\"center\" ac:layout=\"center\" ac:alt=\"Plan\" ac:width=\"200\" ac:border=\"true\"><ri:attachment ri:filename=\"plan.png\" /></ac:image>",
            "<ac:image ac:layout=\"wide\"><ri:url ri:value=\"https://acme.example/x.png\" /></ac:image>",
            "<p>in <ac:image ac:inline=\"true\" ac:height=\"16\"><ri:attachment ri:filename=\"plan.png\" /></ac:image> text</p>",
            "<ac:layout><ac:layout-section ac:type=\"two_left_sidebar\" ac:breakout-mode=\"wide\"><ac:layout-cell><p>a</p></ac:layout-cell><ac:layout-cell><p>b</p></ac:layout-cell></ac:layout-section><ac:layout-section ac:type=\"fixed-width\" ac:breakout-mode=\"default\"><ac:layout-cell><p>c</p></ac:layout-cell></ac:layout-section></ac:layout>",
            "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" ac:macro-id=\"m\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"include\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:space-key=\"TEAM\" ri:content-title=\"Home\" /></ac:link></ac:parameter></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"excerpt\" ac:schema-version=\"1\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"view-file\" ac:schema-version=\"1\"><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\"form.pdf\" /></ac:parameter></ac:structured-macro>",
            "<ac:structured-macro ac:name=\"noformat\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[a  b]]></ac:plain-text-body></ac:structured-macro>",
        ]
    )
    func roundTrip(storage: String) throws {
        let document = try StorageFormat.atlasDocFormat(
            storage, context: DocumentContext(surroundings: SmallSite()))
        #expect(try StorageFormat.fromAtlasDocFormat(document) == storage, "by way of \(document)")
    }

    @Test(
        "what is no document is refused with its place",
        arguments: [
            ("{", "the document is no JSON"), ("[]", "the document's type is not \"doc\""),
            (#"{"type":"doc","version":2,"content":[]}"#, "the document's version is not 1"),
            (#"{"type":"doc","version":1}"#, "the document has no content"),
            (
                #"{"type":"doc","content":[{"type":"text","text":"x"}]}"#,
                "a node of type \"text\" can't stand here at content[0]"
            ),
            (
                #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"paragraph"}]}]}"#,
                "a node of type \"paragraph\" can't stand in a line of text at content[0].content[0]"
            ),
            (
                #"{"type":"doc","content":[{"type":"heading","attrs":{"level":7}}]}"#,
                "a heading's level is a number from 1 to 6 at content[0]"
            ),
            (
                #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":""}]}]}"#,
                "a text node has no text at content[0].content[0]"
            ),
            (
                #"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"blink"}]}]}]}"#,
                "a mark of type \"blink\" is not known at content[0].content[0]"
            ),
            (
                #"{"type":"doc","content":[{"type":"bulletList","content":[{"type":"paragraph"}]}]}"#,
                "a list holds list items"
            ),
            (#"{"type":"doc","content":[{}]}"#, "a node has no type at content[0]"),
        ]
    )
    func refused(source: String, text: String) {
        let error = #expect(throws: DocumentError.self) { try StorageFormat.fromAtlasDocFormat(source) }
        #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? "")")
    }

    @Test("a medium is named by its file where the file is known")
    func media() throws {
        let document =
            #"{"type":"doc","version":1,"content":[{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"f-1","collection":"c"}}]}]}"#
        #expect(
            try StorageFormat.fromAtlasDocFormat(document) { $0 == "f-1" ? "plan.png" : nil }.contains("\"plan.png\""))
    }

    @Test("documents as deep as can be are read or refused, not followed to the end of the stack")
    func depth() {
        var document = #"{"type":"paragraph"}"#
        for _ in 0..<5000 { document = #"{"type":"blockquote","content":["# + document + "]}" }
        #expect(throws: DocumentError.self) {
            try StorageFormat.fromAtlasDocFormat(#"{"type":"doc","content":["# + document + "]}")
        }
    }
}
