import ConfluenceModel

/// Reads settings and code for what they say of the way to a site: which address is configured, and what goes along.
///
/// People show how a client was called more often than what it asked for; an address in a setting is as good a sign as one
/// in an error.
enum SettingsReader {
    struct Setting: Sendable {
        var clue: Clue?
        /// By how much it makes causes likelier that something else leaves open.
        var factors: [CauseID: Double] = [:]
        var trait: String
        var meaning: String
        var range: Range<Int>
    }

    static func settings(in text: FoldedText, _ addresses: [AddressClue]) -> [Setting] {
        var found: [Setting] = []
        let flags = flags(in: text)
        for address in addresses where address.host != nil && address.owner.isPlausible {
            let isSetting = isConfigured(address, text)
            let setting =
                isSetting
                ? page(address) ?? productPath(address) ?? cloudRoot(address, flags) ?? flag(address, flags)
                    ?? ownPath(address, flags)
                : ownPath(address, flags)
            if let setting, !found.contains(where: { $0.trait == setting.trait }) { found.append(setting) }
            if isSetting, address.isCloudSite {
                for setting in [bearer(address, flags, text), plainUser(address, text)].compactMap(\.self)
                where !found.contains(where: { $0.trait == setting.trait }) {
                    found.append(setting)
                }
            }
        }
        return found
    }

    // MARK: What an address in a setting says

    private static func page(_ address: AddressClue) -> Setting? {
        let marks = [
            "/wiki/spaces", "/wiki/home", "/display/", "/pages/viewpage.action", "/overview", "/dashboard.action",
            "/wiki/x/",
        ]
        guard marks.contains(where: address.path.contains), !address.path.contains("/rest/"),
            !address.path.contains("/api/")
        else { return nil }
        return setting(
            "page-configured", [.basePath: 0.92, .pageMissing: 0.08], .strong, address,
            means: "the address of a page or space is configured where a base URL belongs")
    }

    /// Cloud has Confluence under `/wiki` and under nothing else.
    private static func productPath(_ address: AddressClue) -> Setting? {
        guard address.isCloudSite, ["/confluence", "/jira", "/rest/"].contains(where: address.path.hasPrefix) else {
            return nil
        }
        return setting(
            "cloud-path-configured", [.basePath: 0.95, .hostingMismatch: 0.05], .vague, address,
            means: "a path is configured that Cloud doesn't have: Confluence lives under /wiki there")
    }

    private static func cloudRoot(_ address: AddressClue, _ flags: Set<Flag>) -> Setting? {
        guard address.isCloudSite, ["", "/"].contains(address.path), !flags.contains(.clientThatAdds) else {
            return nil
        }
        return Setting(
            factors: [.basePath: 3], trait: "set-cloud-root", meaning: "a Cloud site is configured without /wiki",
            range: address.range)
    }

    private static func flag(_ address: AddressClue, _ flags: Set<Flag>) -> Setting? {
        guard flags.contains(.cloud) != flags.contains(.notCloud), flags.contains(.cloud) != address.isCloudSite,
            address.owner == .confluence || flags.contains(.clientThatAdds)
        else { return nil }
        return setting(
            "cloud-flag", [.hostingMismatch: 0.88, .basePath: 0.12], .strong, address,
            means: "the client is told another hosting than the host's name shows")
    }

    /// `/wiki` before the API on a host of one's own is Cloud's way, and seldom right there.
    private static func ownPath(_ address: AddressClue, _ flags: Set<Flag>) -> Setting? {
        guard !address.isCloudSite, !address.isGateway,
            ["/wiki/rest/api", "/wiki/api/v2"].contains(where: address.path.hasPrefix)
        else { return nil }
        if flags.contains(.clientThatAdds) {
            return setting(
                "own-wiki", [.hostingMismatch: 0.92, .basePath: 0.08], .stated, address,
                means: "a client that adds /wiki for Cloud alone asks for it at a host of one's own")
        }
        return Setting(
            factors: [.hostingMismatch: 2, .basePath: 1.6], trait: "set-own-wiki",
            meaning: "Cloud's path is asked of a host of one's own", range: address.range)
    }

    /// The library sends `token` as Bearer, which Cloud takes from OAuth apps only.
    private static func bearer(_ address: AddressClue, _ flags: Set<Flag>, _ text: FoldedText) -> Setting? {
        guard flags.contains(.clientThatAdds), !flags.contains(.basicSecret),
            argument([" token=", ",token=", "(token=", " token ="], near: address, text) != nil
        else { return nil }
        return setting(
            "token-argument", [.wrongScheme: 0.85, .tokenRevoked: 0.15], .vague, address,
            means:
                "the API token is given as `token`, which goes along as Bearer; Cloud wants it as Basic with the e-mail"
        )
    }

    private static func plainUser(_ address: AddressClue, _ text: FoldedText) -> Setting? {
        let names = ["username=", "username = ", "user=", "user = ", "username: ", "username\": "]
        guard let value = argument(names, near: address, text), (2...40).contains(value.count),
            value.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }),
            !["user", "xxx", "mail", "name", "login", "env", "self", "none", "config", "account"].contains(
                where: value.contains)
        else { return nil }
        return Setting(
            // Beside a token of Cloud's it can hardly be meant.
            factors: [.wrongUser: text.bytes.firstRange(of: Array("atatt3".utf8)) == nil ? 2 : 6],
            trait: "set-plain-user",
            meaning: "the user name is no e-mail address, as Cloud wants one", range: address.range)
    }

    private static func setting(
        _ name: String, _ shares: [CauseID: Double], _ strength: Symptom.Strength, _ address: AddressClue,
        means meaning: String
    ) -> Setting {
        Setting(
            clue: Clue(
                name: name, strength: strength, shares: shares, meaning: meaning, range: address.range, isStatus: false,
                trust: 1),
            trait: "set-\(name)", meaning: meaning, range: address.range)
    }

    // MARK: What stands around it

    private enum Flag: Hashable, Sendable {
        case cloud
        case notCloud
        /// A client that adds `/wiki` to Cloud's addresses by itself.
        case clientThatAdds
        case basicSecret
    }

    private static let flagWords = PhraseIndex<Flag>(
        ["cloud=true", "cloud = true", "\"cloud\": true", "is_cloud=true", "cloud: true", "iscloud: true"]
            .map { (Phrase($0), .cloud) }
            + ["cloud=false", "cloud = false", "\"cloud\": false", "is_cloud=false", "cloud: false", "iscloud: false"]
            .map { (Phrase($0), .notCloud) }
            + [
                "from atlassian import", "atlassian-python-api", "atlassian.confluence", "confluenceloader",
                "confluencereader", "mcp-atlassian", "site-packages/atlassian",
            ].map { (Phrase($0), .clientThatAdds) }
            + ["password=", "password =", "api_key=", "api_key ="].map { (Phrase($0), .basicSecret) })

    private static func flags(in text: FoldedText) -> Set<Flag> { Set(flagWords.hits(in: text.bytes).map(\.name)) }

    private static let reach = 240

    /// The value of an argument that stands near an address.
    private static func argument(_ names: [String], near address: AddressClue, _ text: FoldedText) -> String? {
        let start = max(0, address.range.lowerBound - reach)
        let end = min(text.bytes.count, address.range.upperBound + reach)
        let near = text.bytes[start..<end]
        for name in names {
            guard let hit = near.firstRange(of: Array(name.utf8)) else { continue }
            let value = near[hit.upperBound...].drop { "\"' ".utf8.contains($0) }
                .prefix { $0 > 0x20 && !"\"',;)".utf8.contains($0) }
            return String(decoding: value, as: UTF8.self)
        }
        return nil
    }

    private static let names = [
        "url", "uri", "host", "server", "endpoint", "site", "base", "domain", "instance", "address", "parent_page",
        "confluence", "loader", "reader", "create", " -b", " -l", " -o", "baseurl", "link",
    ]

    /// Whether a setting's name, an option or a client's call stands right before it.
    private static func isConfigured(_ address: AddressClue, _ text: FoldedText) -> Bool {
        let start = max(0, address.range.lowerBound - 40)
        var before = String(decoding: text.bytes[start..<address.range.lowerBound], as: UTF8.self)[...]
        if before.hasSuffix("with url: ") || before.hasSuffix("for url: ") { return false }
        var hasMark = false
        while let last = before.last, "\"'<>=:(`[ ".contains(last) {
            if last != " " { hasMark = true }
            before.removeLast()
        }
        if ["new uri", "create"].contains(where: before.hasSuffix) { return hasMark }
        let isOption = [" -b", " -l", " -o", "--host", "--url", "--base-url", "--server"].contains(
            where: before.hasSuffix)
        return isOption || (hasMark && names.contains(where: before.hasSuffix))
    }
}

extension AddressClue {
    var isCloudSite: Bool { host?.hasSuffix(".atlassian.net") ?? false }
}

extension AddressClue.Owner {
    fileprivate var isPlausible: Bool { self == .confluence || self == .unknown }
}
