import ArgumentParser
import ConfluenceModel
import Contracts

/// `contract lock`: what recordings have in common, as text for version control.
struct ContractLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Write down the shapes of recorded answers, as sorted text that is reviewed and compared.",
        discussion: """
            RECORDING is what contract record wrote, an HTTP archive (HAR), or a lock; several are taken together. \
            The text is the same whatever the order and number of exchanges, so that what did not change stays put. \
            Nothing of an answer is kept but names, types, forms and words of the product. \
            Exit codes: 0 written, 2 unreadable files.
            """
    )

    @Argument(help: ArgumentHelp("Recordings, HTTP archives and locks.", valueName: "recording"))
    var recordings: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Write here; without it to standard output.", valueName: "file"))
    var output: String?

    @Option(name: .long, help: "What site an HTTP archive is of, where its addresses don't tell: cloud or data-center.")
    var hosting: HostingName?

    func run() throws {
        var lock = ShapeLock()
        for path in recordings { lock.merge(try ShapeFiles.lock(path, of: hosting?.kind)) }
        try ShapeFiles.write(Array(lock.yaml.utf8), to: output)
    }
}
