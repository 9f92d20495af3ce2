import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Reporting

/// The forms in which a diagnosis is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html
    case markdown
    case sarif

    /// - Parameter file: What was read; `nil` for standard input.
    func render(_ reports: [NamedReport], of file: String? = nil, withReasoning: Bool = false) -> String {
        switch self {
        case .text: NamedReport.text(reports, terminal: .current, withReasoning: withReasoning)
        case .json: NamedReport.json(reports, withReasoning: withReasoning).compactText
        case .html: DiagnosisHTML.render(reports)
        case .markdown: DiagnosisMarkdown.render(reports)
        case .sarif:
            SARIFReport(version: DoctorCommand.versionNumber, source: file) { id in
                CauseCatalogue.cause(id).map(SARIFRule.init)
            }.value(reports).prettyText
        }
    }
}

extension SARIFRule {
    fileprivate init(_ cause: Cause) {
        let help = cause.fixes.map { fix in
            let place = fix.place.map { "\($0), " } ?? ""
            let steps = fix.steps.enumerated().map { "\($0 + 1). \(PlaceholderWords.fill($1))" }
            return (["Fix, \(place)by \(fix.who.title):", ""] + steps).joined(separator: "\n")
        }
        let links = cause.links.map { "See <\($0)>." }
        self.init(
            id: cause.id, title: cause.title,
            description: cause.looksLike.map { look in
                (look.deployment.map { "\($0.title): " } ?? "") + look.text
            }.joined(separator: "; "),
            help: (help + links).joined(separator: "\n\n"), link: cause.links.first)
    }
}
