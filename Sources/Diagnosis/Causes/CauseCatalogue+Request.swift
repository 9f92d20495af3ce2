import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What the state of the site, or its limits, does to requests that are right.
    static let siteStateCauses: [Cause] = [
        obstacle(
            .rateLimited, .rateLimit, "Too many requests were sent",
            looksLike: [
                Look("429, “Rate limited (429) - please try again later”"),
                Look("X-RateLimit-Remaining: 0 and RateLimit-Reason, mostly with Retry-After", on: .cloud),
                Look(
                    "X-RateLimit-Interval-Seconds and Retry-After; the message may be in the site's language",
                    on: .dataCenter),
                Look("the toolkit hangs: its client waits out each Retry-After without a limit"),
            ],
            faults: ["rate-limit-burst", "rate-limit-quota", "rate-limit-silent", "rate-limit-zero"],
            fields: [],
            explanation: "The account has sent more than the site allows: {failure}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Wait as long as Retry-After says, else some minutes.",
                    "Spread the load: fewer agents at once, a larger “Limit” in place of many pages, no indexing meanwhile."
                ),
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Open Administration → Rate limiting, look for the account under “List of limited accounts”, and add an "
                        + "exemption with more requests."),
            ],
            links: [Links.cloudLimits, Links.dataCenterLimits]
        ),
        obstacle(
            .serverError, .serverError, "The site itself fails",
            looksLike: [
                Look("500 “Internal Server Error”, 502 “Bad Gateway”, 504 “Gateway Time-out”"),
                Look("“Confluence service error (HTTP 5…)”"),
                Look("a redirect to /errors.action: Confluence can't start", on: .dataCenter),
                Look("searches alone are answered with 500: the search index is broken", on: .dataCenter),
            ],
            faults: [
                "server-error", "bad-gateway", "gateway-timeout", "flaky-5xx", "attachment-503", "half-json",
                "flaky-edge",
            ],
            fields: [],
            explanation: "{host} answers with an error of its own: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin, on: .cloud,
                    "Look at confluence.status.atlassian.com; if nothing is reported there, open a ticket with Atlassian "
                        + "and give the Atl-Traceid of the answer."),
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Look into atlassian-confluence.log at that time, and whether each node answers /status.",
                    "If only searches fail, rebuild the index: Administration → Content indexing."),
                CauseFix(.siteAdmin, "Try again in a few minutes; then look into the log of the site."),
            ],
            links: [Links.status]
        ),
        obstacle(
            .maintenance, .maintenance, "The site is down for maintenance",
            looksLike: [
                Look("503 with a page about maintenance or an upgrade"),
                Look("a page titled “Maintenance” with status 200, or a redirect to one"),
                Look("a redirect to /setup/setupstart.action: nobody has set Confluence up yet", on: .dataCenter),
            ],
            faults: ["maintenance"],
            fields: [],
            explanation: "{host} is not open, and serves a page about that: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin, "Wait until the maintenance has ended, or ask how long it takes.",
                    "If Confluence is open for people already, its load balancer still believes that it is not.",
                    "If it leads to /setup, open that address in the browser and end the set-up wizard.")
            ],
            links: [Links.status]
        ),
        Cause(
            .readOnly, "The site is in read-only mode, or its licence has expired",
            looksLike: [
                Look(
                    "reading works and each write is 403 “Confluence is currently in read-only mode”", on: .dataCenter),
                Look("“allowedInReadOnlyMode”: false in the answer", on: .dataCenter),
                Look(
                    "“exceeded the number of users allowed by your license”: nothing can be written until some are taken out",
                    on: .dataCenter),
                Look("/rest/api/accessmode answers READ_ONLY", on: .dataCenter),
            ],
            faults: ["read-only-mode", "licence-expired"],
            weight: 0.5, requires: .siteTakesNoChanges,
            places: [.dataCenter(.basic, .bearer, .cookies)],
            signs: [Sign(.siteTakesNoChanges, 6)],
            proofs: [.said(.siteTakesNoChanges)],
            explanation: "{host} may be read and not changed.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Open Administration → Maintenance and leave read-only mode; under License details look whether the "
                        + "licence is valid.")
            ],
            links: [Links.readOnly]
        ),
        Cause(
            .v2OnDataCenter, "API version 2 is set, which only Cloud has",
            looksLike: [
                Look("creating pages fails with 404 for …/api/v2/…, while reading works", on: .dataCenter),
                Look(
                    "“API Version 2 is Confluence Cloud only (/wiki/api/v2), but this Base URL is a Server/Data Center deployment.”"
                ),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 1.5, requires: .versionTwoOnDataCenter,
            places: [.dataCenter(.basic, .bearer, .cookies, .anonymous)],
            signs: [Sign(.versionTwoOnDataCenter, 6)],
            proofs: [.said(.versionTwoOnDataCenter)],
            fields: [.apiVersion],
            explanation: "The toolkit would create pages by REST v2, which {deployment} does not have.",
            fixes: [
                CauseFix(.you, "In ELITEA, open the Confluence toolkit and set “API version” to Auto or 1.")
            ],
            links: [Links.cloudV2, Links.dataCenterREST]
        ),
        Cause(
            .endpointRemoved, "The site no longer has that part of the API",
            looksLike: [
                Look("410 “GoneException: This deprecated endpoint has been removed.”", on: .cloud),
                Look("404 for …/rest/api/1.0/…: clients of the 5.0 line called paths that never were", on: .dataCenter),
            ],
            faults: ["withdrawn-endpoints"],
            weight: 1, requires: .endpointGone,
            signs: [Sign(.endpointGone, 0.97)],
            proofs: [.said(.endpointGone)],
            fields: [.baseURL],
            explanation: "The toolkit calls endpoints of REST v1 that this address has withdrawn: {gone}.",
            fixes: [
                CauseFix(
                    .you,
                    "If “Base URL” is the gateway (api.atlassian.com), use the site's address and a token without scopes: it "
                        + "still serves v1.",
                    "What replaces them is REST v2: /wiki/api/v2/pages, /spaces, /labels; search by CQL stays in v1."),
                CauseFix(
                    .you, on: .dataCenter,
                    "If a program calls …/rest/api/1.0/…, which never was there, update its client: atlassian-python-api 5.0.3 "
                        + "and later call …/rest/api/… again."),
                CauseFix(.eliteaSupport, "Ask for a toolkit that reads pages by REST v2."),
            ],
            links: [Links.changelog, Links.cloudV2]
        ),
    ]

    /// What is wrong with one request of a tool, and so is to be seen in its answer alone.
    static let requestCauses: [Cause] = [
        Cause(
            .invalidStorage, "The page's body is not valid storage format",
            looksLike: [
                Look("400 “Error parsing xhtml: Unexpected close tag </p>; expected </b> at [row,col]: [1,405]”"),
                Look("the toolkit adds that the version or space is wrong, which is not the cause"),
            ],
            sources: [.pastedText],
            explanation: "Confluence can't read the body that was sent: {place}.",
            fixes: [
                CauseFix(
                    .you,
                    "Close each tag, write & as &amp; and < as &lt;, and quote each attribute: storage format is XML.",
                    "Let the agent write plain HTML without <html> and <body>, or convert Markdown before it is sent.")
            ],
            links: [Links.storageFormat]
        ),
        Cause(
            .cqlError, "The search query can't be read",
            looksLike: [
                Look("400 “Could not parse cql : …”; the toolkit says “The query cannot be parsed”"),
                Look("“No field exists with the name: …”; a quotation mark inside of what is searched for"),
            ],
            sources: [.pastedText],
            explanation: "The query is not CQL: {place}.",
            fixes: [
                CauseFix(
                    .you,
                    "Search without quotation marks and backslashes: search_pages puts the words into CQL unescaped.",
                    "In CQL of your own, put values into double quotes and a backslash before each quote inside.")
            ],
            links: [Links.cql]
        ),
        Cause(
            .xsrf, "The XSRF check refuses the request",
            looksLike: [Look("403 “XSRF check failed”, on uploads and on writes with a browser's cookies")],
            sources: [.pastedText],
            explanation: "Confluence takes the request for one that another web page made.",
            fixes: [
                CauseFix(
                    .you, "Send the header X-Atlassian-Token: no-check, and no Origin or Referer of another site.",
                    "Prefer a token to session cookies: it needs no such check.")
            ]
        ),
        Cause(
            .attachmentTooLarge, "The file is larger than the site allows",
            looksLike: [
                Look("413, or 404 “… or the attachments exceeds the maximum configured attachment size”"),
                Look("413 “Request Entity Too Large” of nginx: the proxy's limit, not Confluence's", on: .dataCenter),
            ],
            sources: [.pastedText],
            explanation: "The upload is larger than Confluence or a proxy in front of it takes.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Raise Administration → General configuration → “Attachment maximum size”, and the proxy's own limit "
                        + "(client_max_body_size of nginx)."),
                CauseFix(.you, "Send a smaller file."),
            ]
        ),
        Cause(
            .pagingLimit, "The list ends at a limit of the API",
            looksLike: [
                Look(
                    "the same first results again and again: Cloud's search ignores start and pages by cursor",
                    on: .cloud),
                Look("fewer results than limit asks for: bodies make Confluence lower it", on: .dataCenter),
                Look(
                    "a program's list ends after 25, 50 or 100; where a tool of the toolkit ends early, it may be the toolkit's limit"
                ),
            ],
            sources: [.pastedText],
            explanation: "The list goes on, and the client does not ask for the rest as this site wants it.",
            fixes: [
                CauseFix(
                    .you,
                    "Raise “Limit” of the toolkit: on Cloud, search tools never see more than one page of results.",
                    "Narrow the search by space or label.")
            ],
            links: [Links.cql]
        ),
        Cause(
            .indexLag, "Search does not know yet what was just written",
            looksLike: [Look("a page that can be read by its id is not found by title, text or label for some time")],
            sources: [.pastedText],
            faults: ["search-lag"],
            explanation: "The search index follows what is written with some delay.",
            fixes: [
                CauseFix(
                    .you, "Read the page by its id, or search again in a minute.",
                    "Don't create a page again because search does not find it: its title is taken.")
            ]
        ),
    ]
}
