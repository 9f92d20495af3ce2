import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire

/// What can be said about a base URL by its text alone.
package enum AddressForm {
    /// The address without the part that names a page, a space or a REST resource; `nil` where there is none.
    package static func withoutPage(_ address: WebAddress) -> WebAddress? {
        let segments = address.path.split(separator: "/", omittingEmptySubsequences: true)
        guard let cut = segments.firstIndex(where: isPagePart) else { return nil }
        return address.replacing(path: segments[..<cut].map { "/" + $0 }.joined())
    }

    package static func withoutSlash(_ address: WebAddress) -> WebAddress {
        let segments = address.path.split(separator: "/", omittingEmptySubsequences: true)
        return address.replacing(path: segments.map { "/" + $0 }.joined())
    }

    /// Whether a segment of a path belongs to Confluence's own pages or resources, and so to no base URL.
    private static func isPagePart(_ segment: Substring) -> Bool {
        let known: Set<Substring> = [
            "spaces", "display", "pages", "rest", "api", "home", "x", "plugins", "login", "search", "people",
            "download",
            "label",
        ]
        return known.contains(segment) || segment.hasSuffix(".action")
    }

    /// The query or the fragment behind a base URL, with its mark: the client writes its own paths behind that.
    ///
    /// What stands behind a page's address goes with the page.
    static func tail(of text: String) -> Substring? {
        let text = text.trimmingEdges()
        guard let mark = text.firstIndex(where: { "?#".contains($0) }),
            let address = try? WebAddress(parsing: String(text[..<mark])), withoutPage(address) == nil
        else { return nil }
        return Substring(text)[mark...]
    }

    /// The text without what was copied along at its end, such as punctuation; `nil` where there is none.
    package static func withoutTrailingCharacters(_ text: String) -> String? {
        if let first = firstOfTwo(text) { return withoutTrailingCharacters(first) ?? first }
        if let kept = withoutGlued(text) { return withoutTrailingCharacters(kept) ?? kept }
        if let tail = tail(of: text) {
            let kept = String(text.trimmingEdges().dropLast(tail.count))
            return withoutTrailingCharacters(kept) ?? kept
        }
        let strays: Set<Character> = [
            ",", ";", ".", ")", "]", "}", ">", "\"", "'", "”", "’", "»", "|", "*", "`", "…", ":", "!", "?", "#", "&",
        ]
        let kept = text.reversed().drop { strays.contains($0) }.reversed()
        guard !kept.isEmpty, kept.count < text.count, (try? WebAddress(parsing: String(kept))) != nil else {
            return nil
        }
        return String(kept)
    }

    /// The text up to what is glued behind an address and can't belong to it: a tag or the rest of one, an arrow or a remark behind
    /// a blank, a line's end or a blank as programs write them; `nil` where there is nothing of that kind.
    private static func withoutGlued(_ text: String) -> String? {
        let end = [glued.first(in: text), remark.first(in: text)].compactMap { $0?.lowerBound }.min()
        guard let end, let address = try? WebAddress(parsing: String(text[..<end])), address.host.contains(".") else {
            return nil
        }
        // A word behind a blank may be the rest of a name that was torn.
        let rest = text[end...].drop(while: \.isWhitespace)
        let isTorn =
            rest.count < text[end...].count
            && rest.first.map { $0.isLetter || $0.isNumber || "./:".contains($0) } == true
        return isTorn && !["wiki", "confluence"].contains(address.path.split(separator: "/").last)
            ? nil : String(text[..<end])
    }

    private static let glued = Pattern(
        /["<>“”„«»].*$|(?:\\[nrt])+$|&(?:[A-Za-z]+|#\d+|#[xX][0-9A-Fa-f]+);$|(?:%20|%0[9ADad]|%[Cc]2%[Aa]0|%[Ee]2%80%8[BCDbcd])+$/
            .dotMatchesNewlines())
    private static let remark = Pattern(/\s+\S.*$/.dotMatchesNewlines())

    /// Whether a blank stands among the digits of a port, so that nobody can tell which port is meant.
    static func hasTornPort(_ text: String) -> Bool { tornPort.first(in: text) != nil }

    private static let tornPort = Pattern(/^\s*https?:\/\/[^\/\s]+:\d+\s+\d/.ignoresCase())

    /// The address inside of quotation marks, if it is one that can be called.
    static func unquoted(_ text: String) -> String? {
        guard let inner = SecretSlip.unquoted(text.trimmingEdges()), (try? WebAddress(parsing: inner)) != nil else {
            return nil
        }
        return inner
    }

    /// The first of several addresses in one field.
    static func firstOfTwo(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace || ",;".contains($0) }.map(String.init)
        guard words.count > 1, words.allSatisfy({ $0.contains("://") && (try? WebAddress(parsing: $0)) != nil }) else {
            return nil
        }
        return words[0]
    }

    /// The address behind a scheme that was written before another one; `nil` where there is one scheme.
    package static func withoutSecondScheme(_ text: String) -> String? {
        let text = text.trimmingEdges()
        guard let rest = twoSchemes.whole(text, read: { String($0.1) }) else { return nil }
        return withoutSecondScheme(rest) ?? rest
    }

    private static let twoSchemes = Pattern(/https?:?\/{1,3}(https?:?\/{1,3}.+)/.ignoresCase())
    private static let bareName = Pattern(/https:\/\/([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\/?/.ignoresCase())

    /// The text of an address that can be called, when only its scheme or stray characters stand in the way.
    package static func mended(_ text: String) -> String? {
        var candidate = StrayCharacter.removed(from: text, allowsInnerSpaces: false)
        candidate = withoutBrackets(SecretSlip.unquoted(candidate) ?? candidate)
        candidate = withoutSecondScheme(candidate) ?? candidate
        guard !candidate.isEmpty else { return nil }
        for (wrong, right) in [("https//", "https://"), ("http//", "http://"), ("https:/", "https://")]
        where candidate.hasPrefix(wrong) && !candidate.hasPrefix(right) {
            candidate = right + candidate.dropFirst(wrong.count)
        }
        // A scheme that nobody wrote may only be the safe one.
        if !candidate.contains("://") { candidate = "https://" + candidate }
        // A word with a mark behind it may be anything.
        if let kept = withoutTrailingCharacters(candidate), kept.contains(".") { candidate = kept }
        candidate = withoutLogin(candidate)
        return (try? WebAddress(parsing: candidate)) == nil || candidate == text ? nil : candidate
    }

    /// The base URL of a Cloud site of which the bare name stands in an address; `nil` where more than that does.
    package static func siteOnCloud(named text: String) -> String? {
        guard let name = bareName.whole(text, read: { $0.1.lowercased() }), name != "localhost" else { return nil }
        return "https://\(name).atlassian.net/wiki"
    }

    /// The text without a login before the host; the same where there is none.
    package static func withoutLogin(_ text: String) -> String {
        guard let start = text.firstRange(of: "://")?.upperBound else { return text }
        let authority = text[start...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return text }
        return String(text[..<start] + text[text.index(after: at)...])
    }

    /// The address in a link of Markdown, or without the brackets around it.
    private static func withoutBrackets(_ text: String) -> String {
        let inner = text.firstRange(of: "](").map { text[$0.upperBound...].prefix { $0 != ")" } } ?? text[...]
        let bare = inner.drop { "<([{`*|".contains($0) }
        guard bare.count < text.count else { return text }
        return withoutTrailingCharacters(String(bare)) ?? String(bare)
    }

    /// Confluence's address at the gateway to Cloud, where that of another product of the same site is given.
    static func confluence(besideProduct address: WebAddress) -> WebAddress? {
        let parts = address.path.split(separator: "/")
        guard GatewayAddress.isGateway(address), parts.count >= 3, parts[0] == "ex", parts[1] != "confluence" else {
            return nil
        }
        return address.replacing(path: "/ex/confluence/\(parts[2])/wiki")
    }

    /// Whether a host is one of Atlassian's that serve everybody, and so nobody's site.
    static func isService(_ address: WebAddress) -> Bool {
        let names = [
            "admin", "auth", "community", "developer", "home", "id", "marketplace", "my", "start", "support", "team",
        ]
        return names.contains { address.host.lowercased() == "\($0).atlassian.com" }
    }

    /// The paths under which Confluence is likely to live on the host, the likeliest first, without the given one.
    package static func otherPaths(than address: WebAddress, asWritten text: String) -> [WebAddress] {
        var candidates: [WebAddress] = []
        let written = (try? WebAddress(parsing: text.trimmingEdges())) ?? address
        if let gateway = confluence(besideProduct: address) { candidates.append(gateway) }
        if let base = withoutPage(written) { candidates.append(base) }
        if HostName.isAtlassianCloud(address.origin) { candidates.append(address.replacing(path: "/wiki")) }
        var segments = written.path.split(separator: "/", omittingEmptySubsequences: true)
        candidates.append(address.replacing(path: segments.map { "/" + $0 }.joined()))
        while segments.popLast() != nil {
            candidates.append(address.replacing(path: segments.map { "/" + $0 }.joined()))
        }
        candidates += ["/confluence", "/wiki"].map { address.replacing(path: $0) }
        var seen: Set<WebAddress> = [address]
        return candidates.filter { seen.insert($0).inserted }
    }
}
