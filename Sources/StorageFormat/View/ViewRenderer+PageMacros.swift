/// Macros that show other pages: contents, children, labels, included bodies.
extension ViewRenderer {
    // MARK: Contents

    /// On the site a script fills the table; documents that leave the site get it whole.
    mutating func renderTableOfContents(_ macro: StorageElement) {
        if macro.macroName == "toc-zone" { render(macro.richTextBody) }
        let least = macro.parameter("minLevel").flatMap { Int($0) } ?? 1
        let most = macro.parameter("maxLevel").flatMap { Int($0) } ?? 7
        guard context.form != .view else {
            let names = (least...max(least, most)).map { "H\($0)" }.joined(separator: ",")
            var attributes = macroAttributes(macro, "toc-macro client-side-toc-macro ")
            attributes.insert(("data-headerelements", names), at: 1)
            wrap([.text("\u{A0}")], "div", attributes)
            return
        }
        let headings = ListedHeading.all(in: document, context: context).filter { (least...most).contains($0.level) }
        html += openTag("div", [("class", "toc-macro")])
        listHeadings(headings[...])
        html += "</div>"
    }

    /// A list of the headings of the first one's level, each with those below it.
    private mutating func listHeadings(_ headings: ArraySlice<ListedHeading>) {
        guard let level = headings.map(\.level).min() else { return }
        html += openTag("ul", [("class", "toc-indentation")])
        var rest = headings
        while let first = rest.first {
            let below = rest.dropFirst(first.level == level ? 1 : 0).prefix { $0.level > level }
            html += "<li>"
            if first.level == level { wrap([.text(first.text)], "a", [("href", "#" + first.id)]) }
            listHeadings(below)
            html += "</li>"
            rest = headings[below.endIndex...]
        }
        html += "</ul>"
    }

    // MARK: Children and labels

    mutating func renderChildren(_ macro: StorageElement) {
        let depth = macro.parameter("all") == "true" ? 20 : macro.parameter("depth").flatMap { Int($0) } ?? 1
        let name = macro.pageName("page")
        let pages = ask { try $0.children(of: name) } ?? []
        html += openTag("ul", macroAttributes(macro, "childpages-macro"))
        listPages(pages, macro, depth: min(depth, 20))
        html += "</ul>"
    }

    private mutating func listPages(_ pages: [LinkedPage], _ macro: StorageElement, depth: Int) {
        var pages = pages
        if macro.parameter("sort") == "title" { pages.sort { $0.title.lowercased() < $1.title.lowercased() } }
        if macro.parameter("reverse") == "true" { pages.reverse() }
        if let first = macro.parameter("first").flatMap({ Int($0) }), first > 0 { pages = Array(pages.prefix(first)) }
        for page in pages {
            html += "<li>"
            wrap([.text(page.title)], "a", [("href", context.address(page.path))])
            if depth > 1, let below = ask({ try $0.children(ofID: page.id) }), !below.isEmpty {
                html += "<ul class=\"childpages-macro\">"
                listPages(below, macro, depth: depth - 1)
                html += "</ul>"
            }
            html += "</li>"
        }
    }

    mutating func renderLabels(_ macro: StorageElement) {
        html += openTag("div", macroAttributes(macro, "labels-section-content content-column"))
        html += openTag("ul", [("class", "label-list")])
        for label in ask({ try $0.labels() }) ?? [] {
            html += openTag("li", [("class", "aui-label")])
            let path = "\(context.linkBase)/label/\(context.spaceKey)/\(label)"
            wrap(
                [.text(label)], "a",
                [("class", "aui-label-split-main"), ("href", context.address(path)), ("rel", "tag")])
            html += "</li>"
        }
        html += "</ul></div>"
    }

    // MARK: Other bodies

    mutating func renderInclude(_ macro: StorageElement) {
        guard let body = includedBody(macro) else { return }
        html += openTag("div", macroAttributes(macro, ""))
        renderIncluded(body, nodes(of: body))
        html += "</div>"
    }

    mutating func renderExcerptInclude(_ macro: StorageElement) {
        guard let body = includedBody(macro) else { return }
        let wanted = macro.parameter("name")
        guard let excerpt = nodes(of: body).firstMacro(where: { $0.isExcerpt(named: wanted) }) else {
            renderError(macro, "No content found for '\(body.page.title)'.")
            return
        }
        guard macro.parameter("nopanel") != "true" else {
            html += openTag("div", macroAttributes(macro, ""))
            renderIncluded(body, excerpt.richTextBody)
            html += "</div>"
            return
        }
        html += openTag("div", macroAttributes(macro, "panel") + [("style", "border-width: 1px;")])
        html += openTag("div", [("class", "panelHeader"), ("style", "border-bottom-width: 1px;")])
        wrap([.text(body.page.title)], "b")
        html += "</div>" + openTag("div", [("class", "panelContent")])
        renderIncluded(body, excerpt.richTextBody)
        html += "</div></div>"
    }

    private func nodes(of body: IncludedBody) -> [StorageNode] {
        (try? StorageParser.parse(body.source)) ?? []
    }

    /// The body of the page that the macro names; where there is none to show, the reason is shown.
    private mutating func includedBody(_ macro: StorageElement) -> IncludedBody? {
        guard let name = macro.pageName("") ?? macro.pageName("page") ?? macro.pageName("0"),
            let body = ask({ try $0.body(of: name) })
        else {
            renderError(macro, "The included page could not be found.")
            return nil
        }
        // No deeper than anybody means it: each level has the whole of the next page's text.
        guard body.page.id != context.contentID, !including.contains(body.page.id), including.count < 10 else {
            renderError(macro, "Already included page '\(body.page.title)', stopping.")
            return nil
        }
        return body
    }

    mutating func renderIncluded(_ body: IncludedBody, _ nodes: [StorageNode], isReporting: Bool = false) {
        var context = body.context
        context.form = self.context.form
        var renderer = ViewRenderer(document: nodes, context: context)
        renderer.isReporting = isReporting || self.isReporting
        renderer.including = including + [self.context.contentID]
        renderer.expandCount = expandCount
        renderer.render(nodes)
        html += renderer.html
        expandCount = renderer.expandCount
        if failure == nil { failure = renderer.failure }
    }

    mutating func renderError(_ macro: StorageElement, _ text: String) {
        html += openTag("div", [("class", "error")])
        wrap([.text("Unable to render {\(macro.macroName)}")], "span", [("class", "error")])
        html += " " + Markup.escape(text) + "</div>"
    }
}

extension StorageElement {
    /// The page that a parameter names: by a link, or by `SPACE:Title` as wiki markup had it.
    func pageName(_ parameter: String) -> PageName? {
        for case .element(let child) in children
        where child.name == "ac:parameter" && child["ac:name"] == parameter
            || child.name == "ac:default-parameter" && parameter.isEmpty
        {
            let holder = child.child("ac:link") ?? child
            if let page = holder.child("ri:page") ?? holder.child("ri:blog-post") { return PageName(page) }
            let text = PlainText.text(of: child.children)
            guard !text.isEmpty else { return nil }
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[0].contains(" ") else { return PageName(title: text) }
            return PageName(title: parts[1], spaceKey: parts[0])
        }
        return nil
    }

    fileprivate func isExcerpt(named name: String?) -> Bool {
        macroName == "excerpt" && (name == nil || parameter("name") == name)
    }
}

extension [StorageNode] {
    func firstMacro(where isWanted: (StorageElement) -> Bool) -> StorageElement? {
        for case .element(let element) in self {
            if element.isMacro, isWanted(element) { return element }
            if let found = element.children.firstMacro(where: isWanted) { return found }
        }
        return nil
    }
}
