/// Why the guard did not send a request; nothing of it has reached the site.
package enum GuardRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// Something would be written, and this run may only read.
    case readOnly(request: String, site: String)
    /// Nothing shows that what would be written lies in the scratch area.
    case outside(request: String, reason: String)
    case otherHost(request: String, host: String, site: String)
    case budgetSpent(site: String, requests: Int)
    case timeOver(site: String, seconds: Int)
    /// What would be created could not be noted.
    case notNoted(request: String, reason: String)

    package var description: String {
        switch self {
        case .readOnly(let request, let site):
            "\(request) was not sent: nothing may be written on \(site); it takes both “allow: [read, write]” in the profile and --allow-writes"
        case .outside(let request, let reason): "\(request) was not sent: \(reason)"
        case .otherHost(let request, let host, let site):
            "\(request) was not sent: \(host) is not the host of \(site), and the site did not point there"
        case .budgetSpent(let site, let requests):
            "the budget of \(site) is spent: \(requests) requests were sent; its profile allows no more (budget.requests)"
        case .timeOver(let site, let seconds):
            "the time for \(site) is over: its profile allows \(seconds) s (budget.seconds)"
        case .notNoted(let request, let reason):
            "\(request) was not sent: what it does could not be noted beforehand (\(reason))"
        }
    }
}
