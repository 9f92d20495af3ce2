/// A link of wiki markup: `[text|target]`, where the target is a page, a file, a user, an anchor or an address.
struct WikiLink {
    private var target: String
    private var text: String?

    init?(_ content: String) {
        let parts = content.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
        target = parts.count > 1 ? parts[1] : parts[0]
        text = parts.count > 1 && !parts[0].isEmpty ? parts[0] : nil
        guard !target.isEmpty, !WikiMacros.areIn(target) else { return nil }
    }

    /// - Parameter convert: The storage format of the link's text.
    func storage(text convert: (String) -> String) -> String {
        if target.contains("://") || target.hasPrefix("mailto:") || target.hasPrefix("//") {
            let shown = text.map(convert) ?? Markup.escape(target)
            return Markup.openTag("a", [("href", target)]) + shown + "</a>"
        }
        if target.hasPrefix("~") {
            return link(Self.resource("ri:user", [("ri:username", String(target.dropFirst()))]), nil, convert)
        }
        if target.hasSuffix(":"), !target.dropLast().contains(":"), target.count > 1 {
            return link(Self.resource("ri:space", [("ri:space-key", String(target.dropLast()))]), nil, convert)
        }
        if let file = target.lastIndex(of: "^") {
            let page = target[..<file]
            let name = String(target[target.index(after: file)...])
            let inner = page.isEmpty ? "" : Self.page(String(page))
            return link(Self.resource("ri:attachment", [("ri:filename", name)], inner), nil, convert)
        }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        guard !parts[0].isEmpty else { return link("", anchor, convert) }
        return link(Self.page(String(parts[0])), anchor, convert)
    }

    private static func resource(_ name: String, _ attributes: [(String, String)], _ inner: String = "") -> String {
        let tag = Markup.openTag(name, attributes.map { (name: $0.0, value: $0.1) })
        return inner.isEmpty ? tag.dropLast() + " />" : tag + inner + "</\(name)>"
    }

    /// A page by title, or a blog post by its day and title: `/2026/11/26/Title`.
    private static func page(_ text: String) -> String {
        let names = text.split(separator: ":", maxSplits: 1)
        var attributes: [(String, String)] = []
        var title = text
        // A space key holds no blanks; a title with a colon mostly does before it.
        if names.count == 2, !names[0].contains(" "), !names[1].hasPrefix(" ") {
            attributes.append(("ri:space-key", String(names[0])))
            title = String(names[1])
        }
        let day = title.split(separator: "/", maxSplits: 3).map(String.init)
        if title.hasPrefix("/"), day.count == 4, day.prefix(3).allSatisfy({ Int($0) != nil }) {
            attributes += [("ri:content-title", day[3]), ("ri:posting-day", day.prefix(3).joined(separator: "/"))]
            return resource("ri:blog-post", attributes)
        }
        attributes.append(("ri:content-title", title))
        return resource("ri:page", attributes)
    }

    private func link(_ resource: String, _ anchor: String?, _ convert: (String) -> String) -> String {
        let opening = Markup.openTag("ac:link", anchor.map { [("ac:anchor", $0)] } ?? [])
        guard let text else { return opening + resource + "</ac:link>" }
        let shown = convert(text)
        // Text with marks stands as it is, text without is kept to the letter.
        let body =
            shown.contains("<") || WikiMacros.areIn(shown)
            ? "<ac:link-body>\(shown)</ac:link-body>"
            : "<ac:plain-text-link-body>\(Markup.cdata(text))</ac:plain-text-link-body>"
        return opening + resource + body + "</ac:link>"
    }
}
