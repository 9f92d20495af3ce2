package import ConfluenceModel
import ConfluenceWire
import Foundation

/// What was pasted along with a secret, in its place, or only in part, as its text alone shows.
package enum SecretSlip: Sendable, Hashable {
    case quoted
    /// Other text stands around it.
    case surrounded(String)
    /// The name of an authentication scheme stands before it.
    case scheme(String)
    /// A user name and a colon stand before it.
    case user
    case encoded
    /// The user name and the secret each stand in the other's field.
    case swapped
    /// The same text stands there twice or more.
    case repeated
    /// It has the form of a token that lacks its beginning or its end.
    case truncated
    /// It has the form of another product's.
    case foreign(String)

    /// The slip in words, without anything of the text.
    package var words: String {
        switch self {
        case .quoted: "stands in quotation marks"
        case .surrounded(let what): "holds \(what) with other text around it"
        case .swapped: "holds the user name, and the user name's field holds a token"
        case .scheme(let name): "begins with the word “\(name)”, which the toolkit writes itself"
        case .user: "begins with a user name and a colon"
        case .encoded: "is base64, and has a readable secret in it"
        case .repeated: "holds the same text more than once, one behind the other"
        case .truncated: "has one end of a token and not the other"
        case .foreign(let product): "has the form of \(product)"
        }
    }

    /// A slip with what the text would be without it, where that can be said.
    package struct Found: Sendable, Hashable {
        package var slip: SecretSlip
        package var secret: Secret?
        /// The user name that stood beside the secret.
        package var user: String?
    }

    package static func find(in secret: Secret, user: String?) -> Found? {
        let text = secret.revealed(for: .lint).trimmingEdges()
        if let user = user?.trimmingEdges(), TokenWithin.isWhole(user), text.wholeMatch(of: /[^\s@:]+@[^\s@:]+/) != nil
        {
            return Found(slip: .swapped, secret: Secret(user), user: text)
        }
        if let within = TokenWithin(text), once(text) == nil { return within.slip(user: user) }
        if let inner = unquoted(text) { return Found(slip: .quoted, secret: Secret(inner)) }
        if let (name, rest) = splitScheme(text) {
            let pair = BasicCredentials(encoded: rest)
            let isPair =
                name.lowercased() == "basic" && pair.map { $0.user.isPrintable && $0.password.isPrintable } == true
            return Found(
                slip: .scheme(name), secret: Secret(isPair ? pair?.password ?? rest : rest),
                user: isPair ? pair?.user : nil)
        }
        if let (name, rest) = splitUser(text, configured: user) {
            return Found(slip: .user, secret: Secret(rest), user: name)
        }
        if let once = once(text) { return Found(slip: .repeated, secret: Secret(once)) }
        if let inner = decoded(text) {
            if let (name, rest) = splitUser(inner, configured: user) {
                return Found(slip: .encoded, secret: Secret(rest), user: name)
            }
            return Found(slip: .encoded, secret: Secret(inner))
        }
        if let product = foreignProduct(text) { return Found(slip: .foreign(product)) }
        return isTruncated(text) ? Found(slip: .truncated) : nil
    }

    // MARK: Forms

    private static let quotes: [(Character, Character)] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("”", "”"), ("„", "“"), ("‘", "’"), ("’", "’"), ("«", "»"),
    ]

    /// The text inside of a pair of quotation marks, or without typographic ones at either end.
    package static func unquoted(_ text: String) -> String? {
        guard text.count > 2, let first = text.first, let last = text.last else { return nil }
        let isPair = quotes.contains { $0 == first && $1 == last }
        let typographic: Set<Character> = ["“", "”", "„", "‘", "’", "«", "»"]
        guard isPair || typographic.contains(first) || typographic.contains(last) else { return nil }
        let all = typographic.union(["\"", "'", "`"])
        let inner = text.drop { all.contains($0) }.reversed().drop { all.contains($0) }.reversed()
        // French marks have blanks inside.
        let bare = String(inner).trimmingEdges()
        return bare.isEmpty ? nil : bare
    }

    static func hasScheme(_ secret: Secret) -> Bool {
        splitScheme(secret.revealed(for: .lint).trimmingEdges()) != nil
    }

    private static func splitScheme(_ text: String) -> (String, String)? {
        var rest = text[...]
        if let colon = text.range(of: "authorization:", options: [.caseInsensitive, .anchored]) {
            rest = text[colon.upperBound...].drop(while: \.isWhitespace)
        }
        for name in ["Bearer", "Basic", "Token"] {
            guard let found = rest.range(of: "\(name) ", options: [.caseInsensitive, .anchored]) else { continue }
            let value = String(rest[found.upperBound...]).trimmingEdges()
            if !value.isEmpty { return (name, value) }
        }
        return nil
    }

    /// An e-mail, or the configured user name, before a colon; where none is configured, any name.
    private static func splitUser(_ text: String, configured: String?) -> (String, String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = String(text[..<colon])
        let rest = String(text[text.index(after: colon)...])
        guard !rest.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
        let isEmail = name.split(separator: "@").count == 2 && name.contains(".")
        let configured = configured?.trimmingEdges() ?? ""
        let mayBeName =
            configured.isEmpty && name.wholeMatch(of: /[A-Za-z][\w.\-]+/) != nil && !rest.hasPrefix("/")
            && !SecretName.soundsSecret(name)
        return isEmail || name == configured || mayBeName ? (name, rest) : nil
    }

    /// The text that another one repeats, with or without a blank between; a short or dull one is chance.
    static func once(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.count > 1 {
            return words.allSatisfy { $0 == words[0] } && mayBeSecret(words[0]) ? String(words[0]) : nil
        }
        let letters = Array(text)
        for count in 2...3 where letters.count % count == 0 && !letters.isEmpty {
            let length = letters.count / count
            let part = letters[..<length]
            let isRepeated = stride(from: length, to: letters.count, by: length).allSatisfy {
                letters[$0..<($0 + length)].elementsEqual(part)
            }
            if isRepeated, mayBeSecret(part) { return String(part) }
        }
        return nil
    }

    private static func mayBeSecret(_ text: some Collection<Character>) -> Bool {
        text.count >= 8 && Set(text).count >= 5
    }

    /// What base64 holds, if that is a text which a person could have meant.
    private static func decoded(_ text: String) -> String? {
        guard text.utf8.count >= 12, text.utf8.count % 4 == 0, let data = Data(base64Encoded: text),
            let inner = String(data: data, encoding: .utf8)
        else { return nil }
        let secret = inner.trimmingEdges()
        return secret.utf8.count >= 6 && secret.isPrintable ? secret : nil
    }

    private static let products: [(prefix: String, title: String)] = [
        ("ATCTT", "an API key of an organisation (admin.atlassian.com) or an access token of Bitbucket"),
        ("ATBB", "an app password of Bitbucket"), ("ATOA", "an OAuth token of Bitbucket"),
        ("ghp_", "a token of GitHub"), ("gho_", "a token of GitHub"), ("github_pat_", "a token of GitHub"),
        ("glpat-", "a token of GitLab"), ("xoxb-", "a token of Slack"), ("xoxp-", "a token of Slack"),
        ("sk-", "an API key of a model provider"), ("AKIA", "an access key of AWS"), ("AIza", "an API key of Google"),
        ("hf_", "a token of Hugging Face"), ("npm_", "a token of npm"), ("lin_api_", "an API key of Linear"),
        ("eyJ", "a signed token (JWT), such as OAuth makes"), ("dapi", "a token of Databricks"),
    ]

    private static func foreignProduct(_ text: String) -> String? {
        guard text.utf8.count >= 16 else { return nil }
        return products.first { text.hasPrefix($0.prefix) }?.title
    }

    /// A Cloud token begins with its kind and ends in “=” and eight hexadecimal digits; a personal access token has 44 characters, which
    /// hold a number and a colon.
    private static func isTruncated(_ text: String) -> Bool {
        if text.hasPrefix("ATATT3") {
            let end = text.suffix(9)
            return !(end.count == 9 && end.first == "=" && end.dropFirst().allSatisfy(\.isHexDigit))
        }
        if text.wholeMatch(of: /[A-Za-z0-9_\-]{60,}=[0-9A-F]{8}/) != nil { return true }
        guard (20..<44).contains(text.utf8.count), let head = Data(base64Encoded: String(text.prefix(20))) else {
            return false
        }
        let digits = head.prefix { (48...57).contains($0) }
        return digits.count >= 9 && head.dropFirst(digits.count).first == UInt8(ascii: ":")
    }
}

extension String {
    /// Whether it consists of characters of ASCII that can be seen.
    fileprivate var isPrintable: Bool { !isEmpty && utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
