package import ConfluenceModel

/// A run of scenarios as one page that needs nothing beside itself: matrix, timings, exchanges and diagnoses.
package enum RunHTML {
    package static func render(_ report: ScenarioRunReport) -> String {
        let body = [
            header(report), matrix(ToolMatrix(report)), differences(DriverDifferences(report)), defects(report),
            timings(report), scenarios(report),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
        return PageFrame.page(title: report.sum, body: body, styles: [style, DiagnosisHTML.style])
    }

    private static func header(_ report: ScenarioRunReport) -> String {
        let verdict = report.count(.failed) > 0 ? "problem" : report.wasInterrupted ? "undecided" : "healthy"
        let word = report.count(.failed) > 0 ? "failed" : report.wasInterrupted ? "ended early" : "passed"
        var facts = [Figures.seconds(report.elapsedMilliseconds)]
        if let start = report.startedAt { facts.append("began \(start)") }
        if let shard = report.shard { facts.append("shard \(shard)") }
        if let seed = report.seed { facts.append("shuffled with \(seed)") }
        let drivers = report.drivers.map { driver in
            report.scenarios.first { $0.driver == driver && $0.product != nil }?.driverTitle ?? driver
        }
        facts.append("driven by " + (drivers.isEmpty ? "nobody" : drivers.joined(separator: ", ")))
        return HTMLText.element("h1", class: verdict, "<b>\(word)</b> \(HTMLText.escape(report.sum))") + "\n"
            + HTMLText.element("p", class: "effort", HTMLText.escape(facts.joined(separator: " · "))) + "\n"
            + bar(report)
    }

    /// The shares of what passed, failed and was skipped, as one bar.
    private static func bar(_ report: ScenarioRunReport) -> String {
        let parts = ScenarioStatus.allCases.filter { report.count($0) > 0 }.map { status in
            "<i class=\"\(status.rawValue)\" style=\"flex:\(report.count(status))\"></i>"
        }
        return parts.isEmpty ? "" : HTMLText.element("div", class: "bar", parts.joined()) + "\n"
    }

    private static func matrix(_ matrix: ToolMatrix) -> String {
        guard !matrix.rows.isEmpty else { return "" }
        let headings = matrix.columns.map { column in
            HTMLText.element(
                "th", HTMLText.escape(column.driver) + "<br><small>\(HTMLText.escape(column.deployment.title))</small>")
        }
        let rows = matrix.rows.map { row in
            let cells = row.cells.map { cell in
                let classes =
                    cell.count == 0 ? "none" : cell.failed > 0 ? "failed" : cell.passed > 0 ? "passed" : "skipped"
                return HTMLText.element("td", class: classes, HTMLText.escape(cell.text))
            }
            return HTMLText.element("tr", HTMLText.element("th", code(row.tool)) + cells.joined())
        }
        return """
            <h2>Tools</h2>
            <div class="wide"><table class="matrix">
            <thead><tr><th>Tool</th>\(headings.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table></div>
            <p class="effort">Steps that held, of how many there were where not all did. ~ means that some needed another try.</p>

            """
    }

    private static func differences(_ differences: DriverDifferences) -> String {
        guard !differences.isEmpty else { return "" }
        let explained = differences.explained.map { difference in
            HTMLText.element(
                "li",
                "\(code(difference.tool)), \(HTMLText.escape(difference.driver)): \(HTMLText.escape(difference.because))"
                    + " <small>\(HTMLText.escape(difference.scenarios.joined(separator: ", ")))</small>")
        }
        let unexplained = differences.unexplained.map { difference in
            HTMLText.element(
                "li",
                "<b class=\"bad\">not explained:</b> \(HTMLText.escape(difference.scenario)) passed with "
                    + HTMLText.escape(difference.passed.joined(separator: ", ")) + ", failed with "
                    + HTMLText.escape(difference.failed.joined(separator: ", ")))
        }
        return "<h2>Differences between drivers</h2>\n"
            + HTMLText.element("ul", (explained + unexplained).joined(separator: "\n")) + "\n"
    }

    private static func defects(_ report: ScenarioRunReport) -> String {
        let items = report.defects.map { met in
            let words =
                met.standing == .reproduced ? "still there" : "<b class=\"bad\">perhaps mended</b>"
            let product = HTMLText.escape(met.result.product?.title ?? met.result.driver)
            return HTMLText.element(
                "li", "\(code(met.defect.id)) \(words) in \(product): \(HTMLText.escape(met.defect.title))")
        }
        guard !items.isEmpty else { return "" }
        return "<h2>Known defects</h2>\n" + HTMLText.element("ul", items.joined(separator: "\n")) + "\n"
    }

    /// The scenarios that took longest.
    private static func timings(_ report: ScenarioRunReport) -> String {
        let slowest = report.scenarios.sorted { $0.elapsedMilliseconds > $1.elapsedMilliseconds }.prefix(12)
            .filter { $0.elapsedMilliseconds > 0 }
        guard let most = slowest.first?.elapsedMilliseconds else { return "" }
        let rows = slowest.map { result in
            let width = max(1, result.elapsedMilliseconds * 100 / most)
            return HTMLText.element(
                "tr",
                HTMLText.element("th", HTMLText.escape("\(result.fullName) (\(result.driver))"))
                    + HTMLText.element(
                        "td", "<i class=\"time \(result.status.rawValue)\" style=\"width:\(width)%\"></i>")
                    + HTMLText.element("td", class: "number", Figures.seconds(result.elapsedMilliseconds)))
        }
        return """
            <details><summary>Timings: what took longest</summary>
            <div class="wide"><table class="timings"><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>
            </details>

            """
    }

    private static func scenarios(_ report: ScenarioRunReport) -> String {
        guard !report.scenarios.isEmpty else { return "" }
        let order: [ScenarioStatus] = [.failed, .passed, .skipped]
        let sorted = order.flatMap { status in report.scenarios.filter { $0.status == status } }
        return "<h2>Scenarios</h2>\n" + sorted.map(ScenarioHTML.render).joined(separator: "\n")
    }

    static func code(_ text: String) -> String {
        HTMLText.element("code", HTMLText.escape(text))
    }

    private static let style = """
        .bar { display: flex; height: .6rem; border-radius: .3rem; overflow: hidden; margin: .5rem 0 1rem; }
        i.passed { background: var(--good); } i.failed { background: var(--bad); } i.skipped { background: var(--line); }
        .bad { color: var(--bad); }
        h2 { margin-top: 1.5rem; } article h2 { margin-top: 0; }
        .matrix th:first-child { font-weight: normal; } .matrix td, .matrix thead th:not(:first-child), .number { text-align: right; }
        .matrix tbody th, .timings th { font-weight: normal; border-bottom: 1px solid var(--line); }
        td.passed { color: var(--good); } td.failed { color: var(--bad); font-weight: bold; } td.none, td.skipped { color: var(--dim); }
        .timings td:nth-child(2) { width: 50%; } i.time { display: block; height: .7rem; border-radius: .2rem; margin-top: .4rem; }
        .number { white-space: nowrap; }
        details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; background: var(--box); }
        summary { cursor: pointer; padding: .5rem .75rem; } details > :not(summary) { margin: .5rem .75rem; }
        details details { background: var(--paper); }
        .mark { font-weight: bold; } .mark.passed { color: var(--good); } .mark.failed { color: var(--bad); } .mark.skipped { color: var(--dim); }
        .tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; color: var(--dim); }
        ol.steps { padding-left: 1.5rem; } ol.steps > li { margin: .35rem 0; } .answer { color: var(--dim); }
        .wrong { color: var(--bad); } pre.plain { border-left-color: var(--line); white-space: pre-wrap; }
        pre .missing { color: var(--good); } pre .surplus { color: var(--bad); } pre .same { color: var(--dim); }
        @media print { details { break-inside: avoid; } }
        """
}
