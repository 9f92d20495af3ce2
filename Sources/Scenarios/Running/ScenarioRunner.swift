package import ConfluenceModel
import Foundation

/// Runs scenarios, several at a time, each on a site of its own.
package struct ScenarioRunner: Sendable {
    private let world: ScenarioWorld
    private let plan: RunPlan
    private let jobs: Int
    private let stepDeadline: Duration
    private let clock: ContinuousClock

    /// - Parameters:
    ///   - jobs: How many scenarios may run at once; `nil` takes one for each processor.
    ///   - stepDeadline: How long a step may take that says nothing of it.
    package init(
        world: ScenarioWorld,
        plan: RunPlan,
        jobs: Int? = nil,
        stepDeadline: Duration = .seconds(90),
        clock: ContinuousClock = ContinuousClock()
    ) {
        self.world = world
        self.plan = plan
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        self.stepDeadline = stepDeadline
        self.clock = clock
    }

    /// A runner with one driver.
    package init(world: ScenarioWorld, driver: any Driver, jobs: Int? = nil) {
        self.init(world: world, plan: RunPlan(drivers: [driver]), jobs: jobs)
    }

    /// Runs all of them as planned; a cancelled run ends what is under way, and gives what it has.
    package func run(
        _ scenarios: [Scenario],
        progress tell: @Sendable (RunProgress) -> Void = { _ in }
    ) async -> ScenarioRunReport {
        let start = clock.now
        let units = plan.units(of: scenarios)
        var results: [Int: ScenarioResult] = [:]
        await withTaskGroup(of: (Int, ScenarioResult).self) { group in
            var progress = RunProgress(total: units.count)
            var waiting = units.indices.makeIterator()
            var underWay: [Int] = []
            var told = 0
            func startNext() {
                guard let index = waiting.next() else { return }
                let unit = units[index]
                if plan.failsFast, progress.failed > 0 {
                    group.addTask {
                        (index, unit.result(.skipped, reason: "not begun, since another one failed (--fail-fast)"))
                    }
                } else {
                    group.addTask { (index, await run(unit)) }
                }
                underWay.append(index)
            }
            func report() {
                progress.underWay = underWay.map { units[$0].scenario.name }
                tell(progress)
                progress.told = []
            }
            for _ in 0..<min(jobs, units.count) { startNext() }
            report()
            for await (index, result) in group {
                results[index] = result
                underWay.removeAll { $0 == index }
                progress.finished += 1
                if result.status == .failed { progress.failed += 1 }
                while let next = results[told] {
                    progress.told.append(next)
                    told += 1
                }
                startNext()
                report()
            }
        }
        var report = ScenarioRunReport(
            scenarios: units.indices.compactMap { results[$0] },
            elapsedMilliseconds: (clock.now - start).inMilliseconds,
            wasInterrupted: Task.isCancelled,
            shard: plan.shard?.description,
            seed: plan.seed)
        report.markUnsteadyRepetitions()
        return report
    }

    private func run(_ unit: RunUnit) async -> ScenarioResult {
        if Task.isCancelled {
            return unit.result(.skipped, reason: "the run was ended before this scenario began")
        }
        if let refusal =
            unit.refusal ?? world.refusal(unit.scenario, unit.driver)
            ?? unit.scenario.needs.compactMap(world.missing).first
        {
            return unit.result(.skipped, reason: refusal)
        }
        var result = unit.result(.failed)
        let start = clock.now
        do {
            let sites = try await world.startSites(unit.scenario.sites, unit.driver.needsSocket)
            let outcome = await outcome(of: unit, on: sites)
            await sites.stop()
            result.steps = outcome.steps
            result.diagnosis = outcome.diagnosis
            result.reason = outcome.reason
            result.product = outcome.product
            result.deployment = DiagnosisReport.FoundDeployment(sites.first.definition.deployment)
            result.status = outcome.status
            result.isFlaky = outcome.steps.contains(where: \.isFlaky)
        } catch {
            result.reason = "the site did not start: \(error)"
        }
        result.elapsedMilliseconds = (clock.now - start).inMilliseconds
        return result
    }

    private func outcome(of unit: RunUnit, on sites: RunningSites) async -> ScenarioRun.Outcome {
        let runID = world.newRunID()
        let readying = SiteReadying(
            scenario: unit.scenario, runID: runID, isAskedBySendOnly: !unit.driver.needsSocket)
        do {
            let readied = try await readying.readied(sites)
            return await ScenarioRun(
                scenario: unit.scenario, sites: readied, world: world, driver: unit.driver, stepDeadline: stepDeadline,
                runID: runID
            ).outcome()
        } catch {
            // An end that comes while something is sent looks like a broken connection.
            if error is CancellationError || Task.isCancelled {
                return .init(status: .skipped, reason: "the run was ended")
            }
            return .init(status: .failed, reason: "the site could not be readied: \(error)")
        }
    }
}

extension ScenarioRunReport {
    /// Calls repetitions of a scenario flaky that did not all end alike.
    mutating func markUnsteadyRepetitions() {
        struct Key: Hashable { let name: String, file: String, driver: String }
        func key(_ result: ScenarioResult) -> Key { Key(name: result.name, file: result.file, driver: result.driver) }
        let repeated = scenarios.filter { $0.repetition != nil && $0.status != .skipped }
        let unsteady = Dictionary(grouping: repeated, by: key).filter { Set($0.value.map(\.status)).count > 1 }
        for index in scenarios.indices where unsteady[key(scenarios[index])] != nil {
            scenarios[index].isFlaky = true
        }
    }
}
