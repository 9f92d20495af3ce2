import ArgumentParser
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import Reporting

/// `explain`: what a pasted error speaks for; or what a cause is, how it shows itself, and how it is mended.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain an error that somebody pasted, or a cause by its id; without either, list all causes.",
        discussion: """
            FILE is any text with the error in it: a traceback, `curl -v`, a HAR file, a log, an answer's body, a page; \
            - reads standard input. Nothing is sent anywhere, and what looks like a secret is not shown again. Exit codes \
            for a text: 1 causes were found, 2 it can't be read, 3 no cause could be named.
            """
    ).showing(
        "explain build.log",
        "explain credential.token-revoked",
        "explain - --format json"
    )

    @Argument(
        help: ArgumentHelp(
            "A file, - for standard input, or a cause's id, such as credential.token-revoked.",
            valueName: "file|-|cause"))
    var subject: String?

    @Option(name: .long, help: "text or markdown; json, html or sarif for a pasted text.")
    var format: ReportFormat = .text

    func validate() throws {
        if format != .text, format != .markdown, subject == nil || cause != nil {
            throw ValidationError("--format \(format.rawValue) is for a pasted text")
        }
    }

    /// The names of causes have two parts; where the first is right, the second is held against those beside it.
    private static func unknownCause(_ word: String) -> String {
        let all = CauseCatalogue.all.map(\.id.rawValue)
        guard let dot = word.firstIndex(of: ".") else { return DocumentNode.unknown("cause", word, among: all) }
        let family = all.filter { $0.hasPrefix(word[...dot]) }
        guard !family.isEmpty else { return DocumentNode.unknown("cause", word, among: all) }
        let ends = family.map { String($0.dropFirst(word[...dot].count)) }
        let nearest = NearestWord.find(for: String(word[word.index(after: dot)...]), in: ends)
        return nearest.map { "unknown cause “\(word)”, did you mean “\(word[...dot])\($0)”?" }
            ?? "unknown cause “\(word)”; known are \(family.joined(separator: ", "))"
    }

    func run() throws {
        guard let subject else {
            Output.line(format == .markdown ? CauseTable.render() : Self.list)
            return
        }
        if let cause {
            Output.line(format == .markdown ? CauseTable.render(cause) : CausePage.render(cause))
            return
        }
        if Self.looksLikeCause(subject), !FileManager.default.fileExists(atPath: subject) {
            throw CommandFailure.usage(Self.unknownCause(subject))
        }
        let (paste, bytes) = try self.paste(subject)
        let report = PasteDoctor().explain(paste)
        switch format {
        case .text: Output.line(ExplanationText.render(report, terminal: .current))
        case .json, .html, .markdown, .sarif:
            Output.line(
                format.render(
                    [NamedReport(name: subject, report: report)], of: subject == "-" ? nil : subject))
        }
        if report.verdict == .undecided, Self.isConfiguration(bytes) {
            Output.note(
                "this is a toolkit's configuration: confluence-doctor diagnose \(subject) finds out what is wrong with it"
            )
        }
        throw report.verdict == .problem ? ExitStatus.problem : ExitStatus.undecided
    }

    private var cause: Cause? {
        subject.flatMap { CauseCatalogue.cause(CauseID(rawValue: $0)) }
    }

    /// Whether a text has the form of a cause's id, and not of a file's name: `family.cause` of a known family.
    private static func looksLikeCause(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && CauseCatalogue.all.contains { $0.id.family == parts[0] }
    }

    /// Whether a person brought to `explain` what `diagnose` is for.
    private static func isConfiguration(_ bytes: [UInt8]) -> Bool {
        guard bytes.count < 1 << 20, let document = try? InputFile.document(bytes, of: "-") else { return false }
        return (try? ConfigurationReader.read(document)) != nil
    }

    private func paste(_ path: String) throws(CommandFailure) -> (Paste, bytes: [UInt8]) {
        let (bytes, omitted) = try InputFile.ends(path, head: PasteReader.headLimit, tail: PasteReader.tailLimit)
        do {
            return (try PasteReader.read(bytes, omitted: omitted), bytes)
        } catch {
            throw .usage("\(path == "-" ? "standard input" : path): \(error)")
        }
    }

    private static var list: String {
        let width = CauseCatalogue.all.map(\.id.rawValue.count).max() ?? 0
        return CauseCatalogue.all.map { known in
            let id = known.id.rawValue
            return id + String(repeating: " ", count: width - id.count + 2) + known.title
        }.joined(separator: "\n")
    }
}
