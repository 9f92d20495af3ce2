import ConfluenceModel
import Foundation
import LiveSites
import Reporting
import Scenarios
import Synchronization

/// Runs scenarios on live sites, all sites side by side, and leaves each of them as it was.
struct LiveRun: RunsScenarios {
    let sites: [LiveSite]
    let options: LiveOptions
    let plan: RunPlan
    let jobs: Int?
    let shelf: ScenarioShelf
    private let troubles = LiveTroubles()

    init(sites: [LiveSite], options: LiveOptions, plan: RunPlan, jobs: Int?, shelf: ScenarioShelf) {
        self.sites = sites
        self.options = options
        self.plan = plan
        self.jobs = jobs
        self.shelf = shelf
    }

    func run(
        _ scenarios: [Scenario], progress tell: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> ScenarioRunReport {
        let clock = ContinuousClock()
        let start = clock.now
        // One line that shows how far the run is can tell of one site only.
        let isAlone = sites.count == 1
        let reports = try await withThrowingTaskGroup(of: (Int, ScenarioRunReport).self) { group in
            for (index, site) in sites.enumerated() {
                group.addTask {
                    let report = try await run(scenarios, on: site) { progress in
                        var progress = progress
                        for index in progress.told.indices { progress.told[index].site = site.profile.name }
                        if isAlone || !progress.told.isEmpty { tell(progress) }
                    }
                    return (index, report)
                }
            }
            var reports: [Int: ScenarioRunReport] = [:]
            for try await (index, report) in group { reports[index] = report }
            return sites.indices.compactMap { reports[$0] }
        }
        return ScenarioRunReport(
            scenarios: reports.flatMap(\.scenarios), elapsedMilliseconds: Int((clock.now - start) / .milliseconds(1)),
            wasInterrupted: reports.contains(where: \.wasInterrupted), shard: plan.shard?.description, seed: plan.seed)
    }

    func status(after report: ScenarioRunReport) -> ExitStatus {
        let status = ExitStatus(report)
        return status != .interrupted && troubles.any ? .siteUnusable : status
    }

    private func run(
        _ scenarios: [Scenario], on site: LiveSite, telling tell: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> ScenarioRunReport {
        let world = try await LiveWorld.open(site, options: options)
        var report: ScenarioRunReport
        if world.isUsable {
            var embedded = world.scenarios
            embedded.shelf = shelf
            report = await ScenarioRunner(world: embedded, plan: plan, jobs: jobs).run(scenarios, progress: tell)
        } else {
            troubles.note()
            report = ScenarioRunReport(scenarios: [], elapsedMilliseconds: 0)
            if let diagnosis = world.diagnosis {
                Output.error("the site of the profile \(site.profile.name) can't be used; nothing was run on it")
                Output.plainError(DiagnosisText.render(diagnosis, terminal: .current))
                report.scenarios = scenarios.map { $0.notRun(because: diagnosis) }
            }
        }
        let swept = await world.close()
        tellOf(swept, site: site.profile.name)
        for index in report.scenarios.indices { report.scenarios[index].site = site.profile.name }
        return report
    }

    private func tellOf(_ swept: SweepReport, site: String) {
        swept.tell(of: site)
        if !swept.isClean { troubles.note() }
    }
}

extension SweepReport {
    /// Says what was left on a site, or not touched there, and what to do about it.
    func tell(of site: String) {
        for stranger in foreign {
            Output.note("\(site): “\(stranger.title ?? stranger.id)” was not touched: \(stranger.reason)")
        }
        guard !isClean else { return }
        for left in left {
            Output.error("\(site): “\(left.title ?? left.id)” is left on the site: \(left.reason)")
        }
        Output.plainError("confluence-doctor clean \(site) tries again")
    }
}

/// Whether something stood in the way of the run as a whole.
private final class LiveTroubles: Sendable {
    private let count = Mutex(0)

    var any: Bool { count.withLock { $0 > 0 } }

    func note() { count.withLock { $0 += 1 } }
}

extension Scenario {
    /// A result that says why it was not begun.
    fileprivate func notRun(because diagnosis: DiagnosisReport) -> ScenarioResult {
        let cause = diagnosis.causes.first.map { ": \($0.title)" } ?? ""
        return ScenarioResult(
            name: name, instance: combination.label, file: file, tags: tags, driver: drivers.first ?? "native",
            status: .skipped, steps: [], diagnosis: diagnosis, reason: "the site can't be used\(cause)")
    }
}
