/// Writes a body in storage format, and the words in it beside.
struct BodyWriter {
    private(set) var storage = ""
    private(set) var text = ""

    /// A block with words in it, such as a paragraph.
    mutating func block(_ tag: StaticString, _ words: String) {
        storage += "<\(tag)>"
        storage += words
        storage += "</\(tag)>"
        line(words)
    }

    private mutating func line(_ words: String) {
        if !text.isEmpty { text += "\n" }
        text += words
    }

    /// A paragraph that leads to another page of the space.
    mutating func link(_ before: String, to title: String) {
        storage += "<p>\(before) <ac:link><ri:page ri:content-title=\"\(title)\" /></ac:link></p>"
        line(before)
    }

    mutating func code(_ source: String) {
        storage += """
            <ac:structured-macro ac:name="code" ac:schema-version="1"><ac:parameter ac:name="language">bash\
            </ac:parameter><ac:plain-text-body><![CDATA[\(source)]]></ac:plain-text-body></ac:structured-macro>
            """
        line(source)
    }

    mutating func panel(_ name: String, _ words: String) {
        storage += """
            <ac:structured-macro ac:name="\(name)" ac:schema-version="1"><ac:rich-text-body><p>\(words)</p>\
            </ac:rich-text-body></ac:structured-macro>
            """
        line(words)
    }

    /// The pages below.
    mutating func children() {
        storage += "<ac:structured-macro ac:name=\"children\" ac:schema-version=\"2\" />"
    }

    mutating func contents() {
        storage += "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" />"
    }

    mutating func list(_ items: [String]) {
        storage += "<ul>"
        for item in items { block("li", item) }
        storage += "</ul>"
    }

    mutating func table(_ rows: [[String]]) {
        storage += "<table><tbody>"
        for row in rows {
            storage += "<tr>"
            for cell in row { block("td", cell) }
            storage += "</tr>"
        }
        storage += "</tbody></table>"
    }
}
