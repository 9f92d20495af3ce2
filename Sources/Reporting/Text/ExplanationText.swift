package import ConfluenceModel

/// What a pasted text speaks for, for people: the words that were read, the causes in their order, and one next step.
package enum ExplanationText {
    package static func render(_ report: DiagnosisReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        headline(report, &block)
        readings(report, &block)
        causes(report, &block)
        alternatives(report, &block)
        if !report.notes.isEmpty { block.line() }
        for note in report.notes { block.paragraph(note.printable, lead: "note: ") }
        if let step = report.nextStep {
            block.line()
            block.paragraph(step.printable, lead: "next: ")
        }
        return TextBlock.joined(block.lines)
    }

    private static func headline(_ report: DiagnosisReport, _ block: inout TextBlock) {
        let site = report.deployment.kind == .unknown ? "" : " (\(report.deployment.kind.title))"
        guard report.verdict == .problem else {
            block.headline(
                "undecided", .yellow, (report.isRatherNoFault ? report.headline : "no cause could be named") + site)
            return
        }
        block.headline("problem", .red, report.headline + site)
    }

    /// Each quote once, with what it means, in the order of the text.
    private static func readings(_ report: DiagnosisReport, _ block: inout TextBlock) {
        var seen: Set<Quote> = []
        for line in (report.isRatherNoFault ? report.noFault?.evidence ?? [] : []) + report.causes.flatMap(\.evidence) {
            guard let quote = line.quote, seen.insert(quote).inserted else { continue }
            block.line()
            let margin = QuoteText.append(quote, to: &block)
            block.paragraph(line.text.printable, lead: String(repeating: " ", count: margin) + "= ")
        }
    }

    private static func causes(_ report: DiagnosisReport, _ block: inout TextBlock) {
        let best = max(
            report.causes.first?.confidence ?? 0, report.isRatherNoFault ? report.noFault?.confidence ?? 0 : 0)
        for (index, cause) in report.causes.enumerated() {
            let rank = report.rank(ofCauseAt: index)
            if rank > index + 1, report.noFault?.rank == rank - 1 { noFault(report, &block) }
            block.line()
            block.title(
                cause.title.printable, id: cause.id.rawValue, lead: "\(rank). ",
                remark: "  \(Int((cause.confidence * 100).rounded())) % likely")
            // What to do about the others is for those to read whom the first didn't help.
            guard rank == 1 || cause.confidence * 2 > best else {
                block.paragraph(
                    "by \(cause.fix.who.title); see `confluence-doctor explain \(cause.id)`", lead: "   ", styles: .dim)
                continue
            }
            block.line("   fix, by \(cause.fix.who.title)")
            for (number, step) in cause.fix.steps.enumerated() {
                block.paragraph(step.printable, lead: "     \(number + 1). ")
            }
        }
        if let rank = report.noFault?.rank, rank > report.causes.count { noFault(report, &block) }
    }

    private static func noFault(_ report: DiagnosisReport, _ block: inout TextBlock) {
        guard let noFault = report.noFault else { return }
        block.line()
        block.title(
            noFault.title.printable, lead: "\(noFault.rank). ",
            remark: "  \(Int((noFault.confidence * 100).rounded())) % likely")
    }

    private static func alternatives(_ report: DiagnosisReport, _ block: inout TextBlock) {
        guard let first = report.causes.first, let separation = first.separation else { return }
        block.line()
        block.line("can't be told apart from here")
        block.paragraph(separation.printable, lead: "  ")
    }
}
