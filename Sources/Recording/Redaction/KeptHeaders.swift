/// The headers whose values a recording keeps; what stands in others is nobody's to know.
enum KeptHeaders {
    static func keeps(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || beginnings.contains(where: name.hasPrefix)
    }

    private static let names: Set = [
        // What clients send.
        "accept", "accept-charset", "accept-encoding", "accept-language", "connection", "content-encoding",
        "content-language", "content-length", "content-type", "expect", "host", "if-match", "if-modified-since",
        "if-none-match", "origin", "pragma", "range", "referer", "te", "upgrade", "user-agent", "x-atlassian-token",
        "x-requested-with", "x-expect-version", "x-http-method-override",
        // What sites and what stands before them answer.
        "accept-ranges", "age", "allow", "alt-svc", "cache-control", "content-disposition", "content-range",
        "cross-origin-opener-policy", "date", "deprecation", "etag", "expires", "keep-alive", "last-modified", "link",
        "location", "nel", "proxy-authenticate", "refresh", "retry-after", "server", "server-timing",
        "strict-transport-security", "sunset", "timing-allow-origin", "trailer", "transfer-encoding", "vary", "via",
        "warning", "www-authenticate", "x-aaccountid", "x-accel-buffering", "x-anodeid", "x-arequestid", "x-asen",
        "x-ausername", "x-authentication-denied-reason", "x-cache", "x-cache-hits", "x-confluence-request-time",
        "x-content-type-options", "x-envoy-upstream-service-time", "x-failure-category", "x-frame-options",
        "x-powered-by", "x-request-id", "x-seraph-loginreason", "x-served-by", "x-squid-error", "x-trace-id",
        "x-xss-protection", "proxy-connection", "x-proxy-error",
    ]

    private static let beginnings = [
        "x-ratelimit", "ratelimit", "x-beta-ratelimit", "atl-", "cf-", "x-cache-", "x-amz-cf-",
    ]
}
