/// HTML as Markdown, word for word as markdownify 1.1.0 writes it with ATX headings.
package enum Markdown {
    package static func convert(_ html: String) -> String {
        MarkdownWriter(tree: HTMLParser.parse(html)).write(HTMLTree.root, inside: [])
    }
}
