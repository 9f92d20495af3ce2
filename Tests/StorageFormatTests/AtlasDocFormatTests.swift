import ConfluenceWire
import StorageFormat
import Testing

@Suite("A body as an Atlassian document")
struct AtlasDocFormatTests {
    private static let context = DocumentContext(
        collection: "contentId-98311",
        fileID: { $0 == "plan.png" ? "0b5e3c9e-1111-4222-8333-444455556666" : nil },
        pagePath: { title, _ in "/wiki/\(title)" }
    )

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
                #"[{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"view-file","parameters":{"macroParams":{"name":{"value":"form.pdf"}}}}}]"#
            ),
            (
                "<p><ac:link><ri:page ri:content-title=\"Home\" /></ac:link></p>",
                #"[{"type":"paragraph","content":[{"type":"text","text":"Home","marks":[{"type":"link","attrs":{"href":"/wiki/Home"}}]}]}]"#
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
