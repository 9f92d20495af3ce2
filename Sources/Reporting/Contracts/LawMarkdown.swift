package import ConfluenceModel

/// A check of laws as Markdown: the table, what does not agree, and one issue text for each.
package enum LawMarkdown {
    private static let bodyLimit = 400

    package static func render(_ report: LawReport) -> String {
        var lines = ["# Laws", ""]
        let rows = LawTable.rows(report).map { "| " + $0.joined(separator: " | ") + " |" }
        lines += [rows[0], "|" + String(repeating: " --- |", count: LawTable.rows(report)[0].count)] + rows.dropFirst()
        for site in report.sites {
            if let trouble = site.trouble {
                lines += ["", "**\(MarkdownText.escape(site.name)) is out of order**: \(MarkdownText.escape(trouble))"]
            }
        }
        for judged in report.laws where judged.verdict != .agree && judged.verdict != .notJudged {
            lines += ["", "## \(title(judged))\(judged.isKnown ? " (known)" : "")", ""] + facts(judged)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text of an issue that somebody can act on; it holds no time, so that the same drift gives the same text.
    package static func issue(_ judged: JudgedLaw) -> String {
        (["# \(title(judged))", ""] + facts(judged) + ["", advice(judged)]).joined(separator: "\n") + "\n"
    }

    private static func title(_ judged: JudgedLaw) -> String {
        let site = judged.site.map { " on \(MarkdownText.escape($0))" } ?? ""
        return
            "\(judged.verdict.title.prefix(1).uppercased())\(judged.verdict.title.dropFirst())\(site): \(judged.law.title)"
    }

    private static func facts(_ judged: JudgedLaw) -> [String] {
        let law = judged.law
        var lines = ["- Law: \(MarkdownText.escape(law.says))"]
        if let reason = judged.reason { lines.append("- Found: \(MarkdownText.escape(reason))") }
        lines.append("- Source: \(MarkdownText.escape(law.source)) (\(law.confidence.rawValue))")
        if !law.tools.isEmpty {
            lines.append("- Tools that rest on it: \(law.tools.map { "`\($0)`" }.joined(separator: ", "))")
        }
        if !law.causes.isEmpty {
            lines.append("- Causes that rest on it: \(law.causes.map { "`\($0)`" }.joined(separator: ", "))")
        }
        let pairs = judged.exchanges
        guard !pairs.isEmpty else { return lines }
        let columns = [CheckedSite.simulator] + [judged.site].compactMap(\.self).map(MarkdownText.escape)
        lines += [
            "", "| request | \(columns.joined(separator: " | ")) |", "| --- |" + columns.map { _ in " --- |" }.joined(),
        ]
        for pair in pairs {
            guard let one = pair.live ?? pair.simulator else { continue }
            let answers = [pair.simulator] + (judged.site == nil ? [] : [pair.live])
            let cells = ["\(one.method) \(one.target)"] + answers.map { $0?.answer(bodyLimit) ?? "not asked" }
            lines.append(
                "| " + cells.map { MarkdownText.code($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
        }
        return lines
    }

    private static func advice(_ judged: JudgedLaw) -> String {
        switch judged.verdict {
        case .liveDrifted:
            "The site no longer does what the law says. Look whether the toolkit's tools that rest on it still work, and "
                + "whether the simulator is to follow."
        case .simulatorWrong: "The simulator does not do what the law says; it is to be mended."
        default: "Neither the simulator nor the site does what the law says; the law is to be stated anew."
        }
    }
}
