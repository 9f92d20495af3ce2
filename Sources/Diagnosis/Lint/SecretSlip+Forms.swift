import ConfluenceModel
import ConfluenceWire
import Foundation

// MARK: - The forms of slips

extension SecretSlip {
    private static let quotes: [(Character, Character)] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("”", "”"), ("„", "“"), ("‘", "’"), ("’", "’"), ("«", "»"),
    ]

    static let ellipses = ["…", "..."]
    private static let email = Pattern(/[^\s@:]+@[^\s@:]+/)
    private static let plainName = Pattern(/[A-Za-z][A-Za-z0-9._\-]+/)
    private static let nameInParts = Pattern(/[a-z]+(?:[._\-][a-z]+)+/)
    private static let anyName = Pattern(/[A-Za-z][\w.\-]+/)
    private static let option = Pattern(/(curl\s(?:.*\s)?)?(?:-u|--user)[\s=]*(["']?)([^\s:"']+):(.+)/)
    private static let header = Pattern(/(?:curl\s(?:.*\s)?)?(?:-H|--header)[\s=]*(["'])(.+)\1/)
    private static let nextWord = Pattern(/\s(-|https?:)/)
    private static let addressWithLogin = Pattern(/(?i)https?:\/\/([^\s:\/@]+):(\S+)@[a-z0-9.\-]+(:\d+)?([\/?#][^@]*)?/)
    private static let base64 = Pattern(/[A-Za-z0-9+\/]+/)
    private static let endOfToken = Pattern(/[A-Za-z0-9_\-]{60,}=[0-9A-F]{8}/)

    private static let element = Pattern(/<([A-Za-z][\w.\-]*)>([^<>]*\S[^<>]*)<\/\1>/)

    /// The text inside of one pair of brackets, in which none is again, or of one element of XML.
    static func unbracketed(_ text: String) -> String? {
        if let inner = element.whole(text, read: { String($0.2).trimmingEdges() }) { return inner }
        guard text.count > 4, let close = brackets[text.prefix(1)], text.hasSuffix(close) else { return nil }
        let inner = text.dropFirst().dropLast()
        let marks = text.prefix(1) + close
        guard !inner.contains(where: marks.contains) else { return nil }
        let bare = String(inner).trimmingEdges()
        return bare.isEmpty ? nil : bare
    }

    private static let brackets: [Substring: String] = ["[": "]", "<": ">", "(": ")", "{": "}", "【": "】", "「": "」"]

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

    /// The text that another one stands for where each of its marks is such a one, and what writes them so.
    ///
    /// Letters, digits and the other characters that addresses take as they are, are written otherwise by nobody; the
    /// cookies of a browser are meant as they stand.
    static func unescaped(_ text: String) -> (String, by: Escape)? {
        if isEscaped(text, "%", by: escape), case let decoded = PercentEncoding.decode(text), decoded.isPrintable,
            plainEscape.first(in: text) == nil, !text.contains("JSESSIONID=")
        {
            return (decoded, TokenWithin.isWhole(decoded) ? .addressOfToken : .address)
        }
        guard isEscaped(text, "&", by: entity) else { return nil }
        let decoded = entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
        return decoded == text ? nil : (decoded, .html)
    }

    /// Whether a mark stands in a text, and always at the beginning of what it begins.
    private static func isEscaped(_ text: String, _ mark: Character, by pattern: borrowing Pattern<Substring>) -> Bool {
        let count = text.count { $0 == mark }
        return count > 0 && pattern.all(in: text).count == count
    }

    private static let escape = Pattern(/%[0-9A-Fa-f]{2}/)
    private static let plainEscape = Pattern(/%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|2[DEde]|5[Ff]|7[Ee])/)
    private static let entity = Pattern(/&(?:lt|gt|quot|apos|#39|#x27|#34|amp);/)
    private static let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#x27;", "'"),
        ("&#34;", "\""),
        ("&amp;", "&"),
    ]

    static func hasScheme(_ secret: Secret) -> Bool {
        splitScheme(secret.revealed(for: .lint).trimmingEdges()) != nil
    }

    static func splitScheme(_ text: String) -> (String, String)? {
        let option = text.contains("-H") || text.contains("--header") ? header.whole(text) { String($0.2) } : nil
        let text = option ?? text
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

    /// What stands behind the name of a scheme; behind “Basic”, base64 of a pair is taken apart.
    static func afterScheme(_ name: String, _ rest: String) -> Found {
        let pair = BasicCredentials(encoded: rest)
        let isPair = name.lowercased() == "basic" && pair.map { $0.user.isPrintable && $0.password.isPrintable } == true
        return Found(
            slip: .scheme(name), secret: Secret(isPair ? pair?.password ?? rest : rest), user: isPair ? pair?.user : nil
        )
    }

    /// Whether the name stands in the secret's field and the secret in the name's: by a token's form, or since the one
    /// looks as passwords are chosen and the other does not.
    static func isSwapped(_ text: String, _ user: String) -> Bool {
        let isEmail = email.isWhole(text)
        if TokenWithin.isWhole(user) { return isEmail }
        if MisplacedSecret.isMixed(user), nameInParts.isWhole(text) { return true }
        let isName = isEmail || plainName.isWhole(text)
        return isName && MisplacedSecret.looksChosen(user) && !MisplacedSecret.looksChosen(text)
            && SecretShape(of: Secret(text)) == .password
    }

    /// The login in a command's option, `-u name:secret`.
    static func splitOption(_ text: String) -> (String, String)? {
        let read = option.whole(text) { ($0.1 != nil, $0.2.first, String($0.3), String($0.4)) }
        guard let (hasCommand, quote, name, rest) = read else { return nil }
        if let quote { return (name, String(rest.prefix { $0 != quote })) }
        // In a whole command other options or the address follow.
        let isCommand = hasCommand || nextWord.first(in: rest) != nil
        return (name, isCommand ? String(rest.prefix { !$0.isWhitespace }) : rest)
    }

    /// An e-mail, or the address of a page, where the secret belongs: nobody's token has that form, and hardly a password.
    static func misplaced(_ text: String) -> String? {
        if wholeEmail.isWhole(text) { return "an e-mail" }
        return wholeAddress.isWhole(text) ? "an address" : nil
    }

    private static let wholeEmail = Pattern(/[A-Za-z0-9][\w.+\-']*@[A-Za-z0-9][A-Za-z0-9.\-]*\.[A-Za-z]{2,}/)
    private static let wholeAddress = Pattern(/(?i)https?:\/\/[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?::\d+)?(?:[\/?#]\S*)?/)

    /// The login before the host of an address.
    static func loginOfAddress(_ text: String) -> BasicCredentials? {
        // A password as it was chosen may hold what ends an address, so that all before the last “@” is looked at.
        let read = addressWithLogin.whole(text) { BasicCredentials(user: String($0.1), password: String($0.2)) }
        guard let asWritten = read else { return nil }
        let isOdd = asWritten.password.contains { "/?#".contains($0) }
        return isOdd ? asWritten : BasicCredentials(inAddress: text) ?? asWritten
    }

    /// An e-mail, or the configured user name, before a colon; where none is configured, any name.
    ///
    /// The cells of a spreadsheet and the fields of a list are parted otherwise.
    static func splitUser(_ text: String, configured: String?) -> (String, String)? {
        if let (name, rest) = splitCells(text), name == configured?.trimmingEdges() || email.isWhole(name) {
            return (name, rest)
        }
        if let login = configured?.trimmingEdges(), !login.isEmpty, let rest = behindName(login, text) {
            return (login, rest)
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = withoutMark(String(text[..<colon]))
        let rest = String(text[text.index(after: colon)...])
        guard !rest.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
        let isEmail = name.split(separator: "@").count == 2 && name.contains(".")
        let configured = configured?.trimmingEdges() ?? ""
        let mayBeName =
            configured.isEmpty && anyName.isWhole(name) && !rest.hasPrefix("/")
            && !SecretName.soundsSecret(name)
        return isEmail || name == configured || mayBeName ? (name, rest) : nil
    }

    /// What stands behind the configured user name where a list, two lines or a row of a table hold both, each perhaps labelled.
    private static func behindName(_ login: String, _ text: String) -> String? {
        let parts = text.split { $0.isNewline || "|;,".contains($0) }.map { String($0).trimmingEdges() }
            .filter { !$0.isEmpty }
        if parts.count == 2, parts[0] == login || isLabelled(parts[0], login) {
            let rest = SecretLabel.value(in: parts[1]) ?? parts[1]
            return rest.contains(where: \.isWhitespace) ? nil : rest
        }
        // “name / password”, and two labels in one line.
        for mark in [" / ", "/"] where text.hasPrefix(login + mark) {
            return String(text.dropFirst(login.count + mark.count)).trimmingEdges()
        }
        guard let place = text.firstRange(of: login), isLabelled(String(text[..<place.upperBound]), login) else {
            return nil
        }
        let rest = String(text[place.upperBound...])
        guard rest.first?.isWhitespace == true else { return nil }
        return SecretLabel.value(in: rest.trimmingEdges())
    }

    private static func isLabelled(_ text: String, _ login: String) -> Bool {
        guard text.hasSuffix(login), text != login else { return false }
        let label = text.dropLast(login.count).trimmingCharacters(in: CharacterSet(charactersIn: " :="))
        return !label.isEmpty && label.count <= 30 && label.allSatisfy { $0.isLetter || " _-".contains($0) }
    }

    /// Two cells or fields of a list, neither of which holds a blank.
    private static func splitCells(_ text: String) -> (String, String)? {
        guard let mark = text.firstIndex(where: { "\t;|,".contains($0) }) else { return nil }
        let (name, rest) = (text[..<mark], text[text.index(after: mark)...])
        guard !name.isEmpty, !rest.isEmpty, !(name + rest).contains(where: \.isWhitespace) else { return nil }
        return (String(name), String(rest))
    }

    /// The name without the mark by which some products take a token in a password's place: `name/token:TOKEN`.
    static func withoutMark(_ name: String) -> String {
        name.hasSuffix("/token") ? String(name.dropLast("/token".count)) : name
    }

    /// The text that another one repeats, with or without a blank or a comma between; a short or dull one is chance.
    static func once(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace || ",;".contains($0) }
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

    static func mayBeSecret(_ text: some Collection<Character>) -> Bool {
        text.count >= 8 && Set(text).count >= 5
    }

    /// What base64 holds, if that is a text which a person could have meant: in lines of one length, and also as it is
    /// written in addresses.
    static func decoded(_ text: String) -> String? {
        let lines = text.split(whereSeparator: \.isWhitespace)
        guard lines.count == 1 || lines.dropLast().allSatisfy({ $0.count == lines[0].count && $0.count >= 32 }) else {
            return nil
        }
        let bare = lines.joined().replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
        guard bare.utf8.count >= 12, let data = Data(base64Encoded: bare + padding),
            let inner = String(data: data, encoding: .utf8)
        else { return nil }
        let secret = inner.trimmingEdges()
        return secret.utf8.count >= 6 && secret.isPrintable ? secret : nil
    }

    /// Without its first letters, all that is left of a personal access token's form are the alphabet and nearly the length.
    private static func hasLostItsHead(_ text: String) -> Bool {
        guard (41...43).contains(text.utf8.count), base64.isWhole(text) else { return false }
        let kinds: [(Character) -> Bool] = [\.isUppercase, \.isLowercase, \.isNumber]
        return kinds.allSatisfy { text.filter($0).count > 1 }
    }

    /// A Cloud token begins with its kind and ends in “=” and eight hexadecimal digits; a personal access token has 44 characters, which
    /// hold a number and a colon.
    static func isTruncated(_ text: String) -> Bool {
        // What a list shows of a text that is too long for it.
        if ellipses.contains(where: text.hasSuffix), text.count > 12, !text.contains(where: \.isWhitespace) {
            return true
        }
        if text.hasPrefix("ATATT3") {
            let end = text.suffix(9)
            return !(end.count == 9 && end.first == "=" && end.dropFirst().allSatisfy(\.isHexDigit))
        }
        if endOfToken.isWhole(text) { return true }
        if hasLostItsHead(text) { return true }
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
