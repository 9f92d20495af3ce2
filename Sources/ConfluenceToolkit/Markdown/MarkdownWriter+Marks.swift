/// The Markdown for each tag around the text of its content.
extension MarkdownWriter {
    func mark(_ node: HTMLTree.Index, name: String, text: String, _ around: Surroundings) -> String {
        if Self.isHeading(name) { return heading(name, text, around) }
        switch name {
        case HTMLTree.rootName: return text.trimming("\n")
        case "a": return link(node, text, around)
        case "b", "strong": return Self.span("**", text, around)
        case "em", "i": return Self.span("*", text, around)
        case "del", "s": return Self.span("~~", text, around)
        case "sub", "sup": return Self.span("", text, around)
        case "code", "kbd", "samp": return around.tags.contains("pre") ? text : Self.span("`", text, around)
        case "blockquote": return quote(text, around)
        case "br": return around.isInline ? " " : "  \n"
        case "div", "article", "section", "dl": return block(text, around)
        case "dt": return term(text, around)
        case "dd": return definition(text, around)
        case "hr": return "\n\n---\n\n"
        case "img": return image(node, around)
        case "ul", "ol", "list": return list(node, text, around)
        case "li": return listItem(node, text)
        case "p": return paragraph(text, around)
        case "pre": return text.isEmpty ? "" : "\n\n```\n\(text)\n```\n\n"
        case "script", "style": return ""
        case "table": return "\n\n\(text.trimmingWhitespace())\n\n"
        case "caption": return "\(text.trimmingWhitespace())\n\n"
        case "figcaption": return "\n\n\(text.trimmingWhitespace())\n\n"
        case "td", "th": return cell(node, text)
        case "tr": return row(node, text)
        case "video": return video(node, text, around)
        default: return text
        }
    }

    // MARK: Spans

    /// A text between two marks, with the blanks at its ends put outside of them.
    private static func span(_ mark: String, _ text: String, _ around: Surroundings) -> String {
        if around.isVerbatim { return text }
        let (before, inside, after) = chomp(text)
        return inside.isEmpty ? "" : before + mark + inside + mark + after
    }

    private static func chomp(_ text: String) -> (before: String, inside: String, after: String) {
        let before = text.unicodeScalars.first == " " ? " " : ""
        let after = text.unicodeScalars.last == " " ? " " : ""
        return (before, text.trimmingWhitespace(), after)
    }

    private func link(_ node: HTMLTree.Index, _ text: String, _ around: Surroundings) -> String {
        if around.isVerbatim { return text }
        let (before, inside, after) = Self.chomp(text)
        if inside.isEmpty { return "" }
        guard let target = tree.attribute("href", of: node), !target.isEmpty else { return inside }
        let title = tree.attribute("title", of: node) ?? ""
        if inside.replacing("\\_", with: "_") == target, title.isEmpty { return "<\(target)>" }
        return "\(before)[\(inside)](\(target)\(Self.titlePart(title)))\(after)"
    }

    private func image(_ node: HTMLTree.Index, _ around: Surroundings) -> String {
        let alternative = tree.attribute("alt", of: node) ?? ""
        if around.isInline { return alternative }
        let title = Self.titlePart(tree.attribute("title", of: node) ?? "")
        return "![\(alternative)](\(tree.attribute("src", of: node) ?? "")\(title))"
    }

    private func video(_ node: HTMLTree.Index, _ text: String, _ around: Surroundings) -> String {
        if around.isInline { return text }
        var source = tree.attribute("src", of: node) ?? ""
        if source.isEmpty {
            let sources = tree.descendants(of: node, named: ["source"]).compactMap { tree.attribute("src", of: $0) }
            source = sources.first ?? ""
        }
        let poster = tree.attribute("poster", of: node) ?? ""
        switch (source.isEmpty, poster.isEmpty) {
        case (false, false): return "[![\(text)](\(poster))](\(source))"
        case (false, true): return "[\(text)](\(source))"
        case (true, false): return "![\(text)](\(poster))"
        case (true, true): return text
        }
    }

    private static func titlePart(_ title: String) -> String {
        title.isEmpty ? "" : " \"\(title.replacing("\"", with: "\\\""))\""
    }

    // MARK: Blocks

    private func heading(_ name: String, _ text: String, _ around: Surroundings) -> String {
        if around.isInline { return text }
        let level = max(1, min(6, Int(name.dropFirst().prefix { ("0"..."9").contains($0) }) ?? 6))
        let hashes = String(repeating: "#", count: level)
        return "\n\n\(hashes) \(text.trimmingWhitespace().collapsingBlanks())\n\n"
    }

    private func block(_ text: String, _ around: Surroundings) -> String {
        let text = text.trimmingWhitespace()
        if around.isInline { return " \(text) " }
        return text.isEmpty ? "" : "\n\n\(text)\n\n"
    }

    private func paragraph(_ text: String, _ around: Surroundings) -> String {
        let text = text.trimming(" \t\r\n")
        if around.isInline { return " \(text) " }
        return text.isEmpty ? "" : "\n\n\(text)\n\n"
    }

    private func quote(_ text: String, _ around: Surroundings) -> String {
        let text = text.trimming(" \t\r\n")
        if around.isInline { return " \(text) " }
        if text.isEmpty { return "\n" }
        return "\n" + text.mappingLines { $0.isEmpty ? ">" : "> \($0)" } + "\n\n"
    }

    private func term(_ text: String, _ around: Surroundings) -> String {
        let text = text.trimmingWhitespace().collapsingBlanks()
        if around.isInline { return " \(text) " }
        return text.isEmpty ? "\n" : "\n\n\(text)\n"
    }

    private func definition(_ text: String, _ around: Surroundings) -> String {
        let text = text.trimmingWhitespace()
        if around.isInline { return " \(text) " }
        if text.isEmpty { return "\n" }
        return ":" + text.mappingLines { $0.isEmpty ? "" : "    \($0)" }.dropFirst() + "\n"
    }

    // MARK: Lists

    private func list(_ node: HTMLTree.Index, _ text: String, _ around: Surroundings) -> String {
        if around.tags.contains("li") { return "\n" + text.trimmingWhitespaceAtEnd() }
        let next = tree.nextSiblings(of: node).first { sibling in
            switch tree.nodes[sibling].content {
            case .element: true
            case .hidden: false
            case .text(let text): !text.trimmingWhitespace().isEmpty
            }
        }
        let isBeforeOther = next.map { !["ul", "ol"].contains(tree.name($0)) } ?? false
        return "\n\n" + text + (isBeforeOther ? "\n" : "")
    }

    private func listItem(_ node: HTMLTree.Index, _ text: String) -> String {
        let text = text.trimmingWhitespace()
        if text.isEmpty { return "\n" }
        let bullet = bullet(for: node) + " "
        let indent = String(repeating: " ", count: bullet.count)
        return bullet + text.mappingLines { $0.isEmpty ? "" : indent + $0 }.dropFirst(bullet.count) + "\n"
    }

    private func bullet(for node: HTMLTree.Index) -> String {
        let parent = tree.parent(of: node)
        if let parent, tree.name(parent) == "ol" {
            let start = tree.attribute("start", of: parent).flatMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil } ?? 1
            let before = tree.previousSiblings(of: node).count { tree.name($0) == "li" }
            return "\(start + before)."
        }
        var depth = -1
        var current: HTMLTree.Index? = node
        while let ancestor = current {
            if tree.name(ancestor) == "ul" { depth += 1 }
            current = tree.parent(of: ancestor)
        }
        let bullets = ["*", "+", "-"]
        return bullets[(depth + bullets.count) % bullets.count]
    }

    // MARK: Tables

    private func cell(_ node: HTMLTree.Index, _ text: String) -> String {
        let line = text.trimmingWhitespace().replacing("\n", with: " ")
        return " \(line)" + String(repeating: " |", count: span(of: node))
    }

    private func span(of cell: HTMLTree.Index) -> Int {
        guard let text = tree.attribute("colspan", of: cell), !text.isEmpty, text.allSatisfy(\.isNumber) else {
            return 1
        }
        return Int(text) ?? 1
    }

    /// A row, with the line below a head row, or an empty head above a table that has none.
    private func row(_ node: HTMLTree.Index, _ text: String) -> String {
        let cells = tree.descendants(of: node, named: ["td", "th"])
        let parent = tree.parent(of: node)
        let parentName = tree.name(parent)
        let isFirst = !tree.previousSiblings(of: node).contains { tree.name($0) != nil }
        let rowsOfParent = parent.map { tree.descendants(of: $0, named: ["tr"]).count } ?? 0
        let isHead = cells.allSatisfy { tree.name($0) == "th" } || (parentName == "thead" && rowsOfParent == 1)
        let headsOfTable = parent.flatMap(tree.parent).map { tree.descendants(of: $0, named: ["thead"]).count } ?? 0
        let lacksHead = isFirst && (parentName != "tbody" || headsOfTable == 0)
        let isBodyFirst =
            parent.map { body in !tree.previousSiblings(of: body).contains { tree.name($0) != nil } } ?? false

        let columns = cells.reduce(0) { $0 + span(of: $1) }
        let rule = "| " + Array(repeating: "---", count: columns).joined(separator: " | ") + " |\n"
        if isHead, isFirst { return "|\(text)\n\(rule)" }
        if lacksHead || (isFirst && (parentName == "table" || (parentName == "tbody" && isBodyFirst))) {
            let empty = "| " + Array(repeating: "", count: columns).joined(separator: " | ") + " |\n"
            return "\(empty)\(rule)|\(text)\n"
        }
        return "|\(text)\n"
    }
}
