/// What became of one scenario with one driver.
public struct ScenarioResult: Sendable, Hashable {
    /// With the combination of its matrix: `Wrong tokens (cloud, whitespace)`.
    public var name: String
    /// The combination alone: `cloud, whitespace`; `nil` for a scenario without a matrix.
    public var instance: String?
    public var file: String
    public var tags: [String]
    public var driver: String
    /// The product that the driver runs, as it names itself.
    public var product: DriverProduct?
    /// The kind and version of the site; `nil` where it did not start.
    public var deployment: DiagnosisReport.FoundDeployment?
    /// The profile of the live site that it ran on; `nil` on a simulated one.
    public var site: String?
    /// Counted from 1 where the scenario was run several times.
    public var repetition: Int?
    public var status: ScenarioStatus
    /// Whether a step passed only when tried again, or repetitions of the scenario differ.
    public var isFlaky: Bool
    public var steps: [StepResult]
    /// The diagnosis that the scenario asked for, or that its failure called for.
    public var diagnosis: DiagnosisReport?
    /// The defect that the scenario reproduces as long as it passes.
    public var knownDefect: KnownDefect?
    public var elapsedMilliseconds: Int
    /// Why a scenario was skipped, or why it could not run at all.
    public var reason: String?

    public init(
        name: String,
        instance: String? = nil,
        file: String,
        tags: [String] = [],
        driver: String,
        product: DriverProduct? = nil,
        deployment: DiagnosisReport.FoundDeployment? = nil,
        repetition: Int? = nil,
        status: ScenarioStatus,
        isFlaky: Bool = false,
        steps: [StepResult],
        diagnosis: DiagnosisReport? = nil,
        knownDefect: KnownDefect? = nil,
        elapsedMilliseconds: Int = 0,
        reason: String? = nil
    ) {
        self.name = name
        self.instance = instance
        self.file = file
        self.tags = tags
        self.driver = driver
        self.product = product
        self.deployment = deployment
        self.repetition = repetition
        self.status = status
        self.isFlaky = isFlaky
        self.steps = steps
        self.diagnosis = diagnosis
        self.knownDefect = knownDefect
        self.elapsedMilliseconds = elapsedMilliseconds
        self.reason = reason
    }

    /// What came of the reproduction of a known defect; `nil` where there is none, or nothing can be said.
    public var defectStanding: KnownDefect.Standing? {
        guard knownDefect != nil else { return nil }
        switch status {
        case .passed: return .reproduced
        case .failed:
            let failed = steps.first { $0.status == .failed }
            return failed?.part == .steps && failed?.kind != .site ? .perhapsMended : nil
        case .skipped: return nil
        }
    }
}

/// A product behind a driver: `elitea-sdk` in version `0.11.27`.
public struct DriverProduct: Sendable, Hashable {
    public var name: String
    public var version: String?

    public init(name: String, version: String? = nil) {
        self.name = name
        self.version = version
    }
}
