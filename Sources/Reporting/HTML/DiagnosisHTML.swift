import ConfluenceModel

/// Diagnoses as one page that needs nothing beside itself: light or dark as the reader's screen, and fit to be printed.
package enum DiagnosisHTML {
    package static func render(_ reports: [NamedReport]) -> String {
        let title = reports.worst.map { $0.report.headline } ?? "no diagnosis"
        let body = reports.map { named in
            let heading =
                reports.count > 1 ? HTMLText.element("h2", "Toolkit " + HTMLText.escape(named.name)) + "\n" : ""
            return heading + section(named.report)
        }.joined(separator: "\n")
        return PageFrame.page(title: title, body: body, styles: [style])
    }

    /// What only a diagnosis has: the list of what was asked, which stands in lines of its own on a narrow screen.
    static let style = """
        .asked { table-layout: fixed; } .asked th:first-child { width: 26%; } .asked th:last-child { width: 32%; }
        @media (max-width: 40rem) {
          .asked thead { display: none; } .asked tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
          .asked td { display: block; border: 0; padding: 0; } .asked td:last-child { padding-left: 1rem; }
          pre small { display: block; white-space: normal; }
        }
        """

    /// One diagnosis, to stand in a page with ``style``.
    static func section(_ report: DiagnosisReport, heading: String = "h1") -> String {
        let site = report.deployment
        let place =
            site.kind == .unknown
            ? "" : " <small>\(HTMLText.escape(site.kind.title + (site.version.map { " \($0)" } ?? "")))</small>"
        var html =
            HTMLText.element(
                heading, class: report.verdict.rawValue,
                "<b>\(report.verdict.rawValue)</b>: \(HTMLText.escape(report.headline))\(place)") + "\n"
        for (index, found) in report.causesWithoutRepetitions.enumerated() {
            html += cause(found, number: report.rank(ofCauseAt: index), of: report.causes.count)
        }
        if let noFault = report.noFault { html += HTMLText.element("p", HTMLText.escape(noFault.line)) + "\n" }
        if !report.notes.isEmpty { html += "<h3>Notes</h3>\n" + HTMLText.list("ul", report.notes) }
        if let step = report.nextStep { html += HTMLText.element("p", "<b>Next:</b> " + HTMLText.escape(step)) + "\n" }
        html += probes(report)
        return html
    }

    private static func cause(_ cause: FoundCause, number: Int, of count: Int) -> String {
        var html = "<article>\n"
        let mark = count > 1 ? "\(number). " : ""
        html += "<h2>\(mark)\(HTMLText.escape(cause.title)) <code>\(HTMLText.escape(cause.id.rawValue))</code></h2>\n"
        if let field = cause.field { html += place(field, cause.excerpt) }
        html += HTMLText.element("p", HTMLText.escape(cause.explanation)) + "\n"
        html += certainty(cause)
        if !cause.evidence.isEmpty {
            html += "<h3>Evidence</h3>\n"
            html += evidence("for", cause.evidence.filter(\.speaksFor))
            html += evidence("against", cause.evidence.filter { !$0.speaksFor })
        }
        if !cause.fix.steps.isEmpty {
            html += "<h3>Fix, by \(HTMLText.escape(cause.fix.who.title))</h3>\n" + HTMLText.list("ol", cause.fix.steps)
        }
        html += alternatives(cause)
        return html + "</article>\n"
    }

    private static func place(_ field: String, _ excerpt: ConfigurationExcerpt?) -> String {
        let file = excerpt.map { " \($0.file):\($0.line):\($0.column)" } ?? ""
        let words = excerpt?.text == nil ? excerpt?.label : nil
        let line = HTMLText.element(
            "p", class: "field",
            "→&nbsp;" + HTMLText.element("code", HTMLText.escape(field)) + HTMLText.escape(file)
                + (words.map { ": " + HTMLText.escape($0) } ?? ""))
        guard let excerpt, let text = excerpt.text else { return line + "\n" }
        var shown = ""
        var index = 0
        let characters = Array(text)
        for mark in excerpt.highlights {
            shown += HTMLText.escape(String(characters[index..<mark.lowerBound]))
            shown += HTMLText.element("mark", HTMLText.escape(String(characters[mark])))
            index = mark.upperBound
        }
        shown += HTMLText.escape(String(characters[index...]))
        let label = excerpt.label.map { " " + HTMLText.element("small", "← " + HTMLText.escape($0)) } ?? ""
        return line + "\n" + HTMLText.element("pre", HTMLText.element("code", shown) + label) + "\n"
    }

    private static func evidence(_ classes: String, _ lines: [FoundCause.EvidenceLine]) -> String {
        guard !lines.isEmpty else { return "" }
        let items = lines.map { line in
            let quote = line.quote.map { "<br>" + HTMLText.element("code", HTMLText.escape($0.text)) } ?? ""
            return HTMLText.element("li", HTMLText.escape(line.text) + quote)
        }
        return HTMLText.element("ul", class: classes, items.joined()) + "\n"
    }

    private static func certainty(_ cause: FoundCause) -> String {
        let (word, words) = cause.certainty
        let rest = words.map { ": " + HTMLText.escape($0) } ?? ""
        return HTMLText.element("p", class: cause.isProven ? "proven" : "open", "<b>\(word)</b>\(rest)") + "\n"
    }

    private static func alternatives(_ cause: FoundCause) -> String {
        guard !cause.alternatives.isEmpty || cause.separation != nil else { return "" }
        var html = "<h3>Can't be told apart from here</h3>\n"
        html += HTMLText.list("ul", cause.alternatives.map(\.rawValue))
        if let separation = cause.separation {
            html += HTMLText.element("p", "What would settle it: " + HTMLText.escape(separation)) + "\n"
        }
        return html
    }

    private static func probes(_ report: DiagnosisReport) -> String {
        let effort = HTMLText.element("p", class: "effort", report.effort)
        guard !report.probes.isEmpty else { return effort + "\n" }
        let rows = report.probes.map { probe in
            HTMLText.element(
                "tr",
                HTMLText.element("td", HTMLText.escape(probe.question))
                    + HTMLText.element("td", HTMLText.element("code", HTMLText.escape(probe.request)))
                    + HTMLText.element("td", HTMLText.escape(probe.answer)))
        }
        return """
            <h3>What was asked</h3>
            <table class="asked">
            <thead><tr><th>Question</th><th>Request</th><th>Answer</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            \(effort)

            """
    }
}
