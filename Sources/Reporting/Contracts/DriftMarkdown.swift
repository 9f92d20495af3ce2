package import ConfluenceModel

/// A comparison as Markdown: a summary and a table, as it goes into an issue.
package enum DriftMarkdown {
    package static func render(_ report: DriftReport) -> String {
        var lines = [
            "# \(MarkdownText.escape(report.title))", "", MarkdownText.escape(DriftWords.summary(report)), "",
        ]
        if !report.findings.isEmpty {
            lines += [
                "| severity | where | what | before | after | read by |", "| --- | --- | --- | --- | --- | --- |",
            ]
            lines += report.findings.map(row)
            lines.append("")
        }
        lines += report.notes.map { "- \(MarkdownText.escape($0))" }
        if !report.notes.isEmpty { lines.append("") }
        return lines.joined(separator: "\n")
    }

    private static func row(_ finding: DriftFinding) -> String {
        let cells = [
            finding.severity, cell("\(finding.api.rawValue) \(finding.place)"), MarkdownText.escape(finding.title),
            cell(finding.before), cell(finding.after),
            finding.readers.map(MarkdownText.escape).joined(separator: ", "),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    /// Code in a table, where a line within would end the cell.
    private static func cell(_ text: String) -> String { MarkdownText.code(text.replacing("|", with: "\\|")) }
}
