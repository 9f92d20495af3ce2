import ConfluenceWire

/// Which exchanges of a journal are looked for; a part that is `nil` does not narrow it.
public struct JournalFilter: Sendable, Hashable {
    /// Only what came after the exchange of that number.
    public var after: Int
    /// Only what came before the exchange of that number.
    public var before: Int?
    public var method: String?
    /// Words that path and query hold, as they were sent.
    public var target: String?
    public var status: Int?
    /// The account's name in the site file; `anonymous` looks for callers without one.
    public var account: String?
    /// Where the answer was decided.
    public var stage: JournalEntry.Stage?

    public init(
        after: Int = 0,
        before: Int? = nil,
        method: String? = nil,
        target: String? = nil,
        status: Int? = nil,
        account: String? = nil,
        stage: JournalEntry.Stage? = nil
    ) {
        self.after = after
        self.before = before
        self.method = method
        self.target = target
        self.status = status
        self.account = account
        self.stage = stage
    }

    public func fits(_ entry: JournalEntry) -> Bool {
        entry.number > after && entry.number < before ?? .max
            && (method ?? entry.method).equalsIgnoringCase(entry.method)
            && (target.map { entry.target.contains($0) } ?? true)
            && (status ?? entry.status) == entry.status
            && (account.map { $0 == entry.account ?? "anonymous" } ?? true)
            && (stage ?? entry.stage) == entry.stage
    }
}

extension Simulator {
    /// The exchanges that the filter names, oldest first.
    public func journal(matching filter: JournalFilter) -> [JournalEntry] {
        journal(after: filter.after).filter(filter.fits)
    }
}
