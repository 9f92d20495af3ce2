import StorageFormat
import Testing

@Suite("A body as readers see it")
struct ViewTests {
    private static let context = ViewContext(
        linkBase: "/wiki", pageTitle: "Refund policy",
        attachmentPath: { "/wiki/download/attachments/98311/\($0)" },
        pagePath: { title, space in title == "Nowhere" ? nil : "/wiki/spaces/\(space ?? "DOCS")/pages/\(title)" },
        userName: { $0 == "557058:mira" ? "Mira Okafor" : nil }
    )

    private func view(_ source: String) throws -> String {
        try StorageFormat.viewHTML(source, context: Self.context)
    }

    @Test(
        "plain XHTML stays as it is",
        arguments: [
            "<p>one &amp; two&nbsp;</p>", "<ul><li>a</li><li><strong>b</strong></li></ul>", "<p>a<br/>b</p>",
            "<blockquote><p>q</p></blockquote>",
        ]
    )
    func plain(source: String) throws {
        #expect(try view(source) == source)
    }

    @Test(
        "Confluence's own elements become HTML",
        arguments: [
            ("<h2>First steps</h2>", "<h2 id=\"Refundpolicy-Firststeps\">First steps</h2>"),
            (
                "<table><tbody><tr><th>A</th><td>b</td></tr></tbody></table>",
                "<div class=\"table-wrap\"><table class=\"confluenceTable\"><tbody><tr><th class=\"confluenceTh\">A</th>"
                    + "<td class=\"confluenceTd\">b</td></tr></tbody></table></div>"
            ),
            (
                "<ac:link><ri:page ri:content-title=\"Home\" /></ac:link>",
                "<a href=\"/wiki/spaces/DOCS/pages/Home\">Home</a>"
            ),
            (
                "<ac:link ac:anchor=\"top\"><ri:page ri:space-key=\"TEAM\" ri:content-title=\"Home\" /><ac:link-body>go <em>on</em></ac:link-body></ac:link>",
                "<a href=\"/wiki/spaces/TEAM/pages/Home#top\">go <em>on</em></a>"
            ),
            (
                "<ac:link><ri:page ri:content-title=\"Nowhere\" /></ac:link>",
                "<a class=\"createlink\" href=\"#\">Nowhere</a>"
            ),
            (
                "<ac:link><ri:attachment ri:filename=\"form.txt\" /><ac:plain-text-link-body><![CDATA[the <form>]]></ac:plain-text-link-body></ac:link>",
                "<a href=\"/wiki/download/attachments/98311/form.txt\">the &lt;form&gt;</a>"
            ),
            (
                "<ac:link><ri:user ri:account-id=\"557058:mira\" /></ac:link>",
                "<a class=\"confluence-userlink user-mention\" href=\"/wiki/people/557058:mira\">Mira Okafor</a>"
            ),
            (
                "<a href=\"https://acme.example/\">x</a>",
                "<a class=\"external-link\" href=\"https://acme.example/\">x</a>"
            ),
            (
                "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task></ac:task-list>",
                "<ul class=\"inline-task-list\"><li class=\"checked\" data-inline-task-id=\"7\">done</li></ul>"
            ),
        ]
    )
    func elements(source: String, html: String) throws {
        #expect(try view(source) == html)
    }

    @Test(
        "macros show their text, with their class",
        arguments: [
            (
                "<ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body>", "code", "syntaxhighlighter-pre",
                "a &lt; b</pre>"
            ),
            (
                "<ac:plain-text-body><![CDATA[x]]></ac:plain-text-body>", "noformat", "preformatted panel",
                "<pre>x</pre>"
            ),
            (
                "<ac:rich-text-body><p>x</p></ac:rich-text-body>", "info", "confluence-information-macro-information",
                "<p>x</p>"
            ),
            (
                "<ac:rich-text-body><p>x</p></ac:rich-text-body>", "warning", "confluence-information-macro-warning",
                "<p>x</p>"
            ),
            (
                "<ac:parameter ac:name=\"title\">T</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body>",
                "panel", "panelContent", "<b>T</b>"
            ),
            (
                "<ac:parameter ac:name=\"title\">More</ac:parameter><ac:rich-text-body><p>x</p></ac:rich-text-body>",
                "expand", "expand-content", "More"
            ),
            (
                "<ac:parameter ac:name=\"title\">DONE</ac:parameter><ac:parameter ac:name=\"colour\">Green</ac:parameter>",
                "status", "aui-lozenge-success", ">DONE<"
            ),
            ("", "acme-chart", "wysiwyg-unknown-macro", "Unknown macro: acme-chart"),
            ("", "children", "data-macro-name=\"children\"", "</div>"),
        ]
    )
    func macros(content: String, name: String, mark: String, text: String) throws {
        let html = try view("<ac:structured-macro ac:name=\"\(name)\">\(content)</ac:structured-macro>")
        #expect(html.contains(mark))
        #expect(html.contains(text))
        #expect(!html.contains("ac:"))
    }

    @Test("a table of contents lists the headings, inside macros and layouts too")
    func tableOfContents() throws {
        let html = try view(
            "<ac:structured-macro ac:name=\"toc\" /><h1>One</h1><ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><h2>Two &amp; more</h2></ac:layout-cell></ac:layout-section></ac:layout>"
        )
        #expect(html.contains("<a href=\"#Refundpolicy-One\">One</a>"))
        #expect(html.contains("<a href=\"#Refundpolicy-Two&amp;more\">Two &amp; more</a>"))
        #expect(html.contains("<div class=\"columnLayout two-equal\" data-layout=\"two-equal\">"))
    }

    @Test(
        "nothing that could run in a browser passes",
        arguments: [
            "<script>alert(1)</script>", "<p onclick=\"alert(1)\">x</p>", "<a href=\" java\nscript:alert(1)\">x</a>",
            "<iframe src=\"x\"></iframe>", "<ac:structured-macro ac:name=\"&quot;&gt;&lt;script&gt;\" />",
            "<ac:image><ri:url ri:value=\"&quot; onerror=&quot;alert(1)\" /></ac:image>",
        ]
    )
    func harmless(source: String) throws {
        let html = try view(source)
        #expect(!html.contains("<script"))
        #expect(!html.contains("<iframe"))
        #expect(!html.contains(" onclick"))
        #expect(!html.contains(" onerror=\""))
        #expect(!html.lowercased().filter { !$0.isWhitespace }.contains("javascript:"))
    }

    @Test("a body that is not well-formed is not shown")
    func malformed() {
        #expect(throws: StorageFormatError.self) { try view("<p>") }
    }
}
