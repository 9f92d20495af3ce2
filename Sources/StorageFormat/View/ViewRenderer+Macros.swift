import ConfluenceWire

/// Macros: the ones whose output follows from the body alone; others leave the mark of their place.
extension ViewRenderer {
    mutating func renderMacro(_ macro: StorageElement) {
        switch macro.macroName {
        case "code": renderCode(macro)
        case "noformat": renderPreformatted(macro)
        case "info", "tip", "note", "warning": renderMessage(macro)
        case "panel": renderPanel(macro)
        case "expand": renderExpand(macro)
        case "status": renderStatus(macro)
        case "toc": renderTableOfContents(macro)
        case "excerpt", "details", "section", "column", "div": render(macro.richTextBody)
        case "anchor":
            let name = macro.parameter("") ?? macro.parameter("name") ?? ""
            html +=
                Markup.openTag("span", [("class", "confluence-anchor-link"), ("id", context.headingID(name))])
                + "</span>"
        case let name where Self.dynamicMacros.contains(name): html += macroTag("div", name, class: name) + "</div>"
        default: renderUnknown(macro)
        }
    }

    /// Macros that list other content of the site: their place is kept, their list is not made.
    private static let dynamicMacros: Set<String> = [
        "attachments", "blog-posts", "children", "content-report-table", "contentbylabel", "contributors", "gallery",
        "include", "excerpt-include", "jira", "labels-list", "livesearch", "pagetree", "recently-updated",
        "space-attachments", "view-file", "widget",
    ]

    private func macroTag(_ element: String, _ name: String, class classes: String, output: String = "block") -> String
    {
        Markup.openTag(
            element,
            [
                ("class", "\(classes) conf-macro output-\(output)"), ("data-hasbody", "false"),
                ("data-macro-name", name),
            ]
        )
    }

    // MARK: Blocks of text

    private mutating func renderCode(_ macro: StorageElement) {
        let language = macro.parameter("language") ?? "java"
        html += Markup.openTag("div", [("class", "code panel pdl conf-macro output-block")])
        renderPanelHeader(macro, "codeHeader panelHeader pdl")
        html += Markup.openTag("div", [("class", "codeContent panelContent pdl")])
        html += Markup.openTag(
            "pre",
            [
                ("class", "syntaxhighlighter-pre"),
                ("data-syntaxhighlighter-params", "brush: \(language); gutter: false; theme: Confluence"),
                ("data-theme", "Confluence"),
            ]
        )
        html += Markup.escape(macro.plainTextBody) + "</pre></div></div>"
    }

    private mutating func renderPreformatted(_ macro: StorageElement) {
        html += Markup.openTag("div", [("class", "preformatted panel conf-macro output-block")])
        renderPanelHeader(macro, "preformattedHeader panelHeader")
        html += Markup.openTag("div", [("class", "preformattedContent panelContent")])
        html += "<pre>" + Markup.escape(macro.plainTextBody) + "</pre></div></div>"
    }

    private mutating func renderPanel(_ macro: StorageElement) {
        html += Markup.openTag("div", [("class", "panel conf-macro output-block")])
        renderPanelHeader(macro, "panelHeader")
        wrap(macro.richTextBody, "div", [("class", "panelContent")])
        html += "</div>"
    }

    private mutating func renderPanelHeader(_ macro: StorageElement, _ classes: String) {
        guard let title = macro.parameter("title"), !title.isEmpty else { return }
        html += Markup.openTag("div", [("class", classes)]) + "<b>" + Markup.escape(title) + "</b></div>"
    }

    private mutating func renderMessage(_ macro: StorageElement) {
        let kind = macro.macroName == "info" ? "information" : macro.macroName
        html += Markup.openTag(
            "div",
            [
                ("class", "confluence-information-macro confluence-information-macro-\(kind) conf-macro output-block"),
                ("data-hasbody", "true"), ("data-macro-name", macro.macroName),
            ]
        )
        if let title = macro.parameter("title"), !title.isEmpty {
            html += Markup.openTag("p", [("class", "title")]) + Markup.escape(title) + "</p>"
        }
        html +=
            Markup.openTag("span", [("class", "aui-icon aui-icon-small confluence-information-macro-icon")]) + "</span>"
        wrap(macro.richTextBody, "div", [("class", "confluence-information-macro-body")])
        html += "</div>"
    }

    private mutating func renderExpand(_ macro: StorageElement) {
        expandCount += 1
        let title = macro.parameter("title") ?? "Click here to expand..."
        html += Markup.openTag(
            "div", [("id", "expander-\(expandCount)"), ("class", "expand-container conf-macro output-block")])
        html += Markup.openTag("div", [("id", "expander-control-\(expandCount)"), ("class", "expand-control")])
        html += Markup.openTag("span", [("class", "expand-control-text")]) + Markup.escape(title) + "</span></div>"
        wrap(macro.richTextBody, "div", [("id", "expander-content-\(expandCount)"), ("class", "expand-content")])
        html += "</div>"
    }

    // MARK: Small and generated ones

    private mutating func renderStatus(_ macro: StorageElement) {
        let colour =
            switch macro.parameter("colour") ?? macro.parameter("color") ?? "" {
            case "Green": " aui-lozenge-success"
            case "Yellow": " aui-lozenge-current"
            case "Red": " aui-lozenge-error"
            case "Blue": " aui-lozenge-complete"
            case "Purple": " aui-lozenge-progress"
            default: ""
            }
        html += macroTag("span", "status", class: "status-macro aui-lozenge\(colour)", output: "inline")
        html += Markup.escape(macro.parameter("title") ?? "") + "</span>"
    }

    /// Lists the headings once; a second table of contents would only repeat the first.
    private mutating func renderTableOfContents(_ macro: StorageElement) {
        html += macroTag("div", "toc", class: "toc-macro client-side-toc-macro")
        if !hasTableOfContents {
            hasTableOfContents = true
            var items = ""
            addHeadings(document, to: &items)
            if !items.isEmpty { html += "<ul>\(items)</ul>" }
        }
        html += "</div>"
    }

    private func addHeadings(_ nodes: [StorageNode], to items: inout String) {
        for case .element(let element) in nodes {
            if element.name.utf8.count == 2, element.name.hasPrefix("h"), element.name != "hr" {
                let text = PlainText.text(of: element.children)
                items +=
                    "<li>" + Markup.openTag("a", [("href", "#" + context.headingID(text))]) + Markup.escape(text)
                    + "</a></li>"
            } else {
                addHeadings(element.children, to: &items)
            }
        }
    }

    private mutating func renderUnknown(_ macro: StorageElement) {
        let name = macro.macroName
        let servlet = "\(context.linkBase)/plugins/servlet/confluence/placeholder/unknown-macro"
        let path = "\(servlet)?name=\(PercentEncoding.encode(name, allowed: .queryItem))&locale=en_GB&version=2"
        html += Markup.openTag(
            "div",
            [
                ("class", "wysiwyg-unknown-macro"), ("data-macro-name", name),
                ("style", "background-image: url(\(path))"),
            ]
        )
        html += Markup.openTag("img", [("src", path), ("alt", "Unknown macro: \(name)")])
        render(macro.richTextBody)
        html += "</div>"
    }
}
