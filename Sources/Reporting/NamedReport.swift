package import ConfluenceModel
package import ConfluenceWire

/// The diagnosis of one toolkit of a document.
package struct NamedReport: Sendable, Hashable {
    package var name: String
    package var report: DiagnosisReport

    package init(name: String, report: DiagnosisReport) {
        self.name = name
        self.report = report
    }

    /// One report stands alone; several are headed by their toolkits' names.
    package static func text(_ reports: [NamedReport], terminal: Terminal, withReasoning: Bool = false) -> String {
        reports.map { named in
            var text = DiagnosisText.render(named.report, terminal: terminal)
            if withReasoning { text += "\n" + ReasoningText.render(named.report, terminal: terminal) }
            return reports.count > 1 ? "toolkit \(named.name.printable)\n\n\(text)" : text
        }.joined(separator: "\n")
    }

    /// The published form describes one toolkit: of several the worst leads, and all follow under `toolkits`.
    package static func json(_ reports: [NamedReport], withReasoning: Bool = false) -> JSON {
        guard let worst = reports.worst else { return [:] }
        var json = DiagnosisJSON.value(worst.report)
        if withReasoning { json["reasoning"] = DiagnosisJSON.reasoning(worst.report) }
        if reports.count > 1 {
            json["toolkits"] = .array(
                reports.map { ["name": .string($0.name), "report": DiagnosisJSON.value($0.report)] })
        }
        return json
    }
}

extension [NamedReport] {
    /// The report whose verdict decides the exit code; of equals the first.
    package var worst: NamedReport? {
        self.max { $0.report.verdict.severity < $1.report.verdict.severity }
    }
}

extension DiagnosisReport.Verdict {
    fileprivate var severity: Int {
        switch self {
        case .healthy: 0
        case .undecided: 1
        case .problem: 2
        }
    }
}
