import ConfluenceModel

/// Reads how a secret stands in a setting: with a blank at its end, with the user's name before it, or beside another secret.
///
/// What is shown of a secret is mostly its beginning, by which Cloud's tokens are known.
enum SecretFieldReader {
    static func clue(in text: FoldedText) -> Clue? {
        for token in tokens.hits(in: text.bytes) {
            if let clue = user(before: token.range, text) ?? blank(behind: token.range, text) { return clue }
        }
        return both(in: text)
    }

    private enum Field: Hashable, Sendable {
        case apiKey
        case token
    }

    private static let fields = PhraseIndex<Field>([
        (Phrase("\"api_key\": \""), .apiKey), (Phrase("'api_key': '"), .apiKey), (Phrase("\"token\": \""), .token),
        (Phrase("'token': '"), .token),
    ])
    private static let shortestSecret = 8
    private static let reachBetweenFields = 400

    /// An API key and a token side by side in one configuration, each with a value.
    private static func both(in text: FoldedText) -> Clue? {
        let filled = fields.hits(in: text.bytes).filter { hit in
            let value = text.bytes[hit.range.upperBound...].prefix(shortestSecret)
            return value.count == shortestSecret && !value.contains { "\"' ".utf8.contains($0) }
        }
        for key in filled where key.name == .apiKey {
            let near = filled.first {
                $0.name == .token && abs($0.range.lowerBound - key.range.lowerBound) < reachBetweenFields
            }
            guard let near else { continue }
            return Clue(
                name: "both-secrets", strength: .strong, shares: [.bothSecrets: 0.88, .wrongScheme: 0.12],
                meaning: "an API key and a token are configured, of which one hides the other",
                range: min(
                    key.range.lowerBound, near.range.lowerBound)..<min(key.range.upperBound, near.range.upperBound),
                isStatus: false, trust: 1)
        }
        return nil
    }

    /// How the tokens of Atlassian's Cloud begin.
    private static let tokens = PhraseIndex<Bool>([(Phrase("atatt3"), true)])
    private static let longest = 260

    /// `api_key: "somebody@host:ATATT3…"`, where the field is for the token alone.
    private static func user(before token: Range<Int>, _ text: FoldedText) -> Clue? {
        guard token.lowerBound > 0, text.bytes[token.lowerBound - 1] == UInt8(ascii: ":") else { return nil }
        var start = token.lowerBound - 1
        while start > 0, token.lowerBound - start < longest, text.bytes[start - 1] > 0x20,
            !"\"'=".utf8.contains(text.bytes[start - 1])
        {
            start -= 1
        }
        guard text.bytes[start..<token.lowerBound].contains(UInt8(ascii: "@")), isField(before: start, text) else {
            return nil
        }
        return Clue(
            name: "user-in-secret", strength: .strong, shares: [.userInSecret: 0.92, .encodedSecret: 0.08],
            meaning: "the secret's field holds the user's name, too", range: start..<token.upperBound,
            isStatus: false, trust: 1)
    }

    /// `"ATATT3… "`: the blank is sent as well.
    private static func blank(behind token: Range<Int>, _ text: FoldedText) -> Clue? {
        guard token.lowerBound > 0, "\"'".utf8.contains(text.bytes[token.lowerBound - 1]),
            isField(before: token.lowerBound - 1, text)
        else { return nil }
        var end = token.upperBound
        while end < text.bytes.count, end - token.upperBound < longest, text.bytes[end] > 0x20,
            text.bytes[end] != text.bytes[token.lowerBound - 1]
        {
            end += 1
        }
        guard end + 1 < text.bytes.count, text.bytes[end] == 0x20, text.lines[end] == text.lines[token.lowerBound],
            text.bytes[end + 1] == text.bytes[token.lowerBound - 1]
        else { return nil }
        return Clue(
            name: "stray-blank", strength: .strong, shares: [.whitespace: 0.94, .quoted: 0.06],
            meaning: "a blank or a line break stands inside the quotation marks behind the secret",
            range: token.lowerBound..<(end + 1), isStatus: false, trust: 1)
    }

    private static let names = [
        "api_key", "apikey", "api key", "api-key", "token", "password", "passwd", "secret", "pat", "_key", "_pw",
        "_pass",
    ]

    /// Whether the name of a secret's field stands before the value.
    private static func isField(before start: Int, _ text: FoldedText) -> Bool {
        var before = String(decoding: text.bytes[max(0, start - 40)..<start], as: UTF8.self)[...]
        var hasMark = false
        while let last = before.last, "\"' :=".contains(last) {
            if last == ":" || last == "=" { hasMark = true }
            before.removeLast()
        }
        return hasMark && names.contains(where: before.hasSuffix)
    }
}
