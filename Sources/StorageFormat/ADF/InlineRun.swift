import ConfluenceWire

/// Inline nodes on their way into a paragraph, and the blocks that are finished before them.
struct InlineRun {
    private(set) var blocks: [JSON] = []
    private var inlines: [JSON] = []
    /// The node that the run becomes: a paragraph or heading without its content.
    var shell: JSON = ["type": "paragraph"]

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
        var node: JSON = ["type": "text", "text": .string(drawn)]
        if !marks.isEmpty { node["marks"] = .array(marks) }
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
