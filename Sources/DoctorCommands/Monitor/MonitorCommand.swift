import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import LiveTransport
import MetricsServer
import Monitoring
import Reporting
import Synchronization

/// `monitor`: checks a toolkit's tools at a steady pace, and diagnoses the moment one breaks.
struct MonitorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "monitor",
        abstract: "Watch a toolkit's tools, and say why one stops working the moment it does.",
        discussion: """
            Each tool is checked by one cheap call that only reads, through the toolkit's own code; a tool that writes \
            by the reading with which it begins. What fails twice in a row is diagnosed. Ctrl-C ends it with the summary. \
            Exit codes: 0 all worked, 1 something broke, 2 unusable arguments or input, 3 could not start.
            """
    ).showing(
        "monitor toolkit.json --every 5m --for 1h",
        "monitor toolkit.json --tool search_pages --metrics-port 9100"
    )

    private static let usualInterval = Span(.seconds(300))

    @OptionGroup var source: ConfigurationSource

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The time from one round of checks to the next, such as 30s or 5m. (default: \(Self.usualInterval))",
            valueName: "time"),
        transform: Span.init(option:))
    var every = Self.usualInterval

    @Option(
        name: .customLong("for"), help: ArgumentHelp("How long to watch; without it, until Ctrl-C.", valueName: "time"),
        transform: Span.init(option:))
    var length: Span?

    @Option(
        name: .long,
        help: ArgumentHelp("Watch this tool in the place of those selected; may be given again.", valueName: "name"))
    var tool: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("The page by which reading is checked, by its id or address.", valueName: "id"),
        transform: PageOption.readID)
    var page: String?

    @Option(
        name: .long, help: ArgumentHelp("Serve the figures to Prometheus at this port of 127.0.0.1.", valueName: "port")
    )
    var metricsPort: Int?

    @OptionGroup var connection: ConnectionOptions

    @Option(name: .long, help: "text, or json: a line for each event.")
    var format: MonitorFormat = .text

    func validate() throws {
        try ToolkitTool.check(names: tool)
        if every.duration < .seconds(5) { throw ValidationError("--every must be at least 5s: it is somebody's site") }
        if let metricsPort, !(0...65_535).contains(metricsPort) {
            throw ValidationError("--metrics-port \(metricsPort) is no port number")
        }
    }

    func run() async throws {
        let (document, text) = try source.documentWithText()
        let configuration = try source.configuration(in: document)
        let excerpts = ExcerptWriter(text, document, configuration)
        let names = tool
        let tools =
            names.isEmpty ? configuration.offeredTools : ToolkitTool.allCases.filter { names.contains($0.rawValue) }
        let figures = Figures(MonitorReport(toolkit: configuration.name ?? "toolkit", tools: []))
        let server = try await metricsServer(figures)
        let transport = try connection.transport()
        let plan = MonitorPlan(interval: every.duration, length: length?.duration, tools: tools, pageID: page)
        let monitor = Monitor(configuration, plan: plan, send: transport.send, clock: .live())
        let format = format
        let report = await Interruption.ending {
            await monitor.run(progress: { figures.set($0) }, tell: { format.tell($0.annotated(by: excerpts)) })
        }
        await server?.stop()
        await transport.shutdown()
        format.sum(report)
        if report.hasBroken { throw ExitStatus.problem }
    }

    private func metricsServer(_ figures: Figures) async throws -> MetricsServer? {
        guard let metricsPort else { return nil }
        do {
            let server = try await MetricsServer.start(port: metricsPort, contentType: MonitorMetrics.contentType) {
                MonitorMetrics.render(figures.latest)
            }
            Output.plainError("metrics at http://127.0.0.1:\(server.port)\(MetricsServer.path)")
            return server
        } catch {
            throw CommandFailure.unable(error.description)
        }
    }
}

extension MonitorEvent {
    /// The event; where it tells of a diagnosis, with the lines of the configuration that it blames.
    fileprivate func annotated(by excerpts: ExcerptWriter) -> MonitorEvent {
        guard case .broke(let tools, let error, let diagnosis?) = self else { return self }
        return .broke(tools: tools, error: error, diagnosis: excerpts.annotate(diagnosis))
    }
}

/// The latest figures, for whoever asks for them.
private final class Figures: Sendable {
    private let report: Mutex<MonitorReport>

    init(_ report: MonitorReport) {
        self.report = Mutex(report)
    }

    var latest: MonitorReport { report.withLock { $0 } }

    func set(_ new: MonitorReport) {
        report.withLock { $0 = new }
    }
}

/// The forms in which a monitor tells what it sees.
enum MonitorFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json

    func tell(_ event: MonitorEvent) {
        switch self {
        case .text: Output.line(MonitorText.render(event, terminal: .current))
        case .json: Output.line(MonitorJSON.value(event).compactText)
        }
    }

    func sum(_ report: MonitorReport) {
        switch self {
        case .text: Output.line("\n" + MonitorText.summary(report, terminal: .current))
        case .json: Output.line(MonitorJSON.summary(report).compactText)
        }
    }
}
