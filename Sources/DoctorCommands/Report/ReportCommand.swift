import ArgumentParser

/// `report`: what can be made of runs afterwards.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Put reports of runs together, and show how runs fared over time.",
        subcommands: [MergeCommand.self, TrendsCommand.self]
    )
}
