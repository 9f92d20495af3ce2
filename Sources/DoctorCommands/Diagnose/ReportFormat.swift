import ArgumentParser
import ConfluenceWire
import Reporting

/// The forms in which a diagnosis is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html

    func render(_ reports: [NamedReport], withReasoning: Bool = false) -> String {
        switch self {
        case .text: NamedReport.text(reports, terminal: .current, withReasoning: withReasoning)
        case .json: NamedReport.json(reports, withReasoning: withReasoning).compactText
        case .html: DiagnosisHTML.render(reports)
        }
    }
}
