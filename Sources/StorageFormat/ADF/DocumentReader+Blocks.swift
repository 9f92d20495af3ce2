import ConfluenceWire

/// Tables, layouts, media and macros.
extension DocumentReader {
    // MARK: Tables and columns

    mutating func table(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        var rows: [StorageNode] = []
        var widths: [Int64] = []
        for (index, row) in (node["content"]?.arrayValue ?? []).enumerated() {
            let place = Self.place(place, index)
            guard row["type"] == "tableRow" else {
                throw DocumentError(message: "a table holds rows", place: place)
            }
            var cells: [StorageNode] = []
            for (index, cell) in (row["content"]?.arrayValue ?? []).enumerated() {
                cells.append(try self.cell(cell, Self.place(place, index)))
            }
            if index == 0 {
                let columns = (row["content"]?.arrayValue ?? []).map { $0["attrs"]?["colwidth"]?.arrayValue ?? [] }
                if !columns.contains([]) { widths = columns.flatMap { $0.compactMap(\.integerValue) } }
            }
            rows.append(.element("tr", [], cells))
        }
        var attributes: [(String, String)] = []
        if let width = node["attrs"]?["width"]?.doubleValue {
            attributes.append(("data-table-width", Self.number(width)))
        }
        if let layout = node["attrs"]?["layout"]?.stringValue { attributes.append(("data-layout", layout)) }
        let columns = widths.map { StorageNode.element("col", [("style", "width: \($0).0px;")]) }
        let group = columns.isEmpty ? [] : [StorageNode.element("colgroup", [], columns)]
        return .element("table", attributes, group + [.element("tbody", [], rows)])
    }

    private mutating func cell(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        guard let name = ["tableHeader": "th", "tableCell": "td"][node["type"]?.stringValue ?? ""] else {
            throw DocumentError(message: "a table row holds cells", place: place)
        }
        var attributes: [(String, String)] = []
        for name in ["colspan", "rowspan"] {
            if let count = node["attrs"]?[name]?.integerValue, count > 0 { attributes.append((name, String(count))) }
        }
        if let colour = node["attrs"]?["background"]?.stringValue {
            attributes.append(("data-highlight-colour", colour))
        }
        return .element(name, attributes, try content(of: node, place))
    }

    static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? String(value)
    }

    mutating func layoutSection(_ node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        var cells: [StorageNode] = []
        var widths: [Double] = []
        for (index, column) in (node["content"]?.arrayValue ?? []).enumerated() {
            let place = Self.place(place, index)
            guard column["type"] == "layoutColumn" else {
                throw DocumentError(message: "a layout holds columns", place: place)
            }
            widths.append(column["attrs"]?["width"]?.doubleValue ?? 0)
            cells.append(.element("ac:layout-cell", [], try content(of: column, place)))
        }
        var attributes = [("ac:type", LayoutWidths.type(of: widths))]
        for mark in node["marks"]?.arrayValue ?? [] where mark["type"] == "breakout" {
            if let mode = mark["attrs"]?["mode"]?.stringValue { attributes.append(("ac:breakout-mode", mode)) }
        }
        return .element("ac:layout-section", attributes, cells)
    }

    // MARK: Media

    mutating func mediaSingle(_ node: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        let children = node["content"]?.arrayValue ?? []
        guard let media = children.first, media["type"] == "media" else {
            throw DocumentError(message: "a mediaSingle holds one medium", place: place)
        }
        let layout = node["attrs"]?["layout"]?.stringValue ?? "center"
        var image = try image(media, layout: layout, Self.place(place, 0))
        if children.count > 1, children[1]["type"] == "caption" {
            let caption = try inlines(of: children[1], Self.place(place, 1))
            image.children.append(.element("ac:caption", [], caption))
        }
        return [.element(image)]
    }

    mutating func mediaGroup(_ node: JSON, _ place: String) throws(DocumentError) -> [StorageNode] {
        var nodes: [StorageNode] = []
        for (index, media) in (node["content"]?.arrayValue ?? []).enumerated() {
            let image = try image(media, layout: nil, Self.place(place, index))
            nodes.append(
                .element(
                    "ac:structured-macro", [("ac:name", "view-file")],
                    [.element("ac:parameter", [("ac:name", "name")], image.children)]))
        }
        return nodes
    }

    private static let alignments = ["center": "center", "align-start": "left", "align-end": "right"]

    func image(_ media: JSON, layout: String?, _ place: String) throws(DocumentError) -> StorageElement {
        let facts = media["attrs"]
        var attributes: [(String, String)] = []
        if let layout {
            if let alignment = Self.alignments[layout] { attributes.append(("ac:align", alignment)) }
            attributes.append(("ac:layout", layout))
        } else if media["type"] == "mediaInline" {
            attributes.append(("ac:inline", "true"))
        }
        if let text = facts?["alt"]?.stringValue { attributes.append(("ac:alt", text)) }
        for name in ["width", "height"] {
            if let size = facts?[name]?.doubleValue { attributes.append(("ac:\(name)", Self.number(size))) }
        }
        for mark in media["marks"]?.arrayValue ?? [] {
            if mark["type"] == "border" { attributes.append(("ac:border", "true")) }
            if mark["type"] == "link", let address = mark["attrs"]?["href"]?.stringValue {
                attributes.append(("ac:href", address))
            }
        }
        let resource: StorageNode
        if let address = facts?["url"]?.stringValue {
            resource = .element("ri:url", [("ri:value", address)])
        } else if let id = facts?["id"]?.stringValue {
            let name = fileName(id) ?? facts?["__fileName"]?.stringValue ?? facts?["alt"]?.stringValue ?? id
            resource = .element("ri:attachment", [("ri:filename", name)])
        } else {
            throw DocumentError(message: "a medium has neither id nor url", place: place)
        }
        return StorageElement(
            name: "ac:image", attributes: attributes.map { StorageAttribute(name: $0.0, value: $0.1) },
            children: [resource])
    }

    // MARK: Macros

    /// A macro by its name and plain parameters, without id: one is given when the body is kept.
    static func macro(
        _ name: String, _ parameters: [(String, String)], body: [StorageNode]? = nil, plainBody: String? = nil
    ) -> StorageNode {
        var children = parameters.map { StorageNode.element("ac:parameter", [("ac:name", $0.0)], [.text($0.1)]) }
        if let body { children.append(.element("ac:rich-text-body", [], body)) }
        if let plainBody { children.append(.element("ac:plain-text-body", [], [.cdata(plainBody)])) }
        return .element("ac:structured-macro", [("ac:name", name)], children)
    }

    mutating func macro(of node: JSON, _ place: String) throws(DocumentError) -> StorageNode {
        guard let key = node["attrs"]?["extensionKey"]?.stringValue else {
            throw DocumentError(message: "an extension has no extensionKey", place: place)
        }
        let parameters = node["attrs"]?["parameters"]
        let metadata = parameters?["macroMetadata"]
        var attributes = [("ac:name", key)]
        if let version = metadata?["schemaVersion"]?["value"]?.stringValue {
            attributes.append(("ac:schema-version", version))
        }
        if let id = metadata?["macroId"]?["value"]?.stringValue { attributes.append(("ac:macro-id", id)) }
        var children: [StorageNode] = []
        for member in parameters?["macroParams"]?.objectValue?.members ?? [] {
            guard let text = member.value["value"]?.stringValue else { continue }
            if member.key == "__bodyContent" {
                children.append(.element("ac:plain-text-body", [], [.cdata(text)]))
            } else {
                children.append(
                    .element(
                        "ac:parameter", [("ac:name", member.key)],
                        MacroParameter.nodes(text, of: member.key, macro: key)))
            }
        }
        if node["type"] == "bodiedExtension" {
            children.append(.element("ac:rich-text-body", [], try content(of: node, place)))
        }
        return .element("ac:structured-macro", attributes, children)
    }
}
