import ConfluenceModel

/// What a secret looks like that nobody told us about, wherever it stands.
struct SecretShapes: Sendable {
    let kind: String
    /// Texts in small letters of which one at least stands where the shape does.
    private let triggers: [String]
    private let replaceAll: @Sendable (String, () -> Void) -> String

    func replace(in text: String, counting: () -> Void) -> String { replaceAll(text, counting) }

    /// The shapes that may be in a text, found in one pass over it.
    static func triggered(by text: String) -> [SecretShapes] {
        let found = Set(index.matches(in: Array(text.utf8)).map(\.needle))
        guard !found.isEmpty else { return [] }
        return all.filter { !found.isDisjoint(with: $0.triggers.compactMap { numbers[$0] }) }
    }

    private static let numbers: [String: Int] = {
        let names = Set(all.flatMap(\.triggers)).sorted()
        return Dictionary(uniqueKeysWithValues: zip(names, 0...))
    }()

    private static let index: NeedleIndex = {
        var index = NeedleIndex(ignoringCase: true)
        for (name, _) in numbers.sorted(by: { $0.value < $1.value }) { index.insert(name) }
        return index
    }()

    private static let all: [SecretShapes] = [
        SecretShapes(kind: "token of Atlassian", triggers: ["atatt", "atctt", "atstt"]) { text, counting in
            text.replacing(/\bAT[ACS]TT[A-Za-z0-9_=\-]{16,}/.wordBoundaryKind(.simple)) { _ in
                counting()
                return mark("token of Atlassian")
            }
        },
        SecretShapes(kind: "signed token", triggers: ["eyj"]) { text, counting in
            text.replacing(
                /\beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*)?/.wordBoundaryKind(.simple)
            ) { _ in
                counting()
                return mark("signed token")
            }
        },
        SecretShapes(kind: "authorization", triggers: ["bearer", "basic"]) { text, counting in
            text.replacing(/(?i)\b(bearer|basic) +([A-Za-z0-9+\/=._~\-]{8,})/) { match in
                // “Basic Authentication has been disabled” is a sentence.
                guard match.output.2.contains(where: { $0.isNumber || $0 == "=" }) else {
                    return String(match.output.0)
                }
                counting()
                return "\(match.output.1) \(mark("authorization"))"
            }
        },
        SecretShapes(
            kind: "session",
            triggers: [
                "jsessionid=", "seraph.confluence=", "crowd.token_key=", "session.token=", "xsrf.token=", "atl_token=",
            ]
        ) { text, counting in
            text.replacing(
                /(?i)\b(JSESSIONID|seraph\.confluence|crowd\.token_key|cloud\.session\.token|tenant\.session\.token|atlassian\.xsrf\.token|atl_token)=([^;\s"'&<>‹]+)/
            ) { match in
                counting()
                return "\(match.output.1)=\(mark("session"))"
            }
        },
        SecretShapes(
            kind: "field of an answer", triggers: ["token", "secret", "password", "passwd", "api_key", "apikey"]
        ) { text, counting in
            guard hasNamedText(text) else { return text }
            return text.replacing(
                /(?i)("[a-z_.\-]*(?:token|secret|password|passwd|api_?key)[a-z_.\-]*"\s*:\s*)"((?:[^"\\]|\\.)+)"/
            ) { match in
                guard !match.output.2.hasPrefix("‹"), !SecretName.isHarmless(match.output.1) else {
                    return String(match.output.0)
                }
                counting()
                return "\(match.output.1)\"\(mark("field of an answer"))\""
            }
        },
        SecretShapes(kind: "form token", triggers: ["atl_token", "atl-token"]) { text, counting in
            text.replacing(/(?i)(["'](?:ajs-)?atl[_\-]token["'][^>]{0,80}?(?:value|content)=["'])([^"'‹]+)/) {
                match in
                counting()
                return "\(match.output.1)\(mark("form token"))"
            }
        },
        SecretShapes(kind: "user and password of an address", triggers: ["://"]) { text, counting in
            guard hasLogin(text) else { return text }
            return text.replacing(/:\/\/[^\s\/?#@:"'<>‹]+:[^\s\/?#@"'<>‹]+@/) { _ in
                counting()
                return "://\(mark("user and password of an address"))@"
            }
        },
        SecretShapes(kind: "private key", triggers: ["private key-----"]) { text, counting in
            text.replacing(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/) { _ in
                counting()
                return mark("private key")
            }
        },
        SecretShapes(
            kind: "token of another product",
            triggers: [
                "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "akia", "hf_", "npm_",
            ]
        ) { text, counting in
            text.replacing(
                /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abp]-|hf_|npm_)[A-Za-z0-9_\-]{12,}|\bAKIA[A-Z0-9]{12,}/
            ) { _ in
                counting()
                return mark("token of another product")
            }
        },
        SecretShapes(
            kind: "named secret",
            // A name with what may stand between it and its value; in prose the name is followed by other things.
            triggers: [
                "token", "secret", "password", "passwd", "passphrase", "apikey", "api_key", "api-key", "accesskey",
                "access_key", "access-key",
            ].flatMap { name in ["=", ":", "\"", "'", "\\", " =", " :", "  =", "  :", "\t"].map { name + $0 } }
        ) { text, counting in
            text.replacing(
                /(?i)((?:token|secret|password|passwd|passphrase|api[_\-]?key|access[_\-]?key)["'\\]{0,3}\s{0,3}(?:=>|[:=])\s{0,3}["'\\]{0,3})([^\s"'\\&,;<>(){}‹›]{6,})/
            ) { match in
                // “API token: expired” is a sentence.
                guard match.output.2.contains(where: { $0.isNumber || "-_+/".contains($0) }) else {
                    return String(match.output.0)
                }
                counting()
                return "\(match.output.1)\(mark("named secret"))"
            }
        },
        SecretShapes(
            kind: "named secret", triggers: ["token>", "secret>", "password>", "token\"", "secret\"", "password\""]
        ) {
            text, counting in
            text.replacing(/(?i)(<[a-z_.\-:]*(?:token|secret|password)>)([^<‹]{4,})</) { match in
                counting()
                return "\(match.output.1)\(mark("named secret"))<"
            }.replacing(
                // By scalars: by characters, CR and LF are one.
                /(?i)(name="[a-z_.\-]*(?:token|secret|password)"(?:\r?\n[^\r\n]+)*\r?\n\r?\n)([^\r\n‹]+)/
                    .matchingSemantics(.unicodeScalar)
            ) { match in
                counting()
                return "\(match.output.1)\(mark("named secret"))"
            }
        },
    ]

    /// Whether a quoted name is followed by a colon; the patterns themselves are slow.
    private static func hasNamedText(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "\"") {
            let next = bytes[(index + 1)...].first { $0 > 0x20 }
            if next == UInt8(ascii: ":") { return true }
        }
        return false
    }

    /// Whether an address has an @ in its authority.
    private static func hasLogin(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let mark = Array("://".utf8)
        var index = 0
        while index + mark.count < bytes.count {
            guard bytes[index] == mark[0], bytes[index + 1] == mark[1], bytes[index + 2] == mark[2] else {
                index += 1
                continue
            }
            index += mark.count
            while index < bytes.count, bytes[index] > 0x20, !"/?#\"'<>".utf8.contains(bytes[index]) {
                if bytes[index] == UInt8(ascii: "@") { return true }
                index += 1
            }
        }
        return false
    }

    private static func mark(_ kind: String) -> String { SecretRedactor.mark(kind) }
}
