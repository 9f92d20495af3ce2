import ConfluenceModel

/// One scenario as a part of a page that can be opened: what failed is open from the start.
enum ScenarioHTML {
    private static let bodyLimit = 2_000

    static func render(_ result: ScenarioResult) -> String {
        let isOpen = result.status == .failed ? " open" : ""
        var html = "<details class=\"scenario\"\(isOpen)>\n" + summary(result)
        let place = result.place
        html += HTMLText.element("p", class: "effort", HTMLText.escape("\(place.file):\(place.line)")) + "\n"
        if let reason = result.reason {
            html +=
                HTMLText.element("p", class: result.status == .failed ? "wrong" : nil, HTMLText.escape(reason)) + "\n"
        }
        if let remark = result.defectRemark {
            html += HTMLText.element("p", class: "wrong", HTMLText.escape(remark)) + "\n"
        }
        if !result.steps.isEmpty {
            html += HTMLText.element("ol", class: "steps", "\n" + result.steps.map(step).joined(separator: "\n")) + "\n"
        }
        if let diagnosis = result.diagnosis {
            html += "<details><summary>Diagnosis: \(HTMLText.escape(result.diagnosed ?? ""))</summary>\n<div>\n"
            html += DiagnosisHTML.section(diagnosis, heading: "h3") + "</div>\n</details>\n"
        }
        return html + "</details>"
    }

    private static func summary(_ result: ScenarioResult) -> String {
        var words = [
            "<span class=\"mark \(result.status.rawValue)\">\(result.status.rawValue)</span>",
            HTMLText.escape(result.fullName),
            HTMLText.element(
                "small", HTMLText.escape("\(result.driverTitle), \(Figures.seconds(result.elapsedMilliseconds))")),
        ]
        words += result.tags.map { HTMLText.element("span", class: "tag", HTMLText.escape($0)) }
        if result.isFlaky { words.append(HTMLText.element("span", class: "tag", "flaky")) }
        if result.defectStanding == .reproduced { words.append(HTMLText.element("span", class: "tag", "known defect")) }
        return HTMLText.element("summary", words.joined(separator: " ")) + "\n"
    }

    private static func step(_ step: StepResult) -> String {
        let part = step.part == .steps ? "" : "\(step.part.rawValue): "
        let tries = step.tries > 1 ? ", \(step.tries) tries" : ""
        let time = " <small>\(Figures.seconds(step.elapsedMilliseconds))\(tries)</small>"
        let mark = "<span class=\"mark \(step.status.rawValue)\">\(step.status.rawValue)</span> "
        var html = mark + HTMLText.escape(part + step.title) + (step.status == .skipped ? "" : time)
        if let difference = step.difference {
            html += HTMLText.element("p", class: "answer", "differs: " + HTMLText.escape(difference))
        }
        if let answer = step.answer {
            html += HTMLText.element("p", class: "answer", "→ " + HTMLText.escape(cut(answer)))
        }
        for problem in step.problems { html += HTMLText.element("p", class: "wrong", HTMLText.escape(cut(problem))) }
        if step.status == .failed {
            html += step.comparisons.map(comparison).joined()
        }
        html += exchanges(step)
        return HTMLText.element("li", html)
    }

    private static func comparison(_ comparison: StepComparison) -> String {
        let lines = LineDiff.lines(expected: comparison.expected, found: comparison.found).map { line in
            let classes =
                switch line {
                case .line(.missing): "missing"
                case .line(.surplus): "surplus"
                case .line(.same), .omitted: "same"
                }
            return HTMLText.element("span", class: classes, HTMLText.escape(line.text))
        }
        return HTMLText.element("p", HTMLText.escape(comparison.subject) + ", − expected, + found:")
            + HTMLText.element("pre", class: "plain", lines.joined(separator: "\n"))
    }

    private static func exchanges(_ step: StepResult) -> String {
        guard !step.exchanges.isEmpty else { return "" }
        let isOpen = step.status == .failed ? " open" : ""
        let count = step.exchanges.count
        var html = "\n<details\(isOpen)><summary>\(count) \(count == 1 ? "request" : "requests")</summary>\n"
        for exchange in step.exchanges {
            html += HTMLText.element("p", RunHTML.code(exchange.headline)) + "\n"
            if step.status == .failed {
                for (mark, body) in [(">", exchange.requestBody), ("<", exchange.responseBody)] {
                    guard let body, !body.isEmpty else { continue }
                    html += HTMLText.element("pre", class: "plain", HTMLText.escape("\(mark) \(cut(body))")) + "\n"
                }
            }
            html += HTMLText.list("ul", class: "answer", exchange.decisions)
        }
        return html + "</details>"
    }

    private static func cut(_ text: String) -> String {
        text.count <= bodyLimit ? text : "\(text.prefix(bodyLimit))… (\(text.count) characters)"
    }
}
