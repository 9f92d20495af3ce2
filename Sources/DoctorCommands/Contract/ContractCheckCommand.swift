import ArgumentParser
import ConfluenceModel
import Contracts
import Foundation
import Reporting
import Scenarios

/// `contract check`: tries laws on the simulator and on live sites, and says who of them is to be mended.
struct ContractCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try laws on the simulator and on live sites, and say which of them has changed.",
        discussion: """
            PATH is a family of laws or a folder of them. Without --against the simulator is tried alone; on live sites \
            laws that write are left out unless both the profile and --allow-writes allow them. Exit codes: 0 all agree \
            or nothing is new, 1 something drifted or the simulator is wrong, 2 unusable arguments, files, profiles or \
            credentials, 4 a site is out of order, 130 ended by Ctrl-C, with a report of what was judged by then.
            """
    ).showing(
        "contract check",
        "contract check --against live:staging --family versions"
    )

    @Argument(help: ArgumentHelp("Families of laws, and folders of them.", valueName: "path"))
    var paths: [String] = ["scenarios/contracts"]

    @OptionGroup var live: LiveOptions

    @Option(name: .long, help: ArgumentHelp("Only the laws of this family; may be given again.", valueName: "name"))
    var family: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only this law; may be given again.", valueName: "id"))
    var law: [String] = []

    @Option(name: .long, help: "text, json, junit or markdown.")
    var format: LawFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write an issue text here for each drift, and take it away when the drift is over.", valueName: "folder"))
    var issues: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Say nothing of what this file knows; it is written anew when something has changed.", valueName: "file"))
    var known: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Note in this ledger which laws were seen to hold on a live site.", valueName: "file"))
    var ledger: String?

    func validate() throws {
        if ledger != nil, try live.names.isEmpty {
            throw ValidationError("--ledger notes what holds on live sites; name one by --against live:NAME")
        }
    }

    func run() async throws {
        let laws = try chosen()
        let sites = try await liveSites()
        // One that can't be read is told before anything is asked.
        if let ledger, FileManager.default.fileExists(atPath: ledger) { _ = try LedgerFile.read(ledger) }
        let memory = try DriftMemory(knownFile: known, issueFolder: issues)
        let check = LawCheck(laws: laws, sites: sites, options: live, asksForSimulations: ledger != nil)
        let end = await Interruption.ending(told: RunCommand.warn) { () -> Result<LawCheck.Outcome?, any Error> in
            do {
                return .success(try await check.outcome())
            } catch {
                return Task.isCancelled ? .success(nil) : .failure(error)
            }
        }
        guard var outcome = try end.get() else { throw ExitStatus.interrupted }
        if outcome.wasInterrupted {
            outcome.report = memory.marking(outcome.report)
            Output.line(format.render(outcome.report))
            Output.note("ended by Ctrl-C: what was judged by then is told, and nothing of it is noted in any file")
            throw ExitStatus.interrupted
        }
        outcome.report = memory.marking(outcome.report)
        let kept = Result { () throws(CommandFailure) in try memory.keep(outcome.report) }
        // A scheduled check that finds all as it was keeps quiet.
        let isUnchanged = (try? kept.get()) == false
        let isQuiet = memory.remembers && isUnchanged && outcome.report.news.isEmpty && !outcome.report.hasOutage
        if !isQuiet || format != .text { Output.line(format.render(outcome.report)) }
        // What could not be written costs nobody the report.
        _ = try kept.get()
        if let ledger {
            for site in outcome.report.sites { if let kind = site.simulation { Output.noteNotLive(site.name, kind) } }
            try LedgerFile.update(ledger, with: Ledger.seen(in: outcome.report, at: Date()))
        }
        if let status = outcome.status { throw status }
    }

    /// The laws that are asked for.
    private func chosen() throws(CommandFailure) -> [Scenario] {
        let source = ScenarioSource(paths: paths, selection: ScenarioSelection())
        let all = try source.scenarios().filter { $0.law != nil }
        guard !all.isEmpty else { throw .usage("\(paths.joined(separator: ", ")): there are no laws") }
        try check(family, "family", among: all.compactMap(\.law?.family))
        try check(law, "law", among: all.compactMap(\.law?.id))
        let laws = all.filter { scenario in
            (family.isEmpty || family.contains(scenario.law?.family ?? ""))
                && (law.isEmpty || law.contains(scenario.law?.id ?? ""))
        }
        guard !laws.isEmpty else { throw .usage("none of the laws is both in these families and of these names") }
        return laws
    }

    private func check(_ names: [String], _ kind: String, among known: [String]) throws(CommandFailure) {
        for name in names where !known.contains(name) {
            throw .usage("--\(kind): \(Self.unknown(kind, name, among: Array(Set(known)).sorted()))")
        }
    }

    private static func unknown(_ kind: String, _ name: String, among known: [String]) -> String {
        NearestWord.find(for: name, in: known).map { "unknown \(kind) “\(name)”, did you mean “\($0)”?" }
            ?? "unknown \(kind) “\(name)”"
    }

    private func liveSites() async throws -> [LiveSite] {
        let names = try live.names
        guard !names.isEmpty else { return [] }
        let file = try ProfileFile.read(live.profiles)
        var sites: [LiveSite] = []
        for name in names { sites.append(try await LiveSite.ready(try file.named(name))) }
        return sites
    }
}

/// The forms in which a check of laws is told.
enum LawFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case junit
    case markdown

    func render(_ report: LawReport) -> String {
        switch self {
        case .text: LawText.render(report, terminal: .current)
        case .json: LawJSON.render(report)
        case .junit: LawJUnit.render(report)
        case .markdown: LawMarkdown.render(report)
        }
    }
}
