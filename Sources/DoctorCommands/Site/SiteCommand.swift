import ArgumentParser

/// `site`: what people do with a whole simulated site.
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Write a simulated site into files, and read it back.",
        subcommands: [SiteExportCommand.self, SiteImportCommand.self]
    )
}
