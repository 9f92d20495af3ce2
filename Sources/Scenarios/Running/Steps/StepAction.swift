import ConfluenceModel
import ConfluenceWire
import Documents

/// Does what a step says, and gives its answer.
struct StepAction: Sendable {
    let step: ScenarioStep
    let execution: StepExecution
    private let site: RunningSite

    init(step: ScenarioStep, execution: StepExecution) throws(DocumentError) {
        guard let site = execution.run.sites.named(step.site) else {
            let known = execution.run.sites.all.map(\.name)
            throw step.node.error(DocumentNode.unknown("site", step.site ?? "", among: known))
        }
        self.step = step
        self.execution = execution
        self.site = site
    }

    /// - Throws: ``DeadlineExceeded`` where it takes longer than allowed.
    func answer(within deadline: Duration) async throws -> StepEvidence.Answer {
        // A driver watches the time by itself: it knows the last words of a toolkit that hangs.
        if case .tool(let name, let arguments, let configuration) = step.action {
            return .tool(try await call(name, arguments, configuration, deadline))
        }
        return try await withDeadline(deadline, clock: ContinuousClock()) { try await answer() }
    }

    func lateness(after deadline: Duration) -> String {
        switch step.kind {
        case .http: "the site did not answer within \(deadline.inSeconds) s"
        default: "the step did not end within \(deadline.inSeconds) s"
        }
    }

    private func answer() async throws -> StepEvidence.Answer {
        switch step.action {
        case .site(let act): try site.act(act)
        case .http(let raw): return .response(try await SiteRequests(site: site).send(raw, at: step.node))
        case .diagnose(let question): return .diagnosis(try await diagnose(question))
        case .explain(let question): return .diagnosis(try execution.run.world.explain(question.text))
        case .browserLogin(let user):
            return .response(try await BrowserLogin(site: site, user: user).logIn(at: step.node))
        case .expectDelivery(let expectation):
            return .deliveries(await DeliveryStep(expectation: expectation, execution: execution).deliveries())
        // What an effect looks at is looked at when it is checked; the others are carried out elsewhere.
        case .expectSite, .tool, .forEach: break
        }
        return .none
    }

    private func call(
        _ name: String, _ arguments: DocumentNode?, _ configuration: String?, _ deadline: Duration
    ) async throws -> ToolAnswer {
        guard let toolkit = execution.toolkit(named: configuration), let session = execution.sessions[toolkit.name]
        else { throw step.node.error("the scenario has no configuration for this call") }
        return try await session.call(name, arguments: arguments?.json.objectValue ?? JSONObject(), deadline: deadline)
    }

    private func diagnose(_ question: DiagnosisQuestion) async throws -> DiagnosisReport {
        guard let toolkit = execution.toolkit(named: question.configuration) else {
            throw step.node.error("the scenario has no configuration to diagnose")
        }
        let request = DiagnosisRequest(tools: question.tools, spaceKey: question.spaceKey, pageID: question.pageID)
        return await execution.run.world.diagnose(toolkit.configuration, request, execution.run.sites)
    }
}
