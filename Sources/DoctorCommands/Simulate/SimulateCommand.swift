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

            With --proxy a second port serves https under the sites' own names, with a certificate authority made for \
            the run. --exec -- CMD runs a command to which the sites are the real ones, and ends with its exit code \
            (126 when it can't be run, 127 when it isn't found).

            With --strict the run ends with exit code 1 when anything was asked for that real Confluence may have and \
            the simulator has not; docs/coverage.md tells what that is. A command of --exec that fails by itself keeps \
            its own exit code. Else exit codes are: 0 ended by Ctrl-C, 2 unusable arguments or files, 3 the port or the \
            data file can't be had.
            """
    ).showing(
        "simulate --site site.yaml --port 8090 --admin",
        "simulate --size pages=1000,seed=7 --fault rate-limit-burst",
        "simulate --site site.yaml --exec -- python3 client.py"
    )

    @Option(name: .long, help: ArgumentHelp("The site to serve; give it again for more sites.", valueName: "file"))
    var site: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Make up so much beside what the site file says, as in pages=10000,seed=7; a Cloud site without one.",
            valueName: "sizes"))
    var size: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Let the site live in this file: filled from --site at the first start, taken up at later ones.",
            valueName: "file"))
    var data: String?

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Open a forward proxy for https and http at this port; 0 takes a free one.", valueName: "port"))
    var proxy: Int?

    @Flag(name: .long, help: "Speak TLS at the main port.")
    var tls = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the run's certificate authority here; without it, to a file that ends with the run.",
            valueName: "file"))
    var caOut: String?

    @Flag(name: .long, help: "Run the command after -- with the variables that lead it to the sites by --proxy.")
    var exec = false

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The command of --exec.", valueName: "command"))
    var command: [String] = []

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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Answer as this file of contract apply says; give it again for more.", valueName: "file"))
    var answers: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --coverage: show what this ledger of contract check and lock has seen.", valueName: "file")
    )
    var ledger: String?

    @Flag(name: .long, help: "Serve the console and the admin API at /__sim/, to callers on this machine alone.")
    var admin = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Send webhooks to this host as well; without it they reach this machine alone.", valueName: "host"),
        transform: HostOption.read)
    var webhookHost: [String] = []

    @Flag(name: .long, help: "Fail the run when anything was asked for that is not simulated.")
    var strict = false

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
        if ledger != nil, !coverage { throw ValidationError("--ledger goes with --coverage") }
        if coverage || listFaults || listAdmin { return }
        if site.isEmpty, data == nil, size == nil {
            throw ValidationError("--site FILE is missing, such as --site Fixtures/sites/acme-cloud.yaml")
        }
        if size != nil, site.count > 1 {
            throw ValidationError("--size makes one site larger; give one --site, or none for a Cloud site")
        }
        if !answers.isEmpty, site.isEmpty, size == nil {
            throw ValidationError("--answers goes with --site or --size: a data file alone does not take any")
        }
        if data != nil, site.count > 1 {
            throw ValidationError("--data holds one site; give one --site, or none to go on with the data")
        }
        if !(0...65535).contains(port) { throw ValidationError("--port \(port) is no port; it must be 0 to 65535") }
        if let proxy, !(0...65535).contains(proxy) {
            throw ValidationError("--proxy \(proxy) is no port; it must be 0 to 65535")
        }
        if caOut != nil, proxy == nil, !tls, !exec {
            throw ValidationError("--ca-out goes with --proxy, --tls or --exec: without them there is no CA")
        }
        if exec == command.isEmpty {
            throw ValidationError(
                exec
                    ? "--exec runs the command after --, such as --exec -- curl https://acme.atlassian.net/wiki/"
                    : "\(command[0]): a command after -- goes with --exec")
        }
        if !(1...1_000_000).contains(journalSize) {
            throw ValidationError("--journal-size \(journalSize) is no size; it must be 1 to 1000000")
        }
        if format == .markdown {
            throw ValidationError("--format markdown goes with --coverage, --list-faults and --list-admin")
        }
    }

    func run() async throws {
        if coverage {
            Output.line(CoverageTable.render(as: format, ledger: try LedgerFile.read(ledger)))
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
        let simulators = try sites()
        try putFaults(on: simulators)
        try await serve(simulators)
    }

    private func sites() throws -> [Simulator] {
        let now: @Sendable () -> Date = { Date() }
        var definitions = try site.map { try SiteLoader.definition(at: $0) }
        if let size { definitions = [try SiteLoader.enlarged(definitions.first, by: size)] }
        try Self.checkNames(definitions)
        let rules = try answers.flatMap { try SiteLoader.answers(at: $0) }
        for index in definitions.indices { definitions[index].answers += rules }
        if let data {
            return [
                try SiteLoader.simulator(data: data, definitions.first, site.first, journalSize: journalSize, now: now)
            ]
        }
        return try definitions.enumerated().map { number, definition in
            try SiteLoader.simulator(
                definition, from: site.isEmpty ? "--size" : site[number], journalSize: journalSize, now: now)
        }
    }

    /// Refuses sites of the same name: the admin API could reach the first of them alone.
    private static func checkNames(_ definitions: [SiteDefinition]) throws(CommandFailure) {
        var names: Set<String> = []
        for definition in definitions where !names.insert(definition.name).inserted {
            throw .usage("--site: two sites are called “\(definition.name)”; give each a name of its own (name: …)")
        }
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
}

/// How the simulator says what it serves.
enum AnnouncementFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
}
