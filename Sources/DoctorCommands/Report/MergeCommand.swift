import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Foundation
import Reporting

/// `report merge`: one report of several, such as those of shards.
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make one report of several JSON reports, in any form.",
        discussion: """
            Where a scenario stands in several reports with the same driver, the last one counts. Exit codes: 0 all \
            passed, 1 a scenario failed, 2 unusable files, 3 the report of a shard is missing, 130 a run was ended early.
            """
    ).showing(
        "report merge shard-*.json --report junit=results.xml"
    )

    @Argument(help: ArgumentHelp("Reports that “run --format json” or “--report json=FILE” wrote.", valueName: "file"))
    var files: [String]

    @OptionGroup var reports: ReportOptions

    func run() async throws {
        let merged = MergedRun(try files.map(read))
        try reports.give(merged.report, isTold: false)
        if merged.replaced > 0 {
            Output.note("\(merged.replaced) results stood in several reports; of each the last one counts")
        }
        let status = ExitStatus(merged.report)
        guard status == .success else { throw status }
        guard merged.missingShards.isEmpty else {
            throw CommandFailure.unable(
                "no report is of the shards \(merged.missingShards.joined(separator: ", ")); their scenarios are not counted"
            )
        }
    }

    private func read(_ path: String) throws -> ScenarioRunReport {
        let bytes = try InputFile.bytes(path)
        do {
            return try ScenarioJSON.read(try JSONReader.read(bytes))
        } catch {
            throw CommandFailure.usage("\(path): \(error)")
        }
    }
}
