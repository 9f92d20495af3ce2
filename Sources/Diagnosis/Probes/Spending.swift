/// What questions have cost a site so far.
struct Spending: Sendable, Hashable {
    var requests = 0
    var failedLogins = 0
    /// In seconds, because the site said that too many requests were sent.
    var waited = 0

    static func - (all: Spending, before: Spending) -> Spending {
        Spending(
            requests: all.requests - before.requests, failedLogins: all.failedLogins - before.failedLogins,
            waited: all.waited - before.waited)
    }
}
