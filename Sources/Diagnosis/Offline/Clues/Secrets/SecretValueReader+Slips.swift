import ConfluenceModel

/// What was pasted along with a secret, or in its place.
extension SecretValueReader {
    func slip(_ secret: ShownSecret) -> Clue? {
        let value = secret.value
        let lower = value.lowercased()
        if case .header = secret.place, value.isEmpty { return nil }
        if case .user = secret.place {
            guard hasBlank(secret) else { return nil }
            return clue(
                "stray-blank", .stated, [.whitespace: 0.95, .quoted: 0.05], secret,
                "a blank stands inside the quotation marks behind the user's name")
        }
        if secret.isQuotedInside || isTypographic(secret), value.count >= Self.shortest,
            !value.contains(where: { "{}()+, ".contains($0) })
        {
            return clue(
                "quoted", .stated, [.quoted: 0.95, .whitespace: 0.05], secret,
                "quotation marks belong to the value that is sent")
        }
        if lower.hasPrefix("bearer ") || lower.hasPrefix("basic ") || isSchemeTwice(secret) {
            return clue(
                "scheme-in-secret", .stated, [.schemeInSecret: 0.95, .wrongScheme: 0.05], secret,
                "the scheme's name stands in the secret as well")
        }
        if beginsWithName(value) || isQuotedInFile(secret) {
            return clue(
                "quoted", .stated, [.quoted: 0.95, .whitespace: 0.05], secret,
                "a setting's name, or quotation marks that its file keeps, belong to the value that is sent")
        }
        if mail(value) != nil || isMail(secret) || beginsWithUser(secret) || isNamedToken(value) {
            return clue(
                "user-in-secret", .stated, [.userInSecret: 0.93, .encodedSecret: 0.07], secret,
                "the secret's field holds the user's name, too")
        }
        if isTwice(value) {
            return clue(
                "pasted-twice", .stated, [.repeatedSecret: 0.95, .truncated: 0.05], secret,
                "the same value stands there twice in a row")
        }
        if hasBlank(secret) {
            return clue(
                "stray-blank", .stated, [.whitespace: 0.95, .quoted: 0.05], secret,
                "a blank or a line break belongs to the value that is sent")
        }
        return nil
    }

    private static let shortest = 6

    /// Typographic marks are part of a value where a program reads it, and none in people's sentences.
    private func isTypographic(_ secret: ShownSecret) -> Bool {
        guard secret.mark == .typographic, case .field(let name) = secret.place else { return false }
        return name.contains("_") || name.contains("-")
    }

    private func isSchemeTwice(_ secret: ShownSecret) -> Bool {
        guard case .header = secret.place else { return false }
        return ["bearer", "basic"].contains(secret.value.lowercased())
    }

    /// `CONFLUENCE_TOKEN=…`: a line of a file of settings.
    private func beginsWithName(_ value: String) -> Bool {
        let name = value.prefix { $0.isASCII && ($0.isUppercase || $0 == "_") }
        return name.count > 3 && name.contains("_") && value.dropFirst(name.count).first == "="
            && value.count > name.count + Self.shortest
    }

    /// Files of properties, unlike shells and YAML, take quotation marks for a part of the value.
    private func isQuotedInFile(_ secret: ShownSecret) -> Bool {
        guard case .field(let name) = secret.place, name.contains("."), secret.value.count > Self.shortest,
            text.holds(".properties")
        else { return false }
        if case .plain = secret.mark { return true }
        return false
    }

    /// The user's e-mail in the secret's place.
    private func isMail(_ secret: ShownSecret) -> Bool {
        guard isField(secret), let at = secret.value.firstIndex(of: "@"), at > secret.value.startIndex else {
            return false
        }
        return secret.value[at...].contains(".")
            && secret.value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "@._-+".contains($0)) }
            && secret.value.count(where: { $0 == "@" }) == 1
    }

    /// A name, a colon, and a token of Data Center.
    private func isNamedToken(_ value: String) -> Bool {
        guard let colon = value.firstIndex(of: ":"), value.distance(from: value.startIndex, to: colon) > 1 else {
            return false
        }
        return DecodedSecret.isPersonalAccessToken(String(value[value.index(after: colon)...]))
    }

    /// Whether the field begins with what stands in the field of the user's name.
    private func beginsWithUser(_ secret: ShownSecret) -> Bool {
        guard case .field = secret.place else { return false }
        return secrets.contains { user in
            user.place == .user && user.value.count > 2 && secret.value.hasPrefix(user.value + ":")
                && secret.value.count > user.value.count + Self.shortest
        }
    }

    /// `name@host:…`: the part before the colon.
    private func mail(_ value: String) -> Substring? {
        guard let at = value.firstIndex(of: "@"), let colon = value[at...].firstIndex(of: ":"),
            value.distance(from: colon, to: value.endIndex) > Self.shortest,
            at > value.startIndex, !value[..<colon].contains(where: { "/ {}()$\"'".contains($0) }),
            value[at..<colon].contains(".")
        else { return nil }
        return value[..<colon]
    }

    private func isTwice(_ value: String) -> Bool {
        let half = value.count / 2
        if value.count >= 16, value.count.isMultiple(of: 2), value.prefix(half) == value.suffix(half) {
            return Set(value.prefix(half)).count > 3
        }
        return value.ranges(of: "ATATT3").count > 1
    }

    private func hasBlank(_ secret: ShownSecret) -> Bool {
        let value = secret.value
        let inner = value.trimmingPrefix { $0 == " " || $0 == "\u{A0}" }
        let core = inner.reversed().drop { " \u{A0}\u{200B}\u{FEFF}".contains($0) }
        let ends = ["\\n", "\\r", "%0a", "%0d", "%0A", "%0D", "^M", "\\u200b", "\\xa0", "\\ufeff", "\\t", "%20"]
        if value.count > Self.shortest, ends.contains(where: value.hasSuffix), !secret.isCode,
            !value.contains(where: { "{}()".contains($0) }), !value.contains("%s")
        {
            return true
        }
        guard secret.mark != nil, core.count >= Self.shortest, core.count < value.count else { return false }
        return !core.contains(where: \.isWhitespace)
    }
}
