package import ConfluenceModel

/// A comparison as people read it on a terminal.
package enum DriftText {
    package static func render(_ report: DriftReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        let isBroken = report.findings.contains { $0.level != .note }
        block.headline(
            report.findings.isEmpty ? "agree" : isBroken ? "drifted" : "harmless", isBroken ? .red : .green,
            "\(report.title): \(DriftWords.summary(report))")
        for finding in report.findings {
            block.line()
            block.paragraph("\(finding.api.title): \(finding.place)", styles: .bold)
            block.paragraph("\(finding.title) [\(finding.severity)]", lead: "  ")
            block.paragraph(finding.before.printable, lead: "  - ", styles: .red)
            block.paragraph(finding.after.printable, lead: "  + ", styles: .green)
            if !finding.readers.isEmpty { block.paragraph(readers(of: finding), lead: "  read by ") }
        }
        if !report.notes.isEmpty { block.line() }
        for note in report.notes { block.paragraph(note, lead: "note: ") }
        return block.text
    }

    private static func readers(of finding: DriftFinding) -> String {
        let more = finding.readers.count - 5
        return finding.readers.prefix(5).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}

/// The words that several forms of a comparison share.
enum DriftWords {
    /// `3 differences in 40 exchanges: 1 breaks-the-toolkit, 2 harmless`
    static func summary(_ report: DriftReport) -> String {
        let compared = "\(report.compared.count) \(report.compared.count == 1 ? "exchange" : "exchanges") compared"
        guard !report.findings.isEmpty else { return "\(compared), no difference" }
        var counts: [(String, Int)] = []
        for finding in report.findings {
            if let index = counts.firstIndex(where: { $0.0 == finding.severity }) {
                counts[index].1 += 1
            } else {
                counts.append((finding.severity, 1))
            }
        }
        let number = report.findings.count
        return "\(compared), \(number) \(number == 1 ? "difference" : "differences") ("
            + counts.sorted { $0.0 < $1.0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + ")"
    }

    static func sentence(_ finding: DriftFinding) -> String {
        "\(finding.api.title), \(finding.place): \(finding.title): “\(finding.before)” became “\(finding.after)”"
            + (finding.readers.isEmpty ? "" : "; read by \(finding.readers.joined(separator: ", "))")
    }
}
