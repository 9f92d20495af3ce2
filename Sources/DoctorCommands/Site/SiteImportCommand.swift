import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import LiveTransport
import Simulator
import SiteFiles

/// `site import`: fills a new data file from a site file, or takes one into a site that is being simulated.
struct SiteImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Put the site of a site file, or of an exported folder, into a new data file or a running site.",
        discussion: """
            A running site keeps what it has: new accounts and spaces are added, and pages to spaces that it has. An \
            export takes the place of all that the site holds.

            Exit codes: 0 taken in, 2 unusable arguments or files, 3 the running site can't be reached.
            """
    ).showing(
        "site import out/ --data copy.db"
    )

    @Option(name: .long, help: ArgumentHelp("The data file, which must not hold a site yet.", valueName: "file"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A site that is being simulated, by its admin address: http://127.0.0.1:8090/__sim/sites/NAME.",
            valueName: "url"))
    var url: String?

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: ArgumentHelp("A site file, or the folder of an export.", valueName: "site"))
    var source: String

    func validate() throws {
        guard (data == nil) != (url == nil) else {
            throw ValidationError("say where to put it: --data FILE or --url URL")
        }
    }

    func run() async throws {
        let path = ExportFolder.siteFile(at: source)
        let definition = try SiteLoader.definition(at: path)
        if let url { return try await send(path, to: url) }
        let data = data ?? ""
        guard !FileManager.default.fileExists(atPath: data) else {
            throw CommandFailure.usage("\(data): this file is there already; a site is put into a new one")
        }
        let simulator = try SiteLoader.simulator(data: data, definition, path, journalSize: 1, now: { Date() })
        Output.line("\(data): \(simulator.definition.name)")
    }

    private func send(_ path: String, to url: String) async throws {
        let document: JSON
        do {
            document = try SiteFile.wholeDocument(try InputFile.document(path))
        } catch let error as DocumentError {
            throw CommandFailure.usage(error.description)
        }
        let answer = try await SimulatedSiteAddress(url: url, connection: connection)
            .ask(.post, "/import", body: JSONWriter.compact(document))
        guard answer.status == 200 else { throw SimulatedSiteAddress.refused(url, answer) }
        Output.line("\(AddressOption.shown(url)): \(source) was taken in")
    }
}
