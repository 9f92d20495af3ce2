package import ConfluenceModel

/// The way to a diagnosis: each question with what it cost, what it ruled out, and what it left standing.
package enum ReasoningText {
    package static func render(_ report: DiagnosisReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        block.line(terminal.styled("how it was found", .bold))
        if report.reasoning.isEmpty { block.paragraph("nothing was asked", lead: "  ") }
        var assumed: [String] = []
        for (index, step) in report.reasoning.enumerated() {
            for change in step.assuming.dropFirst(assumed.count) {
                block.paragraph("from here on with \(change)".printable, lead: "  ")
            }
            assumed = step.assuming
            let change = step.change.map { " tried with \($0)" } ?? ""
            block.paragraph("\(step.question)\(change)".printable, lead: "  \(index + 1). ")
            block.paragraph(step.answer.printable, lead: "     → ")
            block.paragraph(cost(step), lead: "     ", styles: .dim)
            // What a repair has changed was already told with its step.
            guard step.requests > 0 || step.assuming.isEmpty else { continue }
            if !step.ruledOut.isEmpty {
                block.paragraph("ruled out: \(step.ruledOut.map(\.rawValue).joined(separator: ", "))", lead: "     ")
            }
            let standing = step.standing.map { "\($0.cause?.rawValue ?? "nothing wrong") \(percent($0.share))" }
            if !standing.isEmpty {
                block.paragraph("still possible: \(standing.joined(separator: ", "))", lead: "     ")
            }
        }
        return TextBlock.joined(block.lines)
    }

    private static func cost(_ step: ReasoningStep) -> String {
        guard step.requests > 0 else { return "nothing was sent: the answer was known" }
        var cost = [step.requests == 1 ? "1 request" : "\(step.requests) requests"]
        if step.failedLogins > 0 {
            cost.append(step.failedLogins == 1 ? "1 failed login" : "\(step.failedLogins) failed logins")
        }
        if step.waitedSeconds > 0 { cost.append("\(step.waitedSeconds) s of waiting, as the site asked (429)") }
        return "cost \(cost.joined(separator: ", ")); expected to tell \(step.expectedBits) bits"
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
