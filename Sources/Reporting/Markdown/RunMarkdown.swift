package import ConfluenceModel

/// A run of scenarios as the summary of a pull request: what failed and why, the table of tools, and what is flaky.
package enum RunMarkdown {
    /// A comment on GitHub holds 65,536 characters.
    private static let limit = 60_000
    private static let shownFailures = 30

    package static func render(_ report: ScenarioRunReport) -> String {
        let verdict = report.count(.failed) > 0 ? "❌" : report.wasInterrupted ? "⚠️" : "✅"
        let ended = report.wasInterrupted ? "ended early: " : ""
        var lines = [
            "## \(verdict) Scenarios: \(ended)\(MarkdownText.escape(report.sum))", "",
            "\(drivers(report)), \(Figures.seconds(report.elapsedMilliseconds))"
                + (report.shard.map { ", shard \($0)" } ?? "")
                + (report.seed.map { ", shuffled with \($0)" } ?? "") + ".", "",
        ]
        lines += failures(report)
        lines += matrix(ToolMatrix(report))
        lines += differences(DriverDifferences(report))
        lines += section("Flaky", report.scenarios.filter(\.isFlaky).map { "\(title($0))" })
        lines += section(
            "Known defects",
            report.defects.map { met in
                let words = met.standing == .reproduced ? "still there" : "**perhaps mended**"
                let product = MarkdownText.escape(met.result.product?.title ?? met.result.driver)
                return
                    "\(MarkdownText.code(met.defect.id)) \(words) in \(product): \(MarkdownText.escape(met.defect.title))"
            })
        lines += section(
            "Skipped",
            report.scenarios.filter { $0.status == .skipped }.prefix(shownFailures).map { result in
                "\(title(result))" + (result.reason.map { ": \(MarkdownText.escape($0))" } ?? "")
            })
        return cut(lines)
    }

    private static func drivers(_ report: ScenarioRunReport) -> String {
        guard !report.drivers.isEmpty else { return "No driver" }
        let titles = report.drivers.map { driver in
            report.scenarios.first { $0.driver == driver && $0.product != nil }?.driverTitle ?? driver
        }
        return "Driven by " + titles.map(MarkdownText.escape).joined(separator: ", ")
    }

    private static func failures(_ report: ScenarioRunReport) -> [String] {
        let failed = report.scenarios.filter { $0.status == .failed }
        guard !failed.isEmpty else { return [] }
        var lines = ["### Failed", ""]
        for result in failed.prefix(shownFailures) {
            let place = result.place
            lines.append("**\(title(result))** · \(MarkdownText.code("\(place.file):\(place.line)"))")
            lines.append("")
            for problem in result.problems.prefix(8) { lines.append("- \(MarkdownText.escape(shortened(problem)))") }
            if let cause = result.diagnosis?.causes.first {
                lines.append(
                    "- diagnosis: \(MarkdownText.escape(cause.title)) (\(MarkdownText.code(cause.id.rawValue)))")
            }
            lines += ["", "<details><summary>what happened</summary>", ""]
            let text = ScenarioText.render(result, terminal: Terminal(width: 100))
            lines += MarkdownText.block(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            lines += ["", "</details>", ""]
        }
        if failed.count > shownFailures { lines += ["… and \(failed.count - shownFailures) more.", ""] }
        return lines
    }

    private static func matrix(_ matrix: ToolMatrix) -> [String] {
        guard !matrix.rows.isEmpty else { return [] }
        let headings = matrix.columns.map { MarkdownText.escape("\($0.driver), \($0.deployment.shortTitle)") }
        var lines = ["### Tools", "", "| tool | " + headings.joined(separator: " | ") + " |"]
        lines.append("| --- |" + String(repeating: " ---: |", count: matrix.columns.count))
        for row in matrix.rows {
            let cells = row.cells.map { $0.failed > 0 ? "❌ \($0.text)" : $0.text.replacing("~", with: "\\~") }
            lines.append("| \(MarkdownText.code(row.tool)) | " + cells.joined(separator: " | ") + " |")
        }
        return lines + [""]
    }

    private static func differences(_ differences: DriverDifferences) -> [String] {
        section(
            "Differences between drivers",
            differences.explained.map {
                "\(MarkdownText.code($0.tool)), \(MarkdownText.escape($0.driver)): \(MarkdownText.escape($0.because))"
            }
                + differences.unexplained.map {
                    "**not explained:** \(MarkdownText.escape($0.scenario)) passed with "
                        + MarkdownText.escape($0.passed.joined(separator: ", ")) + ", failed with "
                        + MarkdownText.escape($0.failed.joined(separator: ", "))
                })
    }

    private static func section(_ heading: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["### \(heading)", ""] + items.map { "- \($0)" } + [""]
    }

    private static func title(_ result: ScenarioResult) -> String {
        MarkdownText.escape("\(result.fullName) (\(result.driver))")
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 400 ? text : text.prefix(400) + "…"
    }

    /// All of it, or as much as a comment holds; an open fence or element is closed.
    private static func cut(_ lines: [String]) -> String {
        var kept: [String] = []
        var count = 0
        for line in lines {
            count += line.utf16.count + 1
            guard count <= limit else {
                let opened = kept.lastIndex(of: "<details><summary>what happened</summary>") ?? -1
                if opened > kept.lastIndex(of: "</details>") ?? -1 {
                    kept = Array(kept.prefix(max(0, opened)))
                }
                return (kept + ["", "… the rest does not fit into a comment; the HTML report has all of it.", ""])
                    .joined(separator: "\n")
            }
            kept.append(line)
        }
        return kept.joined(separator: "\n").trimmingTrailingBlankLines + "\n"
    }
}

extension String {
    fileprivate var trimmingTrailingBlankLines: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
