import ConfluenceWire

/// Builds an Atlassian document from a body: block nodes here, their inline content in ``InlineRun``.
struct DocumentBuilder {
    let context: DocumentContext
    /// Inside a table cell an expanding part is a node of another name.
    var isInTable = false

    func document(of nodes: [StorageNode]) throws -> String {
        let document = JSON.object(["type": "doc", "version": 1, "content": .array(try blocks(of: nodes))])
        return String(decoding: JSONWriter.compact(document), as: UTF8.self)
    }

    func blocks(of nodes: [StorageNode]) throws -> [JSON] {
        var run = InlineRun()
        for node in nodes { try add(node, marks: [], to: &run) }
        run.finish()
        return run.blocks
    }

    /// The blocks of an element that must not be empty.
    func content(of nodes: [StorageNode]) throws -> JSON {
        let content = try blocks(of: nodes)
        return .array(content.isEmpty ? [["type": "paragraph", "content": []]] : content)
    }

    func add(_ node: StorageNode, marks: [JSON], to run: inout InlineRun) throws {
        switch node {
        case .text(let text), .cdata(let text): run.add(text: text, marks: marks)
        case .element(let element): try add(element, marks: marks, to: &run)
        }
    }

    private func add(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        switch element.name {
        case "p": try addParagraph(element, as: ["type": "paragraph"], marks: marks, to: &run)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = Int64(element.name.dropFirst()) ?? 1
            try addParagraph(
                element, as: ["type": "heading", "attrs": ["level": .integer(level)]], marks: [], to: &run)
        case "ul": run.add(block: try list("bulletList", element))
        case "ol": run.add(block: try list("orderedList", element))
        case "blockquote": run.add(block: ["type": "blockquote", "content": try content(of: element.children)])
        case "hr": run.add(block: ["type": "rule"])
        case "pre": run.add(block: Self.codeBlock(PlainText.verbatim(element.children), language: nil))
        case "table": run.add(block: try table(element))
        case "div", "section", "ac:layout":
            run.finish()
            for child in element.children { try add(child, marks: marks, to: &run) }
            run.finish()
        // A section of fixed width only holds what stood between the layouts.
        case "ac:layout-section" where element["ac:type"] == "fixed-width",
            "ac:layout-cell":
            run.finish()
            for child in element.children { try add(child, marks: marks, to: &run) }
            run.finish()
        case "ac:layout-section": run.add(block: try layoutSection(element))
        case "ac:task-list": run.add(block: try taskList(element))
        case "ac:adf-extension": try addExtension(element, to: &run)
        case "ac:image" where element["ac:inline"] == "true": run.add(inline: try inlineMedia(element))
        case "ac:image": run.add(block: try media(element))
        case "ac:structured-macro", "ac:macro": try add(macro: element, marks: marks, to: &run)
        case "ac:parameter", "colgroup", "style", "script": break
        default: try addInline(element, marks: marks, to: &run)
        }
    }

    private func addParagraph(
        _ element: StorageElement, as shell: JSON, marks: [JSON], to run: inout InlineRun
    ) throws {
        run.finish()
        let outer = run.shell
        run.shell = shell
        let blockMarks = BlockStyle(element["style"]).marks
        run.shellMarks = blockMarks.isEmpty ? nil : .array(blockMarks)
        let count = run.blocks.count
        for child in element.children { try add(child, marks: marks, to: &run) }
        run.finish(keepEmpty: run.blocks.count == count)
        run.shell = outer
        run.shellMarks = nil
    }

    // MARK: Lists

    private func list(_ type: String, _ element: StorageElement) throws -> JSON {
        let items = element.children.compactMap(\.element).filter { $0.name == "li" }
        var list: JSON = ["type": .string(type)]
        if type == "orderedList", let start = element["start"].flatMap({ Int64($0) }) {
            list["attrs"] = ["order": .integer(start)]
        }
        list["content"] = .array(
            try items.map { ["type": "listItem", "content": try content(of: $0.children)] })
        return list
    }

    private func taskList(_ element: StorageElement) throws -> JSON {
        var items: [JSON] = []
        for case .element(let child) in element.children {
            if child.name == "ac:task-list" {
                items.append(try taskList(child))
            } else if child.name == "ac:task" {
                items.append(try taskItem(child))
                for case .element(let list) in child.children where list.name == "ac:task-list" {
                    items.append(try taskList(list))
                }
            }
        }
        return ["type": "taskList", "attrs": ["localId": ""], "content": .array(items)]
    }

    private func taskItem(_ task: StorageElement) throws -> JSON {
        let isDone = task.child("ac:task-status").map { PlainText.text(of: $0.children) } == "complete"
        let id = task.child("ac:task-id").map { PlainText.text(of: $0.children) } ?? ""
        return [
            "type": "taskItem", "attrs": ["localId": .string(id), "state": isDone ? "DONE" : "TODO"],
            "content": .array(try inlines(of: task.child("ac:task-body")?.children ?? [])),
        ]
    }

    func inlines(of nodes: [StorageNode]) throws -> [JSON] {
        var run = InlineRun()
        for node in nodes { try add(node, marks: [], to: &run) }
        return run.takeInlines()
    }

    // MARK: Columns

    private func layoutSection(_ element: StorageElement) throws -> JSON {
        let columns = element.children.compactMap(\.element).filter { $0.name == "ac:layout-cell" }
        let widths = LayoutWidths.widths(of: element["ac:type"] ?? "", columns: columns.count)
        var section: JSON = ["type": "layoutSection"]
        if let mode = element["ac:breakout-mode"] {
            section["marks"] = [["type": "breakout", "attrs": ["mode": .string(mode)]]]
        }
        section["content"] = .array(
            try zip(columns, widths).map { column, width in
                [
                    "type": "layoutColumn", "attrs": ["width": .number(width)],
                    "content": try content(of: column.children),
                ]
            })
        return section
    }

    static func codeBlock(_ text: String, language: String?) -> JSON {
        var block: JSON = ["type": "codeBlock"]
        if let language { block["attrs"] = ["language": .string(language)] }
        block["content"] = text.isEmpty ? [] : [["type": "text", "text": .string(text)]]
        return block
    }
}
