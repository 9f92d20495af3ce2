public import ConfluenceModel
import Documents
import SiteFiles
public import Testing

/// What the administrators of a ``Site`` decided for the whole of it.
public struct Settings: SitePart {
    public let sitePhrase: SitePhrase

    public init(_ settings: Setting..., sourceLocation: SourceLocation = #_sourceLocation) {
        sitePhrase = SitePhrase("settings", Setting.node(settings, at: sourceLocation))
    }
}

/// One setting of a site and its value; docs/site-files.md describes them.
public struct Setting: Sendable {
    private let word: SettingsReader.Word
    private let content: @Sendable (SourceLocation) -> DocumentNode.Content

    private init(_ word: SettingsReader.Word, _ content: DocumentNode.Content) {
        self.init(word) { _ in content }
    }

    private init(_ word: SettingsReader.Word, _ content: @escaping @Sendable (SourceLocation) -> DocumentNode.Content) {
        self.word = word
        self.content = content
    }

    /// The mapping that a site file would hold.
    static func node(_ settings: [Setting], at place: SourceLocation) -> DocumentNode {
        var outline = SiteOutline(at: place)
        for setting in settings { outline.set(setting.word.rawValue, setting.content(place)) }
        return outline.node
    }

    // MARK: Both deployments

    public static func anonymousAccess(_ isOn: Bool) -> Self { Self(.anonymousAccess, .bool(isOn)) }

    /// Where the site's clock starts, such as `2026-01-31T09:00:00Z`.
    public static func now(_ moment: String) -> Self { Self(.now, .string(moment)) }

    /// What a caller may spend in a window: tokens on Data Center, points on Cloud; `burst` counts within a second.
    public static func rateLimit(budget: Int, window: Duration, burst: Int? = nil) -> Self {
        Self(.rateLimit) { place in
            var outline = SiteOutline(at: place)
            outline.set("budget", Int64(budget))
            outline.set("window", .time(window))
            outline.set("burst", burst.map(Int64.init))
            return outline.node.content
        }
    }

    public static func searchLag(_ time: Duration) -> Self { Self(.searchLag, .time(time)) }

    /// The groups whose members may create spaces, beside administrators.
    public static func spaceCreators(_ groups: [String]) -> Self {
        Self(.spaceCreators) { place in .list(groups.map { DocumentNode(.string($0), at: place) }) }
    }

    // MARK: Data Center

    /// After how many failed logins a CAPTCHA is asked for; `nil` asks for none.
    public static func captchaThreshold(_ failures: Int?) -> Self {
        Self(.captchaThreshold, failures.map { .integer(Int64($0)) } ?? .null)
    }

    public static func basicAuthentication(_ isOn: Bool) -> Self { Self(.basicAuthentication, .bool(isOn)) }
    public static func personalAccessTokens(_ isOn: Bool) -> Self { Self(.personalAccessTokens, .bool(isOn)) }

    /// What people may make themselves; what is left out stays as the product ships.
    public static func tokenLimits(perUser: Int? = nil, longestDays: Int? = nil, endless: Bool? = nil) -> Self {
        Self(.tokenLimits) { place in
            var outline = SiteOutline(at: place)
            outline.set("per-user", perUser.map(Int64.init))
            outline.set("longest-days", longestDays.map(Int64.init))
            outline.set("endless", endless)
            return outline.node.content
        }
    }

    public static func singleSignOn(_ isOn: Bool) -> Self { Self(.singleSignOn, .bool(isOn)) }
    public static func directoryDown(_ isDown: Bool) -> Self { Self(.directoryDown, .bool(isDown)) }
    public static func licence(_ licence: SiteSettings.Licence) -> Self { Self(.licence, .string(licence.rawValue)) }

    /// After which idle time an account loses its seat; `nil` never takes one away.
    public static func seatIdle(_ time: Duration?) -> Self { Self(.seatIdle, time.map { .time($0) } ?? .null) }

    public static func readOnly(_ isOn: Bool) -> Self { Self(.readOnly, .bool(isOn)) }

    // MARK: Cloud

    public static func apiTokens(_ isOn: Bool) -> Self { Self(.apiTokens, .bool(isOn)) }

    /// The networks that are let in, such as `203.0.113.0/24`.
    public static func ipAllowlist(_ networks: [String]) -> Self {
        Self(.ipAllowlist) { place in .list(networks.map { DocumentNode(.string($0), at: place) }) }
    }

    /// Whether spaces may be opened by roles, by permissions, or by both.
    public static func spaceRoles(_ roles: SiteSettings.SpaceRoles) -> Self {
        Self(.spaceRoles, .string(roles.rawValue))
    }

    /// Whether the organisation has Atlassian Guard Premium.
    public static func guardPremium(_ isThere: Bool) -> Self { Self(.guardPremium, .bool(isThere)) }

    public static func withdrawnEndpoints(_ withdrawal: SiteSettings.Withdrawal) -> Self {
        Self(.withdrawnEndpoints, .string(withdrawal.rawValue))
    }
}
