import ArgumentParser
import Foundation
import Reporting
import Scenarios

/// `findings`: the defects that scenarios reproduce, as a page for those who can mend them.
struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Write down the toolkit's defects that scenarios reproduce, as Markdown.",
        discussion: """
            PATH is a scenario file or a folder of them; those that are marked known-defect are told, the others are \
            passed over. Nothing is run. Exit codes: 0 written, 2 unreadable files, or none with a known defect.
            """
    ).showing(
        "findings scenarios"
    )

    @Argument(help: ArgumentHelp("Scenario files and folders.", valueName: "path"))
    var paths: [String]

    func run() throws {
        let findings: [Finding]
        do {
            let scenarios = try ScenarioFiles.read(paths, vocabulary: EmbeddedWorld.vocabulary)
            findings = try FindingReader.findings(in: scenarios)
        } catch let error as any CustomStringConvertible {
            throw CommandFailure.usage(error.description)
        }
        guard !findings.isEmpty else {
            throw CommandFailure.usage(
                "no scenario of \(paths.joined(separator: ", ")) is marked known-defect")
        }
        Output.line(FindingsPage.render(findings))
    }
}
