import ConfluenceModel

extension Symptoms {
    /// What is wrong with a request, or with the site at that moment.
    static let requestSymptoms: [Symptom] = [
        Symptom(
            "storage", .stated, .confluence,
            [
                "error parsing xhtml", "xhtmlexception", "xhtmlparsingexception", "unhandled element type", "[row,col",
                "content body cannot be converted", "invalid storage format", "is valid storage xhtml",
                "unable to parse storage", "unexpected close tag", "was not bound", "unclosed tag",
                "was referenced, but not declared", "storage format is invalid", "could not convert content",
                "invalid adf", "not valid adf", "unknownmacromigrationexception", "the macro '*' is unknown",
                "xhtml transformation", "invalid xhtml", "malformed xhtml", "not well-formed xhtml",
                "failed to parse storage format", "unable to parse confluence storage format", "fluenceparseexception",
                "contentbodyconversion", "invalid content body", "wstxparsingexception", "com.ctc.wstx",
                "xmlstreamexception", "not valid xhtml", "expected semi-colon", "expected a semi-colon",
            ],
            [.invalidStorage: 1],
            means: "the page's body isn't well-formed storage format; the row and column say where",
            source: "chesshacker/terraform-provider-confluence#7; kovetskiy/mark#111"),
        Symptom(
            "update-400", .vague, .confluence,
            ["no space or no content type, or setup a wrong version"],
            [.invalidStorage: 0.44, .versionConflict: 0.26, .titleTaken: 0.16, .pageDraft: 0.06, .spaceNotFound: 0.08],
            means: "atlassian-python-api's own sentence for any 400 to an update; Confluence's words are lost",
            source: "atlassian-python-api 4.0.7, update_page"),
        Symptom(
            "cql", .stated, .confluence,
            [
                "could not parse cql", "the query cannot be parsed", "the cql is invalid or missing",
                "no field exists with the name", "cql query is invalid", "cqlparseexception", "invalid cql",
                "cql * is not supported", "expected a cql", "cql error", "error in the cql", "cql cannot be",
                "unable to parse cql", "cql was not", "invalid cql query", "cql parse", "query cannot be parsed",
                "badrequestexception: could not parse", "no field exists with name", "cannot parse cql",
                "failed to parse cql", "field '*' is not supported for", "operator * is not supported * field",
                "error parsing cql", "unsupported cql", "cql syntax",
            ],
            [.cqlError: 1],
            means: "Confluence can't read the search query",
            source: "cohere-ai/quick-start-connectors#164; atlassian-python-api 4.0.7"),
        Symptom(
            "gone", .stated, .client,
            [
                "goneexception", "this deprecated endpoint has been removed", "410 gone", "410 client error",
                "endpoint has been removed", "http 410", "status code 410", "api has been removed",
                "unexpected status: 410", "deprecated and has been removed", "has been permanently removed",
                "no longer available * v1",
                "statuscode\":410", "status\":410", "status: 410",
                "410, message='gone'",
                "error 410",
            ],
            [.endpointRemoved: 1],
            means: "Atlassian took this part of the API away",
            source: "atlassian-api/atlassian-python-api#1560; sooperset/mcp-atlassian#474"),
        Symptom(
            "v2-on-data-center", .stated, .confluence,
            [
                "api version 2 is confluence cloud only", "api v2 is only available * cloud",
                "v2 api is only available", "v2 api is not supported", "v2 * not available on * data center",
            ],
            [.v2OnDataCenter: 1],
            means: "v2 of the API exists on Cloud only",
            source: "elitea-sdk 0.11.27, check_connection"),
        Symptom(
            "client-1.0", .strong, .confluence,
            ["/rest/api/1.0/"],
            [.endpointRemoved: 0.7, .basePath: 0.3],
            means:
                "atlassian-python-api 5.0.0 – 5.0.2 calls Data Center at a path that it doesn't have; 5.0.3 mended it",
            source: "atlassian-api/atlassian-python-api#1672; sooperset/mcp-atlassian#1588"),
        Symptom(
            "xsrf", .stated, .atlassian,
            [
                "xsrf check failed", "xsrf token", "missing form token", "x-atlassian-token * missing", "missing xsrf",
                "csrf check failed",
                "xsrfcheck", "xsrf security token", "cross-site request forgery",
            ],
            [.xsrf: 1],
            means: "the header X-Atlassian-Token: no-check is missing, or an Origin header stands in its way",
            source: "sooperset/mcp-atlassian#1207; Atlassian support"),
        Symptom(
            "too-large", .stated, .client,
            [
                "exceeds the maximum allowed size", "exceeds the maximum * size", "exceeds its maximum permitted size",
                "sizelimitexceeded", "request entity too large", "payload too large", "413 client error", "http 413",
                "status code 413", "attachment is too large", "file is too large", "file size limit",
                "larger than the maximum", "filesizelimitexceeded", "content too large", "filetoolarge",
                "maximum attachment size", "attachment exceeds", "file exceeds", "upload limit", "max upload size",
                "maxuploadsizeexceededexception", "request body too large", "entity too large",
                "exceeds the configured maximum",
            ],
            [.attachmentTooLarge: 1],
            means: "the file is larger than Confluence, or a proxy before it, takes",
            source: "Confluence's upload limit; nginx"),
        Symptom(
            "rate", .stated, .client,
            [
                "rate limit exceeded", "ratelimit exceeded", "too many requests", "429 client error",
                "rate limited (429)",
                "http 429", "status code 429", "x-ratelimit-remaining: 0",
                "retry-after:", "unexpected status: 429", "confluence-quota", "http/1.1 429",
                "http/2 429", "invalid literal for int() with base 10: '*gmt'", "속도 제한", "too many 429 error responses",
                "too many requests to", "request limit exceeded",
                "slow down your requests", "429 error", "error 429", "rate limit response",
            ],
            [.rateLimited: 1],
            means: "the site wants fewer requests",
            source: "Atlassian's documentation of rate limits; sphinx-contrib/confluencebuilder#615"),
        Symptom(
            "rate", .strong, .client,
            [
                "rate limit {error|reached|hit|was|is}", "rate-limited", "ratelimited", "quota exceeded", "throttled",
                "throttling",
                "hit the rate limit", "hitting the rate limit", "hit a rate limit", "rate limits {hit|reached}",
            ],
            [.rateLimited: 1],
            means: "a limit of requests is spoken of",
            source: "people's words for it"),
        Symptom(
            "rate", .vague, .client, ["rate limit", "rate_limit"],
            [.rateLimited: 1],
            means: "a limit of requests is spoken of",
            source: "people's words for it"),
        Symptom(
            "read-only", .stated, .atlassian,
            [
                "read-only mode", "read only mode", "accessmode * read_only", "readonlyexception",
                "allowedinreadonlymode\":false",
                "allowedinreadonlymode\": false", "in readonly mode", "site is read-only", "is in read only",
                "now read only",
            ],
            [.readOnly: 0.97, .maintenance: 0.03],
            means: "the site takes no changes for the time being",
            source: "Confluence Data Center's read-only mode"),
        Symptom(
            "read-only", .strong, .atlassian, ["access.mode"],
            [.readOnly: 0.97, .maintenance: 0.03],
            means: "the setting that keeps the site from taking changes is named",
            source: "Confluence Data Center's read-only mode"),
        Symptom(
            "maintenance", .stated, .atlassian,
            [
                "down for maintenance", "undergoing maintenance", "scheduled maintenance", "under maintenance",
                "maintenance mode", "confluence is starting", "confluence is initializing",
                "confluence is initialising", "site is being upgraded", "is currently unavailable due to maintenance",
                "wartungsarbeiten", "performing maintenance", "upgrade in progress", "currently being upgraded",
                "confluence is currently being started", "site is down for",
            ],
            [.maintenance: 0.97, .serverError: 0.03],
            means: "the site is down on purpose, or hasn't come up yet",
            source: "Confluence's and proxies' maintenance pages"),
        Symptom(
            "error-without-message", .strong, .atlassian,
            ["\"statuscode\":500,\"message\":\"\",\"reason\":\"internal server error\""],
            [.titleTaken: 0.4, .serverError: 0.32, .spaceNotFound: 0.28], only: .dataCenter,
            means:
                "Confluence fails without a message where it trips over what it was sent: a title that a page has already, or a space that isn't there",
            source: "confluence-publisher/confluence-publisher#143, #366; sphinx-contrib/confluencebuilder#348"),
        Symptom(
            "server-error", .strong, .atlassian,
            [
                "internalserverexception", "\"code\":\"internal_server_error\"", "\"code\": \"internal_server_error\"",
                "confluence service error (http 5", "service unreachable: return code 5",
                "cannotcreatetransactionexception",
                "\"reason\":\"internal server error\"", "500 server error",
                "internal server error", "unexpected server error",
                "system error - confluence", "could not assign collection for attachment",
                "externalcacheexception", "unexpected rest response", "cannot add an existing ancestor as a child",
                "transactionsystemexception",
            ],
            [.serverError: 0.94, .maintenance: 0.06],
            means: "Confluence itself failed",
            source: "atlassian-api/atlassian-python-api#1683; Confluence's log"),
        Symptom(
            "server-error", .vague, .atlassian, ["oops - an error has occurred"],
            [.serverError: 0.9, .maintenance: 0.1],
            means: "Confluence's page for errors came, which it also shows where there is nothing at a path",
            source: "Confluence Data Center's error pages"),
        Symptom(
            "server-error", .strong, .anybody,
            [
                "outofmemoryerror", "could not open jpa entitymanager", "hikaripool", "org.hibernate.exception",
                "stuckthreaddetectionvalve", "could not get jdbc connection", "jdbcconnectionexception",
                "unable to acquire jdbc connection",
            ],
            [.serverError: 0.94, .maintenance: 0.06],
            means: "Confluence itself failed",
            source: "Confluence's log, in the words of any Java server"),
        Symptom(
            "paging", .strong, .confluence,
            [
                "limit * exceeds the maximum", "limit must be", "must be less than or equal to 250",
                "must not exceed *limit", "start * must be", "maximum page size", "limit parameter * invalid",
                "cursor is invalid", "invalid cursor", "fixed system limit",
                "cursor was not valid", "expected type is cursor", "cursor * {not valid|not the correct|expired}",
                "max-results * exceeds",
            ],
            [.pagingLimit: 0.95, .resultLimits: 0.05],
            means: "the request asks for more at once than the API gives",
            source: "Confluence's REST API documentation"),
        Symptom(
            "index-lag", .strong, .confluence,
            [
                "index is being rebuilt", "rebuild the index", "index queue", "index is out of date", "not yet indexed",
                "search index is", "lucene index",
            ],
            [.indexLag: 0.95, .serverError: 0.05],
            means: "search answers from an index that is behind what was written",
            source: "Confluence's documentation of its search index"),
        Symptom(
            "index-lag", .vague, .people, ["reindex", "re-index"],
            [.indexLag: 0.95, .serverError: 0.05],
            means: "an index is built anew, and search may be behind",
            source: "Confluence's documentation of its search index"),
        Symptom(
            "unparsable-body", .strong, .client,
            [
                "xmlsyntaxerror", "saxparseexception", "opening and ending tag mismatch", "mismatched tag",
                "must be terminated by the matching end-tag", "entityref: expecting", "not well-formed (invalid token)",
                "undefined entity", "undeclared namespace", "unbound prefix", "undeclared general entity",
                "undeclared entity",
                "namespace prefix * {not defined|not declared|is undeclared}", "premature end of data in tag",
                "specification mandates value for attribute",
            ],
            [.invalidStorage: 1],
            means: "an XML parser, the client's own or Confluence's, can't read the page's body",
            source: "hunyadi/md2conf#268"),
    ]
}
