import ConfluenceModel
import ConfluenceWire

/// What clients read from the name of a host, without asking it anything.
package enum HostName {
    /// Whether the host of an address is that domain or one below it; the address may lack its scheme.
    ///
    /// A name that only contains the domain does not match: `acme.atlassian.net.example.org` is elsewhere.
    package static func matches(_ address: String, domain: String) -> Bool {
        guard let host = host(of: address) else { return false }
        return host == domain || host.hasSuffix(".\(domain)")
    }

    /// Whether the address is one of Atlassian's Cloud sites by its host name.
    package static func isAtlassianCloud(_ address: String) -> Bool {
        matches(address, domain: "atlassian.net")
    }

    /// Whether the address is at one of Atlassian's own hosts: a site of either product, or what serves all of them.
    package static func isAtlassian(_ address: String) -> Bool {
        ["atlassian.net", "atlassian.com", "jira.com"].contains { matches(address, domain: $0) }
    }

    /// The host named in an address, in lower case; `nil` where there is none.
    package static func host(of address: String) -> String? {
        var rest = Substring(address.trimmingEdges())
        if let mark = rest.firstRange(of: "://") { rest = rest[mark.upperBound...] }
        rest = rest.prefix { !"/?#".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("[") {
            rest = rest.dropFirst().prefix { $0 != "]" }
        } else {
            rest = rest.prefix { $0 != ":" }
        }
        return rest.isEmpty ? nil : rest.lowercased()
    }
}
