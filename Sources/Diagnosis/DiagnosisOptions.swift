/// What to look at beyond the configuration, and how far to go.
package struct DiagnosisOptions: Sendable, Hashable {
    /// The tools that must work; none takes those that the configuration selects.
    package var tools: [String]
    /// The space to look at in place of the configured one.
    package var spaceKey: String?
    /// The page that should be readable.
    package var page: PageReference?
    /// The host in the address by which the page was named, where it was named so.
    package var pageHost: String?
    /// How many requests may be sent.
    package var budget: Int
    /// How many logins of an account may fail, in view of a lockout.
    package var maxFailedLogins: Int
    /// How many seconds may be waited in all where the site says that too many requests were sent.
    package var longestWait: Int
    /// Whether a probe may change the site; all of today's only read.
    package var allowWrites: Bool
    /// Whether nothing at all may be sent.
    package var offline: Bool

    package init(
        tools: [String] = [],
        spaceKey: String? = nil,
        page: PageReference? = nil,
        pageHost: String? = nil,
        budget: Int = 25,
        maxFailedLogins: Int = 1,
        longestWait: Int = 30,
        allowWrites: Bool = false,
        offline: Bool = false
    ) {
        self.tools = tools
        self.spaceKey = spaceKey
        self.page = page
        self.pageHost = pageHost
        self.budget = budget
        self.maxFailedLogins = maxFailedLogins
        self.longestWait = longestWait
        self.allowWrites = allowWrites
        self.offline = offline
    }
}
