/// What a run of scenarios gave, as values: the contents of `run --format json`.
public struct ScenarioRunReport: Sendable, Hashable {
    /// The version of the published JSON form.
    public static let formatVersion = 1

    public var scenarios: [ScenarioResult]
    public var elapsedMilliseconds: Int

    public init(scenarios: [ScenarioResult], elapsedMilliseconds: Int) {
        self.scenarios = scenarios
        self.elapsedMilliseconds = elapsedMilliseconds
    }

    public func count(_ status: ScenarioStatus) -> Int {
        scenarios.count { $0.status == status }
    }
}

public enum ScenarioStatus: String, Sendable, Hashable, CaseIterable {
    case passed
    case failed
    case skipped
}

public struct ScenarioResult: Sendable, Hashable {
    public var name: String
    public var file: String
    public var driver: String
    public var status: ScenarioStatus
    public var steps: [StepResult]
    /// The diagnosis that the scenario asked for, or that its failure called for.
    public var diagnosis: DiagnosisReport?
    public var elapsedMilliseconds: Int
    /// Why a scenario was skipped, or why it could not run at all.
    public var reason: String?

    public init(
        name: String,
        file: String,
        driver: String,
        status: ScenarioStatus,
        steps: [StepResult],
        diagnosis: DiagnosisReport? = nil,
        elapsedMilliseconds: Int = 0,
        reason: String? = nil
    ) {
        self.name = name
        self.file = file
        self.driver = driver
        self.status = status
        self.steps = steps
        self.diagnosis = diagnosis
        self.elapsedMilliseconds = elapsedMilliseconds
        self.reason = reason
    }
}

public struct StepResult: Sendable, Hashable {
    /// What the step did: `tool read_page_by_id page_id=98305`.
    public var title: String
    public var status: ScenarioStatus
    /// What the tool or site answered, redacted.
    public var answer: String?
    /// The expectations that did not hold, each a sentence with what was seen instead.
    public var problems: [String]

    public init(title: String, status: ScenarioStatus, answer: String? = nil, problems: [String] = []) {
        self.title = title
        self.status = status
        self.answer = answer
        self.problems = problems
    }
}
