/// The links of a page that may lead to a wiki, the surest first.
enum PageLinks {
    static func paths(in text: String) -> [String] {
        let start = String(text.prefix(20_000))
        // Confluence's own pages name their context path, also where one of them is shown at the root.
        let contexts = start.matches(of: /name="ajs-context-path"\s+content="(\/[^"]+)"/).map { String($0.1) }
        let anchors = start.matches(of: /<a\s[^>]*href\s*=\s*["']([^"']+)["'][^>]*>([^<]*)/.ignoresCase()).filter {
            let words = "\($0.1) \($0.2)".lowercased()
            return ["wiki", "confluence"].contains(where: words.contains)
        }
        return contexts + onward(in: start) + anchors.map { String($0.1) }
    }

    /// Where a page leads a browser by itself.
    static func onward(in text: String) -> [String] {
        let start = String(text.prefix(20_000))
        let refreshes = start.matches(of: /<meta[^>]+url\s*=\s*["']?([^"'> ]+)/.ignoresCase()).map { String($0.1) }
        let scripts = start.matches(
            of: /location(?:\.href)?\s*(?:=|\.replace\(|\.assign\()\s*["']([^"']+)["']/.ignoresCase()
        ).map { String($0.1) }
        return refreshes + scripts
    }

    /// Whole addresses, in links and in what people read.
    static func addresses(in text: String) -> [String] {
        text.prefix(20_000).matches(of: /https?:\/\/[^\s"'<>)]+/.ignoresCase()).map { match in
            var address = Substring(match.0)
            while let last = address.last, ".,;:!?".contains(last) { address.removeLast() }
            return String(address)
        }
    }
}
