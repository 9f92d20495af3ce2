import ConfluenceWire

/// Inline nodes and the marks on them.
extension DocumentReader {
    /// An inline node with the marks that are still to be written around it.
    private struct Marked {
        var node: StorageNode
        var marks: ArraySlice<JSON>
    }

    mutating func inlines(of node: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        var marked: [Marked] = []
        for (index, child) in (node["content"]?.arrayValue ?? []).enumerated() {
            let place = Self.place(place, index)
            let marks = child["marks"]?.arrayValue ?? []
            for mark in marks where Self.element(of: mark) == nil {
                throw DocumentError(
                    message: "a mark of type \"\(mark["type"]?.stringValue ?? "")\" is not known", place: place)
            }
            marked.append(Marked(node: try inline(child, place), marks: marks[...]))
        }
        return Self.nested(marked[...])
    }

    /// Draws neighbours under one element as far as their marks are the same, outermost first.
    private static func nested(_ nodes: ArraySlice<Marked>) -> [StorageNode] {
        var result: [StorageNode] = []
        var rest = nodes
        while let first = rest.first {
            guard let mark = first.marks.first, var element = element(of: mark) else {
                if case .text(let more) = first.node, case .text(let text)? = result.last {
                    result[result.count - 1] = .text(text + more)
                } else {
                    result.append(first.node)
                }
                rest = rest.dropFirst()
                continue
            }
            let alike = rest.prefix { $0.marks.first == mark }
            let inner = alike.map { Marked(node: $0.node, marks: $0.marks.dropFirst()) }
            element.children = nested(inner[...])
            result.append(.element(element))
            rest = rest[alike.endIndex...]
        }
        return result
    }

    private static let simpleMarks = [
        "strong": "strong", "em": "em", "underline": "u", "strike": "s", "code": "code",
    ]

    /// The element that stands for a mark, `nil` for marks that Confluence does not know.
    private static func element(of mark: JSON) -> StorageElement? {
        let facts = mark["attrs"]
        func element(_ name: String, _ attributes: [(String, String?)] = []) -> StorageElement {
            StorageElement(
                name: name, attributes: attributes.map { StorageAttribute(name: $0.0, value: $0.1 ?? "") })
        }
        switch mark["type"]?.stringValue {
        case "subsup": return element(facts?["type"] == "sub" ? "sub" : "sup")
        case "link": return element("a", [("href", facts?["href"]?.stringValue)])
        case "annotation": return element("ac:inline-comment-marker", [("ac:ref", facts?["id"]?.stringValue)])
        case "textColor":
            return element("span", [("style", "color: \(TextColour.rgb(facts?["color"]?.stringValue ?? ""));")])
        case "backgroundColor":
            let colour = TextColour.rgb(facts?["color"]?.stringValue ?? "")
            return element("span", [("style", "background-color: \(colour);")])
        case let type?: return simpleMarks[type].map { element($0) }
        case nil: return nil
        }
    }

    private mutating func inline(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        let facts = node["attrs"]
        switch node["type"]?.stringValue {
        case "text":
            guard let text = node["text"]?.stringValue, !text.isEmpty else {
                throw DocumentError(message: "a text node has no text", place: place)
            }
            return .text(text)
        case "hardBreak": return .element("br")
        case "mention":
            let user = StorageNode.element("ri:user", [("ri:account-id", facts?["id"]?.stringValue ?? "")])
            return .element("ac:link", [], [user])
        case "emoji": return emoji(facts)
        case "date":
            let time =
                facts?["timestamp"]?.stringValue.flatMap { Int64($0) } ?? facts?["timestamp"]?.integerValue
            guard let time else { throw DocumentError(message: "a date has no timestamp", place: place) }
            return .element("time", [("datetime", Timestamps.day(of: time))])
        case "status": return status(facts)
        case "inlineCard": return try card(node, place)
        case "mediaInline": return .element(try image(node, layout: nil, place))
        case "inlineExtension": return try macro(of: node, place)
        case "placeholder":
            return .element("ac:placeholder", [], [.text(facts?["text"]?.stringValue ?? "")])
        case let type?:
            throw DocumentError(message: "a node of type \"\(type)\" can't stand in a line of text", place: place)
        case nil:
            throw DocumentError(message: "a node has no type", place: place)
        }
    }

    func card(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        guard let address = node["attrs"]?["url"]?.stringValue else {
            throw DocumentError(message: "a card has no url", place: place)
        }
        var attributes = [("href", address)]
        switch node["type"]?.stringValue {
        case "blockCard": attributes.append(("data-card-appearance", "block"))
        case "embedCard":
            attributes.append(("data-card-appearance", "embed"))
            attributes.append(("data-layout", node["attrs"]?["layout"]?.stringValue ?? "center"))
            if let width = node["attrs"]?["width"]?.doubleValue {
                attributes.append(("data-width", Self.number(width)))
            }
        default: attributes.append(("data-card-appearance", "inline"))
        }
        return .element("a", attributes, [.text(address)])
    }

    private static let emoticons = [
        ":smile:": "smile", ":check_mark:": "tick", ":cross_mark:": "cross", ":warning:": "warning",
        ":info:": "information",
    ]

    private func emoji(_ facts: JSON?) -> StorageNode {
        let name = facts?["shortName"]?.stringValue ?? ""
        // The old editor's few pictures have names of their own, all other emoji share one.
        var attributes = [("ac:name", Self.emoticons[name] ?? "blue-star"), ("ac:emoji-shortname", name)]
        if let id = facts?["id"]?.stringValue { attributes.append(("ac:emoji-id", id)) }
        if let text = facts?["text"]?.stringValue { attributes.append(("ac:emoji-fallback", text)) }
        return .element("ac:emoticon", attributes)
    }

    private func status(_ facts: JSON?) -> StorageNode {
        var parameters: [(String, String)] = []
        if let colour = facts?["color"]?.stringValue, colour != "neutral", !colour.isEmpty {
            parameters.append(("colour", colour.prefix(1).uppercased() + colour.dropFirst()))
        }
        parameters.append(("title", facts?["text"]?.stringValue ?? ""))
        if facts?["style"] == "subtle" { parameters.append(("subtle", "true")) }
        return Self.macro("status", parameters)
    }
}
