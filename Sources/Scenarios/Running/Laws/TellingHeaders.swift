import ConfluenceModel
import ConfluenceWire

/// The headers of an answer by which sites can be told apart, without what they say of a session.
enum TellingHeaders {
    private static let names: Set<String> = [
        "allow", "cache-control", "content-disposition", "content-type", "deprecation", "etag", "expires",
        "last-modified", "link", "location", "pragma", "retry-after", "sunset", "vary", "warning", "www-authenticate",
        "x-authentication-denied-reason", "x-confluence-request-time", "x-content-type-options", "x-seraph-loginreason",
    ]

    static func fields(of headers: Headers) -> [FaultRule.HeaderField] {
        headers.compactMap { field in
            let name = field.name.lowercased()
            guard names.contains(name) || name.contains("ratelimit") else { return nil }
            // Behind the question mark of an address that leads elsewhere stands a ticket.
            let value = name == "location" ? String(field.value.prefix { $0 != "?" }) : field.value
            return FaultRule.HeaderField(field.name, value)
        }
    }
}
