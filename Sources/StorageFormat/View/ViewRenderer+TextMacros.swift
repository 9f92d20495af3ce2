/// Macros around text: code, panels, messages, expanding parts, columns.
extension ViewRenderer {
    // MARK: Code

    /// What the macro's languages are called by the highlighter.
    private static let brushes = [
        "bash": "bash", "c#": "csharp", "c++": "cpp", "html": "xml", "html/xml": "xml", "javascript": "js",
        "none": "text", "python": "py", "ruby": "ruby", "shell": "bash", "yaml": "yml",
    ]

    mutating func renderCode(_ macro: StorageElement) {
        let language = (macro.parameter("language") ?? macro.parameter("") ?? "java").lowercased()
        let theme = macro.parameter("theme") ?? "Confluence"
        let isCollapsed = macro.parameter("collapse") == "true"
        var settings = ["brush: \(Self.brushes[language] ?? language)"]
        if isCollapsed { settings.append("collapse: true") }
        if let first = macro.parameter("firstline") { settings.append("first-line: \(first)") }
        settings += ["gutter: \(macro.parameter("linenumbers") == "true")", "theme: \(theme)"]
        html += openTag(
            "div", macroAttributes(macro, "code panel pdl") + [("style", "border-width: 1px;")])
        let title = macro.parameter("title") ?? ""
        if !title.isEmpty || isCollapsed {
            let collapsed = isCollapsed ? " hide-border-bottom" : ""
            html += openTag(
                "div",
                [("class", "codeHeader panelHeader pdl\(collapsed)"), ("style", "border-bottom-width: 1px;")])
            wrap([.text(title)], "b")
            if isCollapsed {
                html += "<span class=\"collapse-source expand-control\" style=\"display:none;\">"
                html += "<span class=\"expand-control-icon icon\">&nbsp;</span>"
                html += "<span class=\"expand-control-text\">Expand source</span></span>"
                html += "<span class=\"collapse-spinner-wrapper\"></span>"
            }
            html += "</div>"
        }
        html += openTag("div", [("class", "codeContent panelContent pdl")])
        html += openTag(
            "pre",
            [
                ("class", "syntaxhighlighter-pre"),
                ("data-syntaxhighlighter-params", settings.joined(separator: "; ")), ("data-theme", theme),
            ])
        html += Markup.escape(macro.plainTextBody) + "</pre></div></div>"
    }

    mutating func renderPreformatted(_ macro: StorageElement) {
        html += openTag("div", macroAttributes(macro, "preformatted panel") + [("style", "border-width: 1px;")])
        renderPanelHeader(macro, "preformattedHeader panelHeader")
        html += openTag("div", [("class", "preformattedContent panelContent")])
        html += "<pre>" + Markup.escape(macro.plainTextBody) + "</pre></div></div>"
    }

    // MARK: Panels

    mutating func renderPanel(_ macro: StorageElement) {
        let border = [
            ("border-color", macro.parameter("borderColor")), ("border-style", macro.parameter("borderStyle")),
            ("border-width", macro.parameter("borderWidth").map { $0 + "px" } ?? "1px"),
        ]
        let style = Self.style([("background-color", macro.parameter("bgColor"))] + border)
        html += openTag("div", macroAttributes(macro, "panel") + [("style", style)])
        renderPanelHeader(macro, "panelHeader")
        let content = Self.style([("background-color", macro.parameter("bgColor"))])
        wrap(
            macro.richTextBody, "div",
            [("class", "panelContent")] + (content.isEmpty ? [] : [("style", content)]))
        html += "</div>"
    }

    /// A style from what is given; a value that could hold more than itself is left out.
    static func style(_ rules: [(name: String, value: String?)]) -> String {
        rules.compactMap { name, value in
            guard let value, value.allSatisfy({ $0.isLetter || $0.isNumber || "#.,%() -".contains($0) }) else {
                return nil
            }
            return "\(name): \(value);"
        }.joined()
    }

    private mutating func renderPanelHeader(_ macro: StorageElement, _ classes: String) {
        guard let title = macro.parameter("title"), !title.isEmpty else { return }
        let style = Self.style([
            ("border-bottom-width", "1px"), ("background-color", macro.parameter("titleBGColor")),
            ("color", macro.parameter("titleColor")),
        ])
        html += openTag("div", [("class", classes), ("style", style)])
        wrap([.text(title)], "b")
        html += "</div>"
    }

    private static let messageIcons = ["info": "info", "tip": "approve", "note": "warning", "warning": "error"]

    mutating func renderMessage(_ macro: StorageElement) {
        let kind = macro.macroName == "info" ? "information" : macro.macroName
        let hasIcon = macro.parameter("icon") != "false"
        let classes =
            "confluence-information-macro\(hasIcon ? "" : " has-no-icon") confluence-information-macro-\(kind)"
        html += openTag("div", macroAttributes(macro, classes))
        if let title = macro.parameter("title"), !title.isEmpty {
            wrap([.text(title)], "p", [("class", "title conf-macro-render")])
        }
        if hasIcon {
            let icon = Self.messageIcons[macro.macroName] ?? "info"
            wrap(
                [.text(" ")], "span",
                [("class", "aui-icon aui-icon-small aui-iconfont-\(icon) confluence-information-macro-icon")])
        }
        wrap(macro.richTextBody, "div", [("class", "confluence-information-macro-body")])
        html += "</div>"
    }

    mutating func renderExpand(_ macro: StorageElement) {
        expandCount += 1
        let title = macro.parameter("title") ?? macro.parameter("") ?? ""
        html += openTag("div", [("id", "expander-\(expandCount)")] + macroAttributes(macro, "expand-container"))
        html += openTag("div", [("id", "expander-control-\(expandCount)"), ("class", "expand-control")])
        html += "<span class=\"expand-control-icon icon\">&nbsp;</span>"
        wrap([.text(title.isEmpty ? "Click here to expand..." : title)], "span", [("class", "expand-control-text")])
        html += "</div>"
        let hidden = context.form == .view ? " expand-hidden" : ""
        wrap(
            macro.richTextBody, "div",
            [("id", "expander-content-\(expandCount)"), ("class", "expand-content\(hidden)")])
        html += "</div>"
    }

    mutating func renderDetails(_ macro: StorageElement) {
        guard macro.parameter("hidden") != "true" else { return }
        wrap(macro.richTextBody, "div", macroAttributes(macro, "plugin-tabmeta-details"))
    }

    // MARK: Columns

    mutating func renderSection(_ macro: StorageElement) {
        html += openTag("div", macroAttributes(macro, "sectionColumnWrapper"))
        html += openTag("div", [("class", "sectionMacro")])
        wrap(macro.richTextBody, "div", [("class", "sectionMacroRow")])
        html += "</div></div>"
    }

    mutating func renderColumn(_ macro: StorageElement) {
        let width = macro.parameter("width")
        let style = Self.style([("width", width), ("min-width", width), ("max-width", width)])
        wrap(
            macro.richTextBody, "div",
            macroAttributes(macro, "columnMacro") + (style.isEmpty ? [] : [("style", style)]))
    }

    // MARK: Small ones

    mutating func renderStatus(_ macro: StorageElement) {
        let colour =
            switch (macro.parameter("colour") ?? macro.parameter("color") ?? "").lowercased() {
            case "green": " aui-lozenge-success"
            case "yellow": " aui-lozenge-current"
            case "red": " aui-lozenge-error"
            case "blue": " aui-lozenge-complete"
            case "purple": " aui-lozenge-progress"
            default: ""
            }
        let subtle = macro.parameter("subtle") == "true" ? " aui-lozenge-subtle" : ""
        wrap(
            [.text(macro.parameter("title") ?? "")], "span",
            macroAttributes(macro, "status-macro aui-lozenge\(subtle)\(colour)", output: "inline"))
    }
}
