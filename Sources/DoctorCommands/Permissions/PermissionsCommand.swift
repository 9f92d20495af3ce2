import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import LiveTransport
import Reporting

/// `permissions`: what the selected tools need, whether the account has it, and what it has beyond that.
struct PermissionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "Compare what a toolkit's tools need with what the account may do.",
        discussion: """
            CONFIG is read as by diagnose. Only reads are sent to the site. Rights beyond need are listed, and are no \
            failure. Exit codes: 0 the account has all that the tools need (or --offline), 1 something is missing, \
            2 unusable arguments or input, 3 could not decide.
            """
    ).showing(
        "permissions toolkit.json",
        "permissions toolkit.json --tool create_page --offline"
    )

    @OptionGroup var source: ConfigurationSource

    @Option(
        name: .long,
        help: ArgumentHelp("Look at this tool in the place of those selected; may be given again.", valueName: "name"))
    var tool: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("The space to ask for in the place of the configured one.", valueName: "key"))
    var space: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A page whose restrictions are to be asked for, too, by its id or address.", valueName: "id"),
        transform: PageOption.read)
    var page: NamedPage?

    @Flag(name: .long, help: "List what the tools need; send nothing.")
    var offline = false

    @OptionGroup var patience: PatienceOption

    @OptionGroup var connection: ConnectionOptions

    @Option(name: .long, help: "text or json.")
    var format: PermissionsFormat = .text

    func validate() throws {
        try ToolkitTool.check(names: tool)
        try SpaceOption.check(space)
    }

    func run() async throws {
        let configuration = try source.configuration()
        let options = DiagnosisOptions(
            tools: tool, spaceKey: space, page: page?.page, pageHost: page?.host, longestWait: patience.maxWait,
            offline: offline)
        let transport = try connection.transport()
        let review = PermissionReview(send: transport.send, date: { Date() }, wait: PatienceOption.wait())
        let report = await review.report(on: configuration, options: options)
        await transport.shutdown()
        switch format {
        case .text: Output.line(PermissionsText.render(report, terminal: .current))
        case .json: Output.line(PermissionsJSON.value(report).compactText)
        }
        switch report.verdict {
        case .enough, .notAsked: break
        case .missing: throw ExitStatus.problem
        case .undecided: throw ExitStatus.undecided
        }
    }
}

/// The forms in which a review of permissions is printed.
enum PermissionsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
