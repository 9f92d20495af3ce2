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
            ("a &nbsp; b -- c \\\\ d \\*e\\* C:\\temp", "<p>a &nbsp; b – c <br /> d *e* C:\\temp</p>"),
            ("??who?? H~2~O why? what??", "<p><cite>who</cite> H~2~O why? what??</p>"),
            ("done (/) :) f(x)", "<p>done <ac:emoticon ac:name=\"tick\" /> <ac:emoticon ac:name=\"smile\" /> f(x)</p>"),
            (
                "see https://acme.example/a, [*b*|https://acme.example/] [c|Home] [*d*|Home]",
                "<p>see <a href=\"https://acme.example/a\">https://acme.example/a</a>, <a href=\"https://acme.example/\"><strong>b</strong></a> <ac:link><ri:page ri:content-title=\"Home\" /><ac:plain-text-link-body><![CDATA[c]]></ac:plain-text-link-body></ac:link> <ac:link><ri:page ri:content-title=\"Home\" /><ac:link-body><strong>d</strong></ac:link-body></ac:link></p>"
            ),
            (
                "[Page^file.txt] [TEAM:] [~mira] [#top] [/2026/11/26/News]",
                "<p><ac:link><ri:attachment ri:filename=\"file.txt\"><ri:page ri:content-title=\"Page\" /></ri:attachment></ac:link> <ac:link><ri:space ri:space-key=\"TEAM\" /></ac:link> <ac:link><ri:user ri:username=\"mira\" /></ac:link> <ac:link ac:anchor=\"top\"></ac:link> <ac:link><ri:blog-post ri:content-title=\"News\" ri:posting-day=\"2026/11/26\" /></ac:link></p>"
            ),
            (
                "!plan.png|width=300px,alt=Plan,thumbnail!",
                "<p><ac:image ac:width=\"300\" ac:alt=\"Plan\" ac:thumbnail=\"true\"><ri:attachment ri:filename=\"plan.png\" /></ac:image></p>"
            ),
            (
                "* a\n*# b\n*# c\n* d\n- e",
                "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ul class=\"alternate\"><li>e</li></ul>"
            ),
            ("* a\ngoes on", "<ul><li>a<br />goes on</li></ul>"),
            (
                "State {status:colour=Green|title=DONE} {color:#ff0000}*r*{color}",
                "<p>State <ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">Green</ac:parameter><ac:parameter ac:name=\"title\">DONE</ac:parameter></ac:structured-macro> <span style=\"color: rgb(255,0,0);\"><strong>r</strong></span></p>"
            ),
            (
                "before {note}*x*{note} after",
                "<p>before</p><ac:structured-macro ac:name=\"note\"><ac:rich-text-body><p><strong>x</strong></p></ac:rich-text-body></ac:structured-macro><p>after</p>"
            ),
            (
                "| {code}a|b{code} | c\n* d |",
                "<table><tbody><tr><td><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[a|b]]></ac:plain-text-body></ac:structured-macro></td><td><p>c</p><ul><li>d</li></ul></td></tr></tbody></table>"
            ),
            (
                "{include:TEAM:Home}",
                "<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:space-key=\"TEAM\" ri:content-title=\"Home\" /></ac:link></ac:parameter></ac:structured-macro>"
            ),
            (
                "{panel:title=P}\n{expand:More}\n* x\n{expand}\n{panel}",
                "<ac:structured-macro ac:name=\"panel\"><ac:parameter ac:name=\"title\">P</ac:parameter><ac:rich-text-body><ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"\">More</ac:parameter><ac:rich-text-body><ul><li>x</li></ul></ac:rich-text-body></ac:structured-macro></ac:rich-text-body></ac:structured-macro>"
            ),
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
