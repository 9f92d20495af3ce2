import ConfluenceWire

/// Macros: those that documents have nodes for, and the rest as extensions.
extension DocumentBuilder {
    func add(macro: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        let title = macro.parameter("title") ?? ""
        switch macro.macroName {
        case "code": run.add(block: Self.codeBlock(macro.plainTextBody, language: macro.parameter("language")))
        case "info", "tip", "note", "warning": run.add(block: try panel(macro, title: title))
        case "panel" where title.isEmpty: run.add(block: try customPanel(macro))
        case "expand":
            run.add(
                block: [
                    "type": isInTable ? "nestedExpand" : "expand", "attrs": ["title": .string(title)],
                    "content": try content(of: macro.richTextBody),
                ]
            )
        case "status":
            let colour = (macro.parameter("colour") ?? "Grey").lowercased()
            var attributes: JSONObject = [
                "text": .string(title), "color": .string(colour == "grey" ? "neutral" : colour),
            ]
            if macro.parameter("subtle") == "true" { attributes["style"] = "subtle" }
            run.add(inline: ["type": "status", "attrs": .object(attributes)])
        default: try addExtension(macro: macro, to: &run)
        }
    }

    private func panel(_ macro: StorageElement, title: String) throws -> JSON {
        var content = try blocks(of: macro.richTextBody)
        // Documents have panels without titles: the words go on as the first paragraph.
        if !title.isEmpty {
            content.insert(
                [
                    "type": "paragraph",
                    "content": [["type": "text", "text": .string(title), "marks": [["type": "strong"]]]],
                ], at: 0)
        }
        if content.isEmpty { content = [["type": "paragraph", "content": []]] }
        return [
            "type": "panel", "attrs": ["panelType": .string(PanelNames.node(macro.macroName))],
            "content": .array(content),
        ]
    }

    private func customPanel(_ macro: StorageElement) throws -> JSON {
        var attributes: JSONObject = ["panelType": "custom"]
        for (name, parameter) in PanelNames.customParameters {
            if let value = macro.parameter(parameter) { attributes[name] = .string(value) }
        }
        return ["type": "panel", "attrs": .object(attributes), "content": try content(of: macro.richTextBody)]
    }

    /// A macro that the document format has no node for is kept with its name and parameters.
    private func addExtension(macro: StorageElement, to run: inout InlineRun) throws {
        var parameters = JSONObject()
        for case .element(let child) in macro.children where child.name == "ac:parameter" {
            parameters.append(child["ac:name"] ?? "", ["value": .string(MacroParameter.text(child))])
        }
        if macro.child("ac:plain-text-body") != nil {
            parameters.append("__bodyContent", ["value": .string(macro.plainTextBody)])
        }
        var metadata = JSONObject()
        if let id = macro["ac:macro-id"] { metadata["macroId"] = ["value": .string(id)] }
        metadata["schemaVersion"] = ["value": .string(macro["ac:schema-version"] ?? "1")]
        metadata["title"] = .string(MacroTitles.title(of: macro.macroName))
        let attributes: JSON = [
            "layout": "default", "extensionType": "com.atlassian.confluence.macro.core",
            "extensionKey": .string(macro.macroName),
            "parameters": ["macroParams": .object(parameters), "macroMetadata": .object(metadata)],
        ]
        if macro.child("ac:rich-text-body") != nil {
            run.add(
                block: ["type": "bodiedExtension", "attrs": attributes, "content": try content(of: macro.richTextBody)]
            )
        } else if run.isInParagraph || macro.macroName == "anchor" {
            run.add(inline: ["type": "inlineExtension", "attrs": attributes])
        } else {
            run.add(block: ["type": "extension", "attrs": attributes])
        }
    }

    // MARK: What only documents know

    func addExtension(_ element: StorageElement, to run: inout InlineRun) throws {
        let nodes = element.children.compactMap(\.element).filter { $0.name == "ac:adf-node" }
        for node in nodes {
            switch node["type"] {
            case "decision-list": run.add(block: try decisionList(node))
            case "panel":
                let type = node.documentAttribute("panel-type") ?? "info"
                run.add(
                    block: [
                        "type": "panel", "attrs": ["panelType": .string(type)],
                        "content": try content(of: node.child("ac:adf-content")?.children ?? []),
                    ])
            default:
                for child in node.child("ac:adf-content")?.children ?? [] { try add(child, marks: [], to: &run) }
            }
        }
        if nodes.isEmpty {
            for child in element.child("ac:adf-fallback")?.children ?? [] { try add(child, marks: [], to: &run) }
        }
    }

    private func decisionList(_ node: StorageElement) throws -> JSON {
        let items = node.children.compactMap(\.element).filter { $0["type"] == "decision-item" }
        return [
            "type": "decisionList", "attrs": ["localId": .string(node.documentAttribute("local-id") ?? "")],
            "content": .array(
                try items.map { item in
                    [
                        "type": "decisionItem",
                        "attrs": [
                            "localId": .string(item.documentAttribute("local-id") ?? ""),
                            "state": .string(item.documentAttribute("state") ?? "DECIDED"),
                        ],
                        "content": .array(try inlines(of: item.child("ac:adf-content")?.children ?? [])),
                    ]
                }),
        ]
    }
}
