import ConfluenceWire

/// Inline nodes on their way into a paragraph, and the blocks that are finished before them.
struct InlineRun {
    private(set) var blocks: [JSON] = []
    private var inlines: [JSON] = []
    /// The node that the run becomes: a paragraph or heading without its content.
    var shell: JSON = ["type": "paragraph"]
    /// The marks of that node: its alignment and indentation.
    var shellMarks: JSON?

    var isInParagraph: Bool { !inlines.isEmpty }

    mutating func add(text: String, marks: [JSON]) {
        var drawn = ""
        var isAfterSpace = inlines.isEmpty
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            if !isSpace {
                drawn.unicodeScalars.append(scalar)
            } else if !isAfterSpace {
                drawn.append(" ")
            }
            isAfterSpace = isSpace
        }
        guard !drawn.isEmpty else { return }
        // Code stands alone: Confluence leaves out every other mark but the link.
        let isCode = marks.contains { $0["type"] == "code" }
        let kept = isCode ? marks.filter { ["code", "link", "annotation"].contains($0["type"]?.stringValue) } : marks
        var node: JSON = ["type": "text", "text": .string(drawn)]
        if !kept.isEmpty { node["marks"] = .array(kept) }
        inlines.append(node)
    }

    mutating func add(inline node: JSON) {
        inlines.append(node)
    }

    mutating func add(block node: JSON) {
        finish()
        blocks.append(node)
    }

    /// Closes the current paragraph; an empty one is dropped unless it is wanted.
    mutating func finish(keepEmpty: Bool = false) {
        let isBlank = inlines.allSatisfy { $0["text"]?.stringValue == " " }
        if isBlank { inlines = [] }
        guard !isBlank || keepEmpty else { return }
        var block = shell
        if let shellMarks { block["marks"] = shellMarks }
        block["content"] = .array(inlines)
        blocks.append(block)
        inlines = []
    }

    /// The inline nodes alone, for a node that holds no blocks; those of paragraphs among them included.
    mutating func takeInlines() -> [JSON] {
        let nodes = blocks.flatMap { $0["content"]?.arrayValue ?? [] } + inlines
        self = InlineRun()
        return nodes
    }
}
