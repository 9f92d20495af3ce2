import ArgumentParser
import ConfluenceModel
import Diagnosis
import Documents

/// `explain`: what a cause is, how it shows itself, and how it is mended.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a cause by its id, or list all of them."
    )

    @Argument(help: ArgumentHelp("The cause's id, such as credential.token-revoked.", valueName: "cause"))
    var cause: String?

    @Option(name: .long, help: "text, or markdown for all causes as a page.")
    var format: CauseFormat = .text

    func validate() throws {
        if format == .markdown, cause != nil { throw ValidationError("--format markdown is for the whole list") }
    }

    func run() throws {
        guard format == .text else {
            Output.line(CauseTable.render())
            return
        }
        guard let cause else {
            let width = CauseCatalogue.all.map(\.id.rawValue.count).max() ?? 0
            for known in CauseCatalogue.all {
                let id = known.id.rawValue
                Output.line(id + String(repeating: " ", count: width - id.count + 2) + known.title)
            }
            return
        }
        guard let known = CauseCatalogue.cause(CauseID(rawValue: cause)) else {
            throw CommandFailure.usage(
                DocumentNode.unknown("cause", cause, among: CauseCatalogue.all.map(\.id.rawValue)))
        }
        Output.line(CausePage.render(known))
    }
}

/// The forms in which the list of causes is printed.
enum CauseFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
}
