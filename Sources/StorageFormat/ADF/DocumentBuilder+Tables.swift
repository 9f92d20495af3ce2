import ConfluenceWire

/// Tables and images.
extension DocumentBuilder {
    func table(_ element: StorageElement) throws -> JSON {
        var attributes = JSONObject()
        if let layout = element["data-layout"] { attributes["layout"] = .string(layout) }
        if let width = element["data-table-width"].flatMap({ Double($0) }) { attributes["width"] = .number(width) }
        var inner = self
        inner.isInTable = true
        var table: JSON = ["type": "table"]
        if !attributes.isEmpty { table["attrs"] = .object(attributes) }
        table["content"] = .array(try inner.rows(of: element, widths: columnWidths(of: element)))
        return table
    }

    private func columnWidths(of table: StorageElement) -> [Int64] {
        let columns = table.child("colgroup")?.children.compactMap(\.element) ?? []
        let widths = columns.map { column in
            StyleRules.read(column["style"]).first { $0.name == "width" && $0.value.hasSuffix("px") }
                .flatMap { Double($0.value.dropLast(2)) }.map { Int64($0) }
        }
        return widths.contains(nil) ? [] : widths.compactMap(\.self)
    }

    private func rows(of table: StorageElement, widths: [Int64]) throws -> [JSON] {
        var rows: [JSON] = []
        for case .element(let child) in table.children {
            if child.name == "tr" {
                rows.append(["type": "tableRow", "content": .array(try cells(of: child, widths: widths))])
            } else if ["tbody", "thead", "tfoot"].contains(child.name) {
                rows += try self.rows(of: child, widths: widths)
            }
        }
        return rows
    }

    private func cells(of row: StorageElement, widths: [Int64]) throws -> [JSON] {
        var column = 0
        var cells: [JSON] = []
        for case .element(let cell) in row.children where cell.name == "th" || cell.name == "td" {
            let span = cell["colspan"].flatMap { Int($0) } ?? 1
            let covered = column..<(column + max(span, 1))
            cells.append(try self.cell(cell, widths: covered.upperBound <= widths.count ? Array(widths[covered]) : []))
            column = covered.upperBound
        }
        return cells
    }

    private func cell(_ element: StorageElement, widths: [Int64]) throws -> JSON {
        var attributes = JSONObject()
        for name in ["colspan", "rowspan"] {
            if let count = element[name].flatMap({ Int64($0) }) { attributes[name] = .integer(count) }
        }
        if let colour = element["data-highlight-colour"] { attributes["background"] = .string(colour) }
        if !widths.isEmpty { attributes["colwidth"] = .array(widths.map(JSON.integer)) }
        return [
            "type": element.name == "th" ? "tableHeader" : "tableCell", "attrs": .object(attributes),
            "content": try content(of: element.children),
        ]
    }

    // MARK: Images

    func media(_ image: StorageElement) throws -> JSON {
        let layout = image["ac:layout"] ?? image["ac:align"] ?? "center"
        var node: JSON = ["type": "media", "attrs": .object(try mediaAttributes(image))]
        if let address = image["ac:href"] {
            node["marks"] = [["type": "link", "attrs": ["href": .string(address)]]]
        }
        if image["ac:border"] == "true" {
            node["marks"] = .array(
                (node["marks"]?.arrayValue ?? []) + [["type": "border", "attrs": ["size": 2, "color": "#091e4224"]]])
        }
        var content = [node]
        if let caption = image.child("ac:caption") {
            content.append(["type": "caption", "content": .array(try inlines(of: caption.children))])
        }
        return ["type": "mediaSingle", "attrs": ["layout": .string(layout)], "content": .array(content)]
    }

    func inlineMedia(_ image: StorageElement) throws -> JSON {
        ["type": "mediaInline", "attrs": .object(try mediaAttributes(image))]
    }

    private func mediaAttributes(_ image: StorageElement) throws -> JSONObject {
        var attributes: JSONObject = ["type": "file", "collection": .string(context.collection)]
        if let resource = image.child("ri:attachment"), let name = resource["ri:filename"] {
            let page = (resource.child("ri:page") ?? resource.child("ri:blog-post")).flatMap(PageName.init)
            let file = try context.surroundings.file(name, of: page)
            if page != nil, let file { attributes["collection"] = .string("contentId-\(file.containerID)") }
            attributes["id"] = .string(file?.mediaID ?? "")
            attributes["__fileName"] = .string(name)
        } else {
            attributes = ["type": "external", "url": .string(image.child("ri:url")?["ri:value"] ?? "")]
        }
        if let text = image["ac:alt"] { attributes["alt"] = .string(text) }
        for (name, value) in [("width", image["ac:width"]), ("height", image["ac:height"])] {
            if let number = value.flatMap({ Int64($0) }) { attributes[name] = .integer(number) }
        }
        return attributes
    }
}
