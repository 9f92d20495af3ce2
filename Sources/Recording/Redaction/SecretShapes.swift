/// What a secret looks like that nobody told us about, wherever it stands.
struct SecretShapes: Sendable {
    let kind: String
    private let replaceAll: @Sendable (String, () -> Void) -> String

    func replace(in text: String, counting: () -> Void) -> String { replaceAll(text, counting) }

    static let all: [SecretShapes] = [
        SecretShapes(kind: "token of Atlassian") { text, counting in
            guard text.contains("TT") else { return text }
            return text.replacing(/\bAT[ACS]TT[A-Za-z0-9_=\-]{16,}/) { _ in
                counting()
                return mark("token of Atlassian")
            }
        },
        SecretShapes(kind: "signed token") { text, counting in
            guard text.contains("eyJ") else { return text }
            return text.replacing(/\beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*)?/) { _ in
                counting()
                return mark("signed token")
            }
        },
        SecretShapes(kind: "authorization") { text, counting in
            text.replacing(/(?i)\b(bearer|basic) +([A-Za-z0-9+\/=._~\-]{8,})/) { match in
                // “Basic Authentication has been disabled” is a sentence.
                guard match.output.2.contains(where: { $0.isNumber || $0 == "=" }) else {
                    return String(match.output.0)
                }
                counting()
                return "\(match.output.1) \(mark("authorization"))"
            }
        },
        SecretShapes(kind: "session") { text, counting in
            text.replacing(
                /(?i)\b(JSESSIONID|seraph\.confluence|crowd\.token_key|cloud\.session\.token|tenant\.session\.token|atlassian\.xsrf\.token|atl_token)=([^;\s"'&<>‹]+)/
            ) { match in
                counting()
                return "\(match.output.1)=\(mark("session"))"
            }
        },
        SecretShapes(kind: "field of an answer") { text, counting in
            guard text.contains("\":") || text.contains("\" :") else { return text }
            return text.replacing(
                /(?i)("[a-z_.\-]*(?:token|secret|password|passwd|api_?key)[a-z_.\-]*"\s*:\s*)"((?:[^"\\]|\\.)+)"/
            ) { match in
                guard !match.output.2.hasPrefix("‹") else { return String(match.output.0) }
                counting()
                return "\(match.output.1)\"\(mark("field of an answer"))\""
            }
        },
        SecretShapes(kind: "form token") { text, counting in
            guard text.contains("atl_token") || text.contains("atl-token") else { return text }
            return text.replacing(/(?i)(["'](?:ajs-)?atl[_\-]token["'][^>]{0,80}?(?:value|content)=["'])([^"'‹]+)/) {
                match in
                counting()
                return "\(match.output.1)\(mark("form token"))"
            }
        },
        SecretShapes(kind: "user and password of an address") { text, counting in
            guard text.contains("://"), text.contains("@") else { return text }
            return text.replacing(/:\/\/[^\s\/?#@:"'<>‹]+:[^\s\/?#@"'<>‹]+@/) { _ in
                counting()
                return "://\(mark("user and password of an address"))@"
            }
        },
    ]

    private static func mark(_ kind: String) -> String { SecretRedactor.mark(kind) }
}
