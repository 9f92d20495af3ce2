package import ConfluenceModel

/// Scenarios for people: a line for each, what the tools answered, the diagnosis under it, and a table at the end.
package enum ScenarioText {
    /// How much of a tool's answer is shown, in characters.
    private static let answerLimit = 600

    /// One scenario, as soon as it is done.
    package static func render(_ result: ScenarioResult, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        let time = terminal.styled("(\(result.driver), \(seconds(result.elapsedMilliseconds)))", .dim)
        block.line("\(mark(result.status, terminal)) \(terminal.styled(result.name.printable, .bold)) \(time)")
        block.line(terminal.styled("       \(result.file)", .dim))
        if let reason = result.reason {
            block.paragraph(reason.printable, lead: "       ", styles: result.status == .failed ? .red : .dim)
        }
        for step in result.steps { render(step, &block) }
        if let diagnosis = result.diagnosis {
            block.line()
            let inner = Terminal(width: terminal.width - 7, usesColor: terminal.usesColor)
            block.append(DiagnosisText.lines(diagnosis, terminal: inner), indentation: "       ")
        }
        return block.text + "\n"
    }

    private static func render(_ step: StepResult, _ block: inout TextBlock) {
        switch step.status {
        case .passed: block.paragraph(step.title.printable, lead: "       ")
        case .failed: block.paragraph(step.title.printable, lead: "     ✗ ", styles: .red)
        case .skipped: block.paragraph("\(step.title.printable) (not reached)", lead: "       ", styles: .dim)
        }
        if let answer = step.answer {
            block.paragraph(shortened(answer).printable, lead: "         → ")
        }
        for problem in step.problems {
            block.paragraph(shortened(problem).printable, lead: "         ! ", styles: .red)
        }
    }

    /// The table and the sum, after all scenarios.
    package static func summary(_ report: ScenarioRunReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        let nameWidth = min(max(8, report.scenarios.map(\.name.count).max() ?? 0), terminal.width - 46)
        for result in report.scenarios {
            let name = padded(cut(result.name.printable, to: nameWidth), to: nameWidth)
            let cause = result.diagnosis.map { $0.causes.first?.id.rawValue ?? $0.verdict.rawValue } ?? ""
            let time = seconds(result.elapsedMilliseconds)
            block.line("\(mark(result.status, terminal)) \(name)  \(padded(cause, to: 28)) \(time)")
        }
        if !report.scenarios.isEmpty { block.line() }
        block.line(sum(report, terminal))
        return block.text
    }

    private static func sum(_ report: ScenarioRunReport, _ terminal: Terminal) -> String {
        let failed = report.count(.failed)
        var parts = ["\(report.count(.passed)) passed"]
        parts.append(failed == 0 ? "0 failed" : terminal.styled("\(failed) failed", .bold, .red))
        if report.count(.skipped) > 0 { parts.append("\(report.count(.skipped)) skipped") }
        return parts.joined(separator: ", ") + " in \(seconds(report.elapsedMilliseconds))"
    }

    private static func mark(_ status: ScenarioStatus, _ terminal: Terminal) -> String {
        switch status {
        case .passed: terminal.styled("passed", .green)
        case .failed: terminal.styled("FAILED", .bold, .red)
        case .skipped: terminal.styled("  skip", .yellow)
        }
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > answerLimit else { return text }
        return "\(text.prefix(answerLimit))… (\(text.count) characters)"
    }

    private static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `0.12 s`, without the noise of a formatter.
    private static func seconds(_ milliseconds: Int) -> String {
        let hundredths = (milliseconds + 5) / 10
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
