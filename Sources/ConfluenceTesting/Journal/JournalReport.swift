import ConfluenceModel
package import Simulator

/// What a failed expectation tells: how the calls differ, and how each of them came to its answer.
package struct JournalReport: Sendable, CustomStringConvertible {
    private let verdict: JournalVerdict
    private let headline: String?

    /// More trails than these would hide the first.
    private static let longest = 5

    /// - Parameter headline: What was expected, where the verdict's own count says too little.
    package init(_ verdict: JournalVerdict, headline: String? = nil) {
        self.verdict = verdict
        self.headline = headline
    }

    package var description: String {
        let differences = headline.map { ([$0 + ":"] + verdict.differences).joined(separator: "\n") }
        let entries = differing
        let trails = entries.prefix(Self.longest).map(Self.trail)
        let rest = entries.count > Self.longest ? ["and \(entries.count - Self.longest) more"] : []
        return ([differences ?? verdict.description] + trails + rest).joined(separator: "\n\n")
    }

    /// The exchanges that are not as expected, oldest first, each once.
    private var differing: [JournalEntry] {
        Set(verdict.missing.compactMap(\.nearest) + verdict.unexpected).sorted { $0.number < $1.number }
    }

    private static func trail(of entry: JournalEntry) -> String {
        let width = JournalEntry.Stage.allCases.map(\.rawValue.count).max() ?? 0
        var lines = ["How #\(entry.number) \(entry.method) \(entry.target) came to \(entry.status):"]
        lines += entry.steps.map { step in
            let stage = step.stage.rawValue.padding(to: width)
            return "  \(step.passed ? "✓" : "✗") \(stage)  \(step.words)"
        }
        if let nearMiss = entry.nearMiss { lines.append("  \(nearMiss)") }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
