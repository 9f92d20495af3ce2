package import ConfluenceModel
package import Documents

/// Reads a site's settings, in a site file and wherever they are changed while it runs.
package enum SettingsReader {
    /// The words of the settings, as people write them.
    package enum Word: String, CaseIterable, Sendable {
        case anonymousAccess = "anonymous-access"
        case now
        case captchaThreshold = "captcha-threshold"
        case basicAuthentication = "basic-authentication"
        case personalAccessTokens = "personal-access-tokens"
        case tokenLimits = "token-limits"
        case singleSignOn = "single-sign-on"
        case directoryDown = "directory-down"
        case licence
        case seatIdle = "seat-idle"
        case readOnly = "read-only"
        case apiTokens = "api-tokens"
        case ipAllowlist = "ip-allowlist"
        case withdrawnEndpoints = "withdrawn-endpoints"
        case spaceRoles = "space-roles"
        case rateLimit = "rate-limit"
        case searchLag = "search-lag"
        case spaceCreators = "space-creators"
        case guardPremium = "guard-premium"

        /// The deployment that alone has the setting; `nil` for one that both have.
        package var deployment: DeploymentKind? {
            switch self {
            case .captchaThreshold, .basicAuthentication, .personalAccessTokens, .tokenLimits, .singleSignOn,
                .directoryDown, .licence, .seatIdle, .readOnly:
                .dataCenter
            case .apiTokens, .ipAllowlist, .withdrawnEndpoints, .spaceRoles, .guardPremium: .cloud
            case .anonymousAccess, .now, .rateLimit, .searchLag, .spaceCreators: nil
            }
        }
    }

    /// - Parameter deployment: That of the site, where it is known; a setting that it does not have is an error.
    package static func read(
        _ node: DocumentNode,
        for deployment: DeploymentKind? = nil
    ) throws(DocumentError) -> [SettingChange] {
        let mapping = try node.mapping(keys: Word.allCases.map(\.rawValue))
        var changes: [SettingChange] = []
        for entry in mapping.entries {
            guard let word = Word(rawValue: entry.key) else { continue }
            if let deployment, let only = word.deployment, only != deployment {
                throw entry.error("\(only.title) alone has the setting “\(word.rawValue)”, leave it out")
            }
            changes.append(try read(word, entry.value))
        }
        return changes
    }

    private static func read(_ word: Word, _ value: DocumentNode) throws(DocumentError) -> SettingChange {
        switch word {
        case .anonymousAccess: .anonymousAccess(try value.bool())
        case .now: .now(try value.instant())
        case .captchaThreshold: .captchaThreshold(value.isNull ? nil : try value.count(1...1000))
        case .basicAuthentication: .basicAuthentication(try value.bool())
        case .personalAccessTokens: .personalAccessTokens(try value.bool())
        case .tokenLimits: .tokenLimits(try tokenLimits(value))
        case .singleSignOn: .singleSignOn(try value.bool())
        case .directoryDown: .directoryDown(try value.bool())
        case .licence: .licence(try value.word(SiteSettings.Licence.self))
        case .seatIdle: .seatIdleSeconds(value.isNull ? nil : try value.seconds())
        case .readOnly: .readOnly(try value.bool())
        case .apiTokens: .apiTokens(try value.bool())
        case .ipAllowlist: .ipAllowlist(try networks(value))
        case .withdrawnEndpoints: .withdrawnEndpoints(try value.word(SiteSettings.Withdrawal.self))
        case .spaceRoles: .spaceRoles(try value.word(SiteSettings.SpaceRoles.self))
        case .rateLimit: .rateLimit(value.isNull ? nil : try rateLimit(value))
        case .searchLag: .searchLagSeconds(try value.seconds())
        case .guardPremium: .guardPremium(try value.bool())
        case .spaceCreators: .spaceCreators(value.isNull ? nil : try groups(value))
        }
    }

    private static func networks(_ node: DocumentNode) throws(DocumentError) -> [String] {
        var networks: [String] = []
        for element in try node.list() {
            let text = try element.text()
            guard IPNetwork(text) != nil else {
                throw element.error("a network is expected, such as 203.0.113.0/24 or 2001:db8::/32")
            }
            networks.append(text)
        }
        return networks
    }

    private static func groups(_ node: DocumentNode) throws(DocumentError) -> [String] {
        var groups: [String] = []
        for element in try node.list() { groups.append(try element.text()) }
        return groups
    }

    /// What is left out stays as the product ships.
    private static func tokenLimits(_ node: DocumentNode) throws(DocumentError) -> PersonalAccessTokenLimits {
        let mapping = try node.mapping(keys: ["per-user", "longest-days", "endless"])
        var limits = PersonalAccessTokenLimits()
        if let value = mapping["per-user"] { limits.perUser = try value.count(1...1000) }
        if let value = mapping["longest-days"] { limits.longestDays = value.isNull ? nil : try value.count(1...36_500) }
        if let value = mapping["endless"] { limits.allowsEndless = try value.bool() }
        return limits
    }

    private static func rateLimit(_ node: DocumentNode) throws(DocumentError) -> RateLimit {
        let limit = try node.mapping(keys: ["budget", "window", "burst"])
        let window = try limit.required("window").seconds()
        guard window > 0 else { throw try limit.required("window").error("the window must last a second at least") }
        return RateLimit(
            budget: try limit.required("budget").count(1...1_000_000_000),
            windowSeconds: window,
            burst: try limit["burst"]?.count(1...1_000_000)
        )
    }
}
