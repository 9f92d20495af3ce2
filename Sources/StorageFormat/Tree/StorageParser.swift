/// Builds the tree of a body, inside the `<xml>` element that Confluence puts around it.
struct StorageParser {
    /// Deeper bodies are refused: every later walk over the tree is recursive.
    private static let depthLimit = 200

    private static let wrapper = "xml"
    private static let declaredPrefixes: Set<String> = ["ac", "ri", "at", "xml", "xmlns"]

    private var tokenizer: Tokenizer
    private var open: [StorageElement] = [StorageElement(name: wrapper, attributes: [])]
    private var prefixes = declaredPrefixes

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
            case .text(let text):
                append(.text(text))
            case .cdata(let text):
                append(.cdata(text))
            case .startTag(let name, let attributes, let isEmpty):
                try checkPrefixes(name, attributes)
                let element = StorageElement(name: name, attributes: attributes)
                if isEmpty {
                    append(.element(element))
                } else {
                    guard open.count < Self.depthLimit else {
                        throw tokenizer.failure("Maximum Element Depth limit (\(Self.depthLimit)) Exceeded")
                    }
                    open.append(element)
                }
            case .endTag(let name):
                if let document = try close(name) { return document }
            }
        }
        throw tokenizer.endOfInput("; was expecting a close tag for element <\(open.last?.name ?? Self.wrapper)>")
    }

    private mutating func append(_ node: StorageNode) {
        open[open.count - 1].children.append(node)
    }

    /// Closes the innermost element; the document is complete when that was the one around it.
    private mutating func close(_ name: String) throws(StorageFormatError) -> [StorageNode]? {
        let element = open.removeLast()
        guard element.name == name else {
            throw tokenizer.failure(
                "Unexpected close tag </\(name)>; expected </\(element.name)>.", at: tokenizer.tokenStart)
        }
        guard open.isEmpty else {
            append(.element(element))
            return nil
        }
        guard tokenizer.current == nil else {
            throw tokenizer.failure("Unbalanced close tag </\(name)>; no open start tag.", at: tokenizer.tokenStart)
        }
        return element.children
    }

    private mutating func checkPrefixes(_ name: String, _ attributes: [StorageAttribute]) throws(StorageFormatError) {
        for attribute in attributes where attribute.name.hasPrefix("xmlns:") {
            prefixes.insert(String(attribute.name.dropFirst("xmlns:".count)))
        }
        if let prefix = undeclaredPrefix(of: name) {
            throw tokenizer.failure("Undeclared namespace prefix \"\(prefix)\"", at: tokenizer.tokenStart)
        }
        for attribute in attributes {
            guard let prefix = undeclaredPrefix(of: attribute.name) else { continue }
            let localName = attribute.name.dropFirst(prefix.count + 1)
            throw tokenizer.failure(
                "Undeclared namespace prefix \"\(prefix)\" (for attribute \"\(localName)\")", at: tokenizer.tokenStart
            )
        }
    }

    private func undeclaredPrefix(of name: String) -> String? {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let prefix = String(name[..<colon])
        return prefixes.contains(prefix) ? nil : prefix
    }
}
