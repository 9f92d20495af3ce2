import ArgumentParser
import ConfluenceModel
import Documents
import Foundation
import Simulator
import SiteFiles

/// `site import`: fills a new data file from a site file, such as one that was exported.
struct SiteImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put the site of a site file, or of an exported folder, into a new data file."
    )

    @Option(name: .long, help: ArgumentHelp("The data file, which must not hold a site yet.", valueName: "file"))
    var data: String

    @Argument(help: ArgumentHelp("A site file, or the folder of an export.", valueName: "site"))
    var source: String

    func run() async throws {
        let path = ExportFolder.siteFile(at: source)
        let definition = try SiteLoader.definition(at: path)
        guard !FileManager.default.fileExists(atPath: data) else {
            throw CommandFailure.usage("\(data): this file is there already; a site is put into a new one")
        }
        let simulator = try SiteLoader.simulator(data: data, definition, path, journalSize: 1, now: { Date() })
        Output.line("\(data): \(simulator.definition.name)")
    }
}
