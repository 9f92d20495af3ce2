package import ConfluenceModel
import Foundation

/// Runs scenarios, several at a time, each on a site of its own.
package struct ScenarioRunner: Sendable {
    private let world: ScenarioWorld
    private let driver: any Driver
    private let jobs: Int
    private let stepDeadline: Duration
    private let clock: ContinuousClock

    /// - Parameters:
    ///   - jobs: How many scenarios may run at once; `nil` takes one for each processor.
    ///   - stepDeadline: How long a step may take that says nothing of it.
    package init(
        world: ScenarioWorld,
        driver: any Driver,
        jobs: Int? = nil,
        stepDeadline: Duration = .seconds(90),
        clock: ContinuousClock = ContinuousClock()
    ) {
        self.world = world
        self.driver = driver
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        self.stepDeadline = stepDeadline
        self.clock = clock
    }

    /// Runs all of them; `progress` hears of each result in the order of the scenarios, as soon as that is known.
    package func run(
        _ scenarios: [Scenario],
        progress: @Sendable (ScenarioResult) -> Void = { _ in }
    ) async -> ScenarioRunReport {
        let start = clock.now
        var results: [Int: ScenarioResult] = [:]
        await withTaskGroup(of: (Int, ScenarioResult).self) { group in
            var waiting = scenarios.enumerated().makeIterator()
            func startNext() {
                guard let (index, scenario) = waiting.next() else { return }
                group.addTask { (index, await run(scenario)) }
            }
            for _ in 0..<jobs { startNext() }
            var reported = 0
            for await (index, result) in group {
                results[index] = result
                while let next = results[reported] {
                    progress(next)
                    reported += 1
                }
                startNext()
            }
        }
        return ScenarioRunReport(
            scenarios: scenarios.indices.compactMap { results[$0] },
            elapsedMilliseconds: (clock.now - start).inMilliseconds)
    }

    private func run(_ scenario: Scenario) async -> ScenarioResult {
        var result = ScenarioResult(
            name: scenario.name, file: scenario.file, tags: scenario.tags, driver: driver.name, status: .skipped,
            steps: [])
        if Task.isCancelled {
            result.reason = "the run was ended before this scenario began"
            return result
        }
        if let reason = scenario.reasonToSkip(with: driver) {
            result.reason = reason
            return result
        }
        let start = clock.now
        do {
            let sites = try await world.startSites(scenario.sites, driver.needsSocket)
            let run = ScenarioRun(
                scenario: scenario, sites: sites, world: world, driver: driver, stepDeadline: stepDeadline)
            let outcome = await run.outcome()
            await sites.stop()
            result.steps = outcome.steps
            result.diagnosis = outcome.diagnosis
            result.reason = outcome.reason
            result.product = outcome.product
            result.deployment = DiagnosisReport.FoundDeployment(sites.first.definition.deployment)
            result.status = outcome.status
            result.isFlaky = outcome.steps.contains(where: \.isFlaky)
        } catch {
            result.status = .failed
            result.reason = "the site did not start: \(error)"
        }
        result.elapsedMilliseconds = (clock.now - start).inMilliseconds
        return result
    }
}
