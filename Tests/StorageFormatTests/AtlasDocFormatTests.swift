import ConfluenceWire
import StorageFormat
import Testing

@Suite("A body as an Atlassian document")
struct AtlasDocFormatTests {
    private static var context: DocumentContext {
        DocumentContext(collection: "contentId-98311", surroundings: SmallSite())
    }

    private func content(_ source: String) throws -> JSON {
        let document = try JSONReader.read(StorageFormat.atlasDocFormat(source, context: Self.context))
        #expect(document["type"] == "doc")
        #expect(document["version"] == 1)
        return try #require(document["content"])
    }

    @Test(
        "the common elements become nodes",
        arguments: [
            (
                "<p>a <strong><em>b</em></strong></p>",
                #"[{"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"text","text":"b","marks":[{"type":"strong"},{"type":"em"}]}]}]"#
            ),
            (
                "<h3>T</h3>\n<hr />",
                #"[{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"T"}]},{"type":"rule"}]"#
            ),
            (
                "<ul><li>a<ol><li>b</li></ol></li></ul>",
                #"[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]},{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}]}]"#
            ),
            (
                "<table><tbody><tr><th colspan=\"2\">A</th></tr></tbody></table>",
                #"[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":2},"content":[{"type":"paragraph","content":[{"type":"text","text":"A"}]}]}]}]}]"#
            ),
            (
                "<p>x<ac:image><ri:attachment ri:filename=\"plan.png\" /></ac:image></p>",
                #"[{"type":"paragraph","content":[{"type":"text","text":"x"}]},{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","collection":"contentId-98311","id":"0b5e3c9e-1111-4222-8333-444455556666","__fileName":"plan.png"}}]}]"#
            ),
            (
                "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">swift</ac:parameter><ac:plain-text-body><![CDATA[a\n b]]></ac:plain-text-body></ac:structured-macro>",
                #"[{"type":"codeBlock","attrs":{"language":"swift"},"content":[{"type":"text","text":"a\n b"}]}]"#
            ),
            (
                "<ac:structured-macro ac:name=\"note\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>",
                #"[{"type":"panel","attrs":{"panelType":"warning"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}]"#
            ),
            (
                "<ac:structured-macro ac:name=\"view-file\"><ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\"form.pdf\" /></ac:parameter></ac:structured-macro>",
                #"[{"type":"extension","attrs":{"layout":"default","extensionType":"com.atlassian.confluence.macro.core","extensionKey":"view-file","parameters":{"macroParams":{"name":{"value":"form.pdf"}},"macroMetadata":{"schemaVersion":{"value":"1"},"title":"View File"}}}}]"#
            ),
            (
                "<p><ac:link><ri:page ri:content-title=\"Home\" /></ac:link></p>",
                #"[{"type":"paragraph","content":[{"type":"text","text":"Home","marks":[{"type":"link","attrs":{"href":"/wiki/spaces/DOCS/pages/Home"}}]}]}]"#
            ),
            (
                "<p style=\"text-align: right;\">a<br />b</p><p style=\"margin-left: 60.0px;\">c</p>",
                #"[{"type":"paragraph","marks":[{"type":"alignment","attrs":{"align":"end"}}],"content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"text","text":"b"}]},{"type":"paragraph","marks":[{"type":"indentation","attrs":{"level":2}}],"content":[{"type":"text","text":"c"}]}]"#
            ),
            (
                "<p><code><strong>x</strong></code> <span style=\"color: rgb(191,38,0);\">y</span> <ac:inline-comment-marker ac:ref=\"r1\">z</ac:inline-comment-marker></p>",
                ##"[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"code"}]},{"type":"text","text":" "},{"type":"text","text":"y","marks":[{"type":"textColor","attrs":{"color":"#bf2600"}}]},{"type":"text","text":" "},{"type":"text","text":"z","marks":[{"type":"annotation","attrs":{"annotationType":"inlineComment","id":"r1"}}]}]}]"##
            ),
            (
                "<p>On <time datetime=\"2026-10-01\" /> ask <ac:link><ri:user ri:account-id=\"557058:mira\" /></ac:link><ac:emoticon ac:name=\"blue-star\" ac:emoji-shortname=\":thumbsup:\" ac:emoji-id=\"1f44d\" ac:emoji-fallback=\"👍\" /></p>",
                #"[{"type":"paragraph","content":[{"type":"text","text":"On "},{"type":"date","attrs":{"timestamp":"1790812800000"}},{"type":"text","text":" ask "},{"type":"mention","attrs":{"id":"557058:mira","text":"@Mira Okafor"}},{"type":"emoji","attrs":{"shortName":":thumbsup:","id":"1f44d","text":"👍"}}]}]"#
            ),
            (
                "<ac:task-list><ac:task><ac:task-id>4</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task></ac:task-list>",
                #"[{"type":"taskList","attrs":{"localId":""},"content":[{"type":"taskItem","attrs":{"localId":"4","state":"DONE"},"content":[{"type":"text","text":"a"}]}]}]"#
            ),
            (
                "<ac:adf-extension><ac:adf-node type=\"decision-list\"><ac:adf-attribute key=\"local-id\">l</ac:adf-attribute><ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"local-id\">i</ac:adf-attribute><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>yes</ac:adf-content></ac:adf-node></ac:adf-node></ac:adf-extension>",
                #"[{"type":"decisionList","attrs":{"localId":"l"},"content":[{"type":"decisionItem","attrs":{"localId":"i","state":"DECIDED"},"content":[{"type":"text","text":"yes"}]}]}]"#
            ),
            (
                "<table data-layout=\"wide\"><colgroup><col style=\"width: 120.0px;\" /><col style=\"width: 360.0px;\" /></colgroup><tbody><tr><td data-highlight-colour=\"#deebff\">a</td><td><ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro></td></tr></tbody></table>",
                ##"[{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#deebff","colwidth":[120]},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","attrs":{"colwidth":[360]},"content":[{"type":"nestedExpand","attrs":{"title":""},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}]}]"##
            ),
            ("<p></p>", #"[{"type":"paragraph","content":[]}]"#),
            ("", "[]"),
            ("<p>never closed", #"[{"type":"paragraph","content":[{"type":"text","text":"never closed"}]}]"#),
        ]
    )
    func nodes(source: String, expected: String) throws {
        let nodes = try JSONReader.read(expected)
        #expect(try content(source) == nodes)
    }
}
