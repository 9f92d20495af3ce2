/// Macros that show files, and places of other products.
extension ViewRenderer {
    mutating func renderFile(_ macro: StorageElement) {
        let parameter = macro.children.lazy.compactMap(\.element).first {
            $0.name == "ac:parameter" && $0.child("ri:attachment") != nil
        }
        let resource =
            parameter?.child("ri:attachment")
            ?? StorageElement(
                name: "ri:attachment",
                attributes: [StorageAttribute(name: "ri:filename", value: macro.parameter("name") ?? "")])
        let name = resource["ri:filename"] ?? ""
        let file = file(resource)
        let path = context.address(file?.path ?? missingFilePath(name))
        html += openTag(
            "span", macroAttributes(macro, "confluence-embedded-file-wrapper", output: "inline"))
        var attributes = [
            ("class", "confluence-embedded-file"), ("href", path), ("data-file-src", path),
            ("data-linked-resource-type", "attachment"), ("data-linked-resource-default-alias", name),
        ]
        if let file {
            attributes += [
                ("data-linked-resource-id", file.id), ("data-linked-resource-version", String(file.version)),
                ("data-linked-resource-container-id", file.containerID), ("data-mime-type", file.mediaType),
            ]
        }
        html += openTag("a", attributes)
        html += Markup.escape(name) + "</a></span>"
    }

    mutating func renderGallery(_ macro: StorageElement) {
        let columns = max(macro.parameter("columns").flatMap { Int($0) } ?? 4, 1)
        let images = ask { try $0.images() } ?? []
        html += openTag("table", macroAttributes(macro, "gallery"))
        html += "<tbody>"
        for start in stride(from: 0, to: images.count, by: columns) {
            html += "<tr>"
            for image in images[start..<min(start + columns, images.count)] {
                let path = context.address(image.path)
                html += "<td>" + openTag("a", [("href", path)])
                html += emptyTag("img", [("src", path), ("alt", image.name)]) + "</a></td>"
            }
            html += "</tr>"
        }
        html += "</tbody></table>"
    }

    /// An issue of a Jira that is not there: what Confluence shows before it has asked for it.
    mutating func renderJira(_ macro: StorageElement) {
        guard let key = macro.parameter("key") else {
            let query = macro.parameter("jqlQuery") ?? macro.parameter("jqlquery") ?? ""
            wrap([.text("\u{A0}")], "div", macroAttributes(macro, "jira-table") + [("data-jql", query)])
            return
        }
        html += openTag(
            "span", macroAttributes(macro, "confluence-jim-macro jira-issue") + [("data-jira-key", key)])
        html += openTag("a", [("href", "/browse/\(key)"), ("class", "jira-issue-key")])
        html += "<span class=\"aui-icon aui-icon-wait issue-placeholder\">&nbsp;</span>\(Markup.escape(key))</a> - "
        html += "<span class=\"summary\">Getting issue details...</span> "
        html += "<span class=\"aui-lozenge aui-lozenge-subtle aui-lozenge-default issue-placeholder\">STATUS</span>"
        html += "</span>"
    }

    mutating func renderWidget(_ macro: StorageElement) {
        let parameter = macro.children.lazy.compactMap(\.element).first { $0["ac:name"] == "url" }
        let address = parameter?.child("ri:url")?["ri:value"] ?? macro.parameter("url") ?? ""
        html += openTag("div", macroAttributes(macro, "embed-widget"))
        if address.hasPrefix("http://") || address.hasPrefix("https://") {
            wrap([.text(address)], "a", [("href", address), ("class", "external-link"), ("rel", "nofollow")])
        }
        html += "</div>"
    }
}
