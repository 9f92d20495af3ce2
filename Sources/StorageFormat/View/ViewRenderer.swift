/// Writes a body as the HTML that readers get, element by element.
struct ViewRenderer {
    let context: ViewContext
    /// The whole body, for the table of contents.
    let document: [StorageNode]
    var html = ""
    var anchors = HeadingAnchors()
    /// How many expand macros there were: each has its own id.
    var expandCount = 0
    /// The pages that include this one, outermost first, each once.
    var including: [String] = []
    /// Whether it is a cell of a report that is written.
    var isReporting = false
    /// The first trouble that a question about the surroundings met.
    var failure: (any Error)?

    init(document: [StorageNode], context: ViewContext) {
        self.document = document
        self.context = context
    }

    static func render(_ nodes: [StorageNode], context: ViewContext) throws -> String {
        var renderer = ViewRenderer(document: nodes, context: context)
        renderer.render(nodes)
        if let failure = renderer.failure { throw failure }
        guard context.form == .styled else { return renderer.html }
        return StyledPage.html(title: context.pageTitle, body: renderer.html)
    }

    /// Asks the surroundings; trouble on the way is kept and ends the rendering.
    mutating func ask<Answer>(_ question: (any BodySurroundings) throws -> Answer?) -> Answer? {
        guard failure == nil else { return nil }
        do {
            return try question(context.surroundings)
        } catch {
            failure = error
            return nil
        }
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
        guard element.name.utf8.contains(UInt8(ascii: ":")) else {
            renderXHTML(element)
            return
        }
        switch element.name {
        case "ac:structured-macro", "ac:macro": renderMacro(element)
        case "ac:link": renderLink(element)
        case "ac:image": renderImage(element)
        case "ac:emoticon": renderEmoticon(element)
        case "ac:task-list": renderTaskList(element)
        case "ac:layout": wrap(element.children, "div", [("class", "contentLayout2")])
        case "ac:layout-section": renderLayoutSection(element)
        case "ac:layout-cell": renderLayoutCell(element)
        case "ac:inline-comment-marker": renderCommentMarker(element)
        case "ac:adf-extension": renderDocumentExtension(element)
        case "ac:placeholder", "ac:parameter", "ac:adf-attribute", "ac:task-id", "ac:task-uuid", "ac:task-status":
            break
        default: render(element.children)
        }
    }

    private mutating func renderXHTML(_ element: StorageElement) {
        switch element.name {
        case "table":
            html += Markup.openTag("div", [("class", "table-wrap")])
            renderHTML(element, adding: "confluenceTable")
            html += "</div>"
        case "th": renderHTML(element, adding: "confluenceTh")
        case "td": renderHTML(element, adding: "confluenceTd")
        case "h1", "h2", "h3", "h4", "h5", "h6": renderHeading(element)
        case "a" where element["href"]?.contains("://") == true:
            renderHTML(element, adding: "external-link", [("rel", "nofollow")])
        case "time": renderDate(element)
        default: renderHTML(element)
        }
    }

    // MARK: HTML elements

    private static let emptyElements: Set<String> = ["br", "hr", "img", "col", "wbr", "input"]
    private static let rawElements: Set<String> = ["script", "style", "iframe", "object", "embed", "link", "meta"]

    private mutating func renderHTML(
        _ element: StorageElement, adding name: String? = nil, _ further: [(String, String)] = []
    ) {
        // Confluence drops what could run in the reader's browser.
        if Self.rawElements.contains(element.name.lowercased()) { return }
        var attributes = element.attributes.filter(Self.isHarmless).map { ($0.name, $0.value) }
        if let name {
            if let place = attributes.firstIndex(where: { $0.0 == "class" }) {
                attributes[place].1 += " \(name)"
            } else {
                attributes.append(("class", name))
            }
        }
        attributes += further
        guard !Self.emptyElements.contains(element.name) else {
            html += Markup.openTag(element.name, attributes).dropLast() + "/>"
            return
        }
        wrap(element.children, element.name, attributes)
    }

    private static func isHarmless(_ attribute: StorageAttribute) -> Bool {
        let name = attribute.name.lowercased()
        if name.hasPrefix("on") || name.contains(":") { return false }
        guard name == "href" || name == "src" || name == "action" || name == "formaction" else { return true }
        let value = attribute.value.lowercased().filter { !$0.isWhitespace }
        return !value.hasPrefix("javascript:") && !value.hasPrefix("vbscript:")
    }

    private mutating func renderHeading(_ element: StorageElement) {
        let id = anchors.id(for: PlainText.text(of: element.children), in: context)
        let attributes = element.attributes.filter { $0.name != "id" && Self.isHarmless($0) }.map {
            ($0.name, $0.value)
        }
        wrap(element.children, element.name, [("id", id)] + attributes)
    }

    private mutating func renderDate(_ element: StorageElement) {
        let day = String((element["datetime"] ?? "").prefix(10))
        var attributes = [("datetime", day)]
        if let today = context.today { attributes.append(("class", day < today ? "date-past" : "date-upcoming")) }
        wrap([.text(Days.spelt(day))], "time", attributes)
    }

    private mutating func renderCommentMarker(_ element: StorageElement) {
        guard context.form == .view else {
            render(element.children)
            return
        }
        wrap(
            element.children, "span", [("class", "inline-comment-marker"), ("data-ref", element["ac:ref"] ?? "")])
    }

    mutating func wrap(_ children: [StorageNode], _ name: String, _ attributes: [(String, String)] = []) {
        html += Markup.openTag(name, attributes.map { (name: $0.0, value: $0.1) })
        render(children)
        html += "</\(name)>"
    }
}

/// Days as Confluence shows them in English.
private enum Days {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `2026-03-26` as “26 Mar 2026”; what is no day stays as it is.
    static func spelt(_ day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return day }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }
}

/// The document around a body in its styled form.
private enum StyledPage {
    private static let rules =
        "body { font-family: sans-serif; font-size: 14px; } table.confluenceTable { border-collapse: collapse; } "
        + "th.confluenceTh, td.confluenceTd { border: 1px solid #ddd; padding: 5px 7px; }"

    static func html(title: String, body: String) -> String {
        "<html>\n<head>\n<title>\(Markup.escape(title))</title>\n<style type=\"text/css\">\(rules)</style>\n</head>\n"
            + "<body>\n\(body)\n</body>\n</html>"
    }
}
