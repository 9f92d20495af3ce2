package import ConfluenceModel

/// What a diagnosis must say; an absent part asks for nothing.
package struct DiagnosisExpectation: Sendable, Hashable {
    package var verdict: DiagnosisReport.Verdict?
    /// The cause that must stand first.
    package var cause: CauseID?
    package var isProven: Bool?
    package var field: String?
    /// Causes that the diagnosis must name as impossible to tell apart from the first.
    package var alternatives: [CauseID] = []
    package var notCauses: [CauseID] = []
    package var fixer: Fixer?
    package var evidence: [String] = []
    package var notes: [String] = []
    package var journal: [String] = []

    /// What of the expected does not hold, each as a sentence with what was seen instead.
    func problems(of report: DiagnosisReport) -> [String] {
        var problems: [String] = []
        if let verdict, verdict != report.verdict {
            problems.append("the verdict is \(report.verdict.rawValue), expected \(verdict.rawValue)")
        }
        for cause in notCauses where report.causes.contains(where: { $0.id == cause }) {
            problems.append("the diagnosis names \(cause), and should not")
        }
        for part in notes where !report.notes.contains(where: { $0.contains(part) }) {
            problems.append("no note of the diagnosis contains “\(part)”")
        }
        return problems + self.problems(ofFirst: report.isRatherNoFault ? [] : report.causes)
    }

    private func problems(ofFirst causes: [FoundCause]) -> [String] {
        guard let first = causes.first else {
            guard let cause else { return asksForCause ? ["the diagnosis names no cause"] : [] }
            return ["the diagnosis names no cause, expected \(cause)"]
        }
        var problems: [String] = []
        if let cause, cause != first.id {
            let place = causes.firstIndex { $0.id == cause }.map { ", which stands at place \($0 + 1)" } ?? ""
            problems.append("the first cause is \(first.id), expected \(cause)\(place)")
        }
        if let isProven, isProven != first.isProven {
            problems.append(
                isProven ? "the first cause is not proven" : "the first cause is called proven, and can't be")
        }
        if let field, field != first.field {
            problems.append("the field to blame is \(first.field ?? "not named"), expected \(field)")
        }
        for alternative in alternatives where !first.alternatives.contains(alternative) {
            let named = first.alternatives.map(\.rawValue).joined(separator: ", ")
            problems.append("\(alternative) is not among the alternatives (\(named.isEmpty ? "none" : named))")
        }
        if let fixer, fixer != first.fix.who {
            problems.append("the fix is for \(first.fix.who.title), expected \(fixer.title)")
        }
        for part in evidence where !first.evidence.contains(where: { $0.text.contains(part) }) {
            problems.append("no evidence for the first cause contains “\(part)”")
        }
        return problems
    }

    private var asksForCause: Bool {
        isProven == true || field != nil || !alternatives.isEmpty || fixer != nil || !evidence.isEmpty
    }
}
