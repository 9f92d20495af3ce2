import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Foundation
import Reporting

/// The forms in which a run of scenarios is reported.
enum RunFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case junit

    func render(_ report: ScenarioRunReport) -> String {
        switch self {
        case .text: text(report)
        case .json: ScenarioJSON.render(report)
        case .junit: JUnitXML.render(report)
        }
    }

    private func text(_ report: ScenarioRunReport) -> String {
        let terminal = Terminal()
        let scenarios = report.scenarios.map { ScenarioText.render($0, terminal: terminal) }
        return (scenarios + [ScenarioText.summary(report, terminal: terminal)]).joined(separator: "\n")
    }
}

/// A report that is written to a file besides what is printed: `junit=results.xml`.
struct ReportFile: ExpressibleByArgument {
    var format: RunFormat
    var path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = RunFormat(rawValue: String(parts[0])) else { return nil }
        self.format = format
        path = String(parts[1])
    }

    func write(_ report: ScenarioRunReport) throws {
        do {
            try Data(format.render(report).utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure.usage("\(path): the report can't be written; check the folder and its permissions")
        }
    }
}
