import ConfluenceModel

/// Carries out the parts of a scenario in order, and calls the doctor where one of them fails.
struct ScenarioExecution: Sendable {
    let steps: StepExecution

    private var scenario: Scenario { steps.run.scenario }
    private var progress: ScenarioProgress { steps.progress }

    func outcome() async -> ScenarioRun.Outcome {
        var outcome = ScenarioRun.Outcome()
        outcome.product = await steps.sessions.values.first?.product
        do {
            try await inTime { await carryOutAll() }
        } catch is DeadlineExceeded {
            let limit = scenario.timeout ?? .zero
            progress.endUnderWay("the scenario's time of \(limit.inSeconds) s was over in this step")
            outcome.reason = "the scenario did not end within \(limit.inSeconds) s"
            skipRest()
        } catch {
            // Nothing else is thrown than that the run was ended.
        }
        if Task.isCancelled { return await ended(outcome) }
        for step in scenario.teardown { await steps.carryOut(step, .teardown) }
        let end = progress.now
        outcome.steps = end.results
        outcome.diagnosis = end.diagnosis
        if end.hasFailed { outcome.status = .failed }
        if end.hasFailed, end.diagnosis == nil { outcome.diagnosis = await steps.diagnosis(of: end.failedToolkit) }
        return outcome
    }

    /// What there is of a scenario in the middle of which the run was ended; it still cleans up behind itself.
    private func ended(_ outcome: ScenarioRun.Outcome) async -> ScenarioRun.Outcome {
        progress.leaveUnderWay("the run was ended in this step")
        // In a task of its own, since everything in this one ends at once.
        await Task { for step in scenario.teardown { await steps.carryOut(step, .teardown) } }.value
        var outcome = outcome
        outcome.status = .skipped
        outcome.reason = "the run was ended"
        outcome.steps = progress.now.results
        return outcome
    }

    private func carryOutAll() async {
        for step in scenario.setup where !Task.isCancelled {
            progress.reach(.setup)
            if progress.hasFailed { steps.skip(step, .setup) } else { await steps.carryOut(step, .setup) }
        }
        let isReady = !progress.hasFailed
        for step in scenario.steps where !Task.isCancelled {
            progress.reach(.steps)
            // A diagnosis says what is wrong when a step before it has failed.
            if isReady, !progress.hasFailed || step.kind == .diagnose {
                await steps.carryOut(step, .steps)
            } else {
                steps.skip(step, .steps)
            }
        }
    }

    /// Notes the steps that were not reached in time.
    private func skipRest() {
        for (part, all) in [(StepResult.Part.setup, scenario.setup), (.steps, scenario.steps)] {
            for step in all.dropFirst(progress.now.reached[part, default: 0]) { steps.skip(step, part) }
        }
    }

    private func inTime(_ work: @escaping @Sendable () async -> Void) async throws {
        guard let limit = scenario.timeout else { return await work() }
        try await withDeadline(limit, clock: ContinuousClock(), work)
    }
}
