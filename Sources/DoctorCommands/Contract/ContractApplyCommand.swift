import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Contracts
import Documents
import Foundation
import SiteFiles

/// `contract apply`: drift that somebody has read becomes data by which the simulator answers.
struct ContractApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Turn reviewed drift into an answers file, by which the simulator answers as the other site does.",
        discussion: """
            DRIFT is what contract diff --format json wrote, with the simulator's recording before and the site's after, or \
            what contract check --format json did, of which the refusals count that the live site worded otherwise; \
            take out what the simulator is not to follow. Serve it by simulate --answers FILE, or put the rules under \
            “answers:” of a site file. What no rule can say is told. \
            Exit codes: 0 written, 1 nothing could be turned into a rule, 2 unreadable file.
            """
    ).showing(
        "contract apply drift.json -o answers.yaml"
    )

    @Argument(help: ArgumentHelp("Drift as JSON.", valueName: "drift"))
    var drift: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Write here; without it to standard output.", valueName: "file"))
    var output: String?

    @Option(name: .long, help: ArgumentHelp("What the rules give as their source.", valueName: "words"))
    var source: String?

    func run() throws {
        let drifts = try Self.drifts(in: try InputFile.bytes(drift, limit: 64 << 20), drift)
        let answers = AnswersFromDrift(drifts, source: source ?? "drift of \(URL(filePath: drift).lastPathComponent)")
        for (drift, why) in answers.leftOut { Output.note("left out: \(drift.place): \(drift.kind.rawValue): \(why)") }
        guard !answers.rules.isEmpty || drifts.isEmpty else { throw ExitStatus.problem }
        try ShapeFiles.write(Array(YAMLWriter.text(AnswersWriter.file(answers.rules)).utf8), to: output)
    }

    private static func drifts(in bytes: [UInt8], _ path: String) throws(CommandFailure) -> [Drift] {
        let document: JSON
        do {
            document = try JSONReader.read(bytes)
        } catch {
            throw .usage("\(path):\(error.line):\(error.column): this is not JSON: \(error.message)")
        }
        if let drifts = LawDrift.drifts(in: document) { return drifts }
        guard document["kind"]?.stringValue == "shape-drift", let entries = document["drifts"]?.arrayValue else {
            throw .usage("\(path): this is no drift; contract diff and contract check write it with --format json")
        }
        var drifts: [Drift] = []
        for (index, entry) in entries.enumerated() {
            guard let drift = Drift(entry) else {
                throw .usage(
                    "\(path): drifts[\(index)]: “kind”, “severity”, “on”, “exchange”, “before” and “after” are expected"
                )
            }
            drifts.append(drift)
        }
        return drifts
    }
}
