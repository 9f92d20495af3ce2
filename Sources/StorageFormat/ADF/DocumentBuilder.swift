import ConfluenceWire

/// Builds an Atlassian document: block nodes here, their inline content in ``InlineRun``.
struct DocumentBuilder {
    let context: DocumentContext

    func document(of nodes: [StorageNode]) -> String {
        let document = JSON.object(["type": "doc", "version": 1, "content": .array(blocks(of: nodes))])
        return String(decoding: JSONWriter.compact(document), as: UTF8.self)
    }

    func blocks(of nodes: [StorageNode]) -> [JSON] {
        var run = InlineRun()
        for node in nodes { add(node, marks: [], to: &run) }
        run.finish()
        return run.blocks
    }

    /// The blocks of an element that must not be empty.
    private func content(of nodes: [StorageNode]) -> JSON {
        let content = blocks(of: nodes)
        return .array(content.isEmpty ? [["type": "paragraph", "content": []]] : content)
    }

    func add(_ node: StorageNode, marks: [JSON], to run: inout InlineRun) {
        switch node {
        case .text(let text), .cdata(let text): run.add(text: text, marks: marks)
        case .element(let element): add(element, marks: marks, to: &run)
        }
    }

    private func add(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) {
        switch element.name {
        case "p": addParagraph(element, as: ["type": "paragraph"], marks: marks, to: &run)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = Int64(element.name.dropFirst()) ?? 1
            addParagraph(element, as: ["type": "heading", "attrs": ["level": .integer(level)]], marks: [], to: &run)
        case "ul": run.add(block: list("bulletList", element))
        case "ol": run.add(block: list("orderedList", element))
        case "blockquote": run.add(block: ["type": "blockquote", "content": content(of: element.children)])
        case "hr": run.add(block: ["type": "rule"])
        case "pre": run.add(block: Self.codeBlock(PlainText.verbatim(element.children), language: nil))
        case "table": run.add(block: ["type": "table", "content": .array(rows(of: element))])
        case "div", "section", "ac:layout":
            run.finish()
            for child in element.children { add(child, marks: marks, to: &run) }
            run.finish()
        case "ac:layout-section":
            let columns = element.children.compactMap(\.element).filter { $0.name == "ac:layout-cell" }
            run.add(block: ["type": "layoutSection", "content": .array(columns.map { column($0, of: columns.count) })])
        case "ac:task-list": run.add(block: taskList(element))
        case "ac:image": run.add(block: media(element))
        case "ac:structured-macro", "ac:macro": add(macro: element, marks: marks, to: &run)
        case "ac:parameter", "ac:placeholder", "colgroup", "style", "script": break
        default: addInline(element, marks: marks, to: &run)
        }
    }

    private func addParagraph(_ element: StorageElement, as shell: JSON, marks: [JSON], to run: inout InlineRun) {
        run.finish()
        let outer = run.shell
        run.shell = shell
        let count = run.blocks.count
        for child in element.children { add(child, marks: marks, to: &run) }
        run.finish(keepEmpty: run.blocks.count == count)
        run.shell = outer
    }

    // MARK: Lists, tables, columns

    private func list(_ type: String, _ element: StorageElement) -> JSON {
        let items = element.children.compactMap(\.element).filter { $0.name == "li" }
        return [
            "type": .string(type),
            "content": .array(items.map { ["type": "listItem", "content": content(of: $0.children)] }),
        ]
    }

    private func taskList(_ element: StorageElement) -> JSON {
        let tasks = element.children.compactMap(\.element).filter { $0.name == "ac:task" }
        let items: [JSON] = tasks.map { task in
            let isDone = task.child("ac:task-status").map { PlainText.text(of: $0.children) } == "complete"
            let id = task.child("ac:task-id").map { PlainText.text(of: $0.children) } ?? ""
            var run = InlineRun()
            for child in task.child("ac:task-body")?.children ?? [] { add(child, marks: [], to: &run) }
            return [
                "type": "taskItem", "attrs": ["localId": .string(id), "state": isDone ? "DONE" : "TODO"],
                "content": .array(run.takeInlines()),
            ]
        }
        return ["type": "taskList", "attrs": ["localId": ""], "content": .array(items)]
    }

    private func rows(of table: StorageElement) -> [JSON] {
        var rows: [JSON] = []
        for case .element(let child) in table.children {
            if child.name == "tr" {
                let cells = child.children.compactMap(\.element).filter { $0.name == "th" || $0.name == "td" }
                rows.append(["type": "tableRow", "content": .array(cells.map(cell))])
            } else if ["tbody", "thead", "tfoot"].contains(child.name) {
                rows += self.rows(of: child)
            }
        }
        return rows
    }

    private func cell(_ element: StorageElement) -> JSON {
        var attributes = JSONObject()
        for name in ["colspan", "rowspan"] {
            if let count = element[name].flatMap({ Int64($0) }) { attributes[name] = .integer(count) }
        }
        return [
            "type": element.name == "th" ? "tableHeader" : "tableCell", "attrs": .object(attributes),
            "content": content(of: element.children),
        ]
    }

    private func column(_ element: StorageElement, of count: Int) -> JSON {
        [
            "type": "layoutColumn", "attrs": ["width": .number(100 / Double(count))],
            "content": content(of: element.children),
        ]
    }

    private func media(_ image: StorageElement) -> JSON {
        var attributes: JSONObject = ["type": "file", "collection": .string(context.collection)]
        if let name = image.child("ri:attachment")?["ri:filename"] {
            attributes["id"] = .string(context.fileID(name) ?? "")
            attributes["__fileName"] = .string(name)
        } else {
            attributes = ["type": "external", "url": .string(image.child("ri:url")?["ri:value"] ?? "")]
        }
        if let text = image["ac:alt"] { attributes["alt"] = .string(text) }
        for (name, value) in [("width", image["ac:width"]), ("height", image["ac:height"])] {
            if let number = value.flatMap({ Int64($0) }) { attributes[name] = .integer(number) }
        }
        return [
            "type": "mediaSingle", "attrs": ["layout": .string(image["ac:align"] ?? "center")],
            "content": [["type": "media", "attrs": .object(attributes)]],
        ]
    }

    // MARK: Macros

    private func add(macro: StorageElement, marks: [JSON], to run: inout InlineRun) {
        let title = macro.parameter("title") ?? ""
        switch macro.macroName {
        case "code": run.add(block: Self.codeBlock(macro.plainTextBody, language: macro.parameter("language")))
        case "noformat": run.add(block: Self.codeBlock(macro.plainTextBody, language: nil))
        case "info", "tip", "note", "warning", "panel":
            run.add(
                block: [
                    "type": "panel", "attrs": ["panelType": .string(Self.panelType(macro.macroName))],
                    "content": content(of: macro.richTextBody),
                ]
            )
        case "expand":
            run.add(
                block: [
                    "type": "expand", "attrs": ["title": .string(title)], "content": content(of: macro.richTextBody),
                ]
            )
        case "status":
            let colour = (macro.parameter("colour") ?? "Grey").lowercased()
            run.add(
                inline: [
                    "type": "status",
                    "attrs": ["text": .string(title), "color": .string(colour == "grey" ? "neutral" : colour)],
                ]
            )
        default: addExtension(macro, to: &run)
        }
    }

    /// The new editor names its panels by colour: what storage calls a note is its yellow “warning”.
    private static func panelType(_ macro: String) -> String {
        switch macro {
        case "tip": "success"
        case "note": "warning"
        case "warning": "error"
        case "panel": "custom"
        default: "info"
        }
    }

    private static func codeBlock(_ text: String, language: String?) -> JSON {
        var block: JSON = ["type": "codeBlock"]
        if let language { block["attrs"] = ["language": .string(language)] }
        block["content"] = text.isEmpty ? [] : [["type": "text", "text": .string(text)]]
        return block
    }

    /// A macro that the document format has no node for is kept with its name and parameters.
    private func addExtension(_ macro: StorageElement, to run: inout InlineRun) {
        var parameters = JSONObject()
        for case .element(let child) in macro.children where child.name == "ac:parameter" {
            parameters.append(child["ac:name"] ?? "", ["value": .string(child.parameterText)])
        }
        let attributes: JSON = [
            "extensionType": "com.atlassian.confluence.macro.core", "extensionKey": .string(macro.macroName),
            "parameters": ["macroParams": .object(parameters)],
        ]
        if macro.child("ac:rich-text-body") != nil {
            run.add(
                block: ["type": "bodiedExtension", "attrs": attributes, "content": content(of: macro.richTextBody)]
            )
        } else if run.isInParagraph {
            run.add(inline: ["type": "inlineExtension", "attrs": attributes])
        } else {
            run.add(block: ["type": "extension", "attrs": attributes])
        }
    }
}
