/// Tells by its name whether a field, a header or a parameter holds a secret.
package enum SecretName {
    private static let endings = [
        "token", "secret", "password", "passwd", "passphrase", "apikey", "authorization", "cookie", "connectionstring",
        "privatekey", "accesskey", "sessionid", "credential", "credentials", "jwt", "signature", "samlresponse",
        "clientassertion", "securitycode",
    ].map { Array($0.utf8) }

    /// Names that end so and whose values everybody sends.
    private static let harmless: Set = ["xatlassiantoken", "nextpagetoken", "pagetoken", "synctoken"]

    package static func isSecret(_ name: String) -> Bool {
        let letters = letters(of: name)
        // Every field of every answer is asked about; few names end so.
        guard endings.contains(where: { letters.count >= $0.count && letters.suffix($0.count).elementsEqual($0) })
        else {
            return false
        }
        return !harmless.contains(String(decoding: letters, as: UTF8.self))
    }

    static func isHarmless(_ name: some StringProtocol) -> Bool {
        harmless.contains(String(decoding: letters(of: name), as: UTF8.self))
    }

    /// The letters of a name, in small ones.
    private static func letters(of name: some StringProtocol) -> [UInt8] {
        name.utf8.compactMap { (97...122).contains($0 | 0x20) ? $0 | 0x20 : nil }
    }

    /// Whether a value reads like none of the words that a field may hold: it may be looked for everywhere.
    static func isUnmistakable(_ value: some StringProtocol) -> Bool {
        guard value.utf8.count >= 6, !value.contains(where: \.isWhitespace) else { return false }
        return value.utf8.count >= 20 || value.contains { $0.isNumber }
    }

    /// Words that stand where secrets do and are none.
    private static let words: Set = [
        "nocheck", "no-check", "none", "null", "undefined", "true", "false", "missing", "expired", "invalid",
        "required",
        "revoked", "unknown", "string", "bearer", "basic",
    ]

    /// Whether a value could be a secret at all, and is none of the words that stand in its place.
    package static func couldBeSecret(_ value: some StringProtocol) -> Bool {
        value.utf8.count >= 4 && !words.contains(value.lowercased()) && !SecretRedactor.isRedacted(String(value))
    }
}
