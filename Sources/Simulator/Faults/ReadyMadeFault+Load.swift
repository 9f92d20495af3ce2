import ConfluenceModel

/// Faults of load and of parts that fail: limits, gateways in front of the site, and answers of a site in trouble.
extension ReadyMadeFault {
    static let load: [ReadyMadeFault] = [
        ReadyMadeFault(
            "rate-limit-burst", "More than five requests in a second are answered 429.",
            mimics: "the limit on bursts", "developer.atlassian.com/cloud/confluence/rate-limiting", .documented
        ) { _ in .setting(.rateLimit(RateLimit(budget: 100_000, windowSeconds: 3600, burst: 5))) },
        ReadyMadeFault(
            "rate-limit-quota", "After twenty requests an hour's quota is spent.",
            mimics: "the quota of a tenant or node", "developer.atlassian.com/cloud/confluence/rate-limiting",
            .documented
        ) { _ in .setting(.rateLimit(RateLimit(budget: 20, windowSeconds: 3600))) },
        ReadyMadeFault(
            "rate-limit-silent", "429 that does not say when to come back.",
            mimics: "the gateway's limit, seen without Retry-After in April 2026", on: [.cloud],
            "an answer that a user of the gateway published, 2026", .observed
        ) { _ in
            .answer(
                FaultRule.Answer(
                    status: 429,
                    headers: [
                        .init("Content-Type", "application/json"), .init("X-Failure-Category", "FAILURE_RATE_LIMIT"),
                        .init("X-RateLimit-Limit", "360000"), .init("X-RateLimit-Remaining", "0"),
                    ], body: #"{"code":429,"message":"Rate limit exceeded"}"#))
        },
        ReadyMadeFault(
            "rate-limit-zero", "429 with a Retry-After of 0, which some clients obey without end.",
            mimics: "Data Center's limiter when tokens are left again", on: [.dataCenter],
            "sooperset/mcp-atlassian, client; confluence.atlassian.com, rate limiting headers", .documented
        ) { _ in
            .answer(
                FaultRule.Answer(
                    status: 429,
                    headers: [
                        .init("Content-Type", "application/json"), .init("Retry-After", "0"),
                        .init("X-RateLimit-Limit", "100"), .init("X-RateLimit-Remaining", "1"),
                        .init("X-RateLimit-Interval-Seconds", "60"), .init("X-RateLimit-FillRate", "100"),
                    ], body: #"{"message":"Rate limit exceeded."}"#))
        },
    ]

    static let outages: [ReadyMadeFault] = [
        ReadyMadeFault(
            "flaky-5xx", "Three requests in ten are answered 503.",
            mimics: "a node that is leaving the cluster", match: FaultRule.Match(probability: 0.3, seed: 5),
            "developer.atlassian.com/cloud/confluence/rate-limiting: some 503 carry Retry-After", .documented
        ) { _ in
            .answer(.page(503, title: "503 Service Temporarily Unavailable", "nginx", [.init("Retry-After", "1")]))
        },
        ReadyMadeFault(
            "flaky-edge", "Some reads are answered 404 as if nothing were there, and work a moment later.",
            mimics: "Cloud's edge under load", on: [.cloud],
            match: FaultRule.Match(methods: ["GET"], probability: 0.3, seed: 7),
            "measured on a Cloud site under load, 2026", .measured
        ) { _ in
            .answer(
                FaultRule.Answer(
                    status: 404,
                    headers: [.init("Content-Type", "application/json"), .init("X-Cache", "Error from cloudfront")],
                    body: #"{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}"#))
        },
        ReadyMadeFault(
            "server-error", "Every request is answered 500.",
            mimics: "a fault inside the product", "github.com/atlassian-api/atlassian-python-api/issues/1683", .observed
        ) { deployment in
            .answer(
                deployment == .cloud
                    ? .json(
                        500,
                        #"{"errors":[{"status":500,"code":"INTERNAL_SERVER_ERROR","title":"Internal Server Error","detail":null}]}"#
                    ) : .json(500, #"{"statusCode":500,"message":"","reason":"Internal Server Error"}"#))
        },
        ReadyMadeFault(
            "bad-gateway", "The proxy in front gets no answer from the product.",
            mimics: "a product that is starting or has stopped, behind a reverse proxy", "the page of nginx", .observed
        ) { _ in .answer(.page(502, title: "502 Bad Gateway", "nginx")) },
        ReadyMadeFault(
            "gateway-timeout", "The proxy in front waits in vain.",
            mimics: "a request that takes the product longer than its reverse proxy waits", "the page of nginx",
            .observed
        ) { _ in .answer(.page(504, title: "504 Gateway Time-out", "nginx")) },
        ReadyMadeFault(
            "dropped-session", "Requests with a credential get 200 and an empty body.",
            mimics: "a session that the login filter dropped", on: [.dataCenter],
            match: FaultRule.Match(hasCredential: true), "sphinx-contrib/confluencebuilder, rest", .observed
        ) { _ in
            .answer(FaultRule.Answer(status: 200, headers: [.init("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")]))
        },
        ReadyMadeFault(
            "unreconciled-page", "Updates are answered 501: the page must be refreshed.",
            mimics: "a page that collaborative editing has not reconciled", on: [.dataCenter],
            match: FaultRule.Match(methods: ["PUT"], path: "*/rest/api/content/*"),
            "github.com/bsorrentino/maven-confluence-plugin/issues/225; CONFSERVER-59196", .observed
        ) { _ in
            .answer(
                .json(
                    501,
                    #"{"statusCode":501,"message":"Unable to save changes to unreconciled page ContentId{id=65537}. Refreshing the page should fix this.","reason":"Not Implemented"}"#
                ))
        },
        ReadyMadeFault(
            "write-race", "The first update of each two is answered 409, as if another had been faster.",
            mimics: "two writers of one page",
            match: FaultRule.Match(methods: ["PUT"], every: 2),
            "github.com/duo-labs/markdown-to-confluence/issues/6", .observed
        ) { _ in
            .answer(
                .json(
                    409,
                    #"{"statusCode":409,"message":"com.atlassian.confluence.api.service.exceptions.ConflictException: javax.persistence.OptimisticLockException: Batch update returned unexpected row count from update [0]; actual row count: 0; expected: 1"}"#
                ))
        },
        ReadyMadeFault(
            "attachment-503", "The first upload of each two is answered 503.",
            mimics: "a new page that can't take files yet", on: [.cloud],
            match: FaultRule.Match(methods: ["POST"], path: "*/child/attachment*", every: 2),
            "sphinx-contrib/confluencebuilder, publisher", .observed
        ) { _ in .answer(.json(503, #"{"statusCode":503,"message":"Service Unavailable"}"#)) },
    ]
}

extension FaultRule.Answer {
    static func json(_ status: Int, _ body: String) -> FaultRule.Answer {
        FaultRule.Answer(status: status, headers: [.init("Content-Type", "application/json")], body: body)
    }

    /// A plain page of a server that stands in front of Confluence.
    static func page(
        _ status: Int,
        title: String,
        _ text: String,
        _ headers: [FaultRule.HeaderField] = []
    ) -> FaultRule.Answer {
        FaultRule.Answer(
            status: status, headers: [.init("Content-Type", "text/html; charset=utf-8")] + headers,
            body: "<html>\n<head><title>\(title)</title></head>\n<body>\n<center><h1>\(title)</h1></center>\n"
                + "<hr><center>\(text)</center>\n</body>\n</html>\n")
    }
}
