package import ConfluenceModel

/// A diagnosis for people, in the manner of a compiler: what is wrong, where, how we know, what to do.
package enum DiagnosisText {
    package static func render(_ report: DiagnosisReport, terminal: Terminal) -> String {
        TextBlock.joined(lines(report, terminal: terminal))
    }

    /// The diagnosis line by line, for texts that hold it.
    static func lines(_ report: DiagnosisReport, terminal: Terminal) -> [String] {
        var block = TextBlock(terminal)
        headline(report, &block)
        for (index, cause) in report.causes.enumerated() {
            block.line()
            render(cause, number: report.causes.count > 1 ? index + 1 : nil, &block)
        }
        if !report.notes.isEmpty {
            block.line()
            for note in report.notes { block.paragraph(note.printable, lead: "note: ") }
        }
        block.line()
        block.paragraph(effort(report), styles: .dim)
        return block.lines
    }

    private static func headline(_ report: DiagnosisReport, _ block: inout TextBlock) {
        let terminal = block.terminal
        let site = deployment(report.deployment)
        switch report.verdict {
        case .healthy:
            block.line(terminal.styled("healthy", .bold, .green) + ": nothing is wrong with this configuration" + site)
        case .problem:
            let count = report.causes.count
            let words = count == 1 ? "a cause was found" : "\(count) causes were found"
            block.line(terminal.styled("problem", .bold, .red) + ": \(words)" + site)
        case .undecided:
            block.line(terminal.styled("undecided", .bold, .yellow) + ": the cause could not be found" + site)
        }
    }

    private static func deployment(_ deployment: DiagnosisReport.FoundDeployment) -> String {
        guard deployment.kind != .unknown else { return "" }
        return " (\(deployment.kind.title)\(deployment.version.map { " \($0)" } ?? ""))"
    }

    private static func render(_ cause: FoundCause, number: Int?, _ block: inout TextBlock) {
        let terminal = block.terminal
        let mark = number.map { "\($0). " } ?? ""
        block.line(
            mark + terminal.styled(cause.title.printable, .bold) + " " + terminal.styled("[\(cause.id)]", .cyan))
        if let field = cause.field { block.line("  --> \(field)") }
        block.paragraph(cause.explanation.printable, lead: "  ")
        evidence(cause, &block)
        certainty(cause, &block)
        if !cause.fix.steps.isEmpty {
            section("fix, by \(cause.fix.who.title)", &block)
            for (index, step) in cause.fix.steps.enumerated() {
                block.paragraph(step.printable, lead: "    \(index + 1). ")
            }
        }
        alternatives(cause, &block)
    }

    private static func evidence(_ cause: FoundCause, _ block: inout TextBlock) {
        guard !cause.evidence.isEmpty else { return }
        section("evidence", &block)
        for line in cause.evidence where line.speaksFor { block.paragraph(line.text.printable, lead: "    + ") }
        for line in cause.evidence where !line.speaksFor { block.paragraph(line.text.printable, lead: "    - ") }
    }

    /// What was proven, and by which change; where nothing was, how likely the cause is.
    private static func certainty(_ cause: FoundCause, _ block: inout TextBlock) {
        let likelihood = "\(Int((cause.confidence * 100).rounded())) %"
        section(cause.isProven ? "proven" : "not proven, \(likelihood) likely", &block)
        guard let repair = cause.repair else {
            if cause.isProven { block.paragraph("the site said so itself", lead: "    ") }
            return
        }
        let change = repair.change.printable
        switch (repair.wasTried, repair.worked) {
        case (true, true): block.paragraph("tried with one change, and it worked: \(change)", lead: "    ")
        case (true, false): block.paragraph("tried with one change, and it still failed: \(change)", lead: "    ")
        case (false, _): block.paragraph("not tried: \(change)", lead: "    ")
        }
    }

    private static func alternatives(_ cause: FoundCause, _ block: inout TextBlock) {
        guard !cause.alternatives.isEmpty || cause.separation != nil else { return }
        section("can't be told apart from here", &block)
        if !cause.alternatives.isEmpty {
            block.paragraph(cause.alternatives.map(\.rawValue).joined(separator: ", "), lead: "    ")
        }
        if let separation = cause.separation {
            block.paragraph("what would settle it: \(separation.printable)", lead: "    ")
        }
    }

    private static func section(_ title: String, _ block: inout TextBlock) {
        block.line("  " + block.terminal.styled(title, .bold))
    }

    private static func effort(_ report: DiagnosisReport) -> String {
        let requests = report.requests == 1 ? "1 request" : "\(report.requests) requests"
        let logins = report.failedLogins == 1 ? "1 failed login" : "\(report.failedLogins) failed logins"
        return "\(requests), \(logins), \(report.elapsedMilliseconds) ms"
    }
}

extension TextBlock {
    /// Lines as one text with a line feed at its end.
    static func joined(_ lines: [String]) -> String {
        lines.joined(separator: "\n") + "\n"
    }
}
