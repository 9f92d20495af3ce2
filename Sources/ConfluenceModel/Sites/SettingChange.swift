public import struct Foundation.Date

/// One setting of a site and its new value: the site file, scenario steps and the admin API all speak in these.
public enum SettingChange: Sendable, Hashable, Codable {
    case anonymousAccess(Bool)
    case now(Date)
    case captchaThreshold(Int?)
    case basicAuthentication(Bool)
    case personalAccessTokens(Bool)
    case tokenLimits(PersonalAccessTokenLimits)
    case singleSignOn(Bool)
    case directoryDown(Bool)
    case licence(SiteSettings.Licence)
    case seatIdleSeconds(Int?)
    case readOnly(Bool)
    case apiTokens(Bool)
    case ipAllowlist([String])
    case withdrawnEndpoints(SiteSettings.Withdrawal)
    case spaceRoles(SiteSettings.SpaceRoles)
    case rateLimit(RateLimit?)
    case searchLagSeconds(Int)
    case spaceCreators([String]?)
    case guardPremium(Bool)

    func apply(to settings: inout SiteSettings) {
        switch self {
        case .anonymousAccess(let value): settings.anonymousAccess = value
        case .now(let value): settings.now = value
        case .captchaThreshold(let value): settings.captchaThreshold = value
        case .basicAuthentication(let value): settings.basicAuthentication = value
        case .personalAccessTokens(let value): settings.personalAccessTokens = value
        case .tokenLimits(let value): settings.tokenLimits = value
        case .singleSignOn(let value): settings.singleSignOn = value
        case .directoryDown(let value): settings.directoryDown = value
        case .licence(let value): settings.licence = value
        case .seatIdleSeconds(let value): settings.seatIdleSeconds = value
        case .readOnly(let value): settings.readOnly = value
        case .apiTokens(let value): settings.apiTokens = value
        case .ipAllowlist(let value): settings.ipAllowlist = value
        case .withdrawnEndpoints(let value): settings.withdrawnEndpoints = value
        case .spaceRoles(let value): settings.spaceRoles = value
        case .rateLimit(let value): settings.rateLimit = value
        case .searchLagSeconds(let value): settings.searchLagSeconds = value
        case .spaceCreators(let value): settings.spaceCreators = value
        case .guardPremium(let value): settings.guardPremium = value
        }
    }
}
