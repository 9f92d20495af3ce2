import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Reporting

/// The diagnosis of one toolkit of a document.
struct NamedReport {
    var name: String
    var report: DiagnosisReport

    /// One report stands alone; several are headed by their toolkits' names.
    static func render(_ reports: [NamedReport], as format: ReportFormat, withReasoning: Bool = false) -> String {
        switch format {
        case .text: text(reports, withReasoning)
        case .json: json(reports, withReasoning).compactText
        }
    }

    private static func text(_ reports: [NamedReport], _ withReasoning: Bool) -> String {
        reports.map { named in
            var text = DiagnosisText.render(named.report, terminal: .current)
            if withReasoning { text += "\n" + ReasoningText.render(named.report, terminal: .current) }
            return reports.count > 1 ? "toolkit \(named.name)\n\n\(text)" : text
        }.joined(separator: "\n")
    }

    /// The published form describes one toolkit: of several the worst leads, and all follow under `toolkits`.
    private static func json(_ reports: [NamedReport], _ withReasoning: Bool) -> JSON {
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
    var worst: NamedReport? {
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

/// The forms in which a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
