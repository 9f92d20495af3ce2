import ConfluenceModel
import ConfluenceWire
import Documents

/// Compares what a step gave with what is expected of it.
struct StepChecks: Sendable {
    let step: ScenarioStep
    let execution: StepExecution

    private var sites: RunningSites { execution.run.sites }

    /// What does not hold, each as a sentence with what was seen instead.
    func problems(of evidence: StepEvidence) async throws -> [Mismatch] {
        var expectation = step.expectation(with: execution.run.driver.name).expectation
        switch (step.action, evidence.answer) {
        case (_, .tool(let answer)):
            expectation.never += execution.run.scenario.never.filter { !expectation.never.contains($0) }
            return expectation.mismatches(of: answer)
                + (try common(expectation, AnswerContent(answer), evidence))
        case (.http, .response(let response)):
            return expectation.mismatches(of: response)
                + (try common(expectation, AnswerContent(response), evidence))
        case (.diagnose(let question), .diagnosis(let report)):
            return question.expectation.problems(of: report).map { Mismatch($0) }
                + journalProblems(question.expectation.journal)
                + execution.run.scenario.never.flatMap { $0.mismatches(of: evidence) }
        case (.explain(let question), .diagnosis(let report)):
            return question.expectation.problems(of: report).map { Mismatch($0) }
                + execution.run.scenario.never.flatMap { $0.mismatches(of: evidence) }
        case (.expectSite(let effect), _):
            guard let site = sites.named(step.site) else { return [] }
            return try await effect.mismatches(on: site.inspection)
        case (.expectDelivery(let delivery), .deliveries(let requests)):
            return DeliveryStep(expectation: delivery, execution: execution).problems(of: requests)
        default:
            return []
        }
    }

    /// What tools' answers and sites' answers are both held to.
    private func common(
        _ expectation: AnswerExpectation, _ answer: AnswerContent, _ evidence: StepEvidence
    ) throws -> [Mismatch] {
        try expectation.mismatches(of: answer, shelf: execution.run.world.shelf, snapshotText: snapshotText)
            + journalProblems(expectation.journal) + expectation.mismatches(of: evidence)
    }

    private var snapshotText: SnapshotText {
        var names = [execution.progress.placeholders.run.id: "<run>"]
        for (index, site) in sites.all.enumerated() {
            let label = index == 0 ? "" : " \(site.name)"
            names[site.url] = "<site\(label)>"
            names[site.definition.host] = "<host\(label)>"
        }
        return SnapshotText(secrets: sites.all.flatMap(\.secrets), names: names)
    }

    private func journalProblems(_ expected: [String]) -> [Mismatch] {
        guard !expected.isEmpty else { return [] }
        let lines = sites.all.flatMap { $0.journal(0).map(\.description) }
        return expected.filter { part in !lines.contains { $0.contains(part) } }.map { part in
            Mismatch("the site's journal should contain “\(part)”; its last line is “\(lines.last ?? "none")”")
        }
    }
}
