import ArgumentParser
import ConfluenceModel
import Foundation
import Reporting
import RunHistory
import Scenarios

/// `run`: runs scenarios against simulated sites and says, for each failure, what is wrong.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run scenarios with the real toolkit against simulated sites, or against live ones.",
        discussion: """
            PATH is a scenario file or a folder of them. Each scenario gets a simulated site of its own; with \
            --against, those that say “live:” run on a live one, read-only unless both its profile and \
            --allow-writes allow more. Exit codes: 0 all passed, 1 one failed, 2 unusable arguments, files or \
            profiles, 3 a driver is not set up, 4 a live site can't be used or was not left clean, 130 ended by Ctrl-C.
            """
    ).showing(
        "run scenarios --driver native,elitea",
        "run scenarios/faq --details all",
        "run scenarios --shard 2/4 --report junit=results.xml"
    )

    @Argument(help: ArgumentHelp("Scenario files and folders.", valueName: "path"))
    var paths: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Who executes the tool calls: native, elitea, alita, http, mcp:MAP.yaml for any MCP server, or exec:COMMAND \
            for a driver of your own; several with commas between them.
            """,
            valueName: "name"))
    var driver: [String] = ["native"]

    @OptionGroup var live: LiveOptions

    @OptionGroup var selection: SelectionOptions

    @Option(name: .long, help: "How many scenarios run at once; one for each processor by default.")
    var jobs: Int?

    @Flag(name: .long, help: "Begin nothing more once a scenario has failed.")
    var failFast = false

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp("Run each scenario so often; those that end differently are flaky.", valueName: "times"))
    var repetitions = 1

    @Flag(name: .long, help: "Run again what is touched whenever scenario, site or data files change.")
    var watch = false

    @Option(name: .long, help: ArgumentHelp("Append the results to this history.", valueName: "file"))
    var history: String?

    @OptionGroup var reports: ReportOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which scenarios are shown in full: failed, all or none; the others get a line.", valueName: "which"))
    var details: RunNarrator.Details = .failed

    @Flag(name: .long, help: "Read the scenarios and say what is wrong with them; nothing is run.")
    var check = false

    @Flag(name: .long, help: "Keep the answers of this run as snapshots, in the place of those that were kept.")
    var updateSnapshots = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs) would run nothing; give 1 or more") }
        guard (1...1000).contains(repetitions) else {
            throw ValidationError("--repeat \(repetitions) is not between 1 and 1000")
        }
        if watch, !live.against.isEmpty { throw ValidationError("--watch is for simulated sites") }
        let names = DriverNames(driver).names
        if names.isEmpty { throw ValidationError("--driver names no driver") }
        if let mistake = names.compactMap(DriverCatalogue.mistake).first { throw ValidationError(mistake) }
    }

    func run() async throws {
        let source = ScenarioSource(paths: paths, selection: selection.selection)
        if check {
            let count = try source.scenarios().count
            Output.line(count == 1 ? "1 scenario can be run" : "\(count) scenarios can be run")
            return
        }
        try reports.checkFiles()
        let drivers = try DriverNames(driver).ready()
        let plan = RunPlan(
            drivers: drivers, repetitions: repetitions, shard: selection.shard, seed: selection.shuffle,
            failsFast: failFast)
        let ownWrites = OwnWrites()
        let shelf = ownWrites.noting(.onDisk(isWritable: updateSnapshots))
        var world = EmbeddedWorld.scenarios
        world.shelf = shelf
        let sites = try await liveSites()
        let session = RunSession(
            source: source,
            runner: sites.isEmpty
                ? ScenarioRunner(world: world, plan: plan, jobs: jobs)
                : LiveRun(sites: sites, options: live, plan: plan, jobs: jobs, shelf: shelf),
            narrator: RunNarrator(terminal: .current, details: details, tellsResults: reports.format == .text),
            reports: reports, history: try await openHistory(), ownWrites: ownWrites)
        let watch = watch
        let first = watch ? nil : try source.scenarios()
        let end = await Interruption.ending(told: Self.warn) { () -> Result<ExitStatus, any Error> in
            do {
                if let first { return .success(try await session.run(first)) }
                return .success(try await session.watch())
            } catch {
                return .failure(error)
            }
        }
        let status = try end.get()
        guard status == .success else { throw status }
    }

    /// The live sites that are asked for, their secrets at hand.
    private func liveSites() async throws -> [LiveSite] {
        let names = try live.names
        guard !names.isEmpty else { return [] }
        let file = try ProfileFile.read(live.profiles)
        var sites: [LiveSite] = []
        for profile in try names.map(file.named) { sites.append(try await LiveSite.ready(profile)) }
        return sites
    }

    private func openHistory() async throws -> RunHistory? {
        guard let history else { return nil }
        do {
            return try await RunHistory.open(history, mayBeNew: true)
        } catch let error as RunHistoryError {
            throw CommandFailure.usage(error.description)
        }
    }

    /// Says what happens now; who asks for the end a second time gets it at once.
    @Sendable
    static func warn(times: Int) {
        if times > 1 { Foundation.exit(ExitStatus.interrupted.rawValue) }
        Output.note("ending the run: drivers are stopped, sites are cleaned up; Ctrl-C again ends it at once")
    }
}
