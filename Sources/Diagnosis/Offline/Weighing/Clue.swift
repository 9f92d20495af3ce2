import ConfluenceModel

/// One thing in a text that speaks for causes, with the words that were found.
package struct Clue: Sendable, Hashable {
    var name: String
    var strength: Symptom.Strength
    var shares: [CauseID: Double]
    var meaning: String
    /// Where its words stand in the folded text.
    var range: Range<Int>
    var isStatus: Bool
    /// How far it is to be trusted here: less for warnings, for what another clue explains and for what came later.
    var trust: Double

    func weight(of cause: CauseID) -> Double {
        (shares[cause] ?? 0) * strength.rawValue * trust
    }

    /// Whether it was found by comparing: letters with letters, a length with the usual one, what one user is shown with what
    /// another is. No word by itself says so, and no words are like it.
    var isComparison: Bool { Self.comparisons.contains(name) }

    private static let comparisons: Set<String> = [
        "key-case", "title-case", "title-misspelt", "space-of-one-alone", "not-found-yet", "truncated",
    ]
}

/// Which words are only the consequence of others.
enum Explanations {
    /// For each symptom those which it explains, so that they don't vote beside it.
    static let table: [String: Set<String>] = stated.merging(told) { $0.union($1) }

    /// What people tell of a credential, an account or a page says why a site answered as it did.
    private static let told: [String: Set<String>] = {
        let login: Set = [
            "login-failed", "token-unknown", "cloud-stranger-v1", "cloud-stranger-v2", "authenticated-failed",
            "tomcat-unauthorised", "credential-check-401", "credential-check-403", "access-page", "view-refused",
            "no-credentials",
        ]
        let content: Set = [
            "space-missing", "page-named-missing", "client-404-id", "client-404-title", "toolkit-not-found",
            "view-refused", "update-refused", "create-refused", "nothing-found", "cql-space",
        ]
        let network: Set = [
            "timeout", "name", "refused", "unreachable", "dropped", "no-route", "page-for-data", "nothing-for-data",
            "moved-to-https",
        ]
        var table: [String: Set<String>] = [:]
        for name in [
            "captcha", "deactivated", "wrong-user", "custom-headers", "both-secrets", "user-in-secret",
            "scheme-in-secret", "encoded-secret", "truncated", "pasted-twice", "quoted", "stray-blank", "cookie-told",
            "seat-told", "sso-told", "foreign-token", "tokens-off", "personal-tokens-off", "directory", "clock-told",
            "ip-allowlist",
        ] {
            table[name] = login
        }
        table["cookie-told"] = login.union(["page-for-data", "nothing-for-data", "server-login-page", "anonymous"])
        table["personal-tokens-off"] = login.union(["anonymous"])
        table["tokens-off"] = login.union(["no-use-permission"])
        for name in [
            "key-case", "title-case", "space-name", "key-form", "page-draft", "page-archived", "space-archived",
            "page-trashed", "restricted", "other-space", "index-lag", "personal-space",
        ] {
            table[name] = content
        }
        table["page-archived-status"] = content.union(["space-archived", "page-archived"])
        table["part-missing"] = ["version-conflict", "update-400", "status-400", "title-taken"]
        table["own-wiki"] = ["null-for-uri", "status-404", "dead-link", "client-404-id", "client-404-title"]
        // A credential that can't be taken explains whatever a visitor is not shown.
        for name in [
            "quoted", "scheme-in-secret", "user-in-secret", "pasted-twice", "stray-blank", "stray-newline",
            "secret-empty", "placeholder", "empty-basic", "encoded-secret", "foreign-token", "token-as-password",
            "token-as-bearer", "truncated", "password-as-token", "login-in-address",
        ] {
            table[name, default: []].formUnion(login.union(content).union(["anonymous"]))
        }
        table["forbidden-by-rule"] = login.union(["ip-allowlist"])
        table["access-removed"] = login.union(["refresh-token", "expired", "token-unknown"])
        table["starts-not"] = ["page-for-data", "nothing-for-data", "refused", "moved-to-https", "sent-elsewhere"]
        table["set-up"] = ["page-for-data", "nothing-for-data", "moved-to-https", "sent-elsewhere"]
        table["other-wiki"] = ["page-for-data", "nothing-for-data", "status-404", "older-release"]
        table["length-among-headers"] = ["timeout", "status-400"]
        table["moved-page"] = ["gone", "status-410", "status-404"]
        table["pats-off"] = login.union(["anonymous"])
        table["truncated"] = login.union(["anonymous"])
        table["encoded-secret"] = login.union(["anonymous", "view-refused"])
        table["draft-address"] = content.union(["restricted"])
        table["space-of-one-alone"] = content
        table["page-of-one-alone"] = content.subtracting(["restricted", "page-draft", "page-trashed"])
        table["password-as-token"] = login.union(["anonymous", "password-told"])
        table["not-found-yet"] = content.union(["title-taken", "update-400", "status-400", "page-as-base"])
        table["index-lag"] = content.union(["title-taken"])
        table["key-case"] = content.union(["title-taken"])
        table["title-case"] = content.union(["title-taken", "version-conflict"])
        table["personal-key"] = content
        for name in ["hour-told", "year-told", "time-over", "secret-empty", "token-as-password", "token-as-bearer"] {
            table[name] = login
        }
        table["cloud-token-on-own-host"] = login
        table["stray-newline"] = login.union(["encoded-secret", "stray-blank"])
        table["encoding-told"] = login
        table["placeholder"] = login
        table["empty-basic"] = login
        table["release-without-api"] = [
            "null-for-uri", "status-404", "older-release", "dead-link", "page-named-missing", "client-404-id",
            "client-404-title",
        ]
        table["title-misspelt"] = content
        for name in ["vpn-told", "captive-portal"] { table[name] = network }
        table["stray-blank"] = login.union(["malformed", "name"])
        return table
    }()

    private static let stated: [String: Set<String>] = [
        "expired": ["token-unknown", "login-failed"], "password-deprecated": ["login-failed"],
        "no-use-permission": ["view-refused", "login-failed"],
        "anonymous": ["login-failed", "create-refused", "view-refused"],
        "proxy-authentication": ["login-failed", "proxy-refusal", "refused", "unreachable", "dropped", "filter-page"],
        "proxy-refusal": ["scheme-as-host", "refused", "timeout", "name", "dropped", "unreachable", "no-route"],
        "name": ["unreachable", "timeout", "refused"],
        "refused": ["unreachable"], "timeout": ["unreachable"], "no-route": ["unreachable"], "dropped": ["unreachable"],
        "certificate-expired": [
            "certificate-untrusted", "certificate-refused", "dropped", "unreachable", "certificate-early", "verify-off",
        ],
        "certificate-early": ["certificate-refused", "unreachable"],
        "clock-behind": ["certificate-expired", "certificate-early", "certificate-refused", "unreachable"],
        "certificate-untrusted": ["certificate-refused", "dropped", "unreachable", "verify-off"],
        "certificate-refused": ["unreachable", "dropped", "verify-off"],
        "licence-exceeded": ["seats", "read-only", "create-refused", "update-refused"],
        "certificate-host": ["certificate-untrusted", "certificate-refused", "dropped", "unreachable"],
        "client-certificate": ["certificate-refused", "tls-version", "dropped", "unreachable", "status-400"],
        "tls-version": ["certificate-refused", "dropped", "unreachable"],
        "tls-on-plain": ["certificate-refused", "dropped", "unreachable", "tls-version", "proxy-refusal"],
        "plain-on-tls": [
            "certificate-refused", "dropped", "unreachable", "tls-version", "proxy-refusal", "tls-on-plain",
        ],
        "scheme-as-host": ["name", "malformed", "unreachable", "timeout"],
        "firewall": ["page-for-data", "nothing-for-data", "filter-page"],
        "blocked-page": ["filter-page", "page-for-data", "nothing-for-data", "login-failed"],
        "filter-page": ["login-failed", "page-for-data", "nothing-for-data"],
        "captive-portal": ["page-for-data", "nothing-for-data", "filter-page", "single-sign-on"],
        "single-sign-on": ["page-for-data", "nothing-for-data", "server-login-page"],
        "cloud-login-page": ["page-for-data", "nothing-for-data"],
        "server-login-page": ["page-for-data", "nothing-for-data"],
        "page-for-data": ["token-unknown", "nothing-for-data", "body-unreadable"],
        "page-as-base": [
            "cloud-login-page", "server-login-page", "page-for-data", "nothing-for-data", "null-for-uri", "null-for-v2",
            "dead-link", "trailing",
        ],
        "doubled-path": ["null-for-uri", "null-for-v2", "dead-link", "page-for-data"],
        "client-1.0": ["null-for-uri", "dead-link", "client-404-id", "client-404-title"],
        "trailing": ["null-for-uri", "null-for-v2", "dead-link"],
        "trailing-in-quotes": [
            "null-for-uri", "null-for-v2", "dead-link", "name", "malformed", "status-404", "trailing",
        ],
        "certificate-weak": ["certificate-refused", "certificate-untrusted", "dropped", "unreachable"],
        "odd-host": ["name", "unreachable"],
        "refresh-token": ["login-failed", "token-unknown", "scope"],
        "gateway-key": ["login-failed", "no-credentials", "scope", "token-unknown"],
        "null-for-uri": ["client-404-id", "client-404-title"],
        "null-for-v2": ["null-for-uri", "client-404-id", "client-404-title"],
        "jira-page": ["page-for-data", "nothing-for-data"],
        "captcha": [
            "login-failed", "authenticated-failed", "tomcat-unauthorised", "credential-check-401", "server-login-page",
        ],
        "credential-check-401": ["login-failed"], "login-failed": ["tomcat-unauthorised"],
        "authenticated-failed": ["login-failed", "tomcat-unauthorised", "credential-check-401"],
        "basic-disabled": [
            "deactivated", "login-failed", "authenticated-failed", "tomcat-unauthorised", "credential-check-403",
        ],
        "connect-session": ["token-unknown", "login-failed", "tomcat-unauthorised", "credential-check-403"],
        "scope": ["token-unknown", "login-failed", "tomcat-unauthorised", "expired", "auth-mismatch"],
        "auth-mismatch": ["login-failed", "tomcat-unauthorised"],
        "cloud-stranger-v1": [
            "view-refused", "login-failed", "credential-check-403", "client-404-title", "client-404-id",
            "no-use-permission",
        ],
        "cloud-stranger-v2": ["login-failed", "client-404-title", "client-404-id"],
        "deactivated": [
            "directory", "token-unknown", "view-refused", "login-failed", "authenticated-failed", "no-use-permission",
            "cloud-stranger-v1", "tomcat-unauthorised",
        ],
        "directory": [
            "login-failed", "authenticated-failed", "no-use-permission", "tomcat-unauthorised", "timeout", "refused",
            "dropped", "server-error",
        ],
        "seats": ["no-use-permission"],
        "tokens-off": [
            "token-unknown", "deactivated", "login-failed", "cloud-stranger-v1", "cloud-stranger-v2",
            "tomcat-unauthorised",
        ],
        "ip-allowlist": ["login-failed", "cloud-stranger-v1", "filter-page", "firewall"],
        "address-quoted": ["malformed"],
        "unsendable-header": ["malformed"], "unencodable-blank": ["unencodable-header"],
        "unencodable-quote": ["unencodable-header"],
        "unencodable-letter": ["unencodable-header"], "unencodable-dash": ["unencodable-header"],
        "unencodable-omission": ["unencodable-header"],
        "placeholder": [
            "no-credentials", "token-unknown", "login-failed", "cloud-stranger-v1", "authenticated-failed",
            "tomcat-unauthorised", "connect-session",
        ],
        "access-page": ["unknown-site", "login-failed"],
        "header-not-base64": ["server-error", "login-failed", "tomcat-unauthorised"],
        "secret-missing": ["token-unknown", "login-failed", "no-credentials"], "no-credentials": ["login-failed"],
        "oauth-keys": ["login-failed"],
        "space-name": ["space-missing", "client-404-title", "toolkit-not-found"],
        "key-and-more": ["space-missing", "client-404-title", "toolkit-not-found", "create-refused"],
        "dead-link": ["page-named-missing", "nothing-for-data"],
        "title-taken": ["update-refused", "update-400", "version-conflict", "create-refused"],
        "unparsable-body": ["nothing-for-data"],
        "other-parent": ["page-named-missing"],
        "storage": ["page-named-missing", "update-400", "server-error", "page-for-data", "unparsable-body"],
        "version-conflict": ["update-400"],
        "cql-space": ["server-error"], "unreconciled": ["server-error", "version-conflict"],
        "maintenance": ["server-error", "bad-gateway"],
        "attachment-by-put": ["method-refused", "status-405", "status-415"], "method-refused": ["status-405"],
        "attachment-taken": ["title-taken", "update-400", "server-error"],
        "body-unreadable": ["update-400", "storage", "cql", "status-400"],
        "audit-refused": ["view-refused", "login-failed", "no-use-permission"],
        "administrators-alone": ["view-refused", "no-use-permission"], "remote-api-off": ["login-failed"],
        "error-without-message": ["server-error", "status-500"],
        "space-not-valid": ["login-failed", "no-credentials"], "no-credentials-at-front": ["login-failed"],
        "permission-of-builder": ["view-refused"], "outside-parent": ["page-named-missing", "other-parent"],
        "read-only": ["seats", "create-refused", "update-refused", "maintenance"],
        "xsrf": ["attach-refused"], "too-large": ["client-404-id", "attach-refused"],
        "rate": ["server-error"],
        "space-archived": ["page-archived", "create-refused"],
        "page-trashed": ["page-named-missing", "view-refused", "page-named-missing", "client-404-id"],
        "page-archived": ["view-refused", "page-named-missing", "update-refused"],
        "other-space": ["restricted", "space-key-needed", "toolkit-not-found"],
        "space-missing": ["view-refused", "client-404-title", "toolkit-not-found"],
        "page-named-missing": ["view-refused", "client-404-id", "toolkit-not-found"],
        "client-404-id": ["view-refused", "client-404-title", "toolkit-not-found"],
        "create-refused": ["view-refused", "space-key-form"],
        "suspended": ["maintenance", "unknown-site", "deactivated"],
        "generic-refused": ["other-space"],
        "gone": ["client-404-id", "client-404-title"],
        "client-404-title": ["view-refused"],
        "update-refused": ["view-refused"],
        "restricted": ["view-refused"],
        "index-lag": ["nothing-found"],
        "paging": ["nothing-found"],
        "personal-tokens-off": ["token-unknown"],
        "tool-unknown": ["page-named-missing", "space-missing"],
        "moved-to-https": ["status-405", "method-refused"],
        "sent-elsewhere": [
            "moved-to-https", "page-for-data", "page-named-missing", "client-404-id", "anonymous", "login-failed",
        ],
        "verify-told": ["certificate-refused", "certificate-untrusted"],
        "old-form": ["no-credentials", "secret-missing"],
        "hosting-mismatch": ["malformed"], "malformed": ["tls-version"],
        "index-tools": ["refused", "name", "timeout"],
    ]
}
