import ArgumentParser
import ConfluenceModel
import Contracts
import Foundation

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
    ).showing(
        "contract lock recording.json -o shapes.yaml"
    )

    @Argument(help: ArgumentHelp("Recordings, HTTP archives and locks.", valueName: "recording"))
    var recordings: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Write here; without it to standard output.", valueName: "file"))
    var output: String?

    @Option(name: .long, help: "What site an HTTP archive is of, where its addresses don't tell: cloud or data-center.")
    var hosting: HostingName?

    @Option(
        name: .long,
        help: ArgumentHelp("Note in this ledger what recordings of live sites have shown.", valueName: "file"))
    var ledger: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The live site that HTTP archives are of, such as Cloud or “Data Center 9.2.0”.", valueName: "site"))
    var seenOn: String?

    @Option(
        name: .customLong("run"), help: ArgumentHelp("What the ledger calls the run of --seen-on.", valueName: "name"))
    var runName: String?

    func validate() throws {
        if (seenOn == nil) != (runName == nil) { throw ValidationError("--seen-on and --run go together") }
        if seenOn != nil, ledger == nil { throw ValidationError("--seen-on goes with --ledger") }
        if let seenOn, seenOn != "Cloud", !seenOn.hasPrefix("Data Center") {
            throw ValidationError("--seen-on \(seenOn): Cloud, or Data Center with its version, is expected")
        }
    }

    func run() throws {
        var lock = ShapeLock()
        var seen = Ledger()
        for path in recordings {
            let file = try ShapeFiles.read(path, of: hosting?.kind)
            lock.merge(file.lock)
            guard ledger != nil else { continue }
            guard let (site, sighting) = sighting(file) else {
                let help = seenOn == nil ? "" : "; --seen-on is for the HTTP archive itself"
                Output.note("\(path): not known to be of a live site; nothing of it goes into the ledger\(help)")
                continue
            }
            try check(file, at: path)
            for key in file.lock.shapes.keys {
                seen.note(
                    Ledger.Subject(.shape, key.description, on: key.api), on: site, at: sighting.at, run: sighting.run)
            }
        }
        try ShapeFiles.write(Array(lock.yaml.utf8), to: output)
        if let ledger { try LedgerFile.update(ledger, with: seen) }
    }

    /// Answers of one kind of site are no proof of another.
    private func check(_ file: ShapeFiles.Content, at path: String) throws(CommandFailure) {
        guard file.origin == nil, let seenOn else { return }
        let kind: DeploymentKind = seenOn == "Cloud" ? .cloud : .dataCenter
        guard let other = file.lock.shapes.keys.first(where: { $0.api.deployment != kind }) else { return }
        throw .usage("\(path): it has answers of \(other.api.title), and --seen-on says \(seenOn)")
    }

    /// Where and when the answers of a file were seen; `nil` where that is not known, or it was a simulated site.
    private func sighting(_ file: ShapeFiles.Content) -> (site: String, Ledger.Sighting)? {
        if let origin = file.origin { return origin.live.map { (origin.site, $0) } }
        guard let seenOn, let runName, let moment = file.moment else { return nil }
        return (seenOn, Ledger.Sighting(at: moment, run: runName))
    }
}
