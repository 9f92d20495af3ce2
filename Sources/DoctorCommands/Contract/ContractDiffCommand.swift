import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Contracts
import Documents
import Foundation
import Reporting

/// `contract diff`: how the answers of two recordings differ, and whom that breaks.
struct ContractDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell how recorded answers differ from those before, and whom each difference breaks.",
        discussion: """
            BEFORE and AFTER are locks, recordings or HTTP archives. A difference breaks the toolkit where it reads the \
            place, and a scenario where an expectation of --scenarios names it; all else is harmless. \
            Exit codes: 0 no difference or harmless ones, 1 something breaks (with --strict: anything differs), \
            2 unreadable files.
            """
    ).showing(
        "contract diff shapes.yaml recording.json --strict"
    )

    @Argument(help: ArgumentHelp("What answers were like.", valueName: "before"))
    var before: String

    @Argument(help: ArgumentHelp("What they are like now.", valueName: "after"))
    var after: String

    @Option(name: .long, help: "text, json, junit, sarif or markdown.")
    var format: DriftFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Files of laws and scenarios whose expectations count, or a folder of them.", valueName: "path"))
    var scenarios: [String] = []

    @Flag(name: .long, help: "End with exit code 1 for any difference.")
    var strict = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Write here; without it to standard output.", valueName: "file"))
    var output: String?

    @Option(name: .long, help: "What site an HTTP archive is of, where its addresses don't tell: cloud or data-center.")
    var hosting: HostingName?

    func run() throws {
        let readers = try DriftReaders.reading(scenarios)
        let diff = ShapeDiff(
            try ShapeFiles.read(before, of: hosting?.kind).lock, try ShapeFiles.read(after, of: hosting?.kind).lock,
            readers: readers)
        if diff.compared == 0, diff.drifts.isEmpty {
            throw CommandFailure.usage("\(before) and \(after) have no exchange in common: nothing was compared")
        }
        let text: String
        if format == .json {
            text = diff.json.compactText
        } else {
            text = format.render(diff.report(title: "\(before) → \(after)", file: after == "-" ? nil : after))
        }
        try ShapeFiles.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: output)
        let isBroken = strict ? !diff.drifts.isEmpty : diff.worst.map { $0 != .harmless } ?? false
        if isBroken { throw ExitStatus.problem }
    }
}

/// The forms in which a comparison is told.
enum DriftFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case junit
    case sarif
    case markdown

    /// The report in this form; of JSON each comparison has its own.
    func render(_ report: DriftReport) -> String {
        switch self {
        case .text: DriftText.render(report, terminal: .current)
        case .junit: DriftJUnit.render(report)
        case .markdown: DriftMarkdown.render(report)
        case .sarif, .json: DriftSARIF.value(report, version: DoctorCommand.versionNumber).compactText
        }
    }
}

extension DriftReaders {
    /// What the expectations of files, and of all YAML files below folders, name.
    static func reading(_ paths: [String]) throws(CommandFailure) -> DriftReaders {
        var readers = DriftReaders()
        for path in paths {
            for file in try files(at: path) { readers.note(try InputFile.document(file)) }
        }
        return readers
    }

    private static func files(at path: String) throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { name in
            let folders = name.split(separator: "/").dropLast()
            let isAside = folders.contains { ["data", "payloads", "sites", "snapshots", "schemas"].contains($0) }
            return !isAside && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        }
        guard !files.isEmpty else { throw .usage("--scenarios \(path): the folder holds no YAML file") }
        return files.sorted().map { path + "/" + $0 }
    }
}
