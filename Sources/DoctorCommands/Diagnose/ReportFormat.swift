import ArgumentParser
import ConfluenceWire
import Reporting

/// The forms in which a diagnosis is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html

    func render(_ reports: [NamedReport]) -> String {
        switch self {
        case .text: NamedReport.text(reports, terminal: .current)
        case .json: NamedReport.json(reports).compactText
        case .html: DiagnosisHTML.render(reports)
        }
    }
}
