import ConfluenceToolkit
import Testing

/// The expected texts were written by markdownify 1.1.0 with `heading_style="ATX"`.
@Suite("HTML as Markdown")
struct MarkdownTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var html: String
        var markdown: String

        init(_ name: String, _ html: String, _ markdown: String) {
            testDescription = name
            self.html = html
            self.markdown = markdown
        }
    }

    @Test("is what the toolkit's own library writes", arguments: cases)
    func writes(_ example: Case) {
        #expect(Markdown.convert(example.html) == example.markdown)
    }

    static let cases = [
        Case("a heading of each level", "<h1>One</h1><h2>Two</h2><h6>Six</h6>", "# One\n\n## Two\n\n###### Six"),
        Case(
            "a heading with blanks and a tag", "<h2>\n  Set <em>up</em>\n  first </h2>after",
            "## Set *up* first\n\nafter"),
        Case("paragraphs", "<p>First</p>\n<p>Second</p>", "First\n\nSecond"),
        Case("loose text around a paragraph", "before<p>inside</p>after", "before\n\ninside\n\nafter"),
        Case(
            "bold, italic, code and deleted words",
            "<p><strong>a</strong> <em>b</em> <b>c</b> <i>d</i> <code>e_f</code> <del>g</del> <s>h</s></p>",
            "**a** *b* **c** *d* `e_f` ~~g~~ ~~h~~"),
        Case("blanks inside of a mark", "<p>a<strong> b </strong>c</p>", "a **b** c"),
        Case("an empty mark", "<p>a<strong> </strong>c</p>", "ac"),
        Case("nested marks", "<p><strong>very <em>loud</em></strong></p>", "**very *loud***"),
        Case("raised and lowered text", "<p>H<sub>2</sub>O, x<sup>2</sup></p>", "H2O, x2"),
        Case("asterisks and underscores", "<p>snake_case * 2</p>", "snake\\_case \\* 2"),
        Case(
            "entities", "<p>a &amp; b &lt; c &gt; d &nbsp;e &eacute; &#8217; &#x2014; &copy;</p>",
            "a & b < c > d \u{A0}e é ’ — ©"),
        Case("an unknown entity and a lone ampersand", "<p>a &unknown; b & c</p>", "a &unknown b & c"),
        Case("a link", "<p><a href=\"https://acme.example/a\">here</a></p>", "[here](https://acme.example/a)"),
        Case("a link with a title", "<p><a href=\"/a\" title='so \"x\"'>here</a></p>", "[here](/a \"so \\\"x\\\"\")"),
        Case(
            "a link that shows its own address",
            "<p><a href=\"https://acme.example/a_b\">https://acme.example/a_b</a></p>", "<https://acme.example/a_b>"),
        Case("a link without an address", "<p><a name=\"x\">anchor</a> <a href=\"/y\"></a>end</p>", "anchor end"),
        Case("an address with an ampersand", "<p><a href=\"/a?b=1&amp;c=2\">q</a></p>", "[q](/a?b=1&c=2)"),
        Case("an image", "<p><img src=\"/a.png\" alt=\"A\" title=\"t\"/></p>", "![A](/a.png \"t\")"),
        Case("an image in a heading", "<h1>x <img src=\"/a.png\" alt=\"A\"></h1>", "# x A"),
        Case("a list", "<ul><li>one</li><li>two</li></ul>", "* one\n* two"),
        Case(
            "a list with blanks between", "<ul>\n <li>one</li>\n <li>two</li>\n</ul>\n<p>after</p>",
            "* one\n* two\n\nafter"),
        Case("a numbered list", "<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        Case(
            "a numbered list that starts late", "<ol start=\"9\"><li>nine</li><li>ten<p>more</p></li></ol>",
            "9. nine\n10. ten\n\n    more"),
        Case(
            "lists in lists", "<ul><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li><li>e</li></ul>",
            "* a\n  + b\n    - c\n      * d\n* e"),
        Case("a numbered list in a list", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>", "* a\n  1. b\n  2. c"),
        Case("paragraphs in list items", "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "* a\n* b\n\n  c"),
        Case("an empty list item", "<ul><li></li><li>x</li></ul>", "* x"),
        Case("a list before a paragraph", "<p>x</p><ul><li>a</li></ul><p>y</p>", "x\n\n* a\n\ny"),
        Case("two lists in a row", "<ul><li>a</li></ul><ol><li>b</li></ol>", "* a\n\n1. b"),
        Case(
            "a table with a head",
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "| A | B |\n| --- | --- |\n| 1 | 2 |"),
        Case(
            "a table whose first row is its head",
            "<table class=\"confluenceTable\"><tbody><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
            "| A | B |\n| --- | --- |\n| 1 | 2 |"),
        Case(
            "a table without a head",
            "<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>",
            "|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"),
        Case(
            "a table with blanks and rows at its top",
            "<table>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n<tr><td>3</td><td>4</td></tr>\n</table>",
            "|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"),
        Case(
            "a cell over two columns",
            "<table><tbody><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
            "| A | |\n| --- | --- |\n| 1 | 2 |"),
        Case(
            "cells with paragraphs, lists and line breaks",
            "<table><tbody><tr><th><p>A</p></th></tr><tr><td><p>1</p><p>2<br/>3</p><ul><li>x</li><li>y</li></ul></td></tr></tbody></table>",
            "| A |\n| --- |\n| 1  2 3   * x * y |"),
        Case(
            "a table with columns and row heads",
            "<table><colgroup><col/><col/></colgroup><tbody><tr><th>K</th><td>1</td></tr><tr><th>L</th><td>2</td></tr></tbody></table>",
            "|  |  |\n| --- | --- |\n| K | 1 |\n| L | 2 |"),
        Case("a caption", "<table><caption>Cap</caption><tr><td>1</td></tr></table>", "Cap\n\n| 1 |"),
        Case(
            "two head rows",
            "<table><thead><tr><td>a</td></tr><tr><td>b</td></tr></thead><tbody><tr><td>c</td></tr></tbody></table>",
            "|  |\n| --- |\n| a |\n| b |\n| c |"),
        Case("a block of code", "<pre>a  b\n  c_d *e*\n</pre>", "```\na  b\n  c_d *e*\n\n```"),
        Case(
            "a block of code with tags",
            "<p>x</p><pre><code class=\"language-swift\">let a = 1 &amp;&amp; 2\n\n\nlet b</code></pre><p>y</p>",
            "x\n\n```\nlet a = 1 && 2\n\n\nlet b\n```\n\ny"),
        Case("a line break", "<p>a<br/>b<br>c</p>", "a  \nb  \nc"),
        Case("a rule", "<p>a</p><hr/><p>b</p>", "a\n\n---\n\nb"),
        Case("a quotation", "<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc"),
        Case("an empty quotation", "<blockquote></blockquote>c", "c"),
        Case("divisions", "<div class=\"panel\">\n<div>a</div>\n<div> b </div></div>", "a\n\nb"),
        Case("a division with words beside it", "x <div>a</div> y", "x\n\na\n\ny"),
        Case("spans", "<p><span style=\"color: red\">a</span><span> b</span></p>", "a b"),
        Case("comments", "<p>a<!-- no --> b</p><!-- x --><p>c</p>", "a b\n\nc"),
        Case("scripts and styles", "<style>p { a: b }</style><p>a</p><script>if (a < b) { c() }</script>", "a"),
        Case(
            "definitions", "<dl><dt>Term</dt><dd>Meaning<br/>more</dd><dt>Other</dt><dd></dd></dl>",
            "Term\n:   Meaning  \n    more\n\nOther"),
        Case("line ends inside of words", "<p>a\nb\n  c\t d</p>", "a\nb\nc d"),
        Case("blanks that do not break", "<p>&nbsp;</p><p>a&nbsp;</p>", "a"),
        Case("tags that were left open", "<p>a <b>b <i>c</p><p>d", "a **b *c***\n\nd"),
        Case("ends without beginnings", "a</p>b</div>c", "abc"),
        Case("a lone less-than sign", "<p>1 < 2 and <3</p>", "1 < 2 and <3"),
        Case("capitals in tags", "<P>a<BR>b</P><H2>c</H2>", "a  \nb\n\n## c"),
        Case(
            "an info panel as it is shown",
            "<div class=\"confluence-information-macro confluence-information-macro-information\"><p class=\"title\">Note</p><span class=\"aui-icon aui-icon-small aui-iconfont-info confluence-information-macro-icon\"></span><div class=\"confluence-information-macro-body\"><p>Read first.</p></div></div>",
            "Note\n\nRead first."),
        Case(
            "a macro in storage format",
            "<p>a</p><ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"title\">T</ac:parameter><ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro><p><ac:link><ri:page ri:content-title=\"P\"/></ac:link></p>",
            "a\n\nT\n\nb"),
        Case(
            "a task list",
            "<ul class=\"inline-task-list\"><li class=\"checked\"><span>done</span></li><li><span>open</span></li></ul>",
            "* done\n* open"),
        Case(
            "a figure with a caption", "<figure><img src=\"a.png\"><figcaption>Cap</figcaption></figure>",
            "![](a.png)\n\nCap"),
        Case("a film", "<video src=\"a.mp4\" poster=\"a.png\">text</video>", "[![text](a.png)](a.mp4)"),
        Case("a key and a sample", "<p><kbd>Ctrl</kbd> <samp>out_put</samp></p>", "`Ctrl` `out_put`"),
        Case("bold code in a paragraph", "<p><strong><code>a*b</code></strong></p>", "**`a*b`**"),
        Case("a heading in a list", "<ul><li><h3>a</h3>b</li></ul>", "* ### a\n\n  b"),
        Case("only text", "just words", "just words"),
        Case("nothing", "", ""),
        Case("blanks only", "  \n ", ""),
        Case("many line feeds", "<p>a</p>\n\n\n\n<p>b</p>\n\n\nc\n\n\nd", "a\n\nb\n\nc\nd"),
        Case("a code block in a list", "<ul><li>a<pre>x\n\ny</pre></li></ul>", "* a\n\n  ```\n  x\n\n  y\n  ```"),
        Case(
            "JSON", "{\"id\": \"1\", \"body\": {\"view\": {\"value\": \"<p>a_b *c*</p>\"}}}",
            "{\"id\": \"1\", \"body\": {\"view\": {\"value\": \"\n\na\\_b \\*c\\*\n\n\"}}}"),
        Case("character data", "<ac:plain-text-body><![CDATA[a < b && c_d]]></ac:plain-text-body>x", "a < b && c\\_dx"),
        Case("attributes without quotes and values", "<p class=a hidden>x <a href=/b>c</a></p>", "x [c](/b)"),
        Case("an emoji and letters with accents", "<p>naïve 🎉 * test</p>", "naïve 🎉 \\* test"),
    ]
}
