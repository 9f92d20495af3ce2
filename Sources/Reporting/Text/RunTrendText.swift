package import ConfluenceModel

/// How runs fared one after the other, for people: a plot of blocks, and a line for each run.
package enum RunTrendText {
    private static let blocks = Array("▁▂▃▄▅▆▇█")

    package static func render(_ trend: RunTrend, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        guard !trend.runs.isEmpty else {
            block.line("no runs yet")
            return block.text
        }
        // A plot is as wide as the terminal leaves room for behind the names.
        let names = trend.tools.map { "\($0.tool) \($0.driver)" }
        let width = max(8, names.map { DisplayWidth.of($0) }.max() ?? 0)
        let room = max(8, terminal.width - width - 20)
        let longest = Double(trend.runs.suffix(room).map(\.elapsedMilliseconds).max() ?? 1)
        line("success", plot(trend.runs.suffix(room).map(\.successRate)), Figures.percent(trend.runs.last?.successRate))
        line(
            "time", plot(trend.runs.suffix(room).map { Double($0.elapsedMilliseconds) / max(1, longest) }),
            Figures.seconds(trend.runs.last?.elapsedMilliseconds ?? 0))
        for (name, tool) in zip(names, trend.tools) {
            let last = tool.successRates.last { $0 != nil } ?? nil
            line(name, plot(tool.successRates.suffix(room)), Figures.percent(last))
        }
        func line(_ name: String, _ plot: String, _ last: String) {
            block.line(
                name + String(repeating: " ", count: max(1, width - DisplayWidth.of(name) + 2)) + plot + "  " + last)
        }
        block.line()
        for run in trend.runs.suffix(12) {
            let flaky = run.flaky > 0 ? ", \(run.flaky) flaky" : ""
            let words =
                "#\(run.number) \(run.startedAt ?? "at an unknown time"): \(run.passed) passed, \(run.failed) failed, "
                + "\(run.skipped) skipped\(flaky) in \(Figures.seconds(run.elapsedMilliseconds))"
            block.line(run.failed > 0 ? terminal.styled(words, .red) : words)
        }
        return block.text
    }

    /// A block for each share from 0 to 1, a blank for none.
    private static func plot(_ shares: some Sequence<Double?>) -> String {
        String(
            shares.map { share in
                share.map { blocks[min(7, max(0, Int(($0 * 8).rounded(.up)) - 1))] } ?? " "
            })
    }
}
