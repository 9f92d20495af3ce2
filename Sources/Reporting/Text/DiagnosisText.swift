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
        for (index, cause) in report.causesWithoutRepetitions.enumerated() {
            block.line()
            render(cause, number: report.causes.count > 1 ? report.rank(ofCauseAt: index) : nil, &block)
        }
        if let noFault = report.noFault?.line {
            block.line()
            block.paragraph(noFault.printable)
        }
        if !report.notes.isEmpty {
            block.line()
            for note in report.notes { block.paragraph(note.printable, lead: "note: ") }
        }
        block.line()
        block.paragraph(report.effort, styles: .dim)
        return block.lines
    }

    private static func headline(_ report: DiagnosisReport, _ block: inout TextBlock) {
        let style: (word: String, color: Terminal.Style) =
            switch report.verdict {
            case .healthy: ("healthy", .green)
            case .problem: ("problem", .red)
            case .undecided: ("undecided", .yellow)
            }
        let site = deployment(report.deployment)
        block.headline(style.word, style.color, report.headline + site)
    }

    private static func deployment(_ deployment: DiagnosisReport.FoundDeployment) -> String {
        guard deployment.kind != .unknown else { return "" }
        return " (\(deployment.kind.title)\(deployment.version.map { " \($0)" } ?? ""))"
    }

    private static func render(_ cause: FoundCause, number: Int?, _ block: inout TextBlock) {
        block.title(cause.title.printable, id: cause.id.rawValue, lead: number.map { "\($0). " } ?? "")
        if let excerpt = cause.excerpt {
            ExcerptText.append(excerpt, field: cause.field ?? "", to: &block)
        } else if let field = cause.field {
            block.line("  " + block.terminal.styled("-->", .cyan) + " \(field.printable)")
        }
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
        let (word, words) = cause.certainty
        section(word.prefix(1).lowercased() + word.dropFirst(), &block)
        if let words { block.paragraph(words.printable, lead: "    ") }
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
}

extension TextBlock {
    /// Lines as one text with a line feed at its end.
    static func joined(_ lines: [String]) -> String {
        lines.joined(separator: "\n") + "\n"
    }
}
