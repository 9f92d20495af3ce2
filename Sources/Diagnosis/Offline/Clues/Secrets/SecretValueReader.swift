import ConfluenceModel

/// Reads what is wrong with a secret from its value, where a text shows it: nothing else is as exact.
struct SecretValueReader {
    let text: FoldedText
    let circumstances: Circumstances
    let addresses: [AddressClue]
    let secrets: [ShownSecret]
    private let paste: Paste

    init(_ text: FoldedText, _ paste: Paste, _ circumstances: Circumstances, _ addresses: [AddressClue]) {
        self.text = text
        self.circumstances = circumstances
        self.addresses = addresses
        self.paste = paste
        secrets = ShownSecretReader(text: text, paste: paste).secrets()
    }

    /// Each kind of slip once.
    func clues() -> [Clue] {
        var clues: [Clue] = []
        for secret in secrets where !isOfOtherService(secret) {
            let found =
                slip(secret) ?? stored(secret) ?? ofHeader(secret) ?? login(secret) ?? encoded(secret) ?? product(
                    secret)
                ?? wayOfLogin(secret)
            if let found, !clues.contains(where: { $0.name == found.name }) { clues.append(found) }
        }
        for found in [besides(), empty(), inAddress()].compactMap(\.self)
        where !clues.contains(where: { $0.name == found.name }) {
            clues.append(found)
        }
        return clues
    }

    // MARK: Whose it is

    private static let services = [
        "github", "gitlab", "gh_", "slack", "openai", "anthropic", "bitbucket", "jira", "aws", "npm", "docker", "hf_",
        "sonar", "nexus", "artifactory", "azure_openai", "postgres", "pg", "db_", "redis", "smtp", "mysql", "sentry",
        "csrf", "xsrf", "client_secret", "next", "page_token", "captcha", "ldap", "keystore", "truststore",
    ]

    private func isOfOtherService(_ secret: ShownSecret) -> Bool {
        guard case .field(let name) = secret.place, !name.contains("confl"), !name.contains("wiki") else {
            return false
        }
        return Self.services.contains(where: name.contains)
    }

    // MARK: What a header holds

    private func ofHeader(_ secret: ShownSecret) -> Clue? {
        guard case .header(let scheme) = secret.place else { return nil }
        if secret.value.isEmpty {
            return secret.isCode
                ? nil
                : clue(
                    "secret-empty", .stated, [.secretMissing: 0.9, .secretReference: 0.1], secret,
                    "nothing stands behind the scheme's name in the header")
        }
        if isReference(secret) {
            // A shell fills in what stands in double quotes, and so do some languages.
            guard secret.mark != .plain(0x22) else { return nil }
            return clue(
                "placeholder", .stated, [.secretReference: 0.95, .secretMissing: 0.05], secret,
                "a placeholder is sent where the secret should be")
        }
        if scheme == .bearer, isPassword(secret.value), !isCloudSite {
            return clue(
                "password-as-token", .strong, [.wrongScheme: 0.92, .tokenRevoked: 0.08], secret,
                "what is sent as Bearer has signs that no token has: it is a password")
        }
        guard scheme == .basic, let decoded = DecodedSecret(secret.value) else { return nil }
        switch decoded {
        case .login(let user, let password): return basic(user, password, secret)
        case .text(let inner) where DecodedSecret(inner).map({ if case .login = $0 { true } else { false } }) ?? false:
            return clue(
                "encoded-secret", .stated, [.encodedSecret: 0.93, .userInSecret: 0.07], secret,
                "what is sent was encoded in base64 twice")
        default: return nil
        }
    }

    /// `$NAME`, `{{ name }}` and `%NAME%`, where they are sent and not filled in.
    private func isReference(_ secret: ShownSecret) -> Bool {
        guard !secret.isCode else { return false }
        let value = secret.value
        let lower = value.lowercased()
        if Self.stores.contains(where: lower.hasPrefix) { return true }
        return (value.hasPrefix("$") && value.count > 3) || value.hasPrefix("{{") || value.hasPrefix("#{")
            || (value.hasPrefix("%") && value.dropFirst().contains("%"))
    }

    /// How references to secrets that something else keeps begin.
    private static let stores = [
        "@microsoft.keyvault", "vault:", "op://", "arn:aws:secretsmanager", "arn:aws:ssm", "secretref:", "keyvault:",
        "ssm:", "gcp-secret:", "sm://", "secret://", "env:", "file:",
    ]

    private func isPassword(_ value: String) -> Bool {
        (6...40).contains(value.count) && value.contains { "!#?§&@€".contains($0) }
            && !value.contains { "<>{}[]()$*…".contains($0) }
    }

    /// What user and secret of a Basic header show once it is decoded.
    private func basic(_ user: String, _ password: String, _ secret: ShownSecret) -> Clue? {
        let none: Set = ["", "null", "undefined", "none", "nil"]
        // Of a header that is shown in part, the end of the secret is not known.
        let isWhole = DecodedSecret.isWhole(secret.value)
        if none.contains(user.lowercased()) || (isWhole && none.contains(password.lowercased())) {
            return clue(
                "empty-basic", .stated, [.secretMissing: 0.94, .secretReference: 0.06], secret,
                "decoded, the header holds no user name or no secret")
        }
        if [user, password].contains(where: { value in ["$", "{{", "%("].contains(where: value.hasPrefix) }) {
            return clue(
                "placeholder", .stated, [.secretReference: 0.95, .secretMissing: 0.05], secret,
                "decoded, the header holds a placeholder")
        }
        if password.hasPrefix(user + ":") {
            return clue(
                "user-in-secret", .stated, [.userInSecret: 0.95, .encodedSecret: 0.05], secret,
                "decoded, the header holds the user name twice")
        }
        if password.hasPrefix("\"") || password.hasPrefix("'") || user.hasPrefix("\"") {
            return clue(
                "quoted", .stated, [.quoted: 0.95, .whitespace: 0.05], secret,
                "decoded, the header holds quotation marks")
        }
        if isWhole, let last = password.last, last.isWhitespace {
            return clue(
                "stray-blank", .stated, [.whitespace: 0.95, .quoted: 0.05], secret,
                "decoded, the secret ends in a blank or a line break")
        }
        return ofLogin(user, password, secret)
    }

    // MARK: What user and secret say together

    /// A reference to a store of secrets in a field, where the site's answer shows that it was sent as it is.
    private func stored(_ secret: ShownSecret) -> Clue? {
        guard isField(secret), Self.stores.prefix(7).contains(where: secret.value.lowercased().hasPrefix),
            text.holds("401") || text.holds("403")
        else { return nil }
        return clue(
            "placeholder", .stated, [.secretReference: 0.95, .secretMissing: 0.05], secret,
            "a reference to a secret stands where the secret should be")
    }

    private func login(_ secret: ShownSecret) -> Clue? {
        guard case .login(let user) = secret.place else { return nil }
        return ofLogin(user, secret.value, secret)
    }

    private func ofLogin(_ user: String, _ password: String, _ secret: ShownSecret) -> Clue? {
        if user.isEmpty, password.hasPrefix("ATATT3") {
            return clue(
                "empty-basic", .strong, [.secretMissing: 0.6, .wrongUser: 0.4], secret,
                "no user name stands before the secret")
        }
        if isCloudSite, password.hasPrefix("ATATT3"), user.count > 1, !user.contains("@"),
            !user.contains(where: { "$%{<*".contains($0) })
        {
            return clue(
                "wrong-user", .strong, [.wrongUser: 0.9, .tokenRevoked: 0.1], secret,
                "the user name beside the API token is no e-mail address")
        }
        let isNamedPersonal =
            password.hasPrefix("$") && password.lowercased().contains("pat") && !password.lowercased().contains("path")
        if !isCloudSite, isNamedPersonal || DecodedSecret.isPersonalAccessToken(password),
            circumstances.deployment != .cloud
        {
            return clue(
                "token-as-password", .strong, [.wrongScheme: 0.9, .tokenRevoked: 0.1], secret,
                "a personal access token is sent as a password; it goes along as Bearer alone")
        }
        return nil
    }

    /// A user's name in a field of its own beside an API token of Cloud's.
    private func besides() -> Clue? {
        guard isCloudSite, secrets.contains(where: { isField($0) && $0.value.hasPrefix("ATATT3") }),
            let user = secrets.first(where: { $0.place == .user && isPlainName($0.value) })
        else { return nil }
        return clue(
            "wrong-user", .strong, [.wrongUser: 0.9, .tokenRevoked: 0.1], user,
            "the user name beside the API token is no e-mail address")
    }

    func isField(_ secret: ShownSecret) -> Bool {
        if case .field = secret.place { true } else { false }
    }

    private func isPlainName(_ value: String) -> Bool {
        (2...40).contains(value.count) && value.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
            && !["user", "name", "mail", "none", "null", "env", "self", "config", "args", "secret", "xxx", "redacted"]
                .contains(where: value.lowercased().contains)
    }

    private static let addresses = PhraseIndex<Bool>(
        ["url: https://", "url\": \"https://", "url=https://", "url = https://", "url: \"https://", "url=\"https://"]
            .map {
                (Phrase($0), true)
            })

    /// A login in the base URL, which clients send in the place of the token.
    private func inAddress() -> Clue? {
        guard secrets.contains(where: { isField($0) && !$0.value.isEmpty }) else { return nil }
        for hit in Self.addresses.hits(in: text.bytes) {
            let rest = text.bytes[hit.range.upperBound...].prefix(120).prefix { $0 > 0x20 && !"/\"'".utf8.contains($0) }
            guard let at = rest.firstIndex(of: UInt8(ascii: "@")), rest[..<at].contains(UInt8(ascii: ":")) else {
                continue
            }
            return Clue(
                name: "login-in-address", strength: .stated, shares: [.malformedAddress: 0.94, .wrongUser: 0.06],
                meaning: "the base URL holds a user name and a password, which are sent in the token's place",
                range: hit.range, isStatus: false, trust: 1)
        }
        return nil
    }

    /// A secret's field in which nothing stands, and no other one that holds something.
    private func empty() -> Clue? {
        let fields = secrets.filter { isField($0) && !isOfOtherService($0) }
        guard ["401", "403"].contains(where: text.holds), let field = fields.first(where: isEmpty),
            !secrets.contains(where: { $0.place != .user && !$0.value.isEmpty })
        else { return nil }
        return clue(
            "secret-empty", .strong, [.secretMissing: 0.86, .secretReference: 0.14], field,
            "nothing stands in the field of the secret")
    }

    private func isEmpty(_ secret: ShownSecret) -> Bool {
        guard secret.value.isEmpty, case .field(let name) = secret.place else { return false }
        // Programs ask for a password by this word alone.
        if secret.mark != nil { return true }
        let line = Int(text.lines[secret.range.lowerBound])
        let indent = paste.lines[line].bytes.prefix { $0 == 0x20 }.count
        guard name != "password" || indent > 0 else { return false }
        let next = paste.lines.dropFirst(line + 1).first { $0.bytes.contains { $0 > 0x20 } }
        return (next?.bytes.prefix { $0 == 0x20 }.count ?? 0) <= indent
    }

    /// A Cloud site is called, and by its own name.
    private var isCloudSite: Bool {
        circumstances.deployment == .cloud && !addresses.contains(where: \.isGateway)
    }

    // MARK: What its form shows

    private func encoded(_ secret: ShownSecret) -> Clue? {
        guard case .field = secret.place, let decoded = DecodedSecret(secret.value) else { return nil }
        let isEncoded =
            switch decoded {
            case .login(let user, let password):
                user.count > 1 && password.count > 1
                    && user.allSatisfy { $0.isLetter || $0.isNumber || "@._-+".contains($0) }
            case .text(let inner):
                inner.hasPrefix("ATATT") || (inner.count >= 40 && DecodedSecret.isPersonalAccessToken(inner))
            case .personalAccessToken: false
            }
        if case .text(let inner) = decoded, inner.last?.isNewline ?? false, text.holds("kind: secret") {
            return clue(
                "stray-newline", .stated, [.whitespace: 0.95, .encodedSecret: 0.05], secret,
                "decoded, the value of the Kubernetes Secret ends in a line break")
        }
        guard isEncoded else { return nil }
        return clue(
            "encoded-secret", .stated, [.encodedSecret: 0.94, .userInSecret: 0.06], secret,
            "the value is base64, and decoded it is a secret, or a user name with one")
    }

    private static let products = [
        "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "ATBB", "ATCTT3", "npm_", "hf_", "sk-proj-",
        "sk-ant-", "BBDC-", "dckr_pat_",
    ]

    private func product(_ secret: ShownSecret) -> Clue? {
        guard Self.products.contains(where: secret.value.hasPrefix) else { return nil }
        return clue(
            "foreign-token", .stated, [.otherProduct: 0.94, .wrongScheme: 0.06], secret,
            "the secret has the form of another product's")
    }

    /// Whether the way in which it is sent fits its form.
    private func wayOfLogin(_ secret: ShownSecret) -> Clue? {
        let isCloudToken = secret.value.hasPrefix("ATATT3")
        guard isCloudToken, circumstances.deployment == .dataCenter, !isCloudSite else {
            guard isCloudToken, isCloudSite, secret.place == .header(.bearer) else { return nil }
            return clue(
                "token-as-bearer", .stated, [.wrongScheme: 0.94, .scopedTokenOnSite: 0.06], secret,
                "an API token is sent as Bearer; Cloud takes it only as Basic, with the account's e-mail")
        }
        return clue(
            "cloud-token-on-own-host", .strong, [.otherProduct: 0.8, .hostingMismatch: 0.2], secret,
            "an API token of Atlassian's Cloud is sent to a site of one's own")
    }

    func clue(
        _ name: String, _ strength: Symptom.Strength, _ shares: [CauseID: Double], _ secret: ShownSecret,
        _ meaning: String
    ) -> Clue {
        Clue(
            name: name, strength: strength, shares: shares, meaning: meaning, range: secret.range, isStatus: false,
            trust: 1)
    }
}
