import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Finds what is most likely a password in a field that is shown, by the field being evidently wrong.
enum MisplacedSecret {
    /// A token, a password behind the name, or one that changed places with the name.
    static func inUserName(_ credential: CredentialConfiguration) -> [String] {
        guard let user = credential.username?.trimmingEdges(), !user.isEmpty else { return [] }
        if SecretShape(of: Secret(user)) != .password || looksChosen(user) { return [user] }
        let key = credential.apiKey?.revealed(for: .redaction).trimmingEdges() ?? ""
        if SecretSlip.isSwapped(key, user) || (isEmail(key) && !isEmail(user)) { return [user] }
        guard let mark = user.firstIndex(where: { $0 == ":" || $0.isWhitespace }) else { return [] }
        let behind = String(user[user.index(after: mark)...]).trimmingEdges()
        // A full name has blanks, too, and no digits.
        return user[mark] == ":" || behind.contains(where: \.isNumber) ? [behind] : []
    }

    /// The password before the host, those in parameters, what stands behind the address, and one in its place.
    static func inAddress(_ base: String) -> [String] {
        let text = base.trimmingEdges()
        if !text.contains(where: { ".:/".contains($0) }), looksChosen(text) { return [text] }
        var found: [String] = []
        for item in text.split(whereSeparator: { "?&#;".contains($0) }).dropFirst() {
            let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, SecretName.soundsSecret(parts[0]) else { continue }
            found += [parts[1], PercentEncoding.decode(parts[1])]
        }
        found += text.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init).filter {
            $0.contains(where: \.isNumber) && !$0.contains("://")
        }
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let authority = text[start...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return found }
        let parts = authority[..<at].split(separator: ":", maxSplits: 1)
        if parts.count == 2 { found += [String(parts[1]), PercentEncoding.decode(String(parts[1]))] }
        return found
    }

    /// Whether it looks as a person chooses a password, and as nobody's name or key: with digits and odd characters.
    static func looksChosen(_ text: String) -> Bool {
        text.count >= 8 && !text.contains(where: \.isWhitespace) && !text.contains("@")
            && text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
            && text.contains { "!#$%^&*=<>?|{}~;\"+".contains($0) }
            && !text.hasPrefix("~")
    }

    /// Whether a long word has letters of both cases and several digits, as passwords do and few names.
    static func isMixed(_ text: String) -> Bool {
        text.count >= 10 && !text.contains { $0.isWhitespace || "@:".contains($0) }
            && text.contains(where: \.isUppercase)
            && text.contains(where: \.isLowercase) && text.count(where: \.isNumber) > 1
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
    }
}

/// The spellings in which a text that was sent may come back, or be shown in part.
enum SecretSpellings {
    static func all(of secret: String) -> [String] {
        var spellings = [
            PercentEncoding.encode(secret, allowed: .queryItem), PercentEncoding.encode(secret, allowed: .pathSegment),
            inHTML(secret), secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""),
        ]
        // Of an address, what stands before its query is shown.
        let start = secret.prefix { $0 != "?" && $0 != "#" }
        if start.count < secret.count, isOdd(start) { spellings.append(String(start)) }
        let words = secret.split(whereSeparator: \.isWhitespace)
        guard words.count > 1 else { return spellings }
        // What is too long to be shown is cut between two words, and blanks in a row are shown as one.
        for count in (1...words.count) where count > 1 || isOdd(words[0]) {
            spellings.append(words.prefix(count).joined(separator: " "))
        }
        return spellings
    }

    private static func inHTML(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    /// Whether it is no ordinary word, which a report may hold anyway.
    private static func isOdd(_ word: Substring) -> Bool {
        word.contains { !$0.isLetter } || word.dropFirst().contains(where: \.isUppercase)
    }
}
