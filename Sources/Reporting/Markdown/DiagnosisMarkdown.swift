import ConfluenceModel

/// A diagnosis to be pasted into an issue or a pull request.
package enum DiagnosisMarkdown {
    package static func render(_ reports: [NamedReport]) -> String {
        var lines: [String] = []
        for named in reports {
            if reports.count > 1 { lines += ["## Toolkit \(MarkdownText.escape(named.name))", ""] }
            lines += self.lines(named.report)
        }
        return TextBlock.joined(lines.reversed().drop(while: \.isEmpty).reversed())
    }

    private static func lines(_ report: DiagnosisReport) -> [String] {
        let site = report.deployment
        let place =
            site.kind == .unknown
            ? "" : " (\(MarkdownText.escape(site.kind.title + (site.version.map { " \($0)" } ?? ""))))"
        var lines = ["**\(report.verdict.rawValue)**: \(report.headline)\(place)", ""]
        for (index, found) in report.causesWithoutRepetitions.enumerated() {
            lines += cause(found, number: report.causes.count > 1 ? report.rank(ofCauseAt: index) : nil)
        }
        if let noFault = report.noFault { lines += [MarkdownText.escape(noFault.line), ""] }
        if !report.notes.isEmpty {
            lines += ["**Notes**", ""] + report.notes.map { "- \(MarkdownText.escape($0))" } + [""]
        }
        if let step = report.nextStep { lines += ["**Next:** \(MarkdownText.escape(step))", ""] }
        return lines + probes(report)
    }

    private static func cause(_ cause: FoundCause, number: Int?) -> [String] {
        let mark = number.map { "\($0). " } ?? ""
        var lines = ["### \(mark)\(MarkdownText.escape(cause.title)) \(MarkdownText.code(cause.id.rawValue))", ""]
        lines += place(cause)
        lines += [MarkdownText.escape(cause.explanation), "", "**\(cause.certainty.word)**\(certainty(cause))", ""]
        if !cause.evidence.isEmpty { lines += ["**Evidence**", ""] + cause.evidence.flatMap(evidence) + [""] }
        if !cause.fix.steps.isEmpty {
            lines += ["**Fix, by \(cause.fix.who.title)**", ""]
            lines += cause.fix.steps.enumerated().map { "\($0 + 1). \(MarkdownText.escape($1))" } + [""]
        }
        guard !cause.alternatives.isEmpty || cause.separation != nil else { return lines }
        let others = cause.alternatives.map { MarkdownText.code($0.rawValue) }.joined(separator: ", ")
        lines.append("**Can't be told apart from here**" + (others.isEmpty ? "" : ": \(others)"))
        if let separation = cause.separation {
            lines += ["", "What would settle it: \(MarkdownText.escape(separation))"]
        }
        return lines + [""]
    }

    private static func place(_ cause: FoundCause) -> [String] {
        guard let field = cause.field else { return [] }
        guard let excerpt = cause.excerpt else { return ["In \(MarkdownText.code(field)).", ""] }
        let place = MarkdownText.code("\(excerpt.file):\(excerpt.line):\(excerpt.column)")
        guard let text = excerpt.text else {
            let remark = excerpt.label.map { ": \(MarkdownText.escape($0))" } ?? ""
            return ["In \(place), \(MarkdownText.code(field))\(remark).", ""]
        }
        let window = LineWindow(text.printable, excerpt.highlights, width: 100)
        let label = excerpt.label.map { " \($0.printable)" } ?? ""
        return ["In \(place), \(MarkdownText.code(field)):", ""]
            + MarkdownText.block([window.text] + (window.marks.map { ["\($0)\(label)"] } ?? [])) + [""]
    }

    private static func certainty(_ cause: FoundCause) -> String {
        cause.certainty.words.map { ": " + MarkdownText.escape($0) } ?? ""
    }

    private static func evidence(_ line: FoundCause.EvidenceLine) -> [String] {
        let words = "- \(line.speaksFor ? "for" : "against"): \(MarkdownText.escape(line.text))"
        guard let quote = line.quote else { return [words] }
        return [words, "  <br>\(quote.place.words): \(MarkdownText.code(quote.text))"]
    }

    private static func probes(_ report: DiagnosisReport) -> [String] {
        guard !report.probes.isEmpty else { return [] }
        let rows = report.probes.map { probe in
            let cells = [
                MarkdownText.escape(probe.question), cell(MarkdownText.code(probe.request)),
                MarkdownText.escape(probe.answer),
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        return [
            "<details><summary>\(report.effort)</summary>", "", "| question | request | answer |",
            "| --- | --- | --- |",
        ] + rows + ["", "</details>", ""]
    }

    /// A bar ends a cell of a table even inside code.
    private static func cell(_ code: String) -> String { code.replacing("|", with: "\\|") }
}
