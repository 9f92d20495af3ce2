import ConfluenceModel
import ConfluenceWire
import Documents

/// Compares what a step gave with what is expected of it.
struct StepChecks: Sendable {
    let step: ScenarioStep
    let execution: StepExecution

    /// What does not hold, each as a sentence with what was seen instead.
    func problems(of evidence: StepEvidence) async throws -> [String] {
        let expectation = step.expectation(with: execution.run.driver.name).expectation
        switch (step.action, evidence.answer) {
        case (_, .tool(let answer)):
            return expectation.problems(of: answer) + journalProblems(expectation.journal)
        case (.http, .response(let response)):
            return expectation.problems(of: response) + journalProblems(expectation.journal)
        case (.diagnose(let question), .diagnosis(let report)):
            return question.expectation.problems(of: report) + journalProblems(question.expectation.journal)
        case (.expectSite(let effect), _):
            guard let site = execution.run.sites.named(step.site) else { return [] }
            return try await SiteRequests(site: site).problems(of: effect, at: step.node)
        case (.expectDelivery(let delivery), .deliveries(let requests)):
            return DeliveryStep(expectation: delivery, execution: execution).problems(of: requests)
        default:
            return []
        }
    }

    private func journalProblems(_ expected: [String]) -> [String] {
        guard !expected.isEmpty else { return [] }
        let lines = execution.run.sites.all.flatMap { $0.journal().map(\.description) }
        return expected.filter { part in !lines.contains { $0.contains(part) } }.map { part in
            "the site's journal should contain “\(part)”; its last line is “\(lines.last ?? "none")”"
        }
    }
}
