import ConfluenceModel

extension ForeignSite {
    /// Sites of Atlassian's Cloud, and its gateway.
    static let clouds: [ForeignSite] = [
        .cloud(
            "a token that is no more, by today's words", .tokenRevoked, .tokenExpired, .noProductAccess,
            source: "issue kovetskiy/mark#493: the message; Server: AtlassianEdge",
            tenant,
            .json(
                to: "user/current", "403 Forbidden",
                #"{"message":"Current user not permitted to use Confluence","statusCode":403}"#)
        ),
        .cloud(
            "a password, by the words of 2019 to 2024", .passwordOnCloud, .tokenRevoked,
            source: "issue kovetskiy/mark#146: the whole text; community.developer.atlassian.com 55894: the headers",
            tenant,
            Reply(
                to: "user/current", "401 Unauthorized",
                [
                    "Content-Type: text/plain", "Server: AtlassianProxy", "Atl-Traceid: 1",
                    "X-Seraph-LoginReason: AUTHENTICATED_FAILED",
                ],
                "Basic authentication with passwords is deprecated.  For more information, see: "
                    + "https://developer.atlassian.com/cloud/confluence/deprecation-notice-basic-auth/\n")),
        .cloud(
            "a CAPTCHA is pending", .captcha,
            source:
                "Atlassian's page “Basic auth for REST APIs”, “CAPTCHA”: X-Seraph-LoginReason: AUTHENTICATION_DENIED",
            tenant,
            Reply(
                to: "user/current", "403 Forbidden",
                ["X-Seraph-LoginReason: AUTHENTICATION_DENIED", "Content-Type: text/html"],
                "<html><title>Forbidden (403)</title></html>")),
        .cloud(
            "an API token as Bearer", .wrongScheme, by: .apiTokenAsBearer,
            source: "issue atlassian-api/atlassian-python-api#1199: the whole body",
            tenant,
            .json(login: true, "403 Forbidden", #"{"error": "Failed to parse Connect Session Auth Token"}"#),
            .json(
                to: "user/current", "403 Forbidden",
                #"{"message":"Request rejected because caller cannot access Confluence"}"#)
        ),
        .cloud(
            "a token with scopes at the site's own address", .scopedTokenOnSite, .tokenRevoked,
            source:
                "issue hunyadi/md2conf#281: the words of the page; the header is of community.atlassian.com 3023662",
            tenant,
            Reply(
                to: "user/current", login: true, "401 Unauthorized",
                ["Content-Type: text/html;charset=utf-8", "x-failure-category: FAILURE_CLIENT_AUTH_MISMATCH"],
                "<html><title>HTTP Status 401 – Unauthorized</title><p>The request has not been applied to the target resource "
                    + "because it lacks valid authentication credentials for that resource.</p>")),
        .cloud(
            "the gateway misses a scope", .scopeMissing, at: "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki",
            source: "issue kovetskiy/mark#917: header and body",
            Reply(
                "401 Unauthorized",
                ["Content-Type: application/json", "X-Failure-Category: FAILURE_CLIENT_SCOPE_CHECK"],
                #"{"code": 401, "message": "Unauthorized; scope does not match"}"#)),
        .cloud(
            "the gateway, an API token as Bearer", .wrongScheme,
            at: "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki", by: .apiTokenAsBearer,
            source: "a probe of Jira's gateway of March 2026: the same words as for a scope that is missing",
            Reply(
                login: true, "401 Unauthorized",
                ["Content-Type: application/json", "X-Failure-Category: FAILURE_CLIENT_SCOPE_CHECK"],
                #"{"code": 401, "message": "Unauthorized; scope does not match"}"#),
            .json("401 Unauthorized", #"{"code": 401, "message": "Unauthorized"}"#)),
        .cloud(
            "the gateway refuses the token", .tokenRevoked, .tokenExpired,
            at: "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki",
            source: "the gateway's 401 “Unauthorized” in md2conf; the body's form is inferred",
            .json("401 Unauthorized", #"{"code": 401, "message": "Unauthorized"}"#)),
        .cloud(
            "the site is deactivated", .siteSuspended,
            source: "a client's handling of errorCode SUSPENDED_INACTIVITY as lasting; the rest is inferred",
            .json("503 Service Unavailable", #"{"errorCode":"SUSPENDED_PAYMENT","message":"Site is suspended"}"#)),
        .cloud(
            "the site is unknown", .unknownSite,
            source: "the page “Your Atlassian Cloud site is currently unavailable”; from memory, inferred",
            Reply(
                "404 Not Found", ["Content-Type: text/html", "Server: AtlassianEdge"],
                "<html><title>Atlassian Cloud Notifications - Page Unavailable</title><h1>Your Atlassian Cloud site is currently "
                    + "unavailable.</h1>")),
        .cloud(
            "an address that is not on the list", .ipAllowlist,
            source: "confluence.atlassian.com pageId=1384133808: the whole body; its status is inferred",
            tenant,
            .json(
                "403 Forbidden",
                """
                {"errorMessages":["The IP address has been rejected because it is not on the allowed list. See your admin for more \
                information."],"errors":{}}
                """)),
        .cloud(
            "the edge is broken", .serverError,
            source: "confluence.status.atlassian.com j037n57ytq53: 401 and 5xx of the edge; the page is inferred",
            Reply(
                "502 Bad Gateway", ["Server: AtlassianEdge", "Content-Type: text/html"],
                "<html><title>502 Bad Gateway</title></html>")),
    ]

    private static let cloudID = "11111111-2222-3333-4444-555555555555"
    private static let tenant = Reply.json(to: "_edge/tenant_info", "200 OK", #"{"cloudId":"\#(cloudID)"}"#)
}
