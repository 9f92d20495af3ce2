import ArgumentParser
import ConfluenceModel
import Documents
import Foundation
import Reporting

/// In which forms a report is given out, and where to.
struct ReportOptions: ParsableArguments {
    @Option(name: .long, help: "What is printed: text, json, junit, tap, html, markdown or github (annotations).")
    var format: RunFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write a report as well, such as junit=FILE; may be given again. The file - is standard output.",
            valueName: "kind=file"),
        transform: ReportFile.init(parsing:))
    var report: [ReportFile] = []

    /// Refuses files that can't be written, before a run whose results would be lost.
    func checkFiles() throws(CommandFailure) {
        for file in report where file.path != "-" {
            try OutputFile.check(file.path, of: "--report")
        }
    }

    /// Prints the report and writes its files.
    ///
    /// - Parameter isTold: Whether its scenarios have been told already.
    func give(_ report: ScenarioRunReport, isTold: Bool) throws {
        let isSum = isTold && format == .text
        Output.line(
            isSum
                ? "\n" + RunText.summary(report, terminal: .current) : format.render(report, terminal: .current))
        for file in self.report { try file.write(report) }
    }
}

/// A report that is written to a file besides what is printed: `junit=results.xml`.
struct ReportFile: Sendable {
    var format: RunFormat
    var path: String

    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let kinds = RunFormat.allCases.map(\.rawValue)
        guard parts.count == 2 else {
            throw ValidationError("“\(argument)” is no kind and file, such as junit=results.xml")
        }
        guard let format = RunFormat(rawValue: parts[0]) else {
            throw ValidationError(DocumentNode.unknown("kind of report", parts[0], among: kinds))
        }
        self.format = format
        path = parts[1]
    }

    func write(_ report: ScenarioRunReport) throws {
        let text = format.render(report)
        guard path != "-" else { return Output.line(text) }
        do {
            try OutputFile.write(Data(text.utf8), to: path)
        } catch {
            throw CommandFailure.usage("\(path): the report can't be written; check the folder and its permissions")
        }
    }
}
