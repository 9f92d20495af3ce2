import ArgumentParser
import ConfluenceModel
import Reporting

/// The forms in which a run of scenarios is reported.
enum RunFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case junit
    case tap
    case html
    case markdown
    case github

    func render(_ report: ScenarioRunReport, terminal: Terminal = Terminal()) -> String {
        switch self {
        case .text: RunText.render(report, terminal: terminal)
        case .json: ScenarioJSON.render(report)
        case .junit: JUnitXML.render(report)
        case .tap: TAPReport.render(report)
        case .html: RunHTML.render(report)
        case .markdown: RunMarkdown.render(report)
        case .github: GitHubAnnotations.render(report)
        }
    }
}
