import ConfluenceModel
import ConfluenceWire
import Documents

extension StepExecution {
    /// Carries out a loop's steps for each element; after a failure the rest is not reached.
    func carryOut(
        _ loop: Loop, of step: ScenarioStep, _ part: StepResult.Part, within outer: String?
    ) async {
        var result = StepResult(
            title: StepTitle.title(of: step, within: outer), kind: .forEach, part: part, status: .passed,
            line: step.node.place.line)
        let elements: [DocumentNode]
        do {
            elements = try progress.placeholders.fill(loop.elements).list()
        } catch {
            result.status = .failed
            result.problems = [error.description]
            return progress.end(result)
        }
        if elements.isEmpty {
            result.answer = "the list is empty"
            return progress.end(result)
        }
        let name = step.name ?? loop.variable
        let prefix = outer.map { "\($0), \(name)" } ?? name
        let failedBefore = progress.hasFailed
        for (index, element) in elements.enumerated() {
            progress.set(loop.variable, to: element.json)
            progress.set(Loop.counter, to: .integer(Int64(index)))
            let label = "\(prefix) \(index + 1) of \(elements.count)"
            for step in loop.steps where !Task.isCancelled {
                if progress.hasFailed, !failedBefore {
                    skip(step, part, within: label)
                } else {
                    await carryOut(step, part, within: label)
                }
            }
        }
    }
}
