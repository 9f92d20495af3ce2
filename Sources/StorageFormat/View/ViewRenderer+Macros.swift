import ConfluenceWire

/// Macros: which one is shown how, and what all of them have in common.
extension ViewRenderer {
    mutating func renderMacro(_ macro: StorageElement) {
        switch macro.macroName {
        case "code": renderCode(macro)
        case "noformat": renderPreformatted(macro)
        case "info", "tip", "note", "warning": renderMessage(macro)
        case "panel": renderPanel(macro)
        case "expand": renderExpand(macro)
        case "status": renderStatus(macro)
        case "toc", "toc-zone": renderTableOfContents(macro)
        case "excerpt": if macro.parameter("hidden") != "true" { renderBody(macro) }
        case "details": renderDetails(macro)
        case "section": renderSection(macro)
        case "column": renderColumn(macro)
        case "div": wrap(macro.richTextBody, "div", macroAttributes(macro, macro.parameter("class") ?? ""))
        case "span": wrap(macro.richTextBody, "span", macroAttributes(macro, "", output: "inline"))
        case "quote": wrap(macro.richTextBody, "blockquote")
        case "anchor": renderAnchor(macro)
        case "include": renderInclude(macro)
        case "excerpt-include": renderExcerptInclude(macro)
        case "children": renderChildren(macro)
        case "labels-list", "listlabels": renderLabels(macro)
        case "jira", "jiraissues": renderJira(macro)
        case "view-file", "viewdoc", "viewpdf", "viewppt", "viewxls", "multimedia": renderFile(macro)
        case "gallery": renderGallery(macro)
        case "widget": renderWidget(macro)
        case "contentbylabel": renderContentByLabel(macro)
        case "recently-updated": renderRecentlyUpdated(macro)
        case "blog-posts": renderBlogPosts(macro)
        case "attachments": renderAttachments(macro)
        case "pagetree": renderPageTree(macro)
        case "pagetreesearch": renderPageTreeSearch(macro)
        case "livesearch": renderLiveSearch(macro)
        case "detailssummary": renderPropertiesReport(macro)
        case "profile": renderProfile(macro)
        case "profile-picture": renderProfilePicture(macro)
        case let name where Self.dynamicMacros.contains(name):
            wrap([.text("\u{A0}")], "div", macroAttributes(macro, name))
        default: if isOfApp(macro) { renderApp(macro) } else { renderUnknown(macro) }
        }
    }

    /// Macros that list other content of the site: their place is kept, their list is not made.
    private static let dynamicMacros: Set<String> = [
        "calendar", "change-history", "chart", "content-report-table", "contributors",
        "contributors-summary", "create-from-template", "favpages", "index", "navmap", "network", "popular-labels",
        "recently-updated-dashboard", "related-labels", "roadmap", "search", "space-attachments",
        "space-details", "spaceslist", "tasks-report-macro", "userlister",
    ]

    /// The attributes by which what a macro made is known: its class, name, and on Cloud its id.
    func macroAttributes(
        _ macro: StorageElement, _ classes: String, output: String = "block"
    ) -> [(String, String)] {
        let hasBody = macro.child("ac:rich-text-body") != nil || macro.child("ac:plain-text-body") != nil
        let names = classes.isEmpty ? "" : classes + " "
        var attributes = [
            ("class", "\(names)conf-macro output-\(output)"), ("data-hasbody", hasBody ? "true" : "false"),
            ("data-macro-name", macro.macroName),
        ]
        if context.style.showsMacroIDs, let id = macro["ac:macro-id"] { attributes.append(("data-macro-id", id)) }
        return attributes
    }

    func openTag(_ name: String, _ attributes: [(String, String)]) -> String {
        Markup.openTag(name, attributes.map { (name: $0.0, value: $0.1) })
    }

    private mutating func renderBody(_ macro: StorageElement) {
        let isInline = macro.parameter("atlassian-macro-output-type") == "INLINE"
        let output = isInline ? "inline" : "block"
        wrap(macro.richTextBody, isInline ? "span" : "div", macroAttributes(macro, "", output: output))
    }

    private mutating func renderAnchor(_ macro: StorageElement) {
        let name = macro.parameter("") ?? macro.parameter("name") ?? macro.parameter("0") ?? ""
        let attributes = macroAttributes(macro, "confluence-anchor-link", output: "inline")
        wrap([], "span", attributes + [("id", context.anchor(name))])
    }

    /// A macro that the site does not know: its picture, in place of everything.
    private mutating func renderUnknown(_ macro: StorageElement) {
        let name = PercentEncoding.encode(macro.macroName, allowed: .queryItem)
        let servlet = "\(context.linkBase)/plugins/servlet/confluence/placeholder/unknown-macro"
        let source = context.address("\(servlet)?name=\(name)&locale=en_GB&version=2")
        html += emptyTag("img", [("class", "wysiwyg-unknown-macro"), ("src", source)])
    }
}
