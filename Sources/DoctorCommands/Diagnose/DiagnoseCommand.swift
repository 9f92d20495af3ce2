import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import LiveTransport
import Recording
import Reporting
import SupportBundle

/// `diagnose`: says what is wrong with a configuration, proves it, and says who can mend it.
struct DiagnoseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Find out why a configuration fails.",
        discussion: """
            CONFIG is an ELITEA credential, toolkit or agent as JSON or YAML, today's form or the old Agent-based one; \
            - reads standard input. Only reads are sent to the site. Exit codes: 0 healthy, 1 a problem was found, \
            2 unusable arguments or input, 3 could not decide.
            """
    ).showing(
        "diagnose toolkit.json",
        "diagnose agent.yaml --tool create_page --space DOCS",
        "diagnose toolkit.json --format markdown --bundle support.zip"
    )

    @OptionGroup var source: ConfigurationSource

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Diagnose for this tool in the place of those selected; may be given again.", valueName: "name"))
    var tool: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("The space to ask for in the place of the configured one.", valueName: "key"))
    var space: String?

    @Option(
        name: .long, help: ArgumentHelp("A page that should be readable, by its id or address.", valueName: "id"),
        transform: PageOption.read)
    var page: NamedPage?

    @Flag(name: .long, help: "Read the configuration only; send nothing.")
    var offline = false

    @Option(name: .long, parsing: .unconditional, help: "The most requests that may be sent.")
    var budget = 25

    @Option(
        name: .long, parsing: .unconditional, help: "The most failed logins that may be caused for an account.")
    var maxFailedLogins = 1

    @OptionGroup var patience: PatienceOption

    @Flag(name: .long, help: "Allow requests that write. No probe of today needs it.")
    var allowWrites = false

    @OptionGroup var connection: ConnectionOptions

    @Flag(name: .long, help: "Show the reasoning: what each question cost and what it ruled out.")
    var explain = false

    @Option(name: .long, help: "text, json, html, markdown or sarif.")
    var format: ReportFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write what support needs into this file: report, configuration, wire, evidence; no secret.",
            valueName: "file.zip"))
    var bundle: String?

    func validate() throws {
        if budget < 1 { throw ValidationError("--budget \(budget) allows no request; use --offline for that") }
        if maxFailedLogins < 0 { throw ValidationError("--max-failed-logins must not be negative") }
        try ToolkitTool.check(names: tool)
        try SpaceOption.check(space)
    }

    func run() async throws {
        if let bundle { try OutputFile.check(bundle, of: "--bundle") }
        let (document, text) = try source.documentWithText()
        let configurations = try source.configurations(in: document)
        let transport = try connection.transport()
        let (log, moment) = (ExchangeLog(now: { .now }), Date())
        let doctor = Doctor(
            send: bundle == nil ? transport.send : log.recording(transport.send), now: { .now },
            date: { Date() }, wait: PatienceOption.wait())
        var reports: [NamedReport] = []
        for (index, configuration) in configurations.enumerated() {
            let report = await doctor.diagnose(configuration, options: options)
            reports.append(NamedReport(name: configuration.name ?? "toolkit \(index + 1)", report: report))
        }
        await transport.shutdown()
        var shown = reports
        for (index, configuration) in configurations.enumerated() {
            shown[index].report = ExcerptWriter(text, document, configuration)
                .annotate(shown[index].report, overridden: space == nil ? nil : .spaceKey)
        }
        Output.line(format.render(shown, of: source.file, withReasoning: explain))
        if let bundle {
            let contents = BundleContents(
                document: document.json, toolkit: source.toolkit, configurations: configurations, options: options,
                reports: reports, exchanges: log.all, versions: .current, moment: moment,
                otherSecrets: ProxySecrets.all(flag: connection.proxy))
            do {
                try await BundleFile.write(contents, to: bundle)
            } catch {
                Output.error(error.description)
                // The diagnosis has been told; what it found is more than that there is no bundle.
                throw reports.worst?.report.verdict == .problem ? ExitStatus.problem : error.status
            }
        }
        try ExitStatus.check(reports.worst?.report.verdict)
    }

    private var options: DiagnosisOptions {
        DiagnosisOptions(
            tools: tool, spaceKey: space, page: page?.page, pageHost: page?.host, budget: budget,
            maxFailedLogins: maxFailedLogins,
            longestWait: patience.maxWait, allowWrites: allowWrites, offline: offline
        )
    }
}

extension ToolkitTool {
    /// Refuses names that no tool has.
    static func check(names: [String]) throws {
        for name in names where ToolkitTool(rawValue: name) == nil {
            throw ValidationError(DocumentNode.unknown("tool", name, among: ToolkitTool.allCases.map(\.rawValue)))
        }
    }
}
