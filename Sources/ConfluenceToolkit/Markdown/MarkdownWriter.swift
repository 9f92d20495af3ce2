/// Walks a tree of HTML and joins the Markdown of its parts, with the blanks that belong between them.
struct MarkdownWriter {
    let tree: HTMLTree

    /// What the tags around a node demand of it.
    struct Surroundings: Hashable {
        var tags: Set<String> = []
        /// Inside of a heading or table cell, where there are no lines.
        var isInline = false
        /// Inside of code, where nothing is marked or escaped.
        var isVerbatim = false
    }

    func write(_ node: HTMLTree.Index, inside surroundings: Set<String>) -> String {
        write(node, Surroundings(tags: surroundings))
    }

    private func write(_ node: HTMLTree.Index, _ surroundings: Surroundings) -> String {
        guard let name = tree.name(node) else { return writeText(node, surroundings) }
        var inner = surroundings
        inner.tags.insert(name)
        if Self.isHeading(name) || name == "td" || name == "th" { inner.isInline = true }
        if ["pre", "code", "kbd", "samp"].contains(name) { inner.isVerbatim = true }

        let parts = tree.children(of: node).filter { !isIgnored($0, in: node) }.map { write($0, inner) }.filter {
            !$0.isEmpty
        }
        let isPreformatted = name == "pre" || tree.hasAncestor(node, named: "pre")
        let text = isPreformatted ? parts.joined() : Self.join(parts)
        return mark(node, name: name, text: text, surroundings)
    }

    // MARK: Texts

    private func writeText(_ node: HTMLTree.Index, _ surroundings: Surroundings) -> String {
        guard case .text(var text) = tree.nodes[node].content else { return "" }
        if !surroundings.tags.contains("pre") { text = Self.collapseBlanks(text) }
        if !surroundings.isVerbatim {
            text = text.replacing("*", with: "\\*").replacing("_", with: "\\_")
        }
        let parent = tree.parent(of: node)
        let previous = tree.previousSibling(of: node)
        let next = tree.nextSibling(of: node)
        if separatesOutside(previous) || (separatesInside(parent) && previous == nil) {
            text = text.trimmingStart(of: " \t\r\n")
        }
        if separatesOutside(next) || (separatesInside(parent) && next == nil) {
            text = text.trimmingWhitespaceAtEnd()
        }
        return text
    }

    /// Runs of blanks with a line end among them become one line feed, others one blank.
    private static func collapseBlanks(_ text: String) -> String {
        var collapsed = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        func flush() {
            guard !run.isEmpty else { return }
            let hasLineEnd = run.contains { $0 == "\n" || $0 == "\r" }
            collapsed.append(hasLineEnd ? "\n" : " ")
            run = []
        }
        for scalar in text.unicodeScalars {
            if " \t\r\n".unicodeScalars.contains(scalar) {
                run.append(scalar)
            } else {
                flush()
                collapsed.append(scalar)
            }
        }
        flush()
        return String(collapsed)
    }

    /// Joins parts; where two meet, of their line feeds the larger number stays, two at most.
    private static func join(_ parts: [String]) -> String {
        var joined = ""
        var trailing = 0
        for part in parts {
            let leading = part.unicodeScalars.prefix { $0 == "\n" }.count
            let isOnlyFeeds = leading == part.unicodeScalars.count
            if trailing > 0, leading > 0 {
                joined.unicodeScalars.removeLast(trailing)
                joined += String(repeating: "\n", count: min(2, max(trailing, leading)))
                joined.unicodeScalars.append(contentsOf: part.unicodeScalars.dropFirst(leading))
                trailing = 0
            } else {
                joined += part
                // Feeds without text around them count as leading ones, which the next part doesn't look at.
                if isOnlyFeeds { trailing = 0 }
            }
            trailing = isOnlyFeeds ? 0 : part.unicodeScalars.reversed().prefix { $0 == "\n" }.count
        }
        return joined
    }

    // MARK: Blanks between tags

    /// Whether a text of blanks only, or a comment, gives nothing.
    private func isIgnored(_ node: HTMLTree.Index, in parent: HTMLTree.Index) -> Bool {
        switch tree.nodes[node].content {
        case .element: return false
        case .hidden: return true
        case .text(let text):
            guard text.trimmingWhitespace().isEmpty else { return false }
            let previous = tree.previousSibling(of: node)
            let next = tree.nextSibling(of: node)
            if separatesInside(parent), previous == nil || next == nil { return true }
            return separatesOutside(previous) || separatesOutside(next)
        }
    }

    /// Whether blanks at the two ends of the tag's content mean nothing.
    private func separatesInside(_ node: HTMLTree.Index?) -> Bool {
        guard let name = tree.name(node) else { return false }
        return Self.isHeading(name) || Self.blocks.contains(name)
    }

    /// Whether blanks right before and after the tag mean nothing.
    private func separatesOutside(_ node: HTMLTree.Index?) -> Bool {
        separatesInside(node) || tree.name(node) == "pre"
    }

    private static let blocks: Set<String> = [
        "p", "blockquote", "article", "div", "section", "ol", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody",
        "tfoot", "tr", "td", "th",
    ]

    /// Whether the name begins as a heading's: an h and a digit.
    static func isHeading(_ name: String) -> Bool {
        name.hasPrefix("h") && name.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
    }
}
