package import ConfluenceModel

/// How tools fared over the runs of a history, as a table in GitHub's Markdown.
package enum RunMetricsMarkdown {
    package static func render(_ metrics: RunMetrics) -> String {
        var lines = ["## Tools over \(RunMetricsText.runs(metrics))", ""]
        lines.append("| tool | driver | deployment | \(RunMetricsText.headings.joined(separator: " | ")) |")
        lines.append("| --- | --- | --- |" + String(repeating: " ---: |", count: RunMetricsText.headings.count))
        for tool in metrics.tools {
            let names = [
                MarkdownText.code(tool.tool), MarkdownText.escape(tool.driver), MarkdownText.escape(tool.deployment),
            ]
            lines.append("| \((names + RunMetricsText.cells(tool)).joined(separator: " | ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
