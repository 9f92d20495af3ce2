/// Macros that list other content of the site, as far as the reader may see it.
extension ViewRenderer {
    /// Lists end there unless the macro says otherwise.
    private static let usualCount = 15

    private func count(_ macro: StorageElement, _ names: String...) -> Int {
        let text = names.lazy.compactMap { macro.parameter($0) }.first
        return min(max(text.flatMap { Int($0) } ?? Self.usualCount, 1), 500)
    }

    private mutating func found(_ query: String?, limit: Int) -> [ListedContent] {
        guard let query else { return [] }
        return ask { try $0.contents(found: query, limit: limit) } ?? []
    }

    // MARK: Content by label

    mutating func renderContentByLabel(_ macro: StorageElement) {
        let most = count(macro, "max", "maxResults")
        var rows = found(ListingQuery.labelled(macro, spaceKey: context.spaceKey), limit: most + 1)
        if macro.parameter("excludeCurrent") == "true" { rows.removeAll { $0.page.id == context.contentID } }
        guard !rows.isEmpty else {
            html += openTag("div", macroAttributes(macro, "content-by-label macro-blank-experience"))
            wrap([.text("Content by label")], "strong", [("class", "content-label-header")])
            wrap([.text("There is no content with the specified labels")], "p")
            html += "</div>"
            return
        }
        if let title = macro.parameter("title") { wrap([.text(title)], "h4") }
        html += openTag("ul", macroAttributes(macro, "content-by-label"))
        for row in rows.prefix(most) {
            html += "<li><div>"
            renderIcon(row, "icon aui-icon")
            html += "</div>" + openTag("div", [("class", "details")])
            link(to: row)
            if macro.parameter("showSpace") == "true" {
                html += openTag("span", [("class", "smalltext")]) + " ("
                wrap([.text(row.spaceName)], "a", [("href", context.address(row.spacePath))])
                html += ")</span>"
            }
            if macro.parameter("showLabels") == "true" { renderLabels(of: row) }
            html += "</div></li>"
        }
        html += "</ul>"
    }

    private mutating func renderIcon(_ row: ListedContent, _ classes: String) {
        let attributes = [("class", "\(classes) content-type-\(row.kind.rawValue)"), ("title", row.kind.words)]
        wrap([.text(row.kind.words + ":")], "span", attributes)
    }

    private mutating func renderLabels(of row: ListedContent) {
        guard !row.labels.isEmpty else { return }
        html += openTag("div", [("class", "label-details")]) + openTag("ul", [("class", "label-list")])
        for label in row.labels {
            html += openTag("li", [("class", "aui-label")])
            wrap(
                [.text(label)], "a", [("href", context.address("\(context.linkBase)/label/\(label)")), ("rel", "tag")])
            html += "</li>"
        }
        html += "</ul></div>"
    }

    // MARK: What changed last

    mutating func renderRecentlyUpdated(_ macro: StorageElement) {
        let theme = macro.parameter("theme") ?? "social"
        let most = count(macro, "max", "maxResults")
        html += openTag("div", macroAttributes(macro, "recently-updated recently-updated-\(theme)"))
        if macro.parameter("hideHeading") != "true" {
            wrap([.text("Recently Updated")], "h2", [("id", "recently-updated-macro")])
        }
        html += openTag("div", [("class", "results-container")]) + "<ul>"
        for row in found(ListingQuery.recent(macro, spaceKey: context.spaceKey), limit: most) {
            html += openTag("li", [("class", "update-item")])
            html += openTag("div", [("class", "update-item-icon")])
            wrap([.text("\u{A0}")], "span", [("class", "aui-icon content-type-\(row.kind.rawValue)")])
            html += "</div>" + openTag("div", [("class", "update-item-content")])
            link(to: row, title: row.spaceName)
            html += openTag("div", [("class", "update-item-meta")]) + Markup.escape(row.changed)
            html += "<span class=\"separator\"> &bull; </span>\(row.isNew ? "created" : "updated") by "
            wrap(
                [.text(row.author.name)], "a",
                [("class", "url fn"), row.author.identity, ("href", context.address(row.author.path))])
            html += "</div></div></li>"
        }
        html += "</ul></div></div>"
    }

    // MARK: Blog posts

    /// The titles alone; what a reader sees of the posts' bodies is not made.
    mutating func renderBlogPosts(_ macro: StorageElement) {
        let rows = found(ListingQuery.posts(macro, spaceKey: context.spaceKey), limit: count(macro, "max", "0"))
        guard !rows.isEmpty else {
            html += openTag("div", macroAttributes(macro, "macro-blank-experience blog-stream"))
            wrap([.text("Blog stream")], "h2")
            wrap(
                [.text("Create a blog post to share news and announcements with your team and company.")], "p")
            html += "</div>"
            return
        }
        html += openTag("div", macroAttributes(macro, "blog-post-listing"))
        html += openTag("ul", [("class", "blog-post-titles")])
        for row in rows {
            html += "<li>"
            link(to: row, title: row.spaceName)
            html += "</li>"
        }
        html += "</ul></div>"
    }

    private mutating func link(to row: ListedContent, title: String? = nil) {
        var attributes = [("href", context.address(row.page.path))]
        if let title { attributes.append(("title", title)) }
        wrap([.text(row.page.title)], "a", attributes)
    }
}
