import ConfluenceWire

/// Which headers of an answer a shape keeps, and in which form, so that no value of one site stands in a lock.
package enum HeaderForm {
    /// The chosen headers by the names that locks use, each with the forms that were seen, sorted.
    static func forms(of headers: Headers) -> [String: [String]] {
        var forms: [String: Set<String>] = [:]
        for field in headers {
            guard let name = chosenName(field.name) else { continue }
            forms[name, default: []].insert(form(of: field.value, in: name))
        }
        return forms.mapValues { $0.sorted() }
    }

    /// A header's value that has this form, for answers that are to look alike.
    package static func example(of form: String, in name: String) -> String {
        guard name == "Link" else { return example(of: form) }
        return form.split(separator: ", ").map { link in
            let sides = link.split(separator: ": ", maxSplits: 1).map(String.init)
            return "<\(example(of: sides.last ?? ""))>; rel=\"\(sides.first ?? "other")\""
        }.joined(separator: ", ")
    }

    private static func example(of form: String) -> String {
        switch form {
        case "number": "1"
        case "path": "/path"
        case "address": "https://site.example/"
        case "date": "Thu, 01 Jan 2026 00:00:00 GMT"
        case "time": "2026-01-01T00:00:00Z"
        case "entity tag": "\"1\""
        case "weak entity tag": "W/\"1\""
        case "nothing": ""
        default: form
        }
    }

    /// The name as it is written in locks; `nil` of a header that says nothing of the site's behaviour.
    static func chosenName(_ name: String) -> String? {
        let small = name.lowercased()
        if let known = names[small] { return known }
        let isLimit =
            small.hasPrefix("x-ratelimit-") || small.hasPrefix("ratelimit") || small.hasPrefix("beta-ratelimit")
            || small.hasPrefix("x-beta-ratelimit")
        guard isLimit, small.count <= 48, small.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "-" }) else {
            return nil
        }
        return small.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    }

    private static let names: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "Content-Type", "Content-Disposition", "Cache-Control", "Pragma", "Expires", "ETag", "Last-Modified",
            "Vary",
            "Location", "Link", "Retry-After", "Deprecation", "Sunset", "Warning", "WWW-Authenticate", "Allow",
            "X-Seraph-LoginReason", "X-AUSERNAME", "X-AACCOUNTID", "X-Authentication-Denied-Reason",
            "X-Confluence-Request-Time", "X-Content-Type-Options", "X-Frame-Options", "Strict-Transport-Security",
            "Content-Security-Policy", "X-ASEN", "X-AREQUESTID", "Set-Cookie", "Accept-Ranges",
        ].map { ($0.lowercased(), $0) })

    // MARK: Forms

    private static func form(of value: String, in name: String) -> String {
        switch name {
        case "Content-Type": return mediaType(value)
        case "WWW-Authenticate": return kept(String(value.prefix { $0 != " " }), schemes)
        case "Set-Cookie": return kept(String(value.prefix { $0 != "=" && $0 != ";" }), cookies)
        case "X-Seraph-LoginReason", "X-Authentication-Denied-Reason":
            return value.split { $0 == "," || $0 == " " || $0 == ";" }.map { kept(String($0), reasons) }
                .joined(separator: ", ")
        case "Cache-Control", "Pragma", "Vary", "Allow", "X-Content-Type-Options", "X-Frame-Options",
            "Content-Disposition",
            "Accept-Ranges":
            return Set(value.split { $0 == "," || $0 == ";" }.map(directive)).sorted().joined(separator: ", ")
        case "Link":
            return Set(value.split(separator: ",").map(link)).sorted().joined(separator: ", ")
        default: return general(value)
        }
    }

    /// `application/json;charset=UTF-8`, of which only what everybody sends is kept.
    private static func mediaType(_ value: String) -> String {
        let parts = value.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        guard let type = parts.first else { return "nothing" }
        let isKnown =
            TextFormat(String(type)) == .mediaType && type.count <= 48
            && type.allSatisfy { $0.isASCII && ($0.isLetter || "/+-.".contains($0)) }
        let charset = parts.dropFirst().first { $0.hasPrefix("charset=utf-8") || $0.hasPrefix("charset=iso-8859-1") }
        return (isKnown ? String(type) : "another") + (charset.map { ";\($0)" } ?? "")
    }

    private static func directive(_ text: Substring) -> String {
        let word = text.filter { $0 != " " }.lowercased()
        let name = String(word.prefix { $0 != "=" })
        let isKnown = directives.contains(name)
        return (isKnown ? name : "other") + (word.contains("=") ? "=…" : "")
    }

    private static func link(_ text: Substring) -> String {
        let relations = ["next", "prev", "base", "self", "first", "last"]
        let relation = relations.first { text.contains("rel=\"\($0)\"") || text.contains("rel=\($0)") }
        let target = text.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
        return "\(relation ?? "other"): \(general(String(target)))"
    }

    private static func general(_ value: String) -> String {
        if value.isEmpty { return "nothing" }
        if Int64(value) != nil { return "number" }
        if value == "true" || value == "false" || value == "anonymous" { return value }
        if value.hasPrefix("W/\"") { return "weak entity tag" }
        if value.hasPrefix("\"") { return "entity tag" }
        if value.hasSuffix(" GMT"), value.contains(",") { return "date" }
        switch TextFormat(value) {
        case .path: return "path"
        case .uri: return "address"
        case .dateTimeZ, .dateTimeFractionZ, .dateTimeOffset, .dateTimeFractionOffset: return "time"
        default: return "text"
        }
    }

    private static func kept(_ word: String, _ known: Set<String>) -> String { known.contains(word) ? word : "other" }

    private static let schemes: Set<String> = ["Basic", "Bearer", "OAuth", "Negotiate", "NTLM", "Digest"]
    private static let cookies: Set<String> = [
        "JSESSIONID", "seraph.confluence", "atlassian.xsrf.token", "cloud.session.token", "tenant.session.token",
        "crowd.token_key", "atl.xsrf.token", "AWSALB", "AWSALBCORS",
    ]
    private static let reasons: Set<String> = [
        "OK", "AUTHENTICATED_FAILED", "AUTHENTICATION_DENIED", "AUTHORISATION_FAILED", "OUT", "CAPTCHA_CHALLENGE",
    ]
    private static let directives: Set<String> = [
        "no-cache", "no-store", "no-transform", "must-revalidate", "proxy-revalidate", "private", "public", "max-age",
        "s-maxage",
        "immutable", "stale-while-revalidate", "accept", "accept-encoding", "accept-language", "origin", "user-agent",
        "cookie",
        "get", "post", "put", "delete", "head", "options", "patch", "nosniff", "sameorigin", "deny", "attachment",
        "inline",
        "filename", "filename*", "bytes", "none",
    ]
}
