/// A host or an address that a text names, and whose it seems to be.
struct AddressClue: Sendable, Hashable {
    var range: Range<Int>
    /// In small letters; `nil` where only a path was given.
    var host: String?
    var path: String
    var owner: Owner

    enum Owner: Sendable, Hashable {
        case confluence
        /// Another product or service: nothing that it says is Confluence's.
        case foreign(String)
        /// A page that an error message recommends to read.
        case documentation
        case unknown
    }

    /// Whether it begins with http:// and names no port.
    var isPlainHTTP = false

    /// A name without a path, as after `ENOTFOUND`.
    var isHostOnly: Bool { path.isEmpty }
}

/// Finds the addresses in a folded text.
enum AddressReader {
    static func addresses(in text: [UInt8]) -> [AddressClue] {
        var kept: [AddressClue] = []
        for hit in starts.hits(in: text) {
            // A path inside an address is no clue of its own.
            if let last = kept.last, hit.range.lowerBound < last.range.upperBound { continue }
            let clue =
                switch hit.name {
                case .scheme: url(text, after: hit.range)
                case .host: host(text, from: hit.range)
                case .path: path(text, from: hit.range)
                }
            if let clue { kept.append(clue) }
        }
        return Ends.of(kept, limit: mostAddresses)
    }

    /// No address is read further than this.
    private static let longest = 600

    /// Each clue is held against the addresses near it: of a log with very many, those at its ends are enough.
    private static let mostAddresses = 4000

    private enum Start: Hashable, Sendable {
        case scheme
        case host
        case path
    }

    private static let starts = PhraseIndex<Start>(
        ["http://", "https://"].map { (Phrase($0), .scheme) }
            + [
                "host='", "host=\"", "enotfound ", "econnrefused ", "lookup ", "resolve host: ", "resolve host '",
                "unknownhostexception: ", "failed to connect to ", "connected to ", "connect to host ",
                "connection to ",
                "getaddrinfo eai_again ", "reach host ", "\nhost: ", " host: ", "hostname '", "host name '",
                "servername: ",
                "certificate is valid for ", "\"host\":\"", "failed to resolve '",
            ].map { (Phrase($0), .host) }
            + [
                "/rest/api/", "/wiki/", "/api/v2/", "rest/api/", "api/v2/", "/rest/agile", "/rest/servicedesk",
                "/ex/confluence/",
            ].map {
                (Phrase($0), .path)
            })

    private static func url(_ text: [UInt8], after scheme: Range<Int>) -> AddressClue? {
        let start = scheme.upperBound
        var end = placeholderEnd(text, start)
        while end < min(text.count, start + longest), !endsAddress(text[end]) { end += 1 }
        let rest = text[scheme.upperBound..<end]
        let slash = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? end
        var authority = rest[..<slash]
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        let host = String(decoding: authority.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        guard !host.isEmpty else { return nil }
        let path = String(decoding: rest[slash...], as: UTF8.self)
        return AddressClue(
            range: scheme.lowerBound..<end, host: host, path: path, owner: owner(host, path),
            isPlainHTTP: text[scheme].elementsEqual("http://".utf8) && !authority.contains(UInt8(ascii: ":")))
    }

    /// Where `<ours>`, `{domain}`, `[site]` or `${COMPANY}` ends, that stands for the first part of a host's name.
    private static func placeholderEnd(_ text: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < text.count, "<[{$(".utf8.contains(text[index]) { index += 1 }
        guard index > start else { return start }
        while index < min(text.count, start + longestPlaceholder), !">]})".utf8.contains(text[index]) {
            guard text[index] > 0x20, text[index] != UInt8(ascii: "/") else { return start }
            index += 1
        }
        guard index < text.count, ">]})".utf8.contains(text[index]) else { return start }
        while index < text.count, ">]})".utf8.contains(text[index]) { index += 1 }
        return index < text.count && text[index] == UInt8(ascii: ".") ? index : start
    }

    private static let longestPlaceholder = 40

    private static func host(_ text: [UInt8], from lead: Range<Int>) -> AddressClue? {
        var end = lead.upperBound
        while end < text.count, isNameCharacter(text[end]) { end += 1 }
        let host = String(decoding: text[lead.upperBound..<end], as: UTF8.self)
        guard host.contains("."), host.count > 3, !host.hasSuffix(".") else { return nil }
        // urllib3 names the path a little later: "Max retries exceeded with url: /rest/api/content".
        let after = text[end..<min(text.count, end + 120)]
        var path = ""
        if let mark = after.firstRange(of: Array("with url: ".utf8)) {
            path = String(decoding: text[mark.upperBound...].prefix { !endsAddress($0) }.prefix(200), as: UTF8.self)
        }
        return AddressClue(range: lead.lowerBound..<end, host: host, path: path, owner: owner(host, path))
    }

    private static func path(_ text: [UInt8], from start: Range<Int>) -> AddressClue? {
        // Within a longer word it belongs to what stands before.
        if start.lowerBound > 0, text[start.lowerBound] != UInt8(ascii: "/"),
            isNameCharacter(text[start.lowerBound - 1]) || text[start.lowerBound - 1] == UInt8(ascii: "/")
        {
            return nil
        }
        let name = hostBefore(text, start.lowerBound)
        let first = start.upperBound
        var end = first
        while end < min(text.count, first + longest), !endsAddress(text[end]) { end += 1 }
        var path = String(decoding: text[start.lowerBound..<end], as: UTF8.self)
        if !path.hasPrefix("/") { path = "/" + path }
        guard let name else {
            return AddressClue(range: start.lowerBound..<end, host: nil, path: path, owner: owner(nil, path))
        }
        let host = String(decoding: text[name], as: UTF8.self)
        return AddressClue(range: name.lowerBound..<end, host: host, path: path, owner: owner(host, path))
    }

    /// The name of a host that stands right before a path, where people leave out the scheme.
    private static func hostBefore(_ text: [UInt8], _ end: Int) -> Range<Int>? {
        guard text[end] == UInt8(ascii: "/") else { return nil }
        var start = end
        while start > 0, isNameCharacter(text[start - 1]), end - start < 80 { start -= 1 }
        let name = text[start..<end]
        guard name.count > 4, name.contains(UInt8(ascii: ".")), name.last != UInt8(ascii: "."),
            name.contains(where: { (97...122).contains($0) }),
            start == 0 || !"/\\:@".utf8.contains(text[start - 1])
        else { return nil }
        return start..<end
    }

    private static func endsAddress(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "\"'<>)]},;|".utf8.contains(byte)
    }

    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    // MARK: Whose it is

    static func owner(_ host: String?, _ path: String) -> AddressClue.Owner {
        let host = host ?? ""
        if documentation.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return .documentation }
        if let name = foreign.first(where: { host == $0 || host.hasSuffix("." + $0) }) { return .foreign(name) }
        if host == "api.atlassian.com", path.hasPrefix("/ex/jira") { return .foreign("Jira") }
        let isJiraPath = [
            "/rest/api/2/", "/rest/api/3/", "/rest/api/latest/", "/rest/agile", "/rest/servicedesk",
            "/rest/greenhopper", "/browse/", "/rest/auth/1",
        ]
        .contains { path.contains($0) }
        if isJiraPath { return .foreign("Jira") }
        if host.hasPrefix("jira.") || host.hasPrefix("jira-") || host.contains(".jira.") { return .foreign("Jira") }
        if host.hasPrefix("bitbucket.") || host.hasPrefix("gitlab.") || host.hasPrefix("github.") {
            return .foreign(host)
        }
        if host.hasPrefix("jenkins.") || host.hasPrefix("nexus.") || host.hasPrefix("artifactory.") {
            return .foreign(host)
        }
        if host.contains("confluence") || host.hasPrefix("wiki.") || path.hasPrefix("/wiki") { return .confluence }
        if path.hasPrefix("/ex/confluence") { return .confluence }
        if host == "api.atlassian.com" { return .unknown }
        return isConfluencePath(path) ? .confluence : .unknown
    }

    static func isConfluencePath(_ path: String) -> Bool {
        let known = [
            "/rest/api/content", "/rest/api/space", "/rest/api/search", "/rest/api/user", "/rest/api/group",
            "/rest/api/audit",
            "/rest/api/longtask", "/rest/api/template", "/rest/api/1.0/", "/api/v2/pages", "/api/v2/spaces",
            "/api/v2/blogposts", "/api/v2/attachments",
            "/api/v2/labels", "/api/v2/comments", "/api/v2/users", "/api/v2/footer-comments", "/wiki/", "/display/",
            "/pages/viewpage.action", "/rest/experimental/content",
        ]
        return known.contains { path.contains($0) } || path.hasSuffix("/wiki")
    }

    /// Pages to which error messages point.
    private static let documentation = [
        "developer.atlassian.com", "support.atlassian.com", "confluence.atlassian.com", "community.atlassian.com",
        "id.atlassian.com", "admin.atlassian.com",
        "cwiki.apache.org", "curl.se", "curl.haxx.se", "docs.python.org", "urllib3.readthedocs.io", "readthedocs.io",
        "w3.org", "go.microsoft.com", "docs.microsoft.com",
        "learn.microsoft.com", "stackoverflow.com", "aka.ms", "nodejs.org", "pydantic.dev", "schemas.xmlsoap.org",
        "jira.atlassian.com", "errors.pydantic.dev", "python.langchain.com",
        "docs.gradle.org", "help.gradle.org", "scans.gradle.com", "slf4j.org", "tools.ietf.org",
    ]

    /// Services whose errors are never Confluence's.
    private static let foreign = [
        "github.com", "githubusercontent.com", "gitlab.com", "bitbucket.org", "pypi.org", "pythonhosted.org",
        "npmjs.org", "npmjs.com", "yarnpkg.com", "docker.io", "docker.com", "ghcr.io",
        "quay.io", "googleapis.com", "openai.com", "openai.azure.com", "anthropic.com", "huggingface.co", "slack.com",
        "amazonaws.com", "maven.org", "repo.maven.apache.org", "repo1.maven.org", "rubygems.org",
        "crates.io", "golang.org", "debian.org", "ubuntu.com", "alpinelinux.org", "sentry.io", "datadoghq.com",
        "sharepoint.com", "notion.com", "googleusercontent.com", "gradle.org", "nuget.org", "sonarcloud.io",
        "trello.com",
        "service-now.com", "zendesk.com", "salesforce.com", "stripe.com", "telegram.org", "discord.com",
        "graph.microsoft.com", "githubcopilot.com", "crossref.org", "mistral.ai", "cohere.ai", "cohere.com",
    ]
}

/// The beginning and the end of a list that is too long.
enum Ends {
    static func of<Element>(_ elements: [Element], limit: Int) -> [Element] {
        guard elements.count > limit else { return elements }
        return Array(elements.prefix(limit / 2) + elements.suffix(limit / 2))
    }
}
