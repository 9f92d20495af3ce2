import StorageFormat
import Testing

@Suite("A body as readers see it")
struct ViewTests {
    private func view(_ source: String, as form: ViewForm = .view) throws -> String {
        var context = SmallSite().context
        context.form = form
        return try StorageFormat.viewHTML(source, context: context)
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
                "<a href=\"/wiki/spaces/DOCS/pages/Home\" data-linked-resource-id=\"Home\" data-linked-resource-type=\"page\">Home</a>"
            ),
            (
                "<ac:link ac:anchor=\"top\"><ri:page ri:space-key=\"TEAM\" ri:content-title=\"Home\" /><ac:link-body>go <em>on</em></ac:link-body></ac:link>",
                "<a href=\"/wiki/spaces/TEAM/pages/Home#Home-top\" data-linked-resource-id=\"Home\" data-linked-resource-type=\"page\">go <em>on</em></a>"
            ),
            (
                "<ac:link><ri:page ri:content-title=\"Nowhere\" /></ac:link>",
                "<a href=\"/wiki/pages/createpage.action?spaceKey=DOCS&amp;title=Nowhere&amp;linkCreation=true\" class=\"createlink\" rel=\"nofollow\">Nowhere</a>"
            ),
            (
                "<ac:link><ri:attachment ri:filename=\"form.txt\" /><ac:plain-text-link-body><![CDATA[the <form>]]></ac:plain-text-link-body></ac:link>",
                "<a href=\"/wiki/download/attachments/98311/form.txt\">the &lt;form&gt;</a>"
            ),
            (
                "<ac:link><ri:user ri:account-id=\"557058:mira\" /></ac:link>",
                "<a class=\"confluence-userlink user-mention\" data-account-id=\"557058:mira\" href=\"/wiki/people/557058:mira\" data-linked-resource-type=\"userinfo\" data-base-url=\"https://acme.example/wiki\">Mira Okafor</a>"
            ),
            (
                "<a href=\"https://acme.example/\">x</a>",
                "<a href=\"https://acme.example/\" class=\"external-link\" rel=\"nofollow\">x</a>"
            ),
            (
                "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task></ac:task-list>",
                "<ul class=\"inline-task-list\" data-inline-tasks-content-id=\"98311\"><li class=\"checked\" data-inline-task-id=\"7\"><span>done</span></li></ul>"
            ),
            (
                "<table class=\"wrapped\"><colgroup><col /></colgroup><tbody><tr><td colspan=\"2\">b</td></tr></tbody></table>",
                "<div class=\"table-wrap\"><table class=\"wrapped confluenceTable\"><colgroup><col/></colgroup><tbody><tr><td colspan=\"2\" class=\"confluenceTd\">b</td></tr></tbody></table></div>"
            ),
            ("<h1>A</h1><h2>A</h2>", "<h1 id=\"Refundpolicy-A\">A</h1><h2 id=\"Refundpolicy-A.1\">A</h2>"),
            (
                "<time datetime=\"2026-03-06\" />",
                "<time datetime=\"2026-03-06\" class=\"date-past\">6 Mar 2026</time>"
            ),
            (
                "<ac:inline-comment-marker ac:ref=\"r\">x</ac:inline-comment-marker>",
                "<span class=\"inline-comment-marker\" data-ref=\"r\">x</span>"
            ),
            ("<p>a <ac:placeholder>type here</ac:placeholder></p>", "<p>a </p>"),
            (
                "<ac:link><ri:space ri:space-key=\"TEAM\" /></ac:link>",
                "<a href=\"/wiki/spaces/TEAM\">TEAM</a>"
            ),
            (
                "<ac:link ac:anchor=\"top\" />", "<a href=\"#Refundpolicy-top\">top</a>"
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
            ("", "acme-chart", "wysiwyg-unknown-macro", "unknown-macro?name=acme-chart&amp;locale"),
            ("", "children", "childpages-macro conf-macro output-block", "<li><a href=\"/wiki/Beta\">Beta</a></li>"),
            (
                "<ac:parameter ac:name=\"all\">true</ac:parameter><ac:parameter ac:name=\"sort\">title</ac:parameter>",
                "children", "<li><a href=\"/wiki/alpha\">alpha</a></li><li><a href=\"/wiki/Beta\">", ">Gamma</a>"
            ),
            (
                "<ac:parameter ac:name=\"language\">python</ac:parameter><ac:parameter ac:name=\"title\">T</ac:parameter><ac:parameter ac:name=\"linenumbers\">true</ac:parameter><ac:plain-text-body>x</ac:plain-text-body>",
                "code", "brush: py; gutter: true; theme: Confluence", "<b>T</b>"
            ),
            ("", "labels-list", "label-list", ">billing</a>"),
            (
                "<ac:parameter ac:name=\"key\">OPS-7</ac:parameter>", "jira", "data-jira-key=\"OPS-7\"",
                "Getting issue details..."
            ),
            (
                "<ac:parameter ac:name=\"name\"><ri:attachment ri:filename=\"form.pdf\" /></ac:parameter>", "view-file",
                "data-mime-type=\"application/pdf\"", ">form.pdf</a>"
            ),
            ("", "gallery", "<table class=\"gallery conf-macro", "plan.png"),
            (
                "", "recently-updated", "recently-updated recently-updated-social conf-macro output-block",
                "data-macro-name=\"recently-updated\""
            ),
            (
                "<ac:parameter ac:name=\"labels\">a, b</ac:parameter><ac:parameter ac:name=\"operator\">AND</ac:parameter>",
                "contentbylabel", "content-by-label conf-macro output-block",
                ">label = \"a\" and label = \"b\" order by lastmodified desc</a>"
            ),
            (
                "<ac:parameter ac:name=\"cql\">type = page</ac:parameter><ac:parameter ac:name=\"sort\">title</ac:parameter><ac:parameter ac:name=\"reverse\">true</ac:parameter>",
                "contentbylabel", "content-type-page", ">type = page order by title desc</a>"
            ),
            (
                "", "recently-updated", "update-item",
                ">space in (\"DOCS\") and type in (page, blogpost, comment, attachment) order by lastmodified desc</a>"
            ),
            ("", "blog-posts", "blog-post-titles", "type = blogpost and space in (\"DOCS\")"),
            (
                "<ac:parameter ac:name=\"patterns\">.*pdf</ac:parameter>", "attachments",
                "<table class=\"attachments aui\">", ">form.pdf</a>"
            ),
            (
                "<ac:parameter ac:name=\"icon\">false</ac:parameter><ac:rich-text-body>x</ac:rich-text-body>", "tip",
                "has-no-icon confluence-information-macro-tip", "body\">x</div>"
            ),
            (
                "<ac:parameter ac:name=\"width\">30%</ac:parameter><ac:rich-text-body>x</ac:rich-text-body>", "column",
                "width: 30%;min-width: 30%;max-width: 30%;", ">x</div>"
            ),
            ("<ac:parameter ac:name=\"\">top</ac:parameter>", "anchor", "id=\"Refundpolicy-top\"", "</span>"),
            (
                "", "pagetree", "name=\"rootPageId\" value=\"@home\"",
                "naturalchildren.action?decorator=none&amp;excerpt=false&amp;sort=position"
            ),
            (
                "<ac:parameter ac:name=\"root\"><ac:link><ri:page ri:content-title=\"Terms\" /></ac:link></ac:parameter><ac:parameter ac:name=\"searchBox\">true</ac:parameter>",
                "pagetree", "name=\"ancestorId\" value=\"Terms\"", "name=\"rootPageId\" value=\"Terms\""
            ),
            (
                "<ac:parameter ac:name=\"root\">Nowhere</ac:parameter>", "pagetree", "Unable to render {pagetree}",
                "The root page Nowhere could not be found in space DOCS."
            ),
            (
                "<ac:parameter ac:name=\"root\">@none</ac:parameter><ac:parameter ac:name=\"expandCollapseAll\">true</ac:parameter>",
                "pagetree", "name=\"noRoot\" value=\"true\"", ">Expand all</a>"
            ),
            ("", "pagetreesearch", "name=\"pagetreesearchform\"", "name=\"spaceKey\" value=\"DOCS\""),
            (
                "<ac:parameter ac:name=\"spaceKey\"><ri:space ri:space-key=\"TEAM\" /></ac:parameter><ac:parameter ac:name=\"size\">large</ac:parameter>",
                "livesearch", "<div class=\"search-macro large conf-macro", "name=\"where\" value=\"TEAM\""
            ),
            (
                "<ac:parameter ac:name=\"cql\">label = \"x\"</ac:parameter>", "detailssummary",
                "data-cql=\"label = &quot;x&quot;\"", "data-first-column-heading=\"Title\""
            ),
            (
                "<ac:parameter ac:name=\"user\"><ri:user ri:account-id=\"557058:mira\" /></ac:parameter>", "profile",
                "class=\"profile-macro conf-macro",
                "class=\"url fn confluence-userlink\" data-account-id=\"557058:mira\">"
            ),
            (
                "<ac:parameter ac:name=\"User\"><ri:user ri:account-id=\"557058:mira\" /></ac:parameter>",
                "profile-picture", "<a class=\"userLogoLink conf-macro output-inline\"",
                "<img class=\"userLogo logo\" src=\"/wiki/aa-avatar/557058:mira\""
            ),
            ("", "profile", "Unable to render {profile}", "The user could not be found."),
        ]
    )
    func macros(content: String, name: String, mark: String, text: String) throws {
        let html = try view("<ac:structured-macro ac:name=\"\(name)\">\(content)</ac:structured-macro>")
        #expect(html.contains(mark))
        #expect(html.contains(text))
        #expect(!html.contains("ac:"))
    }

    @Test("a table of contents lists the headings in what leaves the site, inside macros and layouts too")
    func tableOfContents() throws {
        let html = try view(
            "<ac:structured-macro ac:name=\"toc\" /><h1>One</h1><ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><h2>Two &amp; more</h2></ac:layout-cell></ac:layout-section></ac:layout>",
            as: .export
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

    @Test("on the site a script fills the table of contents")
    func scriptedContents() throws {
        let html = try view(
            "<ac:structured-macro ac:name=\"toc\"><ac:parameter ac:name=\"maxLevel\">2</ac:parameter></ac:structured-macro><h1>One</h1>"
        )
        #expect(
            html.contains("toc-macro client-side-toc-macro  conf-macro output-block\" data-headerelements=\"H1,H2\""))
        #expect(!html.contains("<li>"))
    }

    @Test("what leaves the site has whole addresses and nothing that needs a script")
    func exported() throws {
        let source =
            "<p><ac:link><ri:page ri:content-title=\"Home\" /></ac:link><ac:image><ri:attachment ri:filename=\"plan.png\" /></ac:image></p><ac:structured-macro ac:name=\"expand\"><ac:rich-text-body>x</ac:rich-text-body></ac:structured-macro>"
        let html = try view(source, as: .export)
        #expect(html.contains("href=\"https://acme.example/wiki/spaces/DOCS/pages/Home\""))
        #expect(html.contains("src=\"https://acme.example/wiki/download/attachments/98311/plan.png\""))
        #expect(!html.contains("expand-hidden"))
        let styled = try view(source, as: .styled)
        #expect(styled.hasPrefix("<html>\n<head>\n<title>Refund policy</title>"))
        #expect(styled.contains(html))
    }

    // MARK: Other pages

    private func include(_ title: String, _ macro: String = "include", _ more: String = "") -> String {
        "<ac:structured-macro ac:name=\"\(macro)\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"\(title)\" /></ac:link></ac:parameter>\(more)</ac:structured-macro>"
    }

    @Test("included pages are shown in place, with the ids of their own headings")
    func includes() throws {
        let excerpt =
            "<p>beside</p><ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body><p>in</p></ac:rich-text-body></ac:structured-macro>"
        let site = SmallSite(bodies: ["Terms": "<h1>T</h1>" + excerpt])
        let html = try StorageFormat.viewHTML(include("Terms"), context: site.context)
        #expect(html.contains("<h1 id=\"Terms-T\">T</h1><p>beside</p>"))
        let part = try StorageFormat.viewHTML(include("Terms", "excerpt-include"), context: site.context)
        #expect(part.contains("<b>Terms</b>"))
        #expect(part.contains("<p>in</p>"))
        #expect(!part.contains("beside"))
        let missing = try StorageFormat.viewHTML(include("Secret"), context: site.context)
        #expect(missing.contains("Unable to render {include}"))
        #expect(missing.contains("The included page could not be found."))
    }

    @Test("included pages have whole addresses where the page has them")
    func includedExports() throws {
        let site = SmallSite(bodies: ["Terms": "<ac:link><ri:page ri:content-title=\"Home\" /></ac:link>"])
        var context = site.context
        context.form = .export
        let html = try StorageFormat.viewHTML(include("Terms"), context: context)
        #expect(html.contains("href=\"https://acme.example/wiki/spaces/DOCS/pages/Home\""))
    }

    @Test("pages that include each other end")
    func cycles() throws {
        let site = SmallSite(bodies: [
            "A": "a" + include("B") + include("B"), "B": "b" + include("A") + include("B") + include("98311"),
        ])
        let html = try StorageFormat.viewHTML(include("A"), context: site.context)
        #expect(html.contains("Already included page"))
        #expect(html.utf8.count < 5000)
    }

    @Test("a body that is not well-formed is not shown")
    func malformed() {
        #expect(throws: StorageFormatError.self) { try view("<p>") }
    }
}
