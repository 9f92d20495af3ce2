/// Writes a body as the HTML that readers get, element by element.
struct ViewRenderer {
    let context: ViewContext
    /// The whole body, for the table of contents.
    let document: [StorageNode]
    var html = ""
    /// How many expand macros there were: each has its own id.
    var expandCount = 0
    var hasTableOfContents = false

    init(document: [StorageNode], context: ViewContext) {
        self.document = document
        self.context = context
    }

    mutating func render(_ nodes: [StorageNode]) {
        for node in nodes {
            switch node {
            case .text(let text), .cdata(let text): html += Markup.escape(text)
            case .element(let element): render(element)
            }
        }
    }

    private mutating func render(_ element: StorageElement) {
        switch element.name {
        case "ac:structured-macro", "ac:macro": renderMacro(element)
        case "ac:link": renderLink(element)
        case "ac:image": renderImage(element)
        case "ac:emoticon": renderEmoticon(element)
        case "ac:task-list": renderTaskList(element)
        case "ac:layout": wrap(element.children, "div", [("class", "contentLayout2")])
        case "ac:layout-section": renderLayoutSection(element)
        case "ac:layout-cell": renderLayoutCell(element)
        case "ac:placeholder", "ac:parameter": break
        case "ac:adf-extension": render(element.child("ac:adf-fallback")?.children ?? [])
        case "table": renderTable(element)
        case "th", "td":
            renderHTML(element, adding: ["confluence" + element.name.prefix(1).uppercased() + element.name.dropFirst()])
        case "tr": renderHTML(element, adding: [])
        case "h1", "h2", "h3", "h4", "h5", "h6": renderHeading(element)
        case "a": renderHTML(element, adding: element["href"].map(isExternal) == true ? ["external-link"] : [])
        case let name where name.contains(":"): render(element.children)
        default: renderHTML(element, adding: [])
        }
    }

    // MARK: HTML elements

    private static let emptyElements: Set<String> = ["br", "hr", "img", "col", "wbr", "input"]
    private static let rawElements: Set<String> = ["script", "style", "iframe", "object", "embed"]

    private mutating func renderHTML(_ element: StorageElement, adding classes: [String]) {
        // Confluence drops what could run in the reader's browser.
        if Self.rawElements.contains(element.name.lowercased()) { return }
        var attributes = element.attributes.filter(isHarmless).map { ($0.name, $0.value) }
        if !classes.isEmpty {
            let given = element["class"].map { [$0] } ?? []
            let joined = (classes + given).joined(separator: " ")
            attributes.removeAll { $0.0 == "class" }
            attributes.insert(("class", joined), at: 0)
        }
        guard !Self.emptyElements.contains(element.name) else {
            html += Markup.openTag(element.name, attributes).dropLast() + "/>"
            return
        }
        wrap(element.children, element.name, attributes)
    }

    private func isHarmless(_ attribute: StorageAttribute) -> Bool {
        let name = attribute.name.lowercased()
        if name.hasPrefix("on") || name.contains(":") { return false }
        guard name == "href" || name == "src" else { return true }
        let value = attribute.value.lowercased().filter { !$0.isWhitespace }
        return !value.hasPrefix("javascript:") && !value.hasPrefix("vbscript:")
    }

    private func isExternal(_ address: String) -> Bool {
        address.contains("://")
    }

    private mutating func renderHeading(_ element: StorageElement) {
        let id = context.headingID(PlainText.text(of: element.children))
        let attributes = element.attributes.filter { $0.name != "id" && isHarmless($0) }.map { ($0.name, $0.value) }
        wrap(element.children, element.name, [("id", id)] + attributes)
    }

    private mutating func renderTable(_ element: StorageElement) {
        html += Markup.openTag("div", [("class", "table-wrap")])
        renderHTML(element, adding: ["confluenceTable"])
        html += "</div>"
    }

    mutating func wrap(_ children: [StorageNode], _ name: String, _ attributes: [(String, String)] = []) {
        html += Markup.openTag(name, attributes.map { (name: $0.0, value: $0.1) })
        render(children)
        html += "</\(name)>"
    }

    // MARK: Layouts and tasks

    private mutating func renderLayoutSection(_ element: StorageElement) {
        let type = (element["ac:type"] ?? "single").replacing("_", with: "-")
        wrap(element.children, "div", [("class", "columnLayout \(type)"), ("data-layout", type)])
    }

    private mutating func renderLayoutCell(_ element: StorageElement) {
        html += Markup.openTag("div", [("class", "cell normal"), ("data-type", "normal")])
        wrap(element.children, "div", [("class", "innerCell")])
        html += "</div>"
    }

    private mutating func renderTaskList(_ element: StorageElement) {
        html += Markup.openTag("ul", [("class", "inline-task-list")])
        for case .element(let task) in element.children where task.name == "ac:task" {
            let isDone = task.child("ac:task-status").map { PlainText.text(of: $0.children) } == "complete"
            var attributes = isDone ? [("class", "checked")] : []
            attributes.append(
                ("data-inline-task-id", task.child("ac:task-id").map { PlainText.text(of: $0.children) } ?? ""))
            wrap(task.child("ac:task-body")?.children ?? [], "li", attributes)
        }
        html += "</ul>"
    }
}
