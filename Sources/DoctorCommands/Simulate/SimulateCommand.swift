import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Foundation
import Simulator
import SimulatorServer

/// `simulate`: serves one simulated site or several until it is interrupted.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve a simulated Confluence site.",
        discussion: """
            Once it listens it prints the sites' addresses, users, passwords and tokens: on a simulator these are \
            no secrets. Ctrl-C ends it. Each site answers at 127.0.0.1 (the first one named) and, for clients that \
            use the port as their HTTP_PROXY, under its own host name over plain http.
            """
    )

    @Option(name: .long, help: ArgumentHelp("The site to serve; give it again for more sites.", valueName: "file"))
    var site: [String] = []

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Option(
        name: .long, help: ArgumentHelp("Write the JSON line to this file as well, once it listens.", valueName: "file")
    )
    var readyFile: String?

    @Option(name: .long, help: "text or json; with --coverage, --list-faults and --list-admin also markdown.")
    var format: AnnouncementFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp("Begin with this ready-made fault on every site; give it again for more.", valueName: "name")
    )
    var fault: [String] = []

    @Flag(name: .long, help: "Serve the console and the admin API at /__sim/, to callers on this machine alone.")
    var admin = false

    @Option(
        name: .long,
        help: ArgumentHelp("How many exchanges each site's journal holds; older ones go.", valueName: "number"))
    var journalSize = 2000

    @Flag(name: .long, help: "Print the routes of the admin API, and end.")
    var listAdmin = false

    @Flag(name: .long, help: "Print the ready-made faults, with what each mimics, and end.")
    var listFaults = false

    @Flag(name: .long, help: "Print what is simulated, with the source of each answer, and end.")
    var coverage = false

    func validate() throws {
        if coverage || listFaults || listAdmin { return }
        if site.isEmpty {
            throw ValidationError("--site FILE is missing, such as --site Fixtures/sites/acme-cloud.yaml")
        }
        if !(0...65535).contains(port) { throw ValidationError("--port \(port) is no port; it must be 0 to 65535") }
        if !(1...1_000_000).contains(journalSize) {
            throw ValidationError("--journal-size \(journalSize) is no size; it must be 1 to 1000000")
        }
        if format == .markdown {
            throw ValidationError("--format markdown goes with --coverage, --list-faults and --list-admin")
        }
    }

    func run() async throws {
        if coverage {
            Output.line(CoverageTable.render(as: format))
            return
        }
        if listFaults {
            Output.line(FaultTable.render(as: format))
            return
        }
        if listAdmin {
            Output.line(format == .text ? AdminReference.text : AdminReference.markdown)
            return
        }
        let simulators = try site.map { try SiteLoader.simulator(from: $0, journalSize: journalSize, now: { Date() }) }
        try putFaults(on: simulators)
        let server: RunningSimulatorServer
        do {
            var options = SimulatorServer.Options(port: port)
            options.admin = admin
            server = try await SimulatorServer.start(simulators, options: options)
        } catch {
            throw CommandFailure.unable("\(error)")
        }
        let announcement = SiteAnnouncement(simulators: simulators, port: server.port, hasAdmin: admin)
        do {
            try announce(announcement)
        } catch {
            await server.stop()
            throw error
        }
        await Interruption.wait()
        await server.stop()
    }

    private func putFaults(on simulators: [Simulator]) throws {
        for name in fault {
            for simulator in simulators {
                do {
                    try simulator.perform(.putFault(.readyMade(name)))
                } catch {
                    throw CommandFailure.usage("--fault \(name): \(error); simulate --list-faults prints them all")
                }
            }
        }
    }

    private func announce(_ announcement: SiteAnnouncement) throws {
        if let readyFile {
            do {
                try Data((announcement.json.compactText + "\n").utf8).write(
                    to: URL(filePath: readyFile), options: .atomic)
            } catch {
                throw CommandFailure.usage(
                    "\(readyFile): the file can't be written; check the folder and its permissions")
            }
        }
        Output.line(format == .json ? announcement.json.compactText : announcement.text)
    }
}

/// How the simulator says what it serves.
enum AnnouncementFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
}
