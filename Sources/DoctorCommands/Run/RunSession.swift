import ConfluenceModel
import Foundation
import Reporting
import RunHistory
import Scenarios

/// Runs scenarios once or again and again, and gives out what came of them.
struct RunSession: Sendable {
    let source: ScenarioSource
    let runner: any RunsScenarios
    let narrator: RunNarrator
    let reports: ReportOptions
    let history: RunHistory?
    /// What runs write into files that are watched.
    let ownWrites: OwnWrites

    /// Runs them, writes all reports, and says how the command ends.
    func run(_ scenarios: [Scenario]) async throws -> ExitStatus {
        let start = Date()
        var report = try await runner.run(scenarios, progress: narrator.tell)
        report.startedAt = start.formatted(.iso8601)
        try reports.give(report, isTold: narrator.tellsResults)
        if let history { try await history.append(report) }
        return runner.status(after: report)
    }

    /// Runs them, waits until a file of theirs changes, and runs those that it touches; ends when it is cancelled.
    func watch() async throws -> ExitStatus {
        let watch = FileWatch()
        var status = ExitStatus.success
        // Nothing to begin with, and after mistakes that may have been in any of the files: everything is run.
        var changed: Set<String>?
        while true {
            var files = Set(source.paths)
            do {
                let all = try source.scenarios()
                files.formUnion(all.flatMap(\.files))
                var known = watch.state(of: files.union(source.files()))
                let touched = all.filter { scenario in changed.map { !$0.isDisjoint(with: scenario.files) } ?? true }
                status = try await run(touched.isEmpty ? all : touched)
                if Task.isCancelled { return .interrupted }
                let own = ownWrites.take()
                known.merge(own) { _, own in own }
                // A folder changes by what is put into it; what lies in it is watched by itself.
                let folders = Set(source.paths).subtracting(source.files())
                if !own.isEmpty { known.merge(watch.state(of: folders)) { _, now in now } }
                guard let next = await change(watch, among: files, since: known) else { return status }
                changed = next
            } catch let failure as CommandFailure {
                Output.error(failure.description)
                let known = watch.state(of: files.union(source.files()))
                guard await change(watch, among: files, since: known) != nil else { return failure.status }
                changed = nil
            }
        }
    }

    /// The files that have changed; `nil` once the wait was ended.
    private func change(
        _ watch: FileWatch, among files: Set<String>, since known: [String: FileWatch.Stamp]
    ) async -> Set<String>? {
        Output.plainError("waiting for changes; Ctrl-C ends")
        return try? await watch.change(among: { files.union(source.files()) }, since: known)
    }
}

/// Whatever carries scenarios out: on simulated sites or on live ones.
protocol RunsScenarios: Sendable {
    func run(_ scenarios: [Scenario], progress tell: @escaping @Sendable (RunProgress) -> Void) async throws
        -> ScenarioRunReport
    /// How a command ends by what was found besides the scenarios.
    func status(after report: ScenarioRunReport) -> ExitStatus
}

extension ScenarioRunner: RunsScenarios {
    func status(after report: ScenarioRunReport) -> ExitStatus { ExitStatus(report) }
}

extension ExitStatus {
    /// How a command ends that ran scenarios, or that read what came of them.
    init(_ report: ScenarioRunReport) {
        if report.wasInterrupted {
            self = .interrupted
        } else {
            self = report.count(.failed) > 0 ? .problem : .success
        }
    }
}
