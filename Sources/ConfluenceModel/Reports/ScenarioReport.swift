/// What a run of scenarios gave, as values: the contents of `run --format json`.
public struct ScenarioRunReport: Sendable, Hashable {
    /// The version of the published JSON form.
    public static let formatVersion = 1

    public var scenarios: [ScenarioResult]
    public var elapsedMilliseconds: Int
    /// When the run began, as `2026-03-02T09:30:00Z`; `nil` where nobody said.
    public var startedAt: String?
    /// Whether somebody ended the run before all scenarios had run.
    public var wasInterrupted: Bool
    /// Which part of all scenarios this is: `2/4`.
    public var shard: String?
    /// By which the order was shuffled; the same seed gives the same order.
    public var seed: UInt64?

    public init(
        scenarios: [ScenarioResult],
        elapsedMilliseconds: Int,
        startedAt: String? = nil,
        wasInterrupted: Bool = false,
        shard: String? = nil,
        seed: UInt64? = nil
    ) {
        self.scenarios = scenarios
        self.elapsedMilliseconds = elapsedMilliseconds
        self.startedAt = startedAt
        self.wasInterrupted = wasInterrupted
        self.shard = shard
        self.seed = seed
    }

    public func count(_ status: ScenarioStatus) -> Int {
        scenarios.count { $0.status == status }
    }

    /// Results that cannot be relied upon: a step passed only when tried again, or repetitions differ.
    public var flakyCount: Int { scenarios.count(where: \.isFlaky) }

    /// The drivers in the order in which they first appear.
    public var drivers: [String] {
        scenarios.reduce(into: []) { names, result in
            if !names.contains(result.driver) { names.append(result.driver) }
        }
    }
}

/// What became of a scenario or of one of its steps.
public enum ScenarioStatus: String, Sendable, Hashable, CaseIterable {
    case passed
    case failed
    case skipped
}
