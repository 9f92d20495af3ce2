import ArgumentParser
import Documents

/// The names of the commands, which a mistyped one is held against.
enum CommandNames {
    /// Refuses a word that stands where a subcommand is expected and names none.
    static func check(_ arguments: [String], below command: any ParsableCommand.Type) throws(CommandFailure) {
        let commands = command.configuration.subcommands
        guard let word = arguments.first, !word.hasPrefix("-"), !commands.isEmpty else { return }
        if let named = commands.first(where: { $0.configuration.commandName == word }) {
            return try check(Array(arguments.dropFirst()), below: named)
        }
        if word == "help" { return try check(Array(arguments.dropFirst()), below: command) }
        let names = commands.compactMap { command in command.configuration.commandName }
        throw .usage(DocumentNode.unknown("command", word, among: names))
    }
}
