import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import Foundation
import Reporting
import Scenarios

/// `run`: runs scenarios against simulated sites and says, for each failure, what is wrong.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run scenarios with the real toolkit against simulated sites.",
        discussion: """
            PATH is a scenario file or a folder of them. Each scenario gets a site of its own. Exit codes: 0 all \
            passed, 1 one failed, 2 unusable arguments or files, 3 the driver is not set up.
            """
    )

    @Argument(help: ArgumentHelp("Scenario files and folders.", valueName: "path"))
    var paths: [String]

    @Option(
        name: .long,
        help: "Who executes the tool calls: native, elitea, alita, http, or mcp:MAP.yaml for any MCP server.")
    var driver = "native"

    @Option(name: .long, help: "text, json or junit.")
    var format: RunFormat = .text

    @Option(name: .long, help: ArgumentHelp("Only scenarios whose name or file matches.", valueName: "regex"))
    var filter: String?

    @Option(name: .long, help: ArgumentHelp("Only scenarios with this tag; may be given again.", valueName: "tag"))
    var tag: [String] = []

    @Option(name: .long, help: "How many scenarios run at once; one for each processor by default.")
    var jobs: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("Write a report as well: json=FILE, junit=FILE or text=FILE.", valueName: "kind=file"))
    var report: [ReportFile] = []

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs) would run nothing; give 1 or more") }
        if let mistake = DriverCatalogue.mistake(in: driver) { throw ValidationError(mistake) }
    }

    func run() async throws {
        let scenarios = try selectedScenarios()
        let runner = ScenarioRunner(world: EmbeddedWorld.scenarios, driver: try readyDriver(), jobs: jobs)
        let terminal = Terminal.current
        let isText = format == .text
        let result = await runner.run(scenarios) { result in
            if isText { Output.line(ScenarioText.render(result, terminal: terminal)) }
        }
        Output.line(isText ? ScenarioText.summary(result, terminal: terminal) : format.render(result))
        for file in report { try file.write(result) }
        if result.count(.failed) > 0 { throw ExitStatus.problem }
    }

    private func selectedScenarios() throws -> [Scenario] {
        do {
            let scenarios = try ScenarioFiles.read(paths, vocabulary: EmbeddedWorld.vocabulary)
            return try ScenarioSelection(filter: filter, tags: tag).apply(to: scenarios)
        } catch let error as ScenarioMistakes {
            throw CommandFailure.usage(error.description)
        } catch let error as ScenarioSelection.Invalid {
            throw CommandFailure.usage(error.description)
        }
    }

    private func readyDriver() throws -> any Driver {
        do {
            return try DriverCatalogue.driver(
                named: driver,
                environment: ProcessInfo.processInfo.environment,
                searchFolders: [FileManager.default.currentDirectoryPath],
                send: ToolServers.send
            )
        } catch {
            throw CommandFailure.unable(error.description)
        }
    }
}
