import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents

/// One scenario on its running sites, from the administrator's first act to the diagnosis.
struct ScenarioRun: Sendable {
    let scenario: Scenario
    let sites: RunningSites
    let world: ScenarioWorld
    let driver: any Driver
    let stepDeadline: Duration
    /// What tells this run of it from another one.
    let runID: String
    /// The sites' own tokens and passwords: a simulated site may echo any of them.
    let knownSecrets: [KnownSecret]

    init(
        scenario: Scenario, sites: RunningSites, world: ScenarioWorld, driver: any Driver, stepDeadline: Duration,
        runID: String
    ) {
        self.scenario = scenario
        self.sites = sites
        self.world = world
        self.driver = driver
        self.stepDeadline = stepDeadline
        self.runID = runID
        knownSecrets = sites.all.flatMap(\.knownSecrets)
    }

    /// What came of it, with every secret taken out.
    struct Outcome: Sendable {
        var status = ScenarioStatus.passed
        var steps: [StepResult] = []
        var diagnosis: DiagnosisReport?
        var reason: String?
        var product: DriverProduct?
    }

    func outcome() async -> Outcome {
        do {
            for act in scenario.arrange { try sites.first.act(act) }
            return try await withReceivers(scenario.receivers[...], opened: [:]) { receivers in
                try await outcome(receivers)
            }
        } catch is CancellationError {
            return Outcome(status: .skipped, reason: "the run was ended")
        } catch {
            return redact(Outcome(status: .failed, reason: "\(error)"), with: Redactor(secrets: knownForms))
        }
    }

    private func outcome(_ receivers: [String: RunningReceiver]) async throws -> Outcome {
        let placeholders = try placeholders(receivers)
        let toolkits = try PreparedToolkit.prepare(scenario, placeholders)
        let own = scenario.secrets(from: world.environment)
        let redactor = Redactor(secrets: knownForms + own + toolkits.flatMap(\.configuration.secrets))
        let progress = ScenarioProgress(placeholders: placeholders)
        let called = toolkits.filter { scenario.callsTools(of: $0.name) }
        let outcome = try await withSessions(for: called[...], opened: [:]) { sessions in
            await ScenarioExecution(
                steps: StepExecution(
                    run: self, toolkits: toolkits, sessions: sessions, receivers: receivers, progress: progress)
            ).outcome()
        }
        return redact(outcome, with: redactor)
    }

    /// What the scenario's placeholders stand for, its own variables with them.
    private func placeholders(_ receivers: [String: RunningReceiver]) throws -> Placeholders {
        var placeholders = Placeholders(
            sites: sites.all.map {
                .init(
                    name: $0.name, url: $0.url, definition: $0.definition, accounts: $0.accounts, scratch: $0.scratch)
            })
        placeholders.receivers = receivers.mapValues(\.url)
        placeholders.run = .init(id: runID, driver: driver.name)
        placeholders.environment = world.environment
        for file in scenario.dataFiles {
            var node = file.namedBy
            node.content = file.value
            placeholders.data[file.name] = node.json
        }
        for variable in scenario.variables {
            placeholders.variables[variable.name] = try placeholders.fill(variable.node).json
        }
        return placeholders
    }

    private func withReceivers(
        _ names: ArraySlice<String>, opened: [String: RunningReceiver],
        _ body: ([String: RunningReceiver]) async throws -> Outcome
    ) async throws -> Outcome {
        guard let name = names.first else { return try await body(opened) }
        let receiver = try await world.startReceiver()
        do {
            let outcome = try await withReceivers(
                names.dropFirst(), opened: opened.merging([name: receiver]) { $1 }, body)
            await receiver.stop()
            return outcome
        } catch {
            await receiver.stop()
            throw error
        }
    }

    /// Opens a session for each toolkit, one inside the other, so that all of them end whatever happens.
    private func withSessions(
        for toolkits: ArraySlice<PreparedToolkit>,
        opened: [String: any DriverSession],
        _ body: @escaping @Sendable ([String: any DriverSession]) async throws -> Outcome
    ) async throws -> Outcome {
        guard let toolkit = toolkits.first else { return try await body(opened) }
        let setup = DriverSetup(
            document: toolkit.document, configuration: toolkit.configuration, send: sites.send, proxy: sites.proxy,
            authorityFile: sites.authorityFile)
        return try await driver.withSession(for: setup) { session in
            try await withSessions(
                for: toolkits.dropFirst(), opened: opened.merging([toolkit.name: session]) { $1 }, body)
        }
    }

    private var knownForms: [String] { knownSecrets.flatMap(\.forms) }

    private func redact(_ outcome: Outcome, with redactor: Redactor) -> Outcome {
        var outcome = outcome
        outcome.reason = outcome.reason.map(redactor.redact)
        outcome.diagnosis = outcome.diagnosis.map(redactor.redact)
        outcome.steps = outcome.steps.map { step in
            var step = step.mapTexts(redactor.redact)
            // Not before the secrets are out: half of one would be left.
            step.exchanges = step.exchanges.map { $0.shortened() }
            return step
        }
        return outcome
    }
}

extension StepExchange {
    /// As much of the bodies as a report wants.
    fileprivate func shortened() -> StepExchange {
        var exchange = self
        exchange.requestBody = requestBody.map { String($0.prefix(2_000)) }
        exchange.responseBody = responseBody.map { String($0.prefix(2_000)) }
        return exchange
    }
}
