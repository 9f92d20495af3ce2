/// “Page Properties Report”: a table of what pages keep in their “Page Properties”.
///
/// On the site a script fills the table, as its readers in public repositories tell; documents get it whole. Attributes
/// are observed, the rows inferred.
extension ViewRenderer {
    mutating func renderPropertiesReport(_ macro: StorageElement) {
        let first = macro.parameter("firstcolumn") ?? "Title"
        var attributes = macroAttributes(macro, "aui metadata-summary-macro null")
        attributes += [
            ("data-cql", ListingQuery.condition(macro, context.spaceKey) ?? ""),
            ("data-current-content-id", context.contentID), ("data-current-space-key", context.spaceKey),
            ("data-first-column-heading", first), ("data-headings", macro.parameter("headings") ?? ""),
            ("data-sort-by", macro.parameter("sortBy") ?? ""),
            ("data-reverse-sort", macro.parameter("reverseSort") ?? "false"),
        ]
        html += openTag("table", attributes)
        // A report in another report's cell stays empty: it could hold that report again.
        if context.form != .view, !isReporting { renderReportRows(macro, first) }
        html += "</table>"
    }

    private mutating func renderReportRows(_ macro: StorageElement, _ first: String) {
        var rows = reported(macro)
        let named = (macro.parameter("headings") ?? "").split(separator: ",").map { $0.trimmingSpaces() }
        var headings = named
        if headings.isEmpty {
            for key in rows.flatMap({ $0.properties.map(\.key) }) where !headings.contains(key) { headings.append(key) }
        }
        if let sort = macro.parameter("sortBy"), !sort.isEmpty {
            rows.sort { $0.text(of: sort, first).lowercased() < $1.text(of: sort, first).lowercased() }
        }
        if macro.parameter("reverseSort") == "true" { rows.reverse() }
        html += "<tbody><tr>"
        for heading in [first] + headings { wrap([.text(heading)], "th", [("class", "confluenceTh")]) }
        html += "</tr>"
        for row in rows {
            html += "<tr><td class=\"confluenceTd\">"
            wrap([.text(row.body.page.title)], "a", [("href", context.address(row.body.page.path))])
            html += "</td>"
            for heading in headings {
                html += "<td class=\"confluenceTd\">"
                renderIncluded(row.body, row.value(of: heading) ?? [], isReporting: true)
                html += "</td>"
            }
            html += "</tr>"
        }
        html += "</tbody>"
    }

    /// The pages that the report's query finds and that keep properties, with these.
    private mutating func reported(_ macro: StorageElement) -> [ReportedPage] {
        guard let query = ListingQuery.labelled(macro, spaceKey: context.spaceKey) else { return [] }
        let most = min(max(macro.parameter("pageSize").flatMap { Int($0) } ?? 30, 1), 500)
        let found = ask { try $0.contents(found: query, limit: most) } ?? []
        let id = macro.parameter("id")
        return found.compactMap { row in
            guard let body = ask({ try $0.body(ofID: row.page.id) }) else { return nil }
            let nodes = (try? StorageParser.parse(body.source)) ?? []
            let properties = PageProperties.all(in: nodes).filter { id == nil || $0.id == id }.flatMap(\.entries)
            return properties.isEmpty ? nil : ReportedPage(body: body, properties: properties)
        }
    }
}

/// A row of a report.
private struct ReportedPage {
    var body: IncludedBody
    var properties: [PageProperties.Entry]

    func value(of key: String) -> [StorageNode]? { properties.first { $0.key == key }?.value }

    /// What the row is sorted by.
    func text(of key: String, _ first: String) -> String {
        key == first ? body.page.title : PlainText.text(of: value(of: key) ?? [])
    }
}
