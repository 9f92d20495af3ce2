/// A macro tag of wiki markup: `{panel:title=Scope|borderStyle=dashed}`.
struct WikiTag {
    enum Kind {
        case bodiless
        /// Its body is kept to the letter.
        case verbatim
        /// Its body is a piece of a line.
        case inline
        case rich
    }

    var name: String
    var parameters: [(name: String, value: String)] = []
    var range: Range<Int>
    var kind: Kind

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = ["code": .verbatim, "noformat": .verbatim, "color": .inline, "span": .inline]
        for name in [
            "info", "note", "tip", "warning", "panel", "expand", "quote", "section", "column", "excerpt", "details",
            "div",
        ] {
            kinds[name] = .rich
        }
        for name in [
            "toc", "status", "children", "include", "excerpt-include", "anchor", "jira", "gallery", "attachments",
            "labels-list", "recently-updated", "contentbylabel", "pagetree", "livesearch", "widget", "view-file",
            "viewpdf", "detailssummary", "blog-posts", "contributors", "profile", "index", "change-history",
        ] {
            kinds[name] = .bodiless
        }
        return kinds
    }()

    /// Whether what the macro becomes parts the text around it.
    var isBlock: Bool { kind != .inline && !["status", "anchor"].contains(name) }

    /// No tag is longer; a brace without an end costs no more than this.
    private static let longest = 1000
    private static let longestCode = 300

    static func all(in characters: [Character]) -> [WikiTag] {
        var tags: [WikiTag] = []
        var index = 0
        while index < characters.count {
            guard characters[index] == "{" else {
                // A backslash keeps the brace behind it a brace.
                index += characters[index] == "\\" ? 2 : 1
                continue
            }
            if index + 1 < characters.count, characters[index + 1] == "{" {
                index = endOfMonospaced(characters, index)
            } else if let tag = WikiTag(characters, at: index) {
                tags.append(tag)
                index = tag.range.upperBound
            } else {
                index += 1
            }
        }
        return tags
    }

    /// Behind `{{…}}`, whose text is no markup; behind its first brace where it is not closed on its line.
    private static func endOfMonospaced(_ characters: [Character], _ start: Int) -> Int {
        var index = start + 2
        while index + 1 < characters.count, !characters[index].isNewline, index - start < longestCode {
            if characters[index] == "}", characters[index + 1] == "}" { return index + 2 }
            index += 1
        }
        return start + 2
    }

    private init?(_ characters: [Character], at start: Int) {
        var end = start + 1
        while end < characters.count, end - start < Self.longest, characters[end] != "}", characters[end] != "{",
            !characters[end].isNewline
        { end += 1 }
        guard end < characters.count, characters[end] == "}" else { return nil }
        let content = String(characters[(start + 1)..<end])
        let parts = content.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].lowercased()
        guard let kind = Self.kinds[name] else { return nil }
        self.name = name
        self.kind = kind
        range = start..<(end + 1)
        if parts.count > 1 { parameters = Self.parameters(parts[1], of: name) }
    }

    private static func parameters(_ text: Substring, of name: String) -> [(name: String, value: String)] {
        text.split(separator: "|").compactMap { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, !pair[0].isEmpty, !pair[0].contains(" "), !pair[0].contains(":") {
                return (String(pair[0]), String(pair[1]))
            }
            return (name == "code" ? "language" : "", String(part))
        }
    }

    // MARK: As storage

    var storage: String { element("") }

    func storage(plainBody: String) -> String {
        // The line ends behind and before the tags are not the body's.
        var body = plainBody[...]
        if body.first?.isNewline == true { body = body.dropFirst() }
        if body.last?.isNewline == true { body = body.dropLast() }
        return element("<ac:plain-text-body>\(Markup.cdata(String(body)))</ac:plain-text-body>")
    }

    func storage(inlineBody: String) -> String {
        guard name == "color" else { return "<span>\(inlineBody)</span>" }
        let colour = TextColour.rgb(parameters.first?.value ?? "")
        return Markup.openTag("span", [("style", "color: \(colour);")]) + inlineBody + "</span>"
    }

    func storage(richBody: String) -> String {
        if name == "quote" { return "<blockquote>\(richBody)</blockquote>" }
        return element("<ac:rich-text-body>\(richBody)</ac:rich-text-body>")
    }

    private func element(_ body: String) -> String {
        let inner =
            parameters.map { parameter in
                StorageWriter.source(of: [
                    .element(
                        "ac:parameter", [("ac:name", parameter.name)],
                        MacroParameter.nodes(parameter.value, of: parameter.name, macro: name))
                ])
            }.joined() + body
        guard !inner.isEmpty else { return "<ac:structured-macro ac:name=\"\(name)\" />" }
        return "<ac:structured-macro ac:name=\"\(name)\">\(inner)</ac:structured-macro>"
    }
}
