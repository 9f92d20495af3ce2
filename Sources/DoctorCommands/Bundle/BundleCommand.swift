import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Reporting
import SupportBundle

/// `bundle`: what support does with the file that `diagnose --bundle` wrote.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Read a file that diagnose --bundle wrote.",
        subcommands: [BundleShowCommand.self]
    )
}

/// `bundle show`: checks a bundle, repeats the analysis from what it holds, and prints the report.
struct BundleShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Check a bundle, repeat its analysis offline, and print the report.",
        discussion: """
            Nothing is sent. Exit codes are those of the analysis as it was repeated: 0 healthy, 1 a problem was \
            found, 3 could not decide; and 2 for a file that is no bundle, is damaged, or was changed.
            """
    ).showing(
        "bundle show support.zip",
        "bundle show support.zip --format html"
    )

    @Argument(help: ArgumentHelp("The bundle.", valueName: "file"))
    var file: String

    @Option(name: .long, help: "text, json, html, markdown or sarif.")
    var format: ReportFormat = .text

    func run() async throws {
        let bundle: ReadBundle
        do {
            bundle = try await BundleReader.read(try InputFile.bytes(file, limit: 80 << 20))
        } catch let error as BundleError {
            throw CommandFailure.usage("\(file): \(error)")
        }
        switch format {
        case .text: Output.line(BundleText.render(bundle) + "\n" + format.render(bundle.reports))
        case .json: Output.line(BundleText.json(bundle).compactText)
        case .html, .markdown, .sarif: Output.line(format.render(bundle.reports))
        }
        try ExitStatus.check(bundle.reports.worst?.report.verdict)
    }
}
