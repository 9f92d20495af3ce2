package import ConfluenceModel

/// How runs fared one after the other, as one page: the plot, and the tools with their rates and times.
package enum TrendHTML {
    package static func render(_ trend: RunTrend) -> String {
        let runs = trend.runs.count == 1 ? "1 run" : "\(trend.runs.count) runs"
        let body = "<h1>\(runs)</h1>\n" + TrendPlot.element(trend) + tools(trend) + table(trend)
        return PageFrame.page(title: runs, body: body, styles: [TrendPlot.style, style])
    }

    private static func tools(_ trend: RunTrend) -> String {
        guard !trend.tools.isEmpty else { return "" }
        let rows = trend.tools.map { line in
            let rate = line.successRates.compactMap(\.self).last
            let time = line.durations.compactMap(\.self).last.map { "\($0) ms" } ?? "–"
            return HTMLText.element(
                "tr",
                HTMLText.element("th", RunHTML.code(line.tool) + " " + HTMLText.escape(line.driver))
                    + HTMLText.element("td", class: "runs", line.successRates.map(mark).joined())
                    + HTMLText.element("td", class: "number", Figures.percent(rate))
                    + HTMLText.element("td", class: "number", time))
        }
        return """
            <h2>Tools</h2>
            <div class="wide"><table>
            <thead><tr><th>Tool</th><th>Runs</th><th class="number">Last</th><th class="number">Time</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table></div>

            """
    }

    /// One run of a tool: green where all its calls held, red where none did, and between them in steps.
    private static func mark(_ rate: Double?) -> String {
        guard let rate else { return "<i></i>" }
        let share = Int((rate * 100).rounded())
        return "<i class=\"known\" style=\"--share:\(share)%\" title=\"\(share) %\"></i>"
    }

    private static func table(_ trend: RunTrend) -> String {
        let rows = trend.runs.reversed().map { run in
            let cells = [
                "\(run.passed)", "\(run.failed)", "\(run.skipped)", "\(run.flaky)",
                Figures.seconds(run.elapsedMilliseconds),
            ]
            return HTMLText.element(
                "tr",
                HTMLText.element("th", HTMLText.escape("#\(run.number) \(run.startedAt ?? "")"))
                    + cells.map { HTMLText.element("td", class: "number", $0) }.joined())
        }
        guard !rows.isEmpty else { return "" }
        let headings = ["passed", "failed", "skipped", "flaky", "time"].map {
            HTMLText.element("th", class: "number", $0)
        }
        return """
            <h2>Runs</h2>
            <div class="wide"><table>
            <thead><tr><th>Run</th>\(headings.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table></div>

            """
    }

    private static let style = """
        .plot { width: 100%; height: auto; } tbody th { font-weight: normal; } .number { text-align: right; white-space: nowrap; }
        .runs i { display: inline-block; width: .6rem; height: 1rem; margin-right: 1px; background: var(--line); }
        .runs i.known { background: color-mix(in srgb, var(--good) var(--share), var(--bad)); }
        """
}
