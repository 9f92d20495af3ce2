/// What a monitor has seen so far, tool by tool: the last line of `monitor --format json`, and the source of its metrics.
package struct MonitorReport: Sendable, Hashable {
    /// The version of the published JSON form.
    package static let formatVersion = 1

    package var toolkit: String
    package var tools: [MonitoredTool]
    /// Rounds of checks that were made, and those left out because an earlier one took too long or the site asked to wait.
    package var rounds = 0
    package var skippedRounds = 0
    package var requests = 0
    /// The causes that were found when something broke, each with how often.
    package var causes: [CauseID: Int] = [:]

    package init(toolkit: String, tools: [MonitoredTool]) {
        self.toolkit = toolkit
        self.tools = tools
    }

    /// Whether a tool ever stayed broken after a second try.
    package var hasBroken: Bool { tools.contains { $0.breakages > 0 } }
}

/// How one tool fared.
package struct MonitoredTool: Sendable, Hashable {
    package var name: String
    /// The reading call that stands for it; `nil` where none can be made.
    package var check: String?
    package var successes = 0
    package var failures = 0
    /// Failures that a second try did not show again.
    package var flickers = 0
    /// How often it stopped working.
    package var breakages = 0
    package var isUp: Bool?
    package var durations = DurationRecord()
    package var lastError: String?

    package init(name: String, check: String?) {
        self.name = name
        self.check = check
    }

    package var checks: Int { successes + failures }

    /// From 0 to 1; `nil` before the first check.
    package var successRate: Double? { checks == 0 ? nil : Double(successes) / Double(checks) }
}

/// Times of calls, of which the latest ones are kept for their quantiles.
package struct DurationRecord: Sendable, Hashable {
    private static let capacity = 4_096

    package private(set) var count = 0
    package private(set) var sum = 0.0
    private var latest: [Double] = []

    package init() {}

    package mutating func add(seconds: Double) {
        if latest.count < Self.capacity { latest.append(seconds) } else { latest[count % Self.capacity] = seconds }
        count += 1
        sum += seconds
    }

    /// The smallest time that so large a share of the calls did not exceed.
    package func quantile(_ share: Double) -> Double? {
        guard !latest.isEmpty else { return nil }
        let rank = Int((share * Double(latest.count)).rounded(.up))
        return latest.sorted()[min(max(rank, 1), latest.count) - 1]
    }
}

/// Something that happened while a monitor watched, to be told at once.
package enum MonitorEvent: Sendable, Hashable {
    /// A round of checks is over.
    case round(number: Int, working: Int, failing: Int)
    /// Tools that worked, or were never seen to work, fail; both tries gave this error.
    ///
    /// The first to break in a round is diagnosed; what breaks with it is told after it, without a diagnosis.
    case broke(tools: [String], error: String, diagnosis: DiagnosisReport?)
    case recovered(tools: [String])
    /// The site asks to be left alone for so many seconds.
    case askedToWait(seconds: Int)
    /// The site refused the account's login, which is not tried again for so many seconds.
    case loginRefused(seconds: Int, failedLogins: Int)
}
