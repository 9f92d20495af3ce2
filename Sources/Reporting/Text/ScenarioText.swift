package import ConfluenceModel

/// One scenario for people: a line, or what its tools answered with the diagnosis under it.
package enum ScenarioText {
    /// How much of a tool's answer is shown, in characters.
    private static let answerLimit = 600

    /// The scenario in a line.
    package static func line(_ result: ScenarioResult, terminal: Terminal) -> String {
        let cause = result.status == .skipped ? result.reason.map { ": \($0)" } : result.diagnosed.map { " · \($0)" }
        let remark = result.isFlaky ? terminal.styled(" flaky", .yellow) : ""
        return head(result, terminal) + terminal.styled((cause ?? "").printable, .dim) + remark
    }

    /// The whole scenario.
    package static func render(_ result: ScenarioResult, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        block.line(head(result, terminal) + (result.isFlaky ? terminal.styled(" flaky", .yellow) : ""))
        block.line(terminal.styled("       \(result.file)", .dim))
        if let reason = result.reason {
            block.paragraph(reason.printable, lead: "       ", styles: result.status == .failed ? .red : .dim)
        }
        if let remark = result.defectRemark { block.paragraph(remark.printable, lead: "       ", styles: .red) }
        if result.defectStanding == .reproduced, let defect = result.knownDefect {
            block.paragraph("the defect is still there: \(defect.title.printable)", lead: "       ", styles: .yellow)
        }
        for step in result.steps { render(step, &block) }
        if let diagnosis = result.diagnosis {
            block.line()
            let inner = Terminal(width: terminal.width - 7, usesColor: terminal.usesColor)
            block.append(DiagnosisText.lines(diagnosis, terminal: inner), indentation: "       ")
        }
        return block.text + "\n"
    }

    private static func head(_ result: ScenarioResult, _ terminal: Terminal) -> String {
        let time = terminal.styled("(\(result.driverTitle), \(Figures.seconds(result.elapsedMilliseconds)))", .dim)
        return "\(mark(result.status, terminal)) \(terminal.styled(result.title.printable, .bold)) \(time)"
    }

    private static func render(_ step: StepResult, _ block: inout TextBlock) {
        let part = step.part == .steps ? "" : "\(step.part.rawValue): "
        let tries = step.isFlaky ? " (flaky: passed at try \(step.tries))" : ""
        let title = (part + step.title + tries).printable
        switch step.status {
        case .passed: block.paragraph(title, lead: "       ")
        case .failed: block.paragraph(title, lead: "     ✗ ", styles: .red)
        case .skipped:
            let isReached = !step.problems.isEmpty
            block.paragraph(isReached ? title : "\(title) (not reached)", lead: "       ", styles: .dim)
        }
        if let answer = step.answer {
            block.paragraph(shortened(answer).printable, lead: "         → ")
        }
        for problem in step.problems {
            block.paragraph(shortened(problem).printable, lead: "         ! ", styles: .red)
        }
        guard step.status == .failed else { return }
        for comparison in step.comparisons { render(comparison, &block) }
        ExchangeText.render(step.exchanges, &block)
    }

    private static func render(_ comparison: StepComparison, _ block: inout TextBlock) {
        block.paragraph("\(comparison.subject.printable), - expected, + found:", lead: "         ")
        for line in LineDiff.lines(expected: comparison.expected, found: comparison.found) {
            let text = "           " + line.text.printable
            switch line {
            case .line(.missing): block.line(block.terminal.styled(text, .green))
            case .line(.surplus): block.line(block.terminal.styled(text, .red))
            case .line(.same), .omitted: block.line(block.terminal.styled(text, .dim))
            }
        }
    }

    static func mark(_ status: ScenarioStatus, _ terminal: Terminal) -> String {
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
}
