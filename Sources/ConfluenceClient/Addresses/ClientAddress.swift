import ConfluenceModel
package import ConfluenceWire

/// How the toolkit's HTTP client turns a configured base URL into the one it calls.
///
/// The rules are those of the toolkit and of atlassian-python-api 4.0.7, one after the other. They look
/// at the text of the address, so that `/wiki` may be taken away from a site and never given back.
package enum ClientAddress {
    /// The base URL as the toolkit hands it to its client: for Cloud without a `/wiki` at its end.
    package static func toolkitBase(_ baseURL: String, isCloud: Bool) -> String {
        guard isCloud else { return baseURL }
        let trimmed = baseURL.trimmingSuffix("/")
        guard trimmed.hasSuffix("/wiki") else { return baseURL }
        return String(trimmed.dropLast("/wiki".count))
    }

    /// The text that the client puts before every path: `/wiki` is added where the text looks like Cloud.
    package static func clientBase(_ toolkitBase: String) -> String {
        let looksLikeCloud = toolkitBase.holds("atlassian.net") || toolkitBase.holds("jira.com")
        let base =
            looksLikeCloud && !toolkitBase.holds("/wiki") ? toolkitBase.trimmingSlashes() + "/wiki" : toolkitBase
        return base.trimmingSlashes()
    }

    /// The address below which the client calls, for a configured base URL.
    package static func resolve(_ baseURL: String, isCloud: Bool) throws(WebAddress.Malformed) -> WebAddress {
        try parse(clientBase(toolkitBase(baseURL, isCloud: isCloud)))
    }

    /// Reads an address as the `requests` library does: blanks before it are dropped, those in its path are escaped.
    package static func parse(_ text: String) throws(WebAddress.Malformed) -> WebAddress {
        // There is nothing to drop and nothing to escape in nearly all addresses.
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return try WebAddress(parsing: text) }
        let text = text.drop { $0.isWhitespace }
        guard let mark = text.firstRange(of: "://"),
            let slash = text[mark.upperBound...].firstIndex(where: { $0 == "/" || $0 == "?" })
        else { return try WebAddress(parsing: String(text)) }
        let tail = text[slash...].unicodeScalars.reduce(into: "") { tail, scalar in
            let isBlank = scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
            tail += isBlank ? PercentEncoding.encode(String(scalar), allowed: .pathAsGiven) : String(scalar)
        }
        return try WebAddress(parsing: text[..<slash] + tail)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = self
        while text.last == character { text.removeLast() }
        return text
    }
}
