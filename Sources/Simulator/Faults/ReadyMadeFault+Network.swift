import ConfluenceModel

/// Faults of what lies between a client and the site.
extension ReadyMadeFault {
    static let network: [ReadyMadeFault] = [
        ReadyMadeFault(
            "waf-block", "A firewall in front refuses every request.",
            mimics: "a web application firewall of a content network", "the page of CloudFront's firewall", .observed
        ) { _ in .answer(firewallPage) },
        ReadyMadeFault(
            "waf-blocks-python", "A firewall in front refuses clients by their User-Agent.",
            mimics: "a firewall rule against python-requests",
            match: FaultRule.Match(userAgent: "python-requests"), "sooperset/mcp-atlassian, client", .inferred
        ) { _ in .answer(firewallPage) },
        ReadyMadeFault(
            "captive-proxy", "Every answer is the sign-in page of the network, with status 200.",
            mimics: "a company proxy or hotspot that wants a login first", "RFC 6585, section 6, and its appendix",
            .documented
        ) { _ in
            .answer(
                .page(
                    200, title: "Network sign-in",
                    "<form method=\"post\" action=\"http://signin.network.example/login\">Please sign in to use this network."
                        + "<input name=\"user\"><input name=\"password\" type=\"password\"></form>",
                    [.init("Cache-Control", "no-store")]))
        },
        ReadyMadeFault(
            "proxy-authentication", "A proxy asks for a login of its own: 407.",
            mimics: "a forward proxy that wants a user name and password", "RFC 9110, section 15.5.8", .documented
        ) { _ in
            .answer(
                .page(
                    407, title: "Cache Access Denied",
                    "Sorry, you are not allowed to request this until you have authenticated.",
                    [
                        .init("Proxy-Authenticate", "Basic realm=\"proxy\""),
                        .init("Via", "1.1 proxy.network.example (squid/6.6)"),
                    ]))
        },
        ReadyMadeFault(
            "proxy-error-page", "A proxy answers in the site's place that it can't reach it.",
            mimics: "a forward proxy without a way to the site", "the error page of Squid", .observed
        ) { _ in
            .answer(
                .page(
                    503, title: "ERROR: The requested URL could not be retrieved", "Connection to the host failed.",
                    [
                        .init("X-Squid-Error", "ERR_CONNECT_FAIL 113"),
                        .init("Via", "1.1 proxy.network.example (squid/6.6)"),
                    ]))
        },
        ReadyMadeFault(
            "sso-proxy", "Requests are sent on to an identity provider.",
            mimics: "an authenticating reverse proxy (oauth2-proxy, SAML) in front of the site", on: [.dataCenter],
            "github.com/Spenhouet/confluence-markdown-exporter/pull/195", .observed
        ) { _ in .redirect(status: 302, to: "https://sso.acme.example/adfs/ls/?SAMLRequest=fZJNT8MwDIb") },
        ReadyMadeFault(
            "login-page", "Every answer is the site's login page, with status 200.",
            mimics: "a base address that leads to a page for people",
            "github.com/atlassian-api/atlassian-python-api/issues/1132", .observed
        ) { deployment in
            .answer(
                deployment == .cloud
                    ? .page(
                        200, title: "Log in with Atlassian account",
                        "Log in to Jira, Confluence, and all other Atlassian Cloud products here.")
                    : .page(
                        200, title: "Log In - Confluence", "<form name=\"loginform\" action=\"/dologin.action\"></form>"
                    ))
        },
        ReadyMadeFault(
            "slow-answer", "Each answer is held back for thirty seconds.",
            mimics: "a site that is overloaded", "time-outs that users report", .observed
        ) { _ in .delay(milliseconds: 30_000) },
        ReadyMadeFault(
            "slow-body", "Bodies arrive in pieces of 64 bytes, a quarter of a second apart.",
            mimics: "a bad line", "time-outs that users report", .observed
        ) { _ in .drip(bytes: 64, milliseconds: 250) },
        ReadyMadeFault(
            "half-json", "Bodies end in their middle, under a head that promises no more.",
            mimics: "a proxy that cut an answer and mended its length", "parse errors that users report", .inferred
        ) { _ in .halve(share: 0.5) },
        ReadyMadeFault(
            "truncated-body", "The connection closes in the middle of the body.",
            mimics: "a line that breaks", "RFC 9112, section 8", .documented
        ) { _ in .truncate(share: 0.5) },
        ReadyMadeFault(
            "dropped-connection", "The connection closes without an answer.",
            mimics: "a firewall or load balancer that resets connections", "RFC 9112, section 9.5", .documented
        ) { _ in .drop(afterHead: false) },
        ReadyMadeFault(
            "clock-skew", "The site's clock is ten minutes ahead.",
            mimics: "a server without time service", "RFC 9110, section 6.6.1", .documented
        ) { _ in .clockSkew(seconds: 600) },
    ]

    static let certificates: [ReadyMadeFault] = [
        ReadyMadeFault(
            "expired-certificate", "The site shows a certificate whose time is over.",
            mimics: "a certificate that nobody renewed", "RFC 5280, section 6", .documented
        ) { _ in .certificate(.expired) },
        ReadyMadeFault(
            "self-signed-certificate", "The site shows a certificate that no authority signed.",
            mimics: "a test installation, or a proxy that opens TLS", "RFC 5280, section 6", .documented
        ) { _ in .certificate(.selfSigned) },
        ReadyMadeFault(
            "wrong-host-certificate", "The site shows another site's certificate.",
            mimics: "an address that leads to another server", "RFC 9110, section 4.3.4", .documented
        ) { _ in .certificate(.wrongHost) },
        ReadyMadeFault(
            "old-protocol", "The site speaks no TLS later than 1.1.",
            mimics: "a server that was not touched for years", "RFC 8996", .documented
        ) { _ in .certificate(.oldProtocol) },
    ]

    private static let firewallPage = FaultRule.Answer.page(
        403, title: "ERROR: The request could not be satisfied",
        "Request blocked. We can't connect to the server for this app or website at this time.",
        [.init("Server", "CloudFront"), .init("X-Cache", "Error from cloudfront")])
}
