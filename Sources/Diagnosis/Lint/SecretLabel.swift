import ConfluenceModel

/// What lists of passwords and hand-over mails write before a secret: “Password: …”, `API_TOKEN = …`.
enum SecretLabel {
    /// Whether a text says what the value behind it is, and is no name of anybody.
    static func isOne(_ text: some StringProtocol) -> Bool {
        let letters = text.lowercased().filter(\.isLetter)
        return words.contains(letters) || SecretName.soundsSecret(text)
    }

    /// Whether a word is one of those alone.
    static func isLabel(_ word: Substring) -> Bool {
        words.contains(word.lowercased()) || ["token", "password", "passwort", "secret"].contains(word)
    }

    /// The value behind a label, with a blank between or an equals sign; without either it may be anything.
    static func value(in text: String) -> String? {
        // A browser's cookies are pairs of a name and a value, too.
        guard !text.contains("JSESSIONID"),
            let (label, rest) = pair.whole(text, read: { (String($0.1), String($0.2)) }), isOne(label)
        else { return nil }
        let value = rest.trimmingEdges()
        return value.isEmpty ? nil : value
    }

    private static let pair = Pattern(/([^\s:=][^:=]{0,30}?)\s*(?:[:：]\s+|\s*=\s*)(\S.*)/)

    private static let words: Set<String> = [
        "pat", "pw", "pwd", "pass", "key", "apikey", "login", "kennwort", "passwort", "zugangstoken", "schlüssel",
        "motdepasse", "contraseña", "clave", "senha", "wachtwoord", "hasło", "heslo", "lösenord", "salasana", "parola",
        "пароль", "токен", "パスワード", "トークン", "密码", "密碼", "口令", "비밀번호",
    ]
}
