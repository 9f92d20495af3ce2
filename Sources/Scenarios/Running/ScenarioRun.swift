import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents

/// One scenario on its running site, from the administrator's first act to the diagnosis.
struct ScenarioRun: Sendable {
    let scenario: Scenario
    let site: RunningSite
    let world: ScenarioWorld
    let driver: any Driver
    let stepDeadline: Duration

    /// What came of it, with every secret taken out.
    struct Outcome: Sendable {
        var status = ScenarioStatus.passed
        var steps: [StepResult] = []
        var diagnosis: DiagnosisReport?
        var reason: String?
        var product: DriverProduct?
    }

    /// A configuration of the scenario, ready for a driver and for the doctor.
    struct PreparedToolkit: Sendable {
        var name: String
        var configuration: ToolkitConfiguration
        var document: JSON
    }

    func outcome() async -> Outcome {
        do {
            for act in scenario.arrange { try site.act(act) }
            let toolkits = try prepare()
            let redactor = Redactor(secrets: knownSecrets + toolkits.flatMap(\.configuration.secrets))
            let execution = StepExecution(run: self, toolkits: toolkits)
            let outcome = try await withSessions(for: toolkitsCalled(among: toolkits)[...], opened: [:]) { sessions in
                await execution.run(sessions)
            }
            return redact(outcome, with: redactor)
        } catch is CancellationError {
            return Outcome(status: .skipped, reason: "the run was ended")
        } catch {
            return redact(Outcome(status: .failed, reason: "\(error)"), with: Redactor(secrets: knownSecrets))
        }
    }

    private func prepare() throws -> [PreparedToolkit] {
        let placeholders = Placeholders(url: site.url, site: site.definition)
        var toolkits: [PreparedToolkit] = []
        for document in scenario.configurations {
            let node = try placeholders.fill(document.node).rerooted()
            let configurations = try ConfigurationReader.read(node)
            guard configurations.count == 1, let configuration = configurations.first else {
                throw document.node.error(
                    "this holds \(configurations.count) toolkits; write each of them under “configurations”")
            }
            toolkits.append(PreparedToolkit(name: document.name, configuration: configuration, document: node.json))
        }
        return toolkits
    }

    private func toolkitsCalled(among toolkits: [PreparedToolkit]) -> [PreparedToolkit] {
        let names = scenario.steps.compactMap { step -> String? in
            guard case .tool(_, _, let name) = step.action else { return nil }
            return name ?? scenario.configurations.first?.name
        }
        return toolkits.filter { names.contains($0.name) }
    }

    /// Opens a session for each toolkit, one inside the other, so that all of them end whatever happens.
    private func withSessions(
        for toolkits: ArraySlice<PreparedToolkit>,
        opened: [String: any DriverSession],
        _ body: @escaping @Sendable ([String: any DriverSession]) async throws -> Outcome
    ) async throws -> Outcome {
        guard let toolkit = toolkits.first else { return try await body(opened) }
        let setup = DriverSetup(
            document: toolkit.document, configuration: toolkit.configuration, send: site.send, proxy: site.proxy,
            authorityFile: site.authorityFile)
        return try await driver.withSession(for: setup) { session in
            try await withSessions(
                for: toolkits.dropFirst(), opened: opened.merging([toolkit.name: session]) { $1 }, body)
        }
    }

    /// The site's own tokens and passwords: a simulated site may echo any of them.
    private var knownSecrets: [String] {
        site.definition.users.flatMap { user in user.tokens.map(\.value) + [user.password].compactMap(\.self) }
    }

    private func redact(_ outcome: Outcome, with redactor: Redactor) -> Outcome {
        var outcome = outcome
        outcome.reason = outcome.reason.map(redactor.redact)
        outcome.diagnosis = outcome.diagnosis.map(redactor.redact)
        outcome.steps = outcome.steps.map { $0.mapTexts(redactor.redact) }
        return outcome
    }
}

extension DocumentNode {
    /// The same value as if its document began here, so that fields are named as in the configuration itself.
    fileprivate func rerooted() -> DocumentNode {
        rerooted(dropping: field)
    }

    private func rerooted(dropping prefix: String) -> DocumentNode {
        var node = self
        let tail = field.hasPrefix(prefix) ? field.dropFirst(prefix.count) : Substring(field)
        node.field = String(tail.first == "." ? tail.dropFirst() : tail)
        switch content {
        case .list(let elements): node.content = .list(elements.map { $0.rerooted(dropping: prefix) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = entry.value.rerooted(dropping: prefix)
                    return entry
                })
        case .null, .bool, .integer, .number, .string: break
        }
        return node
    }
}
