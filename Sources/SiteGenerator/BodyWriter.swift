/// Writes a body in storage format, and what is known of it beside.
struct BodyWriter {
    private(set) var body = GeneratedBody()

    /// A block with words in it, such as a paragraph.
    mutating func block(_ tag: StaticString, _ words: String) {
        body.storage += "<\(tag)>"
        body.storage += words
        body.storage += "</\(tag)>"
        line(words)
    }

    private mutating func line(_ words: String) {
        if !body.text.isEmpty { body.text += "\n" }
        body.text += words
    }

    /// A paragraph that leads to another page of the space.
    mutating func link(_ before: String, to title: String) {
        body.storage += "<p>\(before) <ac:link><ri:page ri:content-title=\"\(title)\" /></ac:link></p>"
        line(before)
    }

    private mutating func note(macro name: String) {
        if !body.macros.contains(name) { body.macros.append(name) }
    }

    mutating func code(_ source: String) {
        note(macro: "code")
        body.storage += """
            <ac:structured-macro ac:name="code" ac:schema-version="1"><ac:parameter ac:name="language">bash\
            </ac:parameter><ac:plain-text-body><![CDATA[\(source)]]></ac:plain-text-body></ac:structured-macro>
            """
        line(source)
    }

    mutating func panel(_ name: String, _ words: String) {
        note(macro: name)
        body.storage += """
            <ac:structured-macro ac:name="\(name)" ac:schema-version="1"><ac:rich-text-body><p>\(words)</p>\
            </ac:rich-text-body></ac:structured-macro>
            """
        line(words)
    }

    /// The pages below.
    mutating func children() {
        note(macro: "children")
        body.storage += "<ac:structured-macro ac:name=\"children\" ac:schema-version=\"2\" />"
    }

    mutating func contents() {
        note(macro: "toc")
        body.storage += "<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" />"
    }

    mutating func list(_ items: [String]) {
        body.storage += "<ul>"
        for item in items { block("li", item) }
        body.storage += "</ul>"
    }

    mutating func table(_ rows: [[String]]) {
        body.storage += "<table><tbody>"
        for row in rows {
            body.storage += "<tr>"
            for cell in row { block("td", cell) }
            body.storage += "</tr>"
        }
        body.storage += "</tbody></table>"
    }
}
