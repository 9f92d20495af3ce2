import StorageFormat
import Testing

@Suite("Wiki markup")
struct WikiTests {
    @Test(
        "the common markup becomes storage format",
        arguments: [
            ("h2. Scope", "<h2>Scope</h2>"),
            ("one\ntwo\n\nthree", "<p>one<br />two</p><p>three</p>"),
            (
                "*bold* _it_ -gone- +under+ {{code *x*}}",
                "<p><strong>bold</strong> <em>it</em> <del>gone</del> <u>under</u> <code>code *x*</code></p>"
            ),
            (
                "*_both_* but 2*3*4 and snake_case_name",
                "<p><strong><em>both</em></strong> but 2*3*4 and snake_case_name</p>"
            ),
            ("* a\n** b\n* c\n# d", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>d</li></ol>"),
            (
                "|| Name || Role ||\n| Mira | [editor|Team Home] |",
                "<table><tbody><tr><th>Name</th><th>Role</th></tr><tr><td>Mira</td><td><ac:link><ri:page ri:content-title=\"Team Home\" /><ac:plain-text-link-body><![CDATA[editor]]></ac:plain-text-link-body></ac:link></td></tr></tbody></table>"
            ),
            (
                "[https://acme.example/?a=1&b=2]",
                "<p><a href=\"https://acme.example/?a=1&amp;b=2\">https://acme.example/?a=1&amp;b=2</a></p>"
            ),
            (
                "[TEAM:Team Home#top]",
                "<p><ac:link ac:anchor=\"top\"><ri:page ri:space-key=\"TEAM\" ri:content-title=\"Team Home\" /></ac:link></p>"
            ),
            ("see !plan.png!", "<p>see <ac:image><ri:attachment ri:filename=\"plan.png\" /></ac:image></p>"),
            (
                "{code:swift}\nif a < b {}\n]]>\n{code}",
                "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">swift</ac:parameter><ac:plain-text-body><![CDATA[if a < b {}\n]]]]><![CDATA[>]]></ac:plain-text-body></ac:structured-macro>"
            ),
            (
                "{info:title=Note}\nRead *this*\n{info}",
                "<ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"title\">Note</ac:parameter><ac:rich-text-body><p>Read <strong>this</strong></p></ac:rich-text-body></ac:structured-macro>"
            ),
            ("a < b & c", "<p>a &lt; b &amp; c</p>"),
            ("----", "<hr />"),
        ]
    )
    func converts(source: String, storage: String) throws {
        #expect(StorageFormat.fromWiki(source) == storage)
        try StorageFormat.validate(StorageFormat.fromWiki(source))
    }

    @Test(
        "markup that is broken stays text, and what comes out can be saved",
        arguments: [
            "*open", "[", "[]", "[|]", "{code}\nnever closed", "{info}\n{note}\n{info}", "||", "|", "!", "\\", "* ",
            "{unknown:x}", "{{", "h9. no", "**", "{quote}\nx",
        ]
    )
    func broken(source: String) throws {
        try StorageFormat.validate(StorageFormat.fromWiki(source))
    }
}
