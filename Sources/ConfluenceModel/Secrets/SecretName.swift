/// Tells by its name whether a field, a header or a parameter holds a secret.
package enum SecretName {
    private static let endings = [
        "token", "secret", "password", "passwd", "passphrase", "apikey", "authorization", "cookie", "connectionstring",
        "privatekey", "accesskey", "sessionid", "credential", "credentials", "jwt", "signature", "samlresponse",
        "clientassertion", "securitycode",
    ].map { Array($0.utf8) }

    /// What stands somewhere in the names of headers and parameters that carry secrets.
    private static let words = ByteSearch(
        [
            "token", "secret", "password", "passwd", "passphrase", "pwd", "apikey", "accesskey", "privatekey", "jwt",
            "signature", "session", "csrf", "xsrf",
        ].map { Array($0.utf8) })

    /// Whole names of parameters: of OAuth's codes, and of forms.
    private static let parameters: Set = ["code", "pass"]

    /// Names that sound secret and whose values everybody sends.
    private static let harmless: Set = [
        "xatlassiantoken", "nextpagetoken", "pagetoken", "synctoken", "accesscontrolallowcredentials",
    ]

    /// Whether a field of that name holds a secret, as its last words say: `api_key`, `accessToken`.
    package static func isSecret(_ name: some StringProtocol) -> Bool {
        let letters = letters(of: name)
        // Every field of every answer is asked about; few names end so.
        return hasSecretEnding(letters) && !isHarmless(letters)
    }

    /// Whether a header or a parameter of that name may carry a secret, wherever in the name that is said.
    package static func soundsSecret(_ name: some StringProtocol) -> Bool {
        let letters = letters(of: name)
        let word = String(decoding: letters, as: UTF8.self)
        return (words.isIn(word) || parameters.contains(word) || hasSecretEnding(letters)) && !harmless.contains(word)
    }

    private static func hasSecretEnding(_ letters: [UInt8]) -> Bool {
        endings.contains { letters.count >= $0.count && letters.suffix($0.count).elementsEqual($0) }
    }

    package static func isHarmless(_ name: some StringProtocol) -> Bool { isHarmless(letters(of: name)) }

    private static func isHarmless(_ letters: [UInt8]) -> Bool {
        harmless.contains(String(decoding: letters, as: UTF8.self))
    }

    /// The letters of a name, in small ones.
    private static func letters(of name: some StringProtocol) -> [UInt8] {
        name.utf8.compactMap { (97...122).contains($0 | 0x20) ? $0 | 0x20 : nil }
    }
}
