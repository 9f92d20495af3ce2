import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents

/// Carries out a scenario's steps in order, and calls the doctor where one of them fails.
struct StepExecution: Sendable {
    let run: ScenarioRun
    let toolkits: [ScenarioRun.PreparedToolkit]

    private var site: RunningSite { run.site }

    /// What a step gave: its answer as text, what did not hold, and the report when it was a diagnosis.
    private struct StepOutcome {
        var answer: String?
        var problems: [String] = []
        var report: DiagnosisReport?
    }

    func run(_ sessions: [String: any DriverSession]) async -> ScenarioRun.Outcome {
        var outcome = ScenarioRun.Outcome()
        var failedToolkit: String?
        for step in run.scenario.steps {
            let title = title(of: step)
            if outcome.status == .failed, !step.isDiagnosis {
                outcome.steps.append(StepResult(title: title, status: .skipped))
                continue
            }
            var result = StepOutcome()
            do {
                result = try await carryOut(step, sessions)
            } catch {
                result.problems.append("\(error)")
            }
            // Of several diagnoses, the one that found something is the one to show.
            if let report = result.report, outcome.diagnosis == nil || outcome.diagnosis?.verdict == .healthy {
                outcome.diagnosis = report
            }
            if !result.problems.isEmpty {
                outcome.status = .failed
                failedToolkit = failedToolkit ?? step.configurationName
            }
            outcome.steps.append(
                StepResult(
                    title: title, status: result.problems.isEmpty ? .passed : .failed, answer: result.answer,
                    problems: result.problems))
        }
        if outcome.status == .failed, outcome.diagnosis == nil, let toolkit = toolkit(named: failedToolkit) {
            outcome.diagnosis = await run.world.diagnose(toolkit.configuration, DiagnosisRequest(), site.send)
        }
        return outcome
    }

    private func carryOut(_ step: ScenarioStep, _ sessions: [String: any DriverSession]) async throws -> StepOutcome {
        switch step.action {
        case .tool(let name, let arguments, let configuration):
            return try await call(name, arguments, configuration, step, sessions)
        case .site(let act):
            try site.act(act)
            return StepOutcome()
        case .http(let raw):
            let requests = SiteRequests(site: site)
            let deadline = step.timeout ?? run.stepDeadline
            let response: Response
            do {
                response = try await withDeadline(deadline, clock: ContinuousClock()) {
                    try await requests.send(raw, at: step.node)
                }
            } catch is DeadlineExceeded {
                return StepOutcome(problems: ["the site did not answer within \(deadline.inSeconds) s"])
            }
            let problems =
                step.expectation.mismatches(of: response).map(\.words) + journalProblems(step.expectation.journal)
            return StepOutcome(answer: "\(response.status) \(response.text)", problems: problems)
        case .expectSite(let effect):
            return StepOutcome(problems: try effect.mismatches(on: site.inspection).map(\.words))
        case .diagnose(let question):
            return await diagnose(question)
        }
    }

    private func call(
        _ name: String,
        _ arguments: DocumentNode?,
        _ configuration: String?,
        _ step: ScenarioStep,
        _ sessions: [String: any DriverSession]
    ) async throws -> StepOutcome {
        guard let toolkit = toolkit(named: configuration), let session = sessions[toolkit.name] else {
            return StepOutcome(problems: ["the scenario has no configuration for this call"])
        }
        let filled = try arguments.map(Placeholders(url: site.url, site: site.definition).fill)
        let answer = try await session.call(
            name, arguments: filled?.json.objectValue ?? JSONObject(), deadline: step.timeout ?? run.stepDeadline)
        let problems = step.expectation.mismatches(of: answer).map(\.words) + journalProblems(step.expectation.journal)
        return StepOutcome(answer: answer.text, problems: problems)
    }

    private func diagnose(_ question: DiagnosisQuestion) async -> StepOutcome {
        guard let toolkit = toolkit(named: question.configuration) else {
            return StepOutcome(problems: ["the scenario has no configuration to diagnose"])
        }
        let request = DiagnosisRequest(tools: question.tools, spaceKey: question.spaceKey, pageID: question.pageID)
        let report = await run.world.diagnose(toolkit.configuration, request, site.send)
        let problems = question.expectation.problems(of: report) + journalProblems(question.expectation.journal)
        return StepOutcome(answer: Self.headline(of: report), problems: problems, report: report)
    }

    private static func headline(of report: DiagnosisReport) -> String {
        guard let first = report.causes.first else { return report.verdict.rawValue }
        return "\(report.verdict.rawValue): \(first.id)\(first.isProven ? ", proven" : "")"
    }

    private func journalProblems(_ expected: [String]) -> [String] {
        guard !expected.isEmpty else { return [] }
        let lines = site.journal().map(\.description)
        return expected.filter { part in !lines.contains { $0.contains(part) } }.map { part in
            "the site's journal should contain “\(part)”; its last line is “\(lines.last ?? "none")”"
        }
    }

    private func toolkit(named name: String?) -> ScenarioRun.PreparedToolkit? {
        guard let name else { return toolkits.first }
        return toolkits.first { $0.name == name }
    }

    private func title(of step: ScenarioStep) -> String {
        switch step.action {
        case .tool(let name, let arguments, let configuration):
            let words = (arguments?.json.objectValue ?? [:]).map { "\($0.key)=\($0.value.titleText)" }
            let toolkit = configuration.map { ["of \($0)"] } ?? []
            return (["tool", name] + toolkit + words).joined(separator: " ")
        case .site: return "site: \((step.node.json["site"] ?? .null).compactText)"
        case .http(let raw): return "http \(raw.method) \(raw.path)\(raw.account.map { " as \($0)" } ?? "")"
        case .expectSite(let effect): return "site has \(effect.title)"
        case .diagnose(let question): return "diagnose\(question.configuration.map { " \($0)" } ?? "")"
        }
    }
}

extension ScenarioStep {
    fileprivate var isDiagnosis: Bool {
        if case .diagnose = action { true } else { false }
    }

    fileprivate var configurationName: String? {
        switch action {
        case .tool(_, _, let name): name
        case .diagnose(let question): question.configuration
        case .site, .http, .expectSite: nil
        }
    }
}

extension JSON {
    /// The value as short as a step's title wants it.
    fileprivate var titleText: String {
        let text = stringValue ?? compactText
        return text.count > 60 ? text.prefix(57) + "…" : text
    }
}
