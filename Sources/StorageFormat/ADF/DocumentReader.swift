import ConfluenceWire

/// Reads an Atlassian document and gives it as storage format; what Confluence's schema does not know is refused.
struct DocumentReader {
    /// The name of the file that the media service knows under that id.
    let fileName: (_ mediaID: String) -> String?
    private var taskCount = 0

    init(fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }) {
        self.fileName = fileName
    }

    /// Documents nest deeper than the elements that they become.
    private static let depthLimit = 400

    static func nodes(
        of source: String, fileName: @escaping (_ mediaID: String) -> String?
    ) throws(DocumentError) -> [StorageNode] {
        let document: JSON
        do {
            document = try JSONReader.read(source, depthLimit: depthLimit)
        } catch {
            throw DocumentError(message: "the document is no JSON: \(error.message)", place: "")
        }
        guard document["type"] == "doc" else {
            throw DocumentError(message: "the document's type is not \"doc\"", place: "")
        }
        guard document["version"] == nil || document["version"] == 1 else {
            throw DocumentError(message: "the document's version is not 1", place: "")
        }
        guard document["content"]?.arrayValue != nil else {
            throw DocumentError(message: "the document has no content", place: "")
        }
        var reader = DocumentReader(fileName: fileName)
        return try reader.document(document)
    }

    /// With one layout in it, all of a body stands in layouts.
    private mutating func document(_ document: JSON) throws(DocumentError) -> [StorageNode] {
        let nodes = document["content"]?.arrayValue ?? []
        guard nodes.contains(where: { $0["type"] == "layoutSection" }) else { return try content(of: document, "") }
        var sections: [StorageNode] = []
        var loose: [StorageNode] = []
        func closing(_ loose: [StorageNode]) -> [StorageNode] {
            guard !loose.isEmpty else { return [] }
            let cell = StorageNode.element("ac:layout-cell", [], loose)
            return [
                .element("ac:layout-section", [("ac:type", "fixed-width"), ("ac:breakout-mode", "default")], [cell])
            ]
        }
        for (index, node) in nodes.enumerated() {
            let read = try block(node, "content[\(index)]")
            if node["type"] == "layoutSection" {
                sections += closing(loose) + read
                loose = []
            } else {
                loose += read
            }
        }
        return [.element("ac:layout", [], sections + closing(loose))]
    }

    /// The blocks of a node's content.
    mutating func content(of node: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        var nodes: [StorageNode] = []
        for (index, child) in (node["content"]?.arrayValue ?? []).enumerated() {
            nodes += try block(child, Self.place(place, index))
        }
        return nodes
    }

    static func place(_ place: String, _ index: Int) -> String {
        (place.isEmpty ? "" : place + ".") + "content[\(index)]"
    }

    private mutating func block(_ node: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        let attributes = node["attrs"]
        switch node["type"]?.stringValue {
        case "paragraph": return [.element("p", style(of: node), try inlines(of: node, place))]
        case "heading":
            guard let level = attributes?["level"]?.integerValue, (1...6).contains(level) else {
                throw DocumentError(message: "a heading's level is a number from 1 to 6", place: place)
            }
            return [.element("h\(level)", style(of: node), try inlines(of: node, place))]
        case "bulletList": return [.element("ul", [], try items(of: node, place))]
        case "orderedList":
            let start = attributes?["order"]?.integerValue.map { [("start", String($0))] } ?? []
            return [.element("ol", start, try items(of: node, place))]
        case "taskList": return [try taskList(node, place)]
        case "decisionList": return [try decisionList(node, place)]
        case "blockquote": return [.element("blockquote", [], try content(of: node, place))]
        case "rule": return [.element("hr")]
        case "codeBlock": return [codeBlock(node)]
        case "panel": return [try panel(node, place)]
        case "expand", "nestedExpand":
            let title = attributes?["title"]?.stringValue ?? ""
            return [
                Self.macro("expand", title.isEmpty ? [] : [("title", title)], body: try content(of: node, place))
            ]
        case "table": return [try table(node, place)]
        case "mediaSingle": return try mediaSingle(node, place)
        case "mediaGroup": return try mediaGroup(node, place)
        case "layoutSection": return [try layoutSection(node, place)]
        case "extension", "bodiedExtension": return [try macro(of: node, place)]
        case "blockCard", "embedCard": return [.element("p", [], [try card(node, place)])]
        case let type?:
            throw DocumentError(message: "a node of type \"\(type)\" can't stand here", place: place)
        case nil:
            throw DocumentError(message: "a node has no type", place: place)
        }
    }

    // MARK: Text blocks

    private func style(of node: JSON) -> [(String, String)] {
        var style = BlockStyle()
        for mark in node["marks"]?.arrayValue ?? [] {
            switch mark["type"]?.stringValue {
            case "alignment": style.alignment = mark["attrs"]?["align"]?.stringValue
            case "indentation": style.indentation = mark["attrs"]?["level"]?.integerValue.map { Int($0) }
            default: break
            }
        }
        return style.css.map { [("style", $0)] } ?? []
    }

    private func codeBlock(_ node: JSON) -> StorageNode {
        let texts = node["content"]?.arrayValue ?? []
        let code = texts.map { $0["text"]?.stringValue ?? "" }.joined()
        let language = node["attrs"]?["language"]?.stringValue.map { [("language", $0)] } ?? []
        return Self.macro("code", language, plainBody: code)
    }

    private mutating func panel(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        let type = node["attrs"]?["panelType"]?.stringValue ?? "info"
        let body = try content(of: node, place)
        if type == "custom" {
            var parameters: [(String, String)] = []
            for (name, parameter) in PanelNames.customParameters {
                if let value = node["attrs"]?[name]?.stringValue { parameters.append((parameter, value)) }
            }
            return Self.macro("panel", parameters, body: body)
        }
        if let macro = PanelNames.macro(type) { return Self.macro(macro, [], body: body) }
        let kind = StorageNode.element("ac:adf-attribute", [("key", "panel-type")], [.text(type)])
        let panel = StorageNode.element(
            "ac:adf-node", [("type", "panel")], [kind, .element("ac:adf-content", [], body)])
        return .element("ac:adf-extension", [], [panel])
    }

    // MARK: Lists

    private mutating func items(of list: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        var items: [StorageNode] = []
        for (index, item) in (list["content"]?.arrayValue ?? []).enumerated() {
            guard item["type"] == "listItem" else {
                throw DocumentError(message: "a list holds list items", place: Self.place(place, index))
            }
            items.append(.element("li", [], try content(of: item, Self.place(place, index))))
        }
        return items
    }

    private mutating func taskList(_ list: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        var tasks: [StorageElement] = []
        for (index, item) in (list["content"]?.arrayValue ?? []).enumerated() {
            let place = Self.place(place, index)
            switch item["type"]?.stringValue {
            case "taskItem": tasks.append(try task(item, place))
            case "taskList":
                let nested = try taskList(item, place)
                // A list below the first item of none stands for itself.
                if tasks.isEmpty { return nested }
                tasks[tasks.count - 1].children.append(nested)
            default: throw DocumentError(message: "a task list holds tasks", place: place)
            }
        }
        return .element("ac:task-list", [], tasks.map(StorageNode.element))
    }

    private mutating func task(_ item: JSON, _ place: String) throws(DocumentError) -> StorageElement {
        taskCount += 1
        let id = item["attrs"]?["localId"]?.stringValue ?? ""
        let number = Int64(id).map(String.init) ?? String(taskCount)
        var children: [StorageNode] = [.element("ac:task-id", [], [.text(number)])]
        if !id.isEmpty, Int64(id) == nil { children.append(.element("ac:task-uuid", [], [.text(id)])) }
        let isDone = item["attrs"]?["state"] == "DONE"
        children.append(.element("ac:task-status", [], [.text(isDone ? "complete" : "incomplete")]))
        children.append(.element("ac:task-body", [], try inlines(of: item, place)))
        return StorageElement(name: "ac:task", attributes: [], children: children)
    }

    private mutating func decisionList(_ list: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        func attribute(_ key: String, _ value: String?) -> StorageNode {
            .element("ac:adf-attribute", [("key", key)], value.map { $0.isEmpty ? [] : [.text($0)] } ?? [])
        }
        var children = [attribute("local-id", list["attrs"]?["localId"]?.stringValue)]
        for (index, item) in (list["content"]?.arrayValue ?? []).enumerated() {
            let place = Self.place(place, index)
            guard item["type"] == "decisionItem" else {
                throw DocumentError(message: "a decision list holds decisions", place: place)
            }
            children.append(
                .element(
                    "ac:adf-node", [("type", "decision-item")],
                    [
                        attribute("local-id", item["attrs"]?["localId"]?.stringValue),
                        attribute("state", item["attrs"]?["state"]?.stringValue ?? "DECIDED"),
                        .element("ac:adf-content", [], try inlines(of: item, place)),
                    ]))
        }
        return .element("ac:adf-extension", [], [.element("ac:adf-node", [("type", "decision-list")], children)])
    }
}
