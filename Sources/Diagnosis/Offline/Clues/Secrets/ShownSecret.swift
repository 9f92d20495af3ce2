import ConfluenceModel

/// A secret as a text shows it: what stands in a header, in a setting's field, or behind a user's name.
struct ShownSecret: Sendable {
    enum Place: Sendable, Hashable {
        /// Behind the scheme's name in a header `Authorization`.
        case header(Authentication.Scheme)
        /// In a setting, with its name in small letters.
        case field(String)
        /// Behind a user's name and a colon, as curl is given it.
        case login(user: String)
        /// No secret, but the name beside it.
        case user
    }

    /// The marks that stand around a value, or inside of it.
    enum Mark: Sendable, Hashable {
        case plain(UInt8)
        case typographic
        case escaped
        /// Of code that fills values into a text.
        case template
    }

    var place: Place
    /// As it was pasted, without the marks around it.
    var value: String
    var mark: Mark?
    /// Whether further quotation marks begin right inside.
    var isQuotedInside = false
    /// Whether it stands in code that fills it in later.
    var isCode = false
    /// Where it stands in the folded text.
    var range: Range<Int>

    /// Whether a part of it is left out, as people do before they show it.
    var isCut: Bool {
        ["...", "…", "**", "••", "xxx", "XXX", "<", "[", "██"].contains { value.contains($0) }
    }
}

/// Finds the secrets that a text shows. Names are looked for in the folded text, values read as they were pasted.
struct ShownSecretReader {
    let text: FoldedText
    let paste: Paste

    private static let most = 24
    private static let longest = 400

    private enum Lead: Hashable, Sendable {
        case header
        case field
        case login
        case user
    }

    private static let leads = PhraseIndex<Lead>(
        [(Phrase("authorization"), .header)]
            + [
                "token", "password", "passwd", "apikey", "api key", "api_key", "api-key", "apitoken", "accesstoken",
                "authtoken", "secret", "passwort", "kennwort", "_pat", "-pat", "pat:", "pat=", "pat =", "_pass=",
                "_pass:", "_pw=", "_pw:",
            ].map { (Phrase($0), .field) }
            + [" -u ", "--user ", "login "].map { (Phrase($0), .login) }
            + ["username", "user name", "user=", "user:", "user =", "login:", "email", "e-mail"].map {
                (Phrase($0), .user)
            }, wholeWords: true)

    func secrets() -> [ShownSecret] {
        var found: [ShownSecret] = []
        for hit in Self.leads.hits(in: text.bytes) where found.count < Self.most {
            let line = Int(text.lines[hit.range.lowerBound])
            guard paste.lines.indices.contains(line) else { continue }
            let bytes = paste.lines[line].bytes
            let last = hit.range.upperBound - 1
            // Behind the last byte of the name; what stands for it may be longer than one byte.
            let start = Int(text.offsets[last]) + 1
            guard start <= bytes.count else { continue }
            let secret: ShownSecret? =
                switch hit.name {
                case .header: header(bytes, start, hit.range)
                case .field: field(bytes, start, hit.range)
                case .login: login(bytes, start, hit.range)
                case .user: user(bytes, start, hit.range)
                }
            if let secret { found.append(secret) }
        }
        return found
    }

    // MARK: Headers

    private func header(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> ShownSecret? {
        let before = String(
            decoding: bytes[max(0, start - range.count - 6)..<max(0, start - range.count)], as: UTF8.self)
        guard before.lowercased() != "proxy-" else { return nil }
        var index = start
        var mark: ShownSecret.Mark?
        var isFilled = false
        while index < min(bytes.count, start + 16) {
            if let (found, length) = Self.mark(bytes, index) {
                mark = found
                isFilled = index > 0 && "fF$".utf8.contains(bytes[index - 1])
                index += length
            } else if " :=>,[(\t".utf8.contains(bytes[index]) {
                index += 1
            } else {
                break
            }
        }
        guard index > start, let scheme = Self.scheme(bytes, index) else { return nil }
        // The whole header stands in quotation marks, as behind curl's -H.
        if mark == nil, let (found, length) = Self.mark(bytes, start - range.count - 1), length == 1 {
            mark = found
            let opening = start - range.count - 1
            isFilled = opening > 0 && "fF$".utf8.contains(bytes[opening - 1])
        }
        index += scheme == .bearer ? 6 : 5
        var secret = ShownSecret(place: .header(scheme), value: "", mark: mark, range: range)
        secret.isCode = isFilled || mark == .template
        guard index < bytes.count else { return secret }
        guard bytes[index] == 0x20 else {
            return Self.isEnd(bytes, index) ? secret : nil
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        if let (found, length) = Self.mark(bytes, index) {
            if found == mark { return Self.isEnd(bytes, index + length) ? secret : nil }
            secret.isQuotedInside = true
            index += length
        }
        guard !Self.isEnd(bytes, index) else { return secret.isQuotedInside ? nil : secret }
        secret.value = Self.value(bytes, index, until: nil)
        return secret
    }

    private static func scheme(_ bytes: [UInt8], _ index: Int) -> Authentication.Scheme? {
        let word = String(decoding: bytes[index...].prefix(6), as: UTF8.self).lowercased()
        return word == "bearer" ? .bearer : word.hasPrefix("basic") ? .basic : nil
    }

    /// Whether nothing follows but what closes a text.
    private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[min(index, bytes.count)...].allSatisfy { " \"')]},;\\\r\t".utf8.contains($0) }
    }

    // MARK: Fields

    private static func isOfName(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || "_-".utf8.contains(byte)
    }

    private func field(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> ShownSecret? {
        var end = start
        // Some leads end in the sign behind the name.
        if end > 0, ":=".utf8.contains(bytes[end - 1]) { end -= 1 }
        while end < bytes.count, Self.isOfName(bytes[end]) { end += 1 }
        var begin = min(start, end)
        while begin > 0, Self.isOfName(bytes[begin - 1]) || bytes[begin - 1] == UInt8(ascii: ".") { begin -= 1 }
        let name = String(decoding: bytes[begin..<end], as: UTF8.self).lowercased()
        var index = end
        while index < bytes.count, "\"'])\\ ".utf8.contains(bytes[index]) { index += 1 }
        guard index < bytes.count, index - end < 8, ":=|".utf8.contains(bytes[index]) else { return nil }
        index += 1
        while index < bytes.count, "=> \t".utf8.contains(bytes[index]) { index += 1 }
        var secret = ShownSecret(place: .field(name), value: "", mark: nil, range: range)
        guard index < bytes.count else { return secret }
        var close: ShownSecret.Mark?
        if let (found, length) = Self.mark(bytes, index) {
            secret.mark = found
            close = found
            index += length
            if found == .template { secret.isCode = true }
            if let (inner, length) = Self.mark(bytes, index) {
                // Two marks in a row close an empty value, unless something follows.
                if inner == found, index + length >= bytes.count || !Self.isOfName(bytes[index + length]) {
                    return secret
                }
                secret.isQuotedInside = true
                index += length
                close = inner
            }
        } else if index > 1, bytes[index - 1] != 0x20, Self.isTemplate(before: index, bytes) {
            secret.isCode = true
        }
        secret.value = Self.value(bytes, index, until: close)
        return secret
    }

    /// `f"` and `$"` before a value.
    private static func isTemplate(before index: Int, _ bytes: [UInt8]) -> Bool {
        "fF$".utf8.contains(bytes[index]) && index + 1 < bytes.count && "\"'".utf8.contains(bytes[index + 1])
    }

    // MARK: A user and a secret

    private func login(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> ShownSecret? {
        var index = start
        var close: ShownSecret.Mark?
        if let (found, length) = Self.mark(bytes, index) {
            close = found
            index += length
        }
        let whole = Self.value(bytes, index, until: close)
        if let secret = Self.machine(bytes, behind: index + whole.utf8.count) {
            return ShownSecret(place: .login(user: whole), value: secret, mark: nil, range: range)
        }
        guard let colon = whole.firstIndex(of: ":"), !whole.contains("://") else { return nil }
        let secret = String(whole[whole.index(after: colon)...])
        return ShownSecret(
            place: .login(user: String(whole[..<colon])), value: secret, mark: close,
            isCode: secret.hasPrefix("$"), range: range)
    }

    /// `machine … login NAME password SECRET`, as a file of logins has it.
    private static func machine(_ bytes: [UInt8], behind end: Int) -> String? {
        let next = Array(" password ".utf8)
        guard end < bytes.count, bytes[end...].starts(with: next) else { return nil }
        return value(bytes, end + next.count, until: nil)
    }

    /// A user's name in a field of its own, as it stands there; not what code fills in.
    private func user(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> ShownSecret? {
        guard var name = field(bytes, start, range), !name.isCode, !name.value.isEmpty,
            name.mark != nil || !bytes[..<min(start, bytes.count)].contains(UInt8(ascii: "("))
        else { return nil }
        name.place = .user
        return name
    }

    // MARK: Values

    private static func mark(_ bytes: [UInt8], _ index: Int) -> (ShownSecret.Mark, Int)? {
        guard index >= 0, index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return (.plain(bytes[index]), 1)
        case UInt8(ascii: "`"): return (.template, 1)
        case UInt8(ascii: "\\") where index + 1 < bytes.count && "\"'".utf8.contains(bytes[index + 1]):
            return (.escaped, 2)
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x98...0x9F).contains(bytes[index + 2]):
            return (.typographic, 3)
        default: return nil
        }
    }

    /// What stands from there to the mark that closes it, or to what no secret holds.
    private static func value(_ bytes: [UInt8], _ start: Int, until close: ShownSecret.Mark?) -> String {
        let end = min(bytes.count, start + longest)
        var index = start
        let isPlaceholder =
            start + 1 < end && ["{{", "${", "<%"].contains(String(decoding: bytes[start..<(start + 2)], as: UTF8.self))
        while index < end {
            if let (found, _) = mark(bytes, index), close == nil || found == close || found == .escaped { break }
            if close == nil, !isPlaceholder || bytes[index] == UInt8(ascii: "}") {
                if isPlaceholder {
                    index += 1
                    if index < end, bytes[index] == UInt8(ascii: "}") { index += 1 }
                    break
                }
                let byte = bytes[index]
                let isSchemesBlank =
                    byte == 0x20 && scheme(bytes, start) != nil && index - start < 7 && index + 1 < end
                if byte <= 0x20 || ",;)]}".utf8.contains(byte), !isSchemesBlank { break }
            }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
