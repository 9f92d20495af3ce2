public import struct Foundation.Date

/// What the administrators of a site decide for the whole of it.
public struct SiteSettings: Sendable, Hashable, Codable {
    /// Whether people without an account may use Confluence; a space must also let them in.
    public var anonymousAccess = false

    /// The instant at which the site's clock starts; `nil` follows the real clock.
    public var now: Date?

    /// The groups whose members may create spaces, beside administrators; `nil` lets all accounts that use Confluence.
    public var spaceCreators: [String]?

    // MARK: Logins on Data Center

    /// How often a login may fail before a CAPTCHA is asked for; `nil` asks for none.
    public var captchaThreshold: Int?

    /// Whether user name and password are taken as HTTP Basic.
    public var basicAuthentication = true

    /// Whether personal access tokens are taken.
    public var personalAccessTokens = true

    /// What people may make of them.
    public var tokenLimits = PersonalAccessTokenLimits()

    /// Whether people log in at an identity provider: Basic is off and pages send browsers there; tokens go on.
    public var singleSignOn = false

    /// Whether the directory of users (such as LDAP) can't be reached, so that no password can be checked.
    public var directoryDown = false

    // MARK: Licence and maintenance

    public var licence = Licence.valid

    /// After how many idle seconds a user's seat lapses until the next login in a browser; `nil` never takes one away.
    public var seatIdleSeconds: Int?

    /// Whether read-only mode is on: everything may be read and nothing changed.
    public var readOnly = false

    // MARK: Cloud

    /// Whether the organisation lets its accounts use API tokens.
    public var apiTokens = true

    /// The networks from which the site may be reached, as `203.0.113.0/24`; none lets everybody in.
    public var ipAllowlist: [String] = []

    /// Where the content endpoints of REST v1 have been withdrawn.
    public var withdrawnEndpoints = Withdrawal.gateway

    /// How far the site's spaces have come from permissions to roles.
    public var spaceRoles = SpaceRoles.transition

    /// Whether the organisation has Atlassian Guard Premium, without which nothing can be redacted.
    public var guardPremium: Bool {
        get { hasGuardPremium ?? false }
        set { hasGuardPremium = newValue ? true : nil }
    }

    // Data files of earlier releases say nothing of it.
    private var hasGuardPremium: Bool?

    // MARK: Load

    public var rateLimit: RateLimit?

    /// How many seconds search stays behind what was written.
    public var searchLagSeconds = 0

    public init() {}

    /// The same settings after these changes, in order.
    public func changed(by changes: [SettingChange]) -> SiteSettings {
        var settings = self
        for change in changes { change.apply(to: &settings) }
        return settings
    }

    /// Whether the product's licence allows changes; the raw values are the words of the site file.
    public enum Licence: String, Sendable, Hashable, Codable, CaseIterable {
        case valid
        /// The site can be read and not changed.
        case expired
    }

    /// Whether access to spaces is given by permission or by role; the raw values are the words of the site file.
    public enum SpaceRoles: String, Sendable, Hashable, Codable, CaseIterable {
        /// Permissions alone.
        case off
        /// Both.
        case transition
        /// Roles alone: permissions are changed by nothing but roles.
        case only
    }

    /// Where Cloud answers withdrawn endpoints with 410; the raw values are the words of the site file.
    public enum Withdrawal: String, Sendable, Hashable, Codable, CaseIterable {
        case never
        case gateway
        case everywhere
    }
}

/// How much a site takes from one caller before it answers 429.
public struct RateLimit: Sendable, Hashable, Codable {
    /// What a caller may spend in one window: requests on Data Center, points on Cloud.
    public var budget: Int
    /// The window's length in seconds.
    public var windowSeconds: Int
    /// How many requests may come within one second; `nil` sets no such limit.
    public var burst: Int?

    public init(budget: Int, windowSeconds: Int, burst: Int? = nil) {
        self.budget = budget
        self.windowSeconds = windowSeconds
        self.burst = burst
    }
}
