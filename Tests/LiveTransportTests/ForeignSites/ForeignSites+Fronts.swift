import ConfluenceModel

extension ForeignSite {
    /// Web servers, firewalls, proxies and login pages, which answer in HTML or by a redirect.
    static let fronts: [ForeignSite] = [
        ForeignSite(
            "nginx wants a client certificate", .clientCertificate,
            source: "issue laurent22/joplin#2218: the whole page",
            Reply(
                "400 Bad Request", ["Server: nginx/1.16.1", "Content-Type: text/html"],
                page(
                    "400 No required SSL certificate was sent", "400 Bad Request",
                    "No required SSL certificate was sent"))
        ),
        ForeignSite(
            "nginx doesn't trust the client's certificate", .clientCertificate,
            source: "nginx's page for its code 495; from memory, inferred",
            Reply(
                "400 Bad Request", ["Server: nginx", "Content-Type: text/html"],
                page("400 The SSL certificate error", "400 Bad Request", "The SSL certificate error"))),
        ForeignSite(
            "a front before Jira wants a client certificate", .clientCertificate,
            source: "issue pycontribs/jira#1573: the title",
            Reply(
                "400 Bad Request", ["Content-Type: text/html"],
                "<html>\n<head>\n<title>400 Required SSL Certificate Not Sent</title>\n</head></html>")),
        ForeignSite(
            "IIS wants a client certificate", .clientCertificate,
            source: "IIS's sub-status 403.7, “Client certificate required”; from memory, inferred",
            Reply(
                "403 Client certificate required", ["Server: Microsoft-IIS/10.0", "Content-Type: text/html"],
                "<html><title>403 - Forbidden: Access is denied.</title><h2>HTTP Error 403.7 - Forbidden: client certificate required"
            )
        ),
        ForeignSite(
            "IIS, 403", .firewall, source: "IIS's short error page; from memory, inferred",
            Reply(
                "403 Forbidden", ["Server: Microsoft-IIS/10.0", "Content-Type: text/html"],
                "<html><head><title>403 - Forbidden: Access is denied.</title></head><h2>403 - Forbidden: Access is denied.</h2>"
            )
        ),
        ForeignSite(
            "Cloudflare turns clients in Python away", .firewall,
            source: "issue JimmyLaurent/cloudflare-scraper#27: the whole body",
            Reply(
                "403 Forbidden", ["Server: cloudflare", "CF-RAY: 8c2f0b7d1e2f3a4b-FRA", "Content-Type: text/plain"],
                "error code: 1020")),
        ForeignSite(
            "Cloudflare's tunnel is down", .serverError,
            source: "Cloudflare's error 1033, as in hotheadhacker/no-as-a-service#114; the status from memory",
            Reply("530 ", ["Server: cloudflare", "Content-Type: text/plain"], "error code: 1033")),
        ForeignSite(
            "Apache's Confluence is away", .serverError,
            source: "mod_proxy's page; from memory, inferred",
            Reply(
                "502 Proxy Error", ["Server: Apache/2.4.57 (Red Hat)", "Content-Type: text/html"],
                """
                <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>502 Proxy Error</title></head><body>
                <h1>Proxy Error</h1><p>The proxy server received an invalid response from an upstream server.<br />
                The proxy server could not handle the request<p>Reason: <strong>Error reading from remote server</strong></p></p>
                """)),
        ForeignSite(
            "F5's access policy", .loginInFront,
            source: "F5's manuals on APM: /my.policy, MRHSession, LastMRH_Session; from memory, inferred",
            Reply(
                "302 Found",
                [
                    "Server: BigIP", "Location: /my.policy", "Set-Cookie: LastMRH_Session=1;path=/;secure",
                    "Set-Cookie: MRHSession=2;path=/",
                ]
            )),
        ForeignSite(
            "Citrix's logon point", .loginInFront,
            source: "NetScaler Gateway's path /logon/LogonPoint/tmindex.html; from memory, inferred",
            Reply("302 Object Moved", ["Location: /logon/LogonPoint/tmindex.html", "Set-Cookie: NSC_AAAC=xyz;Path=/"])),
        ForeignSite(
            "Google's identity-aware proxy", .loginInFront,
            source: "IAP's answer to programs: text and header; from memory, inferred",
            Reply(
                "401 Unauthorized", ["X-Goog-IAP-Generated-Response: true", "Content-Type: text/html"],
                "Invalid IAP credentials: empty token")),
        ForeignSite(
            "nginx asks somebody else who may in", .loginInFront,
            source: "oauth2-proxy's page on auth_request without an error_page: nginx's own 401",
            Reply(
                "401 Unauthorized", ["Server: nginx/1.25.3", "Content-Type: text/html"],
                page("401 Authorization Required", "401 Authorization Required", ""))),
        ForeignSite(
            "Crowd's single sign-on", .loginInFront,
            source: "Crowd's console/login.action; from memory, inferred",
            Reply(
                "302 Found",
                [
                    "Location: https://crowd.acme.example/crowd/console/login.action?redirectTo=https%3A%2F%2Fwiki.acme.example"
                ])),
        ForeignSite(
            "Entra's application proxy", .loginInFront,
            source: "Microsoft's documentation on pre-authentication: a redirect to login.microsoftonline.com",
            Reply(
                "302 Found",
                [
                    "Location: https://login.microsoftonline.com/0000/oauth2/authorize?response_type=code&client_id=1&nonce=2",
                    "Set-Cookie: AzureAppProxyAnalyticCookie_1=2; Path=/",
                ])),
        ForeignSite(
            "Entra's application proxy can't reach the site", .serverError,
            source: "Microsoft's page “This corporate app can't be accessed”; from memory, inferred",
            Reply(
                "504 Gateway Timeout", ["Content-Type: text/html"],
                "<html><title>Gateway Timeout: This corporate app can't be accessed</title>")),
        ForeignSite(
            "Keycloak doesn't know the client", .loginInFront,
            source: "Keycloak's error page, “Invalid parameter: redirect_uri”; from memory, inferred",
            Reply(
                "400 Bad Request", ["Content-Type: text/html;charset=utf-8"],
                "<html><title>Sign in to acme</title><h1>We are sorry...</h1><p>Invalid parameter: redirect_uri</p>"
                    + "<link href=\"/resources/8x/login/keycloak/css/login.css\">")),
        ForeignSite(
            "Palo Alto's filter", .proxyRefusal,
            source: "PAN-OS's default block page: title and sentence; from memory, inferred",
            Reply(
                "503 Service Unavailable", ["Content-Type: text/html"],
                "<html><head><title>Web Page Blocked</title></head><h1>Web Page Blocked</h1><p>Access to the web page you were "
                    + "trying to visit has been blocked in accordance with company policy.</p>")),
        ForeignSite(
            "Blue Coat's filter", .proxyRefusal,
            source: "Symantec ProxySG's exception page policy_denied; from memory, inferred",
            Reply(
                "403 Forbidden", ["Content-Type: text/html"],
                "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>Access Denied (policy_denied)<br>Your system policy has "
                    + "denied access to the requested URL.")),
        ForeignSite(
            "FortiWeb", .firewall, source: "FortiWeb's default page, “Attack ID”; from memory, inferred",
            Reply(
                "200 OK", ["Content-Type: text/html"],
                "<html><title>Web Page Blocked!</title><h2>Web Page Blocked!</h2><p>The page cannot be displayed. Please contact "
                    + "the administrator for additional information.</p><p>URL: wiki.acme.example Attack ID: 20000010</p>"
            )),
        ForeignSite(
            "a page of one application for all", .notConfluence,
            source: "any single-page application; from memory, inferred",
            Reply(
                "200 OK", ["Content-Type: text/html", "Server: nginx"],
                "<!doctype html><html><head><title>Intranet</title></head><body><div id=\"app\"></div></body></html>")),
        ForeignSite(
            "a bucket of files", .notConfluence, .firewall, source: "Amazon S3's error; from memory, inferred",
            Reply(
                "403 Forbidden", ["Server: AmazonS3", "Content-Type: application/xml"],
                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")),
        ForeignSite(
            "ngrok without a tunnel", .serverError, .notConfluence,
            source: "ngrok's ERR_NGROK_3200; from memory, inferred",
            Reply(
                "404 Not Found", ["Ngrok-Error-Code: ERR_NGROK_3200", "Content-Type: text/html"],
                "<html><title>ngrok</title>The endpoint wiki.ngrok-free.app is offline. ERR_NGROK_3200")),
    ]

    private static func page(_ title: String, _ heading: String, _ text: String) -> String {
        """
        <html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(heading)</h1></center>\r\n\
        \(text.isEmpty ? "" : "<center>\(text)</center>\r\n")<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n
        """
    }
}
