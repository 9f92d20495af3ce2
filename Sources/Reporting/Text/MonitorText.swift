package import ConfluenceModel

/// What a monitor sees, for people: a line for what happens, the diagnosis under it, and a table at the end.
package enum MonitorText {
    package static func render(_ event: MonitorEvent, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        switch event {
        case .round(let number, let working, let failing):
            let rest = failing == 0 ? "" : ", " + terminal.styled("\(failing) failing", .red)
            block.line("round \(number): \(working) working\(rest)")
        case .askedToWait(let seconds):
            block.line(terminal.styled("waiting", .bold, .yellow) + ": the site asks for \(seconds) s of quiet (429)")
        case .loginRefused(let seconds, let failedLogins):
            let hours = seconds / 3600
            block.paragraph(
                terminal.styled("login refused", .bold, .yellow)
                    + ": it is tried again in \(hours) hour\(hours == 1 ? "" : "s"), since each failed login may count "
                    + "against the account (\(failedLogins) so far); mend the login, and start the monitor anew")
        case .recovered(let tools):
            block.paragraph(terminal.styled("recovered", .bold, .green) + ": \(tools.joined(separator: ", "))")
        case .broke(let tools, let error, let diagnosis):
            block.paragraph(terminal.styled("broken", .bold, .red) + ": \(tools.joined(separator: ", "))")
            block.paragraph(error.printable, lead: "  ")
            if let diagnosis {
                let inner = Terminal(width: terminal.width - 2, usesColor: terminal.usesColor)
                block.append(DiagnosisText.lines(diagnosis, terminal: inner), indentation: "  ")
            }
        }
        return block.text
    }

    package static func summary(_ report: MonitorReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        let width = max(4, report.tools.map(\.name.count).max() ?? 0)
        block.line(terminal.styled(row("tool", width, ["checks", "success", "errors", "p50", "p95"]), .bold))
        for tool in report.tools {
            guard tool.check != nil else {
                block.line(row(tool.name, width, ["–"]) + "  not checked: no call of it only reads")
                continue
            }
            let cells = [
                String(tool.checks), percent(tool.successRate), percent(tool.successRate.map { 1 - $0 }),
                milliseconds(tool.durations.quantile(0.5)), milliseconds(tool.durations.quantile(0.95)),
            ]
            block.line(row(tool.name, width, cells))
        }
        block.line()
        let skipped = report.skippedRounds == 0 ? "" : ", \(report.skippedRounds) left out"
        block.line("\(report.rounds) rounds\(skipped), \(ReadingEffort.words(report.requests))")
        for (cause, times) in report.causes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            block.line("cause found: \(cause.rawValue)\(times == 1 ? "" : ", \(times) times")")
        }
        return block.text
    }

    private static func row(_ name: String, _ width: Int, _ cells: [String]) -> String {
        let padded = name + String(repeating: " ", count: max(0, width - name.count))
        return padded + cells.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined()
    }

    private static func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private static func milliseconds(_ seconds: Double?) -> String {
        seconds.map { "\(Int(($0 * 1000).rounded())) ms" } ?? "–"
    }
}
