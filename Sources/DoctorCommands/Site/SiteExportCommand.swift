import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import LiveTransport
import Simulator
import SiteFiles

/// `site export`: everything that a data file holds, as a site file and a folder of attachments.
struct SiteExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that a site holds into a folder: site.yaml and attachments/.",
        discussion: """
            The folder's site.yaml is a site file: simulate --site serves it, and site import puts it into a data file. \
            It holds passwords and the values of tokens, as any site file does; --without-secrets leaves them out.

            Exit codes: 0 written, 2 unusable arguments or files, 3 the running site can't be reached.
            """
    ).showing(
        "site export --data acme.db out/"
    )

    @Option(name: .long, help: ArgumentHelp("The data file of the site.", valueName: "file"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A site file to write out, in place of a data file.", valueName: "file"))
    var site: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A site that is being simulated, by its admin address: http://127.0.0.1:8090/__sim/sites/NAME.",
            valueName: "url"))
    var url: String?

    @OptionGroup var connection: ConnectionOptions

    @Flag(name: .long, help: "Leave out passwords and tokens.")
    var withoutSecrets = false

    @Argument(help: ArgumentHelp("Where to write; the folder must be new or empty.", valueName: "folder"))
    var folder: String

    func validate() throws {
        let given = [("--data", data), ("--site", site), ("--url", url)].filter { $0.1 != nil }.map(\.0)
        guard !given.isEmpty else {
            throw ValidationError("say what to export: --data FILE, --site FILE or --url URL")
        }
        guard given.count == 1 else {
            throw ValidationError("\(given.joined(separator: " and ")) name one site each; give one of them")
        }
    }

    func run() async throws {
        let exported = try await exported()
        let folder = try ExportFolder(folder)
        let files = try folder.write(exported)
        Output.line("\(folder.siteFile): \(exported.name), \(files) attached files")
    }

    private func exported() async throws -> SiteDefinition {
        let now: @Sendable () -> Date = { Date() }
        if let url { return try await fetched(from: url) }
        if let data {
            try InputFile.check(data)
            return try SiteLoader.simulator(data: data, nil, nil, journalSize: 1, now: now)
                .export(withSecrets: !withoutSecrets)
        }
        return try SiteLoader.simulator(
            from: try InputFile.document(site ?? ""), journalSize: 1, now: now
        ).export(withSecrets: !withoutSecrets)
    }

    private func fetched(from url: String) async throws -> SiteDefinition {
        let query = withoutSecrets ? [QueryItem("secrets", "no")] : []
        let answer = try await SimulatedSiteAddress(url: url, connection: connection).ask(.get, "/export", query: query)
        guard answer.status == 200 else { throw SimulatedSiteAddress.refused(url, answer) }
        do {
            return try SiteFile.read(DocumentReader.readJSON(answer.body, file: AddressOption.shown(url)))
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }
}
