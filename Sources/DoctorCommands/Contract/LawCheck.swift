import ConfluenceModel
import Contracts
import LiveSites
import Scenarios

/// Tries laws on the simulator and on live sites, all sites side by side, and judges what came of them.
struct LawCheck: Sendable {
    let laws: [Scenario]
    let sites: [LiveSite]
    let options: LiveOptions
    /// Whether each site is asked if it is a live one, as whoever keeps a ledger must know.
    var asksForSimulations = false

    struct Outcome: Sendable {
        var report: LawReport
        var wasInterrupted = false
        /// Whether a profile's own settings or credentials are to blame.
        var isMisconfigured = false
        /// Whether something that was made on a site is still there.
        var leftSomething = false

        /// How the command ends; `nil` where all is well.
        var status: ExitStatus? {
            if isMisconfigured { return .usage }
            if !report.news.isEmpty { return .problem }
            return report.hasOutage || leftSomething ? .siteUnusable : nil
        }
    }

    /// What came of the laws on one site.
    private struct Trial: Sendable {
        var site: CheckedSite
        /// By the titles of the laws.
        var attempts: [String: LawTry] = [:]
        var isMisconfigured = false
        var leftSomething = false
        var wasInterrupted = false
    }

    func outcome() async throws -> Outcome {
        let laws = laws.filter { mayRun($0) }
        let trials = try await withThrowingTaskGroup(of: (Int, Trial).self) { group in
            group.addTask { (0, await simulated(laws)) }
            for (index, site) in sites.enumerated() {
                group.addTask { (index + 1, try await tried(laws, on: site)) }
            }
            var trials: [Int: Trial] = [:]
            for try await (index, trial) in group { trials[index] = trial }
            return (0...sites.count).compactMap { trials[$0] }
        }
        let judged = LawJudge.settingAside(laws.compactMap(\.law).flatMap { judge($0, trials) })
        let report = LawReport(
            laws: judged, sites: trials.map(\.site), leftOut: self.laws.count { isOfASite($0) && !mayRun($0) },
            elapsedMilliseconds: trials.map(\.site.elapsedMilliseconds).max() ?? 0)
        return Outcome(
            report: report, wasInterrupted: Task.isCancelled || trials.contains(where: \.wasInterrupted),
            isMisconfigured: trials.contains(where: \.isMisconfigured),
            leftSomething: trials.contains(where: \.leftSomething))
    }

    /// Against live sites laws that write are left out unless somebody asks for them.
    private func mayRun(_ scenario: Scenario) -> Bool {
        sites.isEmpty || (isOfASite(scenario) && (options.allowWrites || scenario.law?.writes != true))
    }

    /// Whether one of the live sites has the part of the API that a law is about.
    private func isOfASite(_ scenario: Scenario) -> Bool {
        sites.contains { $0.profile.hosting == scenario.law?.api.deployment }
    }

    private func judge(_ law: Law, _ trials: [Trial]) -> [JudgedLaw] {
        guard let simulator = trials.first?.attempts[law.title] else { return [] }
        let live = trials.dropFirst().compactMap { trial in
            trial.attempts[law.title].map { (site: trial.site.name, attempt: $0) }
        }
        // With live sites asked for, a law that none of them could be asked for says nothing.
        if !sites.isEmpty, live.isEmpty { return [] }
        return LawJudge.judge(.init(law: law, simulator: simulator, live: live))
    }

    // MARK: - Trying

    private func simulated(_ laws: [Scenario]) async -> Trial {
        let report = await LawTrial(world: EmbeddedWorld.scenarios).report(of: laws)
        return trial(CheckedSite.simulator, laws, report)
    }

    private func tried(_ laws: [Scenario], on site: LiveSite) async throws -> Trial {
        let name = site.profile.name
        let laws = laws.filter { $0.law?.api.deployment == site.profile.hosting }
        let world = try await LiveWorld.open(site, options: options)
        guard world.isUsable || Task.isCancelled else {
            await tellSwept(world, name)
            return unusable(world.diagnosis, name, laws)
        }
        let report = await LawTrial(world: world.scenarios).report(of: laws)
        var trial = trial(name, laws, report)
        if asksForSimulations { trial.site.simulation = await world.simulation() }
        trial.leftSomething = await tellSwept(world, name)
        trial.site.version = world.diagnosis?.deployment.version
        trial.site.trouble = SiteTrouble.found(in: Array(trial.attempts.values))
        return trial
    }

    /// Whether something is left.
    @discardableResult
    private func tellSwept(_ world: LiveWorld, _ name: String) async -> Bool {
        let swept = await world.close()
        swept.tell(of: name)
        return !swept.isClean
    }

    private func trial(_ name: String, _ laws: [Scenario], _ report: LawTrial.Report) -> Trial {
        var trial = Trial(
            site: CheckedSite(
                name: name, reads: report.reads, writes: report.writes,
                elapsedMilliseconds: report.elapsedMilliseconds))
        for (scenario, result) in zip(laws, report.results) {
            if let law = scenario.law { trial.attempts[law.title] = LawTry(reading: result) }
        }
        trial.wasInterrupted = Task.isCancelled
        return trial
    }

    /// A site of which the doctor says that it can't be used.
    private func unusable(_ diagnosis: DiagnosisReport?, _ name: String, _ laws: [Scenario]) -> Trial {
        let cause = diagnosis?.causes.first
        let reason = cause.map { "\($0.title) [\($0.id)]" } ?? "the doctor could not use it"
        var trial = Trial(
            site: CheckedSite(name: name, reads: 0, writes: 0, elapsedMilliseconds: 0, trouble: reason))
        trial.isMisconfigured = cause?.id.liesWithTheProfile == true
        for scenario in laws {
            guard let law = scenario.law else { continue }
            let result = ScenarioResult(
                name: scenario.name, file: scenario.file, driver: "http", status: .skipped, steps: [], reason: reason)
            trial.attempts[law.title] = LawTry(outcome: .outOfOrder, reason: reason, result: result)
        }
        return trial
    }
}

extension CauseID {
    /// Whether the profile is to be changed; the others say that the site, or the way to it, is out of order.
    fileprivate var liesWithTheProfile: Bool {
        let addresses: [CauseID] = [
            .hostingMismatch, .basePath, .malformedAddress, .notConfluence, .plainHTTP, .trailingCharacters,
            .unknownSite,
            .gatewayCloudID,
        ]
        if addresses.contains(self) { return true }
        return ["credential", "account", "space", "toolkit"].contains(String(family)) && self != .directoryDown
    }
}
