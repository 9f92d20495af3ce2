/// Tells of a value that stands where a secret is expected whether it may be one.
enum SecretValue {
    /// Whether a value reads like none of the words that a field may hold: it may be looked for everywhere.
    static func isUnmistakable(_ value: some StringProtocol) -> Bool {
        guard value.utf8.count >= 6, !value.contains(where: \.isWhitespace) else { return false }
        return value.utf8.count >= 20 || value.contains { $0.isNumber }
    }

    /// Whether what a client sent in a secret's place is no ordinary word: longer than most, or with a sign that no word has.
    static func isNoWord(_ value: some StringProtocol) -> Bool {
        guard value.utf8.count >= 6, !value.contains(where: \.isWhitespace) else { return false }
        return value.utf8.count >= 12 || value.contains { !$0.isLetter && !"-_.'".contains($0) }
    }

    /// Words that stand where secrets do and are none.
    private static let words: Set = [
        "nocheck", "no-check", "none", "null", "undefined", "true", "false", "missing", "expired", "invalid",
        "required",
        "revoked", "unknown", "string", "bearer", "basic",
    ]

    /// Whether a value could be a secret at all, and is none of the words that stand in its place.
    static func couldBeSecret(_ value: some StringProtocol) -> Bool {
        value.utf8.count >= 4 && !words.contains(value.lowercased()) && !SecretRedactor.isRedacted(String(value))
    }
}
