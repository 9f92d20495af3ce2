/// Words for the places in the catalogue's texts where no case is at hand that would tell more.
package enum PlaceholderWords {
    package static func fill(_ text: String, host: String? = nil) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += name == "host" ? host ?? "the host" : words[name] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private static let words = [
        "account": "the account", "key": "the space’s key", "page": "the page", "pageTitle": "the page",
        "pageSpace": "the page’s space", "tools": "the tools that fail", "missing": "what these tools need",
        "user": "the user", "secret": "secret", "scopes": "the scope that the request needs",
        "scope": "the scope that the request needs", "strayFields": "the credential",
        "header": "the header", "headerDoes": "replaces what the credential would send",
        "address": "this address", "base": "the base URL", "deployment": "the site", "found": "the right one",
        "notSelected": "the tool", "indexTools": "the index tools",
        "indexNeeds": "a PgVector connection and an embedding model",
        "unasked": "The toolkit refuses the credential before any request",
        "moved": "the new address", "keyInText": "the key", "place": "the place that the message names",
        "gone": "this part of the API", "lacking": "The release of the site doesn’t have that part of the API yet",
        "tokenless": "The site may take no personal access tokens at all",
        "hostingOfCloud": "Cloud (or Auto, for a host ending in .atlassian.net)",
        "contradiction": "but the site is the other platform",
        "gateway": "the gateway’s address", "foundBase": " to the part that all of Confluence’s addresses share",
    ]
}
