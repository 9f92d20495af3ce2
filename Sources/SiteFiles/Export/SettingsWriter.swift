import ConfluenceModel
import ConfluenceWire
import Foundation

/// Writes settings in the words that ``SettingsReader`` reads.
enum SettingsWriter {
    /// The settings that a deployment has, where they are not as the product ships.
    static func document(_ settings: SiteSettings, on deployment: DeploymentKind) -> JSON {
        let shipped = SiteSettings()
        var object = JSONObject()
        for word in SettingsReader.Word.allCases where word.deployment == nil || word.deployment == deployment {
            let value = value(of: word, settings)
            if value != self.value(of: word, shipped) { object.append(word.rawValue, value) }
        }
        return .object(object)
    }

    static func document(_ change: SettingChange) -> JSON {
        let settings = SiteSettings().changed(by: [change])
        var object = JSONObject()
        let word = word(of: change)
        object.append(word.rawValue, value(of: word, settings))
        return .object(object)
    }

    private static func value(of word: SettingsReader.Word, _ settings: SiteSettings) -> JSON {
        switch word {
        case .anonymousAccess: .bool(settings.anonymousAccess)
        case .now: settings.now.map { .string($0.formatted(.iso8601)) } ?? .null
        case .captchaThreshold: settings.captchaThreshold.map { .integer(Int64($0)) } ?? .null
        case .basicAuthentication: .bool(settings.basicAuthentication)
        case .personalAccessTokens: .bool(settings.personalAccessTokens)
        case .tokenLimits: limits(settings.tokenLimits)
        case .singleSignOn: .bool(settings.singleSignOn)
        case .directoryDown: .bool(settings.directoryDown)
        case .licence: .string(settings.licence.rawValue)
        case .seatIdle: settings.seatIdleSeconds.map { .integer(Int64($0)) } ?? .null
        case .readOnly: .bool(settings.readOnly)
        case .apiTokens: .bool(settings.apiTokens)
        case .ipAllowlist: .array(settings.ipAllowlist.map(JSON.string))
        case .withdrawnEndpoints: .string(settings.withdrawnEndpoints.rawValue)
        case .spaceRoles: .string(settings.spaceRoles.rawValue)
        case .rateLimit: settings.rateLimit.map(limit) ?? .null
        case .searchLag: .integer(Int64(settings.searchLagSeconds))
        case .guardPremium: .bool(settings.guardPremium)
        case .spaceCreators: settings.spaceCreators.map { .array($0.map(JSON.string)) } ?? .null
        }
    }

    private static func limits(_ limits: PersonalAccessTokenLimits) -> JSON {
        [
            "per-user": .integer(Int64(limits.perUser)),
            "longest-days": limits.longestDays.map { .integer(Int64($0)) } ?? .null,
            "endless": .bool(limits.allowsEndless),
        ]
    }

    private static func limit(_ limit: RateLimit) -> JSON {
        var object = JSONObject()
        object.append("budget", .integer(Int64(limit.budget)))
        object.append("window", .integer(Int64(limit.windowSeconds)))
        if let burst = limit.burst { object.append("burst", .integer(Int64(burst))) }
        return .object(object)
    }

    private static func word(of change: SettingChange) -> SettingsReader.Word {
        switch change {
        case .anonymousAccess: .anonymousAccess
        case .now: .now
        case .captchaThreshold: .captchaThreshold
        case .basicAuthentication: .basicAuthentication
        case .personalAccessTokens: .personalAccessTokens
        case .tokenLimits: .tokenLimits
        case .singleSignOn: .singleSignOn
        case .directoryDown: .directoryDown
        case .licence: .licence
        case .seatIdleSeconds: .seatIdle
        case .readOnly: .readOnly
        case .apiTokens: .apiTokens
        case .ipAllowlist: .ipAllowlist
        case .withdrawnEndpoints: .withdrawnEndpoints
        case .spaceRoles: .spaceRoles
        case .rateLimit: .rateLimit
        case .searchLagSeconds: .searchLag
        case .spaceCreators: .spaceCreators
        case .guardPremium: .guardPremium
        }
    }
}
