package import ConfluenceModel

/// How tools fared over the runs of a history, for people.
package enum RunMetricsText {
    static let headings = ["calls", "success", "errors", "flaky", "p50", "p95"]

    package static func render(_ metrics: RunMetrics, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        guard !metrics.tools.isEmpty else {
            block.line(metrics.runs == 0 ? "no runs yet" : "\(runs(metrics)), in which no tool was called")
            return block.text
        }
        let width = max(4, metrics.tools.map { DisplayWidth.of(name($0)) }.max() ?? 0)
        block.line(terminal.styled(row("tool", width, headings), .bold))
        for tool in metrics.tools {
            let line = row(name(tool), width, cells(tool))
            block.line(tool.failed > 0 ? terminal.styled(line, .red) : line)
        }
        block.line()
        block.line(runs(metrics))
        return block.text
    }

    static func name(_ tool: ToolMetrics) -> String {
        "\(tool.tool) \(tool.driver) \(DeploymentKind(rawValue: tool.deployment)?.shortTitle ?? tool.deployment)"
    }

    /// The figures of a tool in the order of ``headings``.
    static func cells(_ tool: ToolMetrics) -> [String] {
        [
            String(tool.calls), Figures.percent(tool.successRate), Figures.percent(tool.errorRate), String(tool.flaky),
            milliseconds(tool.median), milliseconds(tool.p95),
        ]
    }

    /// `12 runs, 2026-03-02T09:30:00Z to 2026-03-09T09:30:00Z`.
    static func runs(_ metrics: RunMetrics) -> String {
        let count = metrics.runs == 1 ? "1 run" : "\(metrics.runs) runs"
        guard let first = metrics.first, let last = metrics.last else { return count }
        return first == last ? "\(count), \(first)" : "\(count), \(first) to \(last)"
    }

    private static func row(_ name: String, _ width: Int, _ cells: [String]) -> String {
        name + String(repeating: " ", count: max(0, width - DisplayWidth.of(name)))
            + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }

    private static func milliseconds(_ value: Int?) -> String {
        value.map { "\($0) ms" } ?? "–"
    }
}
