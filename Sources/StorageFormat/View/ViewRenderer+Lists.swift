/// Task lists, decisions and layouts: Confluence's own containers.
extension ViewRenderer {
    mutating func renderLayoutSection(_ element: StorageElement) {
        let type = (element["ac:type"] ?? "single").replacing("_", with: "-")
        wrap(element.children, "div", [("class", "columnLayout \(type)"), ("data-layout", type)])
    }

    mutating func renderLayoutCell(_ element: StorageElement) {
        html += Markup.openTag("div", [("class", "cell normal"), ("data-type", "normal")])
        wrap(element.children, "div", [("class", "innerCell")])
        html += "</div>"
    }

    mutating func renderTaskList(_ element: StorageElement) {
        var attributes = [("class", "inline-task-list")]
        if !context.contentID.isEmpty { attributes.append(("data-inline-tasks-content-id", context.contentID)) }
        html += Markup.openTag("ul", attributes.map { (name: $0.0, value: $0.1) })
        for case .element(let task) in element.children {
            if task.name == "ac:task-list" {
                renderTaskList(task)
            } else if task.name == "ac:task" {
                renderTask(task)
            }
        }
        html += "</ul>"
    }

    private mutating func renderTask(_ task: StorageElement) {
        let isDone = task.child("ac:task-status").map { PlainText.text(of: $0.children) } == "complete"
        let id = task.child("ac:task-id").map { PlainText.text(of: $0.children) } ?? ""
        var attributes = isDone ? [("class", "checked")] : []
        attributes.append(("data-inline-task-id", id))
        html += Markup.openTag("li", attributes.map { (name: $0.0, value: $0.1) })
        let body = task.child("ac:task-body")?.children ?? []
        wrap(body.isEmpty ? [.text("\u{A0}")] : body, "span")
        for case .element(let list) in task.children where list.name == "ac:task-list" { renderTaskList(list) }
        html += "</li>"
    }

    /// What only the new editor knows: its own rendering, where it left one, else the nodes themselves.
    mutating func renderDocumentExtension(_ element: StorageElement) {
        if let fallback = element.child("ac:adf-fallback") {
            render(fallback.children)
        } else {
            for case .element(let node) in element.children where node.name == "ac:adf-node" { render(node: node) }
        }
    }

    private mutating func render(node: StorageElement) {
        let content = node.child("ac:adf-content")?.children ?? []
        switch node["type"] {
        case "decision-list":
            html += Markup.openTag("ul", [("class", "decision-list")])
            for case .element(let item) in node.children where item["type"] == "decision-item" {
                wrap(item.child("ac:adf-content")?.children ?? [], "li")
            }
            html += "</ul>"
        case "panel":
            let kind = node.documentAttribute("panel-type") ?? "info"
            html += Markup.openTag(
                "div",
                [
                    ("class", "panel conf-macro output-block"), ("data-hasbody", "true"),
                    ("data-panel-type", kind),
                ])
            wrap(content, "div", [("class", "panelContent")])
            html += "</div>"
        default: render(content)
        }
    }
}

extension StorageElement {
    /// An attribute of a node of the new editor, which stands in an element of its own.
    func documentAttribute(_ key: String) -> String? {
        for case .element(let child) in children where child.name == "ac:adf-attribute" && child["key"] == key {
            return PlainText.text(of: child.children)
        }
        return nil
    }
}
