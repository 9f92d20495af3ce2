import ConfluenceModel

extension ForeignSite {
    /// Confluence itself, run by companies, whose own answers say what is wrong.
    static let confluences: [ForeignSite] = [
        ForeignSite(
            "8.5, a token that is no more", .tokenRevoked,
            source: "issue markdown-confluence/markdown-confluence#174: status, headers and length of the answer",
            manifest, visitor(.refusedToken)),
        ForeignSite(
            "9.2, a password that is wrong", .tokenRevoked, .wrongUser, by: .password,
            source: "issue markdown-confluence/markdown-confluence#621: the page of Tomcat, quoted in part",
            manifest, visitor(.refusedPassword)),
        ForeignSite(
            "a CAPTCHA is pending, at 401", .captcha, by: .password,
            source: "Atlassian's page “Configuring Captcha for Failed Logins” (headers); the page is inferred",
            manifest, visitor(.captcha("401 Unauthorized", "X-Seraph-LoginReason: AUTHENTICATION_DENIED"))),
        ForeignSite(
            "a CAPTCHA is pending, at 403", .captcha, by: .password,
            source: "Atlassian's REST guide, “CAPTCHA”: X-Authentication-Denied-Reason; the status is Jira's",
            manifest,
            visitor(
                .captcha(
                    "403 Forbidden",
                    "X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE; login-url=https://wiki.acme.example/login.jsp"))
        ),
        ForeignSite(
            "10.0, passwords are switched off", .wrongScheme, .singleSignOn, by: .password,
            source: "issue skleinei/alfred-confluence#24: the whole body",
            manifest,
            Reply(
                to: "login.action", "200 OK", ["Content-Type: text/html"], "<html><title>Log In - Confluence</title>"),
            .json(
                login: true, "403 Forbidden",
                #"{"message":"Basic Authentication has been disabled on this instance."}"#),
            .json(to: "user/current", "200 OK", anonymous)),
        ForeignSite(
            "7.19, the account may not use Confluence", .noProductAccess, .seatLapsed,
            source: "issue dapplo/Dapplo.Confluence#35: the message; the headers are inferred",
            manifest,
            Reply(
                to: "user/current", login: true, "403 Forbidden",
                ["X-Seraph-LoginReason: OK", "X-AUSERNAME: reader-bot", "Content-Type: application/json"],
                """
                {"statusCode":403,"data":{"authorized":false,"valid":true,"errors":[],"successful":false},"message":\
                "com.atlassian.confluence.api.service.exceptions.PermissionException: Not permitted to use confluence : null"}
                """),
            .json(to: "user/current", "200 OK", anonymous)),
        ForeignSite(
            "a reverse proxy takes the login away", .anonymous, .tokenRevoked,
            source: "community.atlassian.com 2094301: 200 and a visitor; measured on 7.19.6",
            manifest, .json(to: "user/current", "200 OK", anonymous)),
        ForeignSite(
            "a reverse proxy takes the login away, and visitors are shut out", .anonymous, by: .password,
            source: "wire-facts: 401 is Data Center's answer to a wrong password, 403 in these words that to a visitor",
            manifest,
            Reply(
                to: "user/current", "403 Forbidden", ["X-AUSERNAME: anonymous", "Content-Type: application/json"],
                """
                {"statusCode":403,"data":{"authorized":false,"valid":true,"errors":[],"successful":false},"message":\
                "com.atlassian.confluence.api.service.exceptions.PermissionException: Not permitted to use confluence : null"}
                """)),
        ForeignSite(
            "9.2, the directory does not answer", .directoryDown, by: .password,
            source: "Spring's exception as support articles quote it from logs; that a client gets it is inferred",
            manifest,
            .json(
                to: "user/current", login: true, "500 Internal Server Error",
                """
                {"statusCode":500,"message":"org.springframework.ldap.CommunicationException: dc1.acme.example:636; nested \
                exception is javax.naming.CommunicationException","reason":"Internal Server Error"}
                """),
            .json(to: "user/current", "200 OK", anonymous)),
        ForeignSite(
            "a reverse proxy adds the context path", .basePath,
            source: "the manifest is Confluence's own; a redirect of nginx, from memory, inferred",
            Reply(
                to: "GET /confluence/rest/applinks", "200 OK", ["Content-Type: application/json"], manifestBody),
            .json(to: "GET /confluence/rest/api/user/current", login: true, "200 OK", known),
            .json(to: "GET /confluence/rest/api/space/DOCS", login: true, "200 OK", space),
            Reply(
                to: "GET /rest/applinks/1.0/manifest", "302 Found",
                ["Server: nginx", "Location: https://wiki.acme.example/confluence/rest/applinks/1.0/manifest"]),
            Reply(to: "GET /rest/", "302 Found", ["Server: nginx", "Location: /confluence/"]),
            Reply("404 Not Found")),
        ForeignSite(
            "Confluence is not set up yet", .maintenance,
            source: "the first step of the set-up wizard, /setup/setupstart.action; from memory, inferred",
            Reply("302 Found", ["Location: /setup/setupstart.action", "Set-Cookie: JSESSIONID=0; Path=/; HttpOnly"])),
        ForeignSite(
            "Confluence can't start", .serverError,
            source: "Johnson's page errors.action, to which all is sent on; from memory, inferred",
            Reply("302 Found", ["Location: https://wiki.acme.example/errors.action"])),
        ForeignSite(
            "Confluence starts", .serverError, .maintenance,
            source: "Johnson's 503 to REST; the page's title from memory, inferred",
            Reply(
                "503 Service Unavailable", ["Content-Type: text/html", "Retry-After: 30"],
                "<html><head><title>Starting Confluence</title></head><body>Confluence is starting up</body></html>")),
        ForeignSite(
            "a maintenance page of the proxy, by a redirect", .maintenance,
            source: "Atlassian's page “Maintenance page for JIRA, Confluence at proxy level”: a redirect for everybody",
            Reply("302 Found", ["Server: Apache", "Location: https://wiki.acme.example/maintenance.html"])),
        ForeignSite(
            "a maintenance page of the proxy, with status 200", .maintenance,
            source: "Atlassian's page “Maintenance page for JIRA, Confluence at proxy level”; its words are inferred",
            Reply(
                "200 OK", ["Server: Apache", "Content-Type: text/html"],
                "<html><head><title>Scheduled maintenance</title></head><body><h1>The wiki will be back at 8</h1></body>"
            )),
        ForeignSite(
            "Tomcat without Confluence at that path", .notConfluence, .basePath,
            source: "Tomcat's ErrorReportValve; from memory, inferred",
            Reply(
                "404 Not Found", ["Content-Type: text/html;charset=utf-8", "Content-Language: en"],
                "<!doctype html><html lang=\"en\"><head><title>HTTP Status 404 – Not Found</title></head><body>"
                    + "<h1>HTTP Status 404 – Not Found</h1></body></html>")),
        ForeignSite(
            "Bitbucket", .notConfluence,
            source: "Bitbucket's own manifest, typeId “stash”; from memory, inferred",
            .json(to: "manifest", "200 OK", #"{"id":"1","name":"Bitbucket","typeId":"stash","version":"8.19.2"}"#),
            .json("401 Unauthorized", #"{"errors":[{"context":null,"message":"Authentication failed."}]}"#)),
    ]

    private static let anonymous =
        #"{"type":"anonymous","profilePicture":{"path":"/images/icons/profilepics/anonymous.svg","width":48,"height":48,"#
        + #""isDefault":true},"displayName":"Anonymous","_links":{"base":"https://wiki.acme.example","context":""}}"#
    private static let known =
        #"{"type":"known","username":"reader-bot","userKey":"9e7f0001","displayName":"Reader Bot"}"#
    private static let space = #"{"id":98305,"key":"DOCS","name":"Docs","type":"global","status":"current"}"#
    private static let manifestBody =
        #"{"id":"8c1f5b4e-0001","name":"Confluence","typeId":"confluence","version":"8.5.4","buildNumber":9012}"#
    private static let manifest = Reply.json(to: "applinks/1.0/manifest", "200 OK", manifestBody)

    private enum Refusal {
        case refusedToken
        case refusedPassword
        case captcha(String, String)
    }

    /// Confluence's answer to “who am I?” with a login that it refuses.
    private static func visitor(_ refusal: Refusal) -> Reply {
        let oauth = "WWW-Authenticate: OAuth realm=\"https%3A%2F%2Fwiki.acme.example\""
        switch refusal {
        case .refusedToken:
            return Reply(
                "401 Unauthorized",
                [
                    "X-Seraph-LoginReason: AUTHENTICATED_FAILED", oauth, "Content-Type: text/html;charset=utf-8",
                    "Set-Cookie: JSESSIONID=0; Path=/; HttpOnly", "Content-Language: de",
                ], tomcat("Unauthorized"))
        case .refusedPassword:
            return Reply(
                "401 Unauthorized",
                ["X-Seraph-LoginReason: AUTHENTICATED_FAILED", "Content-Type: text/html;charset=utf-8"],
                tomcat("Basic Authentication Failure - Reason : AUTHENTICATED_FAILED"))
        case .captcha(let status, let header):
            return Reply(
                status, [header, oauth, "Content-Type: text/html;charset=utf-8"],
                tomcat("Basic Authentication Failure - Reason : AUTHENTICATION_DENIED"))
        }
    }

    private static func tomcat(_ message: String) -> String {
        "<!doctype html><html lang=\"en\"><head><title>HTTP Status 401 – Unauthorized</title></head><body><h1>HTTP Status 401 – "
            + "Unauthorized</h1><hr class=\"line\" /><p><b>Type</b> Status Report</p><p><b>Message</b> \(message)</p>"
            + "<h3>Apache Tomcat/9.0.82</h3></body></html>"
    }
}
