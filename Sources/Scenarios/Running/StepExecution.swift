import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents

/// Carries out single steps: placeholders filled in, tried again where that is allowed, and checked.
struct StepExecution: Sendable {
    let run: ScenarioRun
    let toolkits: [PreparedToolkit]
    let sessions: [String: any DriverSession]
    let receivers: [String: RunningReceiver]
    let progress: ScenarioProgress

    private let clock = ContinuousClock()
    private let secrets: [KnownSecret]

    init(
        run: ScenarioRun, toolkits: [PreparedToolkit], sessions: [String: any DriverSession],
        receivers: [String: RunningReceiver], progress: ScenarioProgress
    ) {
        self.run = run
        self.toolkits = toolkits
        self.sessions = sessions
        self.receivers = receivers
        self.progress = progress
        secrets = Self.secrets(of: run, toolkits)
    }

    /// Carries out a step and notes what came of it; a loop notes each of its steps.
    func carryOut(_ step: ScenarioStep, _ part: StepResult.Part, within loop: String? = nil) async {
        guard step.drivers.isEmpty || step.drivers.contains(run.driver.name) else {
            return skip(step, part, within: loop)
        }
        if case .forEach(let body) = step.action { return await carryOut(body, of: step, part, within: loop) }
        let start = clock.now
        var result = blank(step, part, within: loop)
        progress.begin(result)
        var outcome = StepOutcome()
        for attempt in 1...(step.retries.times + 1) {
            if attempt > 1, step.retries.wait > .zero { try? await clock.sleep(for: step.retries.wait) }
            // What came too late is no result: the scenario's time is over.
            if Task.isCancelled { return }
            outcome = await attemptOnce(step)
            result.tries = attempt
            if outcome.problems.isEmpty { break }
        }
        if Task.isCancelled { return }
        if let written = outcome.written { result.title = StepTitle.title(of: written, within: loop) }
        result.status = outcome.problems.isEmpty ? .passed : .failed
        result.answer = outcome.evidence.text
        result.problems = outcome.problems.map(\.words)
        result.comparisons = outcome.problems.compactMap(\.comparison)
        result.exchanges = outcome.evidence.exchanges(inFull: result.status == .failed || run.world.keepsBodies)
        if case .tool(.failure(let type, _)) = outcome.evidence.answer { result.errorType = type }
        result.difference = step.expectation(with: run.driver.name).because
        result.elapsedMilliseconds = (clock.now - start).inMilliseconds
        progress.end(result, report: outcome.report, toolkit: step.configurationName)
    }

    func skip(_ step: ScenarioStep, _ part: StepResult.Part, within loop: String? = nil) {
        progress.end(blank(step, part, within: loop))
    }

    /// The doctor's word on a toolkit; `nil` where the scenario has none.
    func diagnosis(of name: String?) async -> DiagnosisReport? {
        guard let toolkit = toolkit(named: name) else { return nil }
        return await run.world.diagnose(toolkit.configuration, DiagnosisRequest(), run.sites)
    }

    /// What must stay secret: the sites' own tokens and passwords, and what the configurations hold besides.
    private static func secrets(of run: ScenarioRun, _ toolkits: [PreparedToolkit]) -> [KnownSecret] {
        let ofSites = Set(run.sites.all.flatMap(\.secrets))
        return run.knownSecrets
            + toolkits.flatMap { toolkit in
                toolkit.configuration.secrets.filter { !ofSites.contains($0) }.map { secret in
                    KnownSecret(name: "a secret of the configuration \(toolkit.name)", value: secret)
                }
            }
    }

    func toolkit(named name: String?) -> PreparedToolkit? {
        guard let name else { return toolkits.first }
        return toolkits.first { $0.name == name }
    }

    private func blank(_ step: ScenarioStep, _ part: StepResult.Part, within loop: String?) -> StepResult {
        StepResult(
            title: StepTitle.title(of: step, within: loop), kind: step.kind, part: part, tool: step.toolName,
            status: .skipped, line: step.node.place.line)
    }

    /// One try of a step; whatever goes wrong becomes a problem of it.
    private func attemptOnce(_ step: ScenarioStep) async -> StepOutcome {
        var outcome = StepOutcome()
        let marks = run.sites.all.map { $0.exchangeCount() }
        let otherHosts = run.sites.otherHosts.count
        let start = clock.now
        do {
            let written = try filled(step)
            outcome.written = written
            let action = try StepAction(step: written, execution: self)
            let deadline = step.timeout ?? run.stepDeadline
            do {
                outcome.evidence.answer = try await action.answer(within: deadline)
            } catch is DeadlineExceeded {
                outcome.problems.append(Mismatch(action.lateness(after: deadline)))
            }
            outcome.evidence.elapsed = clock.now - start
            if !receivers.isEmpty { for site in run.sites.all { await site.deliverWebhooks() } }
            outcome.evidence.journals = journals(after: marks)
            outcome.evidence.otherHosts = run.sites.otherHosts.all(after: otherHosts)
            outcome.evidence.secrets = secrets
            guard outcome.problems.isEmpty else { return outcome }
            outcome.problems = try await StepChecks(step: written, execution: self).problems(of: outcome.evidence)
            if outcome.problems.isEmpty { outcome.problems = take(written.captures, from: outcome.evidence) }
        } catch {
            outcome.problems.append(Mismatch("\(error)"))
            // What was sent and never answered tells a site that is down from a request that was not sent.
            outcome.evidence.journals = journals(after: marks)
        }
        return outcome
    }

    /// What the sites were asked since.
    private func journals(after marks: [Int]) -> [StepEvidence.SiteJournal] {
        zip(run.sites.all, marks).map { site, mark in
            StepEvidence.SiteJournal(
                site: site.name, contextPath: site.definition.contextPath, lines: site.journal(mark))
        }
    }

    /// The step with its placeholders filled in, read again as what it has become.
    private func filled(_ step: ScenarioStep) throws(DocumentError) -> ScenarioStep {
        guard step.node.holdsPlaceholder else { return step }
        return try run.scenario.reader.read(try progress.placeholders.fill(step.node))
    }

    private func take(_ captures: [Capture], from evidence: StepEvidence) -> [Mismatch] {
        var problems: [Mismatch] = []
        for capture in captures {
            if let value = capture.value(in: evidence) {
                progress.set(capture.name, to: value)
            } else {
                problems.append(Mismatch("\(capture.failure), so there is no {{var.\(capture.name)}}"))
            }
        }
        return problems
    }
}

/// What one try of a step gave.
struct StepOutcome: Sendable {
    var evidence = StepEvidence()
    var problems: [Mismatch] = []
    /// The step with its placeholders filled in; `nil` where that was not possible.
    var written: ScenarioStep?

    /// What was found out about the site; what a text speaks of is no finding about it.
    var report: DiagnosisReport? {
        if case .explain = written?.action { return nil }
        return if case .diagnosis(let report) = evidence.answer { report } else { nil }
    }
}

extension ScenarioStep {
    fileprivate var configurationName: String? {
        switch action {
        case .tool(_, _, let name): name
        case .diagnose(let question): question.configuration
        default: nil
        }
    }
}
