import ConfluenceModel
import ConfluenceWire
import Synchronization

/// What has come of a scenario so far; kept apart from its steps, which may be ended in the middle.
final class ScenarioProgress: Sendable {
    struct State: Sendable {
        var placeholders: Placeholders
        var results: [StepResult] = []
        var hasFailed = false
        var diagnosis: DiagnosisReport?
        /// The toolkit of the first step that failed.
        var failedToolkit: String?
        /// How many steps of each part were begun.
        var reached: [StepResult.Part: Int] = [:]
        /// The step that is under way.
        var current: StepResult?
    }

    private let state: Mutex<State>

    init(placeholders: Placeholders) {
        // The environment is for variables and configurations, which are filled in by now.
        var placeholders = placeholders
        placeholders.environment = nil
        state = Mutex(State(placeholders: placeholders))
    }

    var now: State { state.withLock { $0 } }
    var placeholders: Placeholders { state.withLock { $0.placeholders } }
    var hasFailed: Bool { state.withLock { $0.hasFailed } }

    func set(_ variable: String, to value: JSON) {
        state.withLock { $0.placeholders.variables[variable] = value }
    }

    func reach(_ part: StepResult.Part) {
        state.withLock { $0.reached[part, default: 0] += 1 }
    }

    func begin(_ step: StepResult) {
        state.withLock { $0.current = step }
    }

    func end(_ step: StepResult, report: DiagnosisReport? = nil, toolkit: String? = nil) {
        state.withLock { state in
            state.current = nil
            state.results.append(step)
            // Of several diagnoses, the one that found something is the one to show.
            if let report, state.diagnosis == nil || state.diagnosis?.verdict == .healthy { state.diagnosis = report }
            guard step.status == .failed else { return }
            state.hasFailed = true
            state.failedToolkit = state.failedToolkit ?? toolkit
        }
    }

    /// Ends the step that is under way as failed, since the time of the whole scenario is over.
    func endUnderWay(_ problem: String) {
        state.withLock { state in
            state.hasFailed = true
            guard var step = state.current else { return }
            state.current = nil
            step.status = .failed
            step.problems.append(problem)
            state.results.append(step)
        }
    }

    /// Notes the step that is under way as one that nothing came of, since the run was ended.
    func leaveUnderWay(_ reason: String) {
        state.withLock { state in
            guard var step = state.current else { return }
            state.current = nil
            step.status = .skipped
            step.problems.append(reason)
            state.results.append(step)
        }
    }
}
