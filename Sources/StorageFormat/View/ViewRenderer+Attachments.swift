/// The macro that lists the files of a page.
extension ViewRenderer {
    mutating func renderAttachments(_ macro: StorageElement) {
        let files = sorted(wanted(ask { try $0.files(of: macro.pageName("page")) } ?? [], macro), macro)
        html += openTag("div", macroAttributes(macro, "plugin_attachments_container"))
        html += openTag("div", [("class", "plugin_attachments_table_container")])
        html += openTag("table", [("class", "attachments aui")])
        html += "<thead><tr>" + openTag("th", [("class", "filename-column")]) + "File</th>"
        html += openTag("th", [("class", "modified-column")]) + "Modified</th></tr></thead><tbody>"
        for row in files { render(row) }
        html += "</tbody></table></div></div>"
    }

    private mutating func render(_ row: ListedFile) {
        html += openTag(
            "tr",
            [
                ("id", "attachment-\(row.file.id)"), ("class", "attachment-row"), ("data-attachment-id", row.file.id),
                ("data-attachment-filename", row.file.name),
            ])
        html += openTag("td", [("class", "filename-column")])
        wrap(
            [.text(row.file.name)], "a",
            [
                ("class", "filename"), ("href", context.address(row.file.path)),
                ("data-linked-resource-id", row.file.id), ("data-linked-resource-type", "attachment"),
                ("data-mime-type", row.file.mediaType),
            ])
        if !row.comment.isEmpty { wrap([.text(row.comment)], "div", [("class", "attachment-comment")]) }
        html += "</td>" + openTag("td", [("class", "attachment-created modified-column")])
        wrap([.text(row.changed)], "span")
        html += " by "
        wrap(
            [.text(row.author.name)], "a",
            [("class", "url fn"), row.author.identity, ("href", context.address(row.author.path))])
        html += "</td></tr>"
    }

    /// Those whose whole name one of the patterns fits, and that bear all the labels that are named.
    private func wanted(_ files: [ListedFile], _ macro: StorageElement) -> [ListedFile] {
        let patterns = (macro.parameter("patterns") ?? "").split { $0 == "," || $0.isWhitespace }
            .compactMap { try? Regex(String($0)) }
        let labels = (macro.parameter("labels") ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
        return files.filter { row in
            (patterns.isEmpty || patterns.contains { (try? $0.wholeMatch(in: row.file.name)) != nil })
                && labels.allSatisfy(row.labels.contains)
        }
    }

    /// Source of the orders: confluence.atlassian.com, Attachments macro; the newest come first unless it says otherwise.
    private func sorted(_ files: [ListedFile], _ macro: StorageElement) -> [ListedFile] {
        let isAscending: Bool
        let sorted: [ListedFile]
        switch macro.parameter("sortBy") {
        case "name":
            sorted = files.sorted { $0.file.name.lowercased() < $1.file.name.lowercased() }
            isAscending = macro.parameter("sortOrder") != "descending"
        case "size":
            sorted = files.sorted { $0.size < $1.size }
            isAscending = macro.parameter("sortOrder") != "descending"
        case "created date", "createddate":
            sorted = files.sorted { $0.createdAt < $1.createdAt }
            isAscending = macro.parameter("sortOrder") == "ascending"
        default:
            sorted = files.sorted { $0.changedAt < $1.changedAt }
            isAscending = macro.parameter("sortOrder") == "ascending"
        }
        return isAscending ? sorted : sorted.reversed()
    }
}
