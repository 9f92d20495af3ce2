package import ConfluenceModel

/// The way to a diagnosis: each question with what it cost, what it ruled out, and what it left standing.
package enum ReasoningText {
    package static func render(_ report: DiagnosisReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        block.line(terminal.styled("how it was found", .bold))
        if report.reasoning.isEmpty { block.paragraph("nothing was asked", lead: "  ") }
        for (index, step) in report.reasoning.enumerated() {
            let change = step.change.map { ", with \($0)" } ?? ""
            block.paragraph("\(step.question)\(change)".printable, lead: "  \(index + 1). ")
            block.paragraph(step.answer.printable, lead: "     → ")
            block.paragraph(cost(step), lead: "     ", styles: .dim)
            if !step.ruledOut.isEmpty {
                block.paragraph("ruled out: \(step.ruledOut.map(\.rawValue).joined(separator: ", "))", lead: "     ")
            }
            let standing = step.standing.map { "\($0.cause?.rawValue ?? "nothing wrong") \(percent($0.share))" }
            block.paragraph("standing: \(standing.joined(separator: ", "))", lead: "     ")
        }
        return TextBlock.joined(block.lines)
    }

    private static func cost(_ step: ReasoningStep) -> String {
        let requests = step.requests == 1 ? "1 request" : "\(step.requests) requests"
        let logins = step.failedLogins == 0 ? "" : ", \(step.failedLogins) failed login"
        return "cost \(requests)\(logins); \(step.expectedBits) bits were expected of it"
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
