/// A link of wiki markup: `[text|target]`, where the target is a page, a file, a user, an anchor or an address.
struct WikiLink {
    var target: String
    var text: String?

    var storage: String {
        if target.contains("://") || target.hasPrefix("mailto:") {
            return Markup.openTag("a", [("href", target)]) + Markup.escape(text ?? target) + "</a>"
        }
        if target.hasPrefix("^") {
            return link(
                resource: "<ri:attachment ri:filename=\"\(Markup.escapeAttribute(String(target.dropFirst())))\" />")
        }
        if target.hasPrefix("~") {
            return link(resource: "<ri:user ri:username=\"\(Markup.escapeAttribute(String(target.dropFirst())))\" />")
        }
        return pageLink
    }

    private var pageLink: String {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        guard !parts[0].isEmpty else { return link(resource: "", anchor: anchor) }
        let names = parts[0].split(separator: ":", maxSplits: 1)
        var attributes = ""
        // A space key holds no blanks; a title with a colon mostly does before it.
        if names.count == 2, !names[0].contains(" "), !names[1].hasPrefix(" ") {
            attributes = " ri:space-key=\"\(Markup.escapeAttribute(String(names[0])))\""
            attributes += " ri:content-title=\"\(Markup.escapeAttribute(String(names[1])))\""
        } else {
            attributes = " ri:content-title=\"\(Markup.escapeAttribute(String(parts[0])))\""
        }
        return link(resource: "<ri:page\(attributes) />", anchor: anchor)
    }

    private func link(resource: String, anchor: String? = nil) -> String {
        let opening = Markup.openTag("ac:link", anchor.map { [("ac:anchor", $0)] } ?? [])
        let body = text.map { "<ac:plain-text-link-body>\(Markup.cdata($0))</ac:plain-text-link-body>" } ?? ""
        return opening + resource + body + "</ac:link>"
    }
}
