import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import LiveTransport
import Reporting

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
    )

    @Argument(help: ArgumentHelp("The configuration's file, or - for standard input.", valueName: "config"))
    var config: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Diagnose for this tool in the place of those selected; may be given again.", valueName: "name"))
    var tool: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("The space to ask for in the place of the configured one.", valueName: "key"))
    var space: String?

    @Option(name: .long, help: ArgumentHelp("A page that should be readable, by its id.", valueName: "id"))
    var page: String?

    @Option(name: .long, help: ArgumentHelp("Which toolkit, where the file holds several.", valueName: "name"))
    var toolkit: String?

    @Flag(name: .long, help: "Read the configuration only; send nothing.")
    var offline = false

    @Option(name: .long, help: "The most requests that may be sent.")
    var budget = 25

    @Option(name: .long, help: "The most failed logins that may be caused for an account.")
    var maxFailedLogins = 1

    @Flag(name: .long, help: "Allow requests that write. No probe of today needs it.")
    var allowWrites = false

    @Option(name: .long, help: ArgumentHelp("How long a request may take.", valueName: "seconds"))
    var timeout = 10.0

    @Option(name: .long, help: ArgumentHelp("Trust the certificates in this file as well.", valueName: "pem"))
    var caFile: String?

    @Option(name: .long, help: ArgumentHelp("Send everything through this proxy.", valueName: "url"))
    var proxy: String?

    @Flag(name: .long, help: "Show the reasoning: what each question cost and what it ruled out.")
    var explain = false

    @Option(name: .long, help: "text or json.")
    var format: ReportFormat = .text

    func validate() throws {
        if budget < 1 { throw ValidationError("--budget \(budget) allows no request; use --offline for that") }
        if maxFailedLogins < 0 { throw ValidationError("--max-failed-logins must not be negative") }
        if timeout <= 0 || timeout > 600 {
            throw ValidationError("--timeout must be more than 0 and at most 600 seconds")
        }
        for name in tool where ToolkitTool(rawValue: name) == nil {
            throw ValidationError(DocumentNode.unknown("tool", name, among: ToolkitTool.allCases.map(\.rawValue)))
        }
    }

    func run() async throws {
        let configurations = try selectedConfigurations()
        let transport = try liveTransport()
        let doctor = Doctor(send: transport.send, now: { .now }, date: { Date() })
        var reports: [NamedReport] = []
        for (index, configuration) in configurations.enumerated() {
            let report = await doctor.diagnose(configuration, options: options)
            reports.append(NamedReport(name: configuration.name ?? "toolkit \(index + 1)", report: report))
        }
        await transport.shutdown()
        Output.line(NamedReport.render(reports, as: format, withReasoning: explain))
        switch reports.worst?.report.verdict {
        case .problem: throw ExitStatus.problem
        case .undecided: throw ExitStatus.undecided
        case .healthy, nil: break
        }
    }

    private var options: DiagnosisOptions {
        DiagnosisOptions(
            tools: tool, spaceKey: space, pageID: page, budget: budget, maxFailedLogins: maxFailedLogins,
            allowWrites: allowWrites, offline: offline
        )
    }

    private func selectedConfigurations() throws -> [ToolkitConfiguration] {
        let configurations: [ToolkitConfiguration]
        do {
            configurations = try ConfigurationReader.read(InputFile.document(config))
        } catch let error as DocumentError {
            throw CommandFailure.usage(error.description)
        }
        guard let toolkit else { return configurations }
        let named = configurations.filter { $0.name == toolkit }
        if named.isEmpty {
            let names = configurations.compactMap(\.name)
            throw CommandFailure.usage(DocumentNode.unknown("toolkit", toolkit, among: names))
        }
        return named
    }

    private func liveTransport() throws -> LiveTransport {
        var address: WebAddress?
        if let proxy {
            do {
                address = try WebAddress(parsing: proxy)
            } catch {
                throw CommandFailure.usage("--proxy \(proxy): \(error)")
            }
        }
        return LiveTransport(
            timeout: .seconds(timeout), proxy: address, caFile: caFile,
            environment: ProcessInfo.processInfo.environment
        )
    }
}
