public import ArgumentParser
import ConfluenceModel
import Foundation

/// The `confluence-doctor` command.
public struct DoctorCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "confluence-doctor",
        abstract: "Finds out why a Confluence integration fails, and simulates a Confluence to test one against.",
        discussion: """
            Exit codes: 0 all is well, 1 a problem was found or a scenario failed, 2 unusable arguments or input, \
            3 could not decide or could not run, 4 a live site could not be used or could not be cleaned up, 130 a run was ended by Ctrl-C. simulate --exec ends as the command that it ran.
            """,
        version: "confluence-doctor \(versionNumber)",
        subcommands: [
            DiagnoseCommand.self,
            ExplainCommand.self,
            PermissionsCommand.self,
            BundleCommand.self,
            MonitorCommand.self,
            MigrateCommand.self,
            MCPCommand.self,
            RunCommand.self,
            CleanCommand.self,
            ReportCommand.self,
            MetricsCommand.self,
            FindingsCommand.self,
            ContractCommand.self,
            SimulateCommand.self,
            RecordCommand.self,
            ReplayCommand.self,
            SiteCommand.self,
        ]
    )

    /// The release of this program.
    static let versionNumber = "0.1.0"

    public init() {}

    /// Runs the command line and gives the exit code; messages have been written by then.
    public static func execute(_ arguments: [String]) async -> Int32 {
        let delivery = Delivery()
        let status = await Delivery.$current.withValue(delivery) { await end(arguments) }
        guard let trouble = delivery.trouble else { return status }
        Output.error("not all of the output could be written: \(trouble)")
        // What was found is told by the status alone then; that all is well is not to be relied on.
        return status == ExitStatus.success.rawValue ? ExitStatus.undecided.rawValue : status
    }

    private static func end(_ arguments: [String]) async -> Int32 {
        do {
            try CommandNames.check(arguments, below: Self.self)
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitStatus.success.rawValue
        } catch let status as ExitStatus {
            return status.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch let failure as CommandFailure {
            Output.error(failure.description)
            return failure.status.rawValue
        } catch {
            let isHelp = exitCode(for: error).isSuccess
            (isHelp ? Output.line : Output.plainError)(fullMessage(for: error))
            return isHelp ? ExitStatus.success.rawValue : ExitStatus.usage.rawValue
        }
    }
}

/// How a command ends; thrown when it is not success.
enum ExitStatus: Int32, Error {
    case success = 0
    /// A problem was found, or a scenario failed.
    case problem = 1
    /// The arguments or an input file can't be used.
    case usage = 2
    /// No decision was possible, or something that the command needs failed.
    case undecided = 3
    /// A live site can't be used: it is down, or its credentials are not taken.
    case siteUnusable = 4
    /// Somebody pressed Ctrl-C before it was done: 128 and the signal's number, as shells count.
    case interrupted = 130
}

extension ExitStatus {
    /// Ends a command as its diagnosis calls for.
    static func check(_ verdict: DiagnosisReport.Verdict?) throws(ExitStatus) {
        switch verdict {
        case .problem: throw .problem
        case .undecided: throw .undecided
        case .healthy, nil: break
        }
    }
}

/// Something a person must be told, with the exit code that goes with it.
struct CommandFailure: Error, CustomStringConvertible {
    var status: ExitStatus
    var description: String

    /// The arguments or an input file can't be used.
    static func usage(_ description: String) -> CommandFailure {
        CommandFailure(status: .usage, description: description)
    }

    /// Something that the command needs failed: a port in use, a driver that is not set up.
    static func unable(_ description: String) -> CommandFailure {
        CommandFailure(status: .undecided, description: description)
    }
}
