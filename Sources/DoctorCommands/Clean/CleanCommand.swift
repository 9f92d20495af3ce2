import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Foundation
import LiveSites
import LiveTransport

/// `clean`: removes what runs that were killed have left on a live site.
struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove what a run that was killed has left on a live site.",
        discussion: """
            NAME is a profile. What each of its runs created stands in a record below \
            $XDG_STATE_HOME/confluence-doctor/live/NAME; that is removed, and nothing else is touched. Exit codes: \
            0 nothing is left, 1 something had to be left or belongs to a run that still goes on, 2 unusable arguments \
            or profiles.
            """
    ).showing(
        "clean staging"
    )

    @Argument(help: ArgumentHelp("The profile of the site.", valueName: "name"))
    var name: String

    @Option(
        name: .long,
        help: ArgumentHelp("The file of profiles; by default the one of your configuration folder.", valueName: "file"))
    var profiles: String?

    func run() async throws {
        let name = self.name.hasPrefix("live:") ? String(self.name.dropFirst(5)) : self.name
        let profile = try ProfileFile.read(profiles).named(name)
        let records = RecordFile.left(by: name)
        guard !records.isEmpty else { return Output.line("\(name): there is nothing to clean up") }
        let site = try await LiveSite.ready(profile)
        var isClean = true
        for path in records where await !clean(path, on: site) { isClean = false }
        await site.transport.shutdown()
        if !isClean { throw ExitStatus.problem }
    }

    /// Removes what one record names; gives whether nothing of it is left.
    private func clean(_ path: String, on site: LiveSite) async -> Bool {
        let file = RecordFile(path: path)
        let lines: [RecordLine]
        do {
            lines = RecordContents.lines(in: try file.take())
        } catch RecordFile.Failure.inUse {
            Output.error(
                "\(path) belongs to a run that is still going on, and is left alone; clean again when it has ended")
            return false
        } catch {
            Output.error("\(error)")
            return false
        }
        let contents = RecordContents(lines)
        guard let head = contents.head else {
            // Killed before its first line was whole: nothing had been sent.
            file.remove()
            return true
        }
        guard head.base == site.profile.base.description else {
            Output.error(
                "\(path) is of a run on \(head.base), and the profile now means \(site.profile.base); nothing was touched"
            )
            file.leave()
            return false
        }
        let redactor = site.redactor
        let guarded = GuardedSite(
            access: site.access(mark: head.mark, allowWrites: true), send: site.transport.send,
            record: CreationRecord(lines: lines, append: { try file.append(redactor.redact($0)) }),
            clock: .running(date: { Date() }))
        let report = await guarded.sweep()
        let tellings = report.lines.map { "  \($0)" }
        Output.line(([heading(of: head, report)] + tellings).map(redactor.redact).joined(separator: "\n"))
        if report.isClean { file.remove() } else { file.leave() }
        return report.isClean
    }

    private func heading(of head: RecordHead, _ report: SweepReport) -> String {
        let sum = report.removed.isEmpty ? "nothing of it was left" : "\(report.removed.count) removed"
        return "the run \(head.mark) of \(head.begun) in the space \(head.space): "
            + (report.isClean ? sum : "\(sum), \(report.left.count) left")
    }
}
