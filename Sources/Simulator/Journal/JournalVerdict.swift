import ConfluenceModel

/// How a journal differs from what was expected of it; its description is a report for people.
public struct JournalVerdict: Sendable, Hashable, CustomStringConvertible {
    /// How many of the expected calls were made.
    public var made: Int
    public var expected: Int
    public var missing: [Missing]
    /// The exchanges that nobody expected, oldest first.
    public var unexpected: [JournalEntry]
    /// The calls that were made, but not where they were expected.
    public var misplaced: [Misplaced]

    /// Whether the journal is as it was expected to be.
    public var holds: Bool { missing.isEmpty && unexpected.isEmpty && misplaced.isEmpty }

    /// A call that was not made.
    public struct Missing: Sendable, Hashable {
        public var call: ExpectedCall
        /// An unexpected exchange that comes near: answered otherwise, asked by somebody else, or one word off.
        public var nearest: JournalEntry?
    }

    /// A call that was made out of order, with its exchange.
    public struct Misplaced: Sendable, Hashable {
        public var call: ExpectedCall
        public var entry: JournalEntry
    }

    public var description: String {
        let head = "\(made) of \(expected) expected \(expected == 1 ? "call was" : "calls were") made"
        if holds { return head + (expected == 0 ? ", and no others" : " as expected") }
        return ([head + (misplaced.isEmpty ? "" : " in order") + ":"] + differences).joined(separator: "\n")
    }

    /// A line for each way in which the journal differs.
    package var differences: [String] {
        missing.map { missing in
            let nearest = missing.nearest.map { "; there was \(Self.words($0))" } ?? ""
            return "  missing       \(missing.call)\(nearest)"
        }
            + misplaced.map { "  out of order  \($0.call): it was \(Self.words($0.entry))" }
            + unexpected.map { "  unexpected    \(Self.words($0))" }
    }

    private static func words(_ entry: JournalEntry) -> String {
        "#\(entry.number) \(entry.method) \(entry.target) → \(entry.status)"
            + " by \(entry.account ?? "an anonymous caller") (\(entry.decision))"
    }
}

extension Simulator {
    /// Compares the journal, or what a filter leaves of it, with what is expected of it.
    public func verify(
        _ expectation: JournalExpectation,
        among filter: JournalFilter = JournalFilter()
    ) -> JournalVerdict {
        expectation.verdict(on: journal(matching: filter), context: definition.contextPath)
    }
}
