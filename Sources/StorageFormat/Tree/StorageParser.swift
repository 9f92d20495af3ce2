/// Builds the tree of a body, inside the `<xml>` element that Confluence puts around it.
struct StorageParser {
    /// Deeper bodies are refused: every later walk over the tree is recursive.
    static let depthLimit = 200

    static let wrapper = "xml"

    private var tokenizer: Tokenizer
    private var open: [StorageElement] = [StorageElement(name: wrapper, attributes: [])]
    private var namespaces = Namespaces()

    private init(_ source: String) {
        tokenizer = Tokenizer(source + "</\(Self.wrapper)>")
    }

    static func parse(_ source: String) throws(StorageFormatError) -> [StorageNode] {
        var parser = StorageParser(source)
        return try parser.parseDocument()
    }

    private mutating func parseDocument() throws(StorageFormatError) -> [StorageNode] {
        while let token = try tokenizer.next() {
            switch token {
            case .text(let text): append(.text(text))
            case .cdata(let text): append(.cdata(text))
            case .comment, .instruction: break
            case .startTag(let tag): try begin(tag)
            case .endTag(let name):
                if let document = try close(name) { return document }
            }
        }
        throw tokenizer.failure(
            "Unexpected EOF; was expecting a close tag for element <\(open.last?.name ?? Self.wrapper)>",
            at: max(tokenizer.bytes.count - 1, 0))
    }

    private mutating func append(_ node: StorageNode) {
        let parent = open.count - 1
        // Text that a comment parted is one text.
        if case .text(let more) = node, case .text(let text)? = open[parent].children.last {
            open[parent].children[open[parent].children.count - 1] = .text(text + more)
        } else {
            open[parent].children.append(node)
        }
    }

    private mutating func begin(_ tag: Tokenizer.StartTag) throws(StorageFormatError) {
        if let message = namespaces.open(tag) { throw tokenizer.failure(message, at: tokenizer.index - 1) }
        let element = StorageElement(name: tag.name, attributes: tag.attributes)
        if tag.isEmpty {
            namespaces.close()
            append(.element(element))
            return
        }
        guard open.count < Self.depthLimit else {
            throw tokenizer.failure(
                "Maximum Element Depth limit (\(Self.depthLimit)) Exceeded", at: tokenizer.index - 1)
        }
        open.append(element)
    }

    /// Closes the innermost element; the document is complete when that was the one around it.
    private mutating func close(_ name: String) throws(StorageFormatError) -> [StorageNode]? {
        let element = open.removeLast()
        guard element.name == name else {
            throw tokenizer.failure(
                "Unexpected close tag </\(name)>; expected </\(element.name)>.", at: tokenizer.index - 1)
        }
        try tokenizer.finishEndTag()
        guard open.isEmpty else {
            namespaces.close()
            append(.element(element))
            return nil
        }
        guard tokenizer.current == nil else {
            throw tokenizer.failure("Unbalanced close tag </\(name)>; no open start tag.", at: tokenizer.tokenStart)
        }
        return element.children
    }
}

/// The namespace prefixes that may be used at one place of a body.
private struct Namespaces {
    /// What the header that Confluence puts before each body declares.
    private static let declared = [
        "ac", "ri", "at", "atlassian-content", "atlassian-template", "xml", "xmlns",
    ]

    private var prefixes = declared
    /// How many prefixes each open element declared.
    private var counts: [Int] = []

    /// Enters an element; what comes back says why it can't be.
    mutating func open(_ tag: Tokenizer.StartTag) -> String? {
        let own = tag.attributes.filter { $0.name.hasPrefix("xmlns:") }.map { String($0.name.dropFirst(6)) }
        prefixes += own
        counts.append(own.count)
        if let prefix = undeclaredPrefix(of: tag.name) { return "Undeclared namespace prefix \"\(prefix)\"" }
        for attribute in tag.attributes {
            guard let prefix = undeclaredPrefix(of: attribute.name) else { continue }
            let localName = attribute.name.dropFirst(prefix.count + 1)
            return "Undeclared namespace prefix \"\(prefix)\" (for attribute \"\(localName)\")"
        }
        guard tag.attributes.count > 1 else { return nil }
        var seen: Set<String> = []
        return tag.attributes.first { !seen.insert($0.name).inserted }.map { "Duplicate attribute '\($0.name)'." }
    }

    mutating func close() {
        prefixes.removeLast(counts.popLast() ?? 0)
    }

    private func undeclaredPrefix(of name: String) -> String? {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let prefix = String(name[..<colon])
        return prefixes.contains(prefix) ? nil : prefix
    }
}
