import ConfluenceModel

extension ForeignSite {
    /// Pages of networks, other products with a login of their own, and sites that are closed for a while.
    static let portals: [ForeignSite] = [
        ForeignSite(
            "Cisco's guest portal", .captivePortal,
            source: "Cisco ISE's central web authentication; from memory, inferred",
            Reply(
                "302 Found",
                [
                    "Location: https://guest.acme.example:8443/portal/gateway?sessionId=0A0B&action=cwa&redirect=http://wiki.acme.example/rest"
                ])),
        ForeignSite(
            "Fortinet's login", .captivePortal,
            source: "FortiGate's page for clients without a login; from memory, inferred",
            Reply(
                "200 OK", ["Content-Type: text/html"],
                "<html><body><script>window.location=\"http://10.20.0.1:1000/fgtauth?0c2b1a\";</script></body></html>")),
        ForeignSite(
            "Meraki's splash page", .captivePortal, source: "Meraki's redirect; from memory, inferred",
            Reply(
                "302 Found",
                [
                    "Location: https://n143.network-auth.com/splash/?mac=00&continue_url=http%3A%2F%2Fwiki.acme.example%2F"
                ])),
        ForeignSite(
            "a portal that nobody knows", .captivePortal,
            source: "what portals have in common: the address asked for, to lead on to; from memory, inferred",
            Reply("302 Found", ["Location: http://10.1.0.1/welcome.html?url=http://wiki.acme.example/rest"])),
        ForeignSite(
            "SharePoint", .notConfluence, source: "SharePoint's header and its login by Windows; from memory, inferred",
            Reply(
                "401 Unauthorized",
                [
                    "Content-Type: text/plain", "MicrosoftSharePointTeamServices: 16.0.0.10417",
                    "WWW-Authenticate: NTLM",
                ], "401 UNAUTHORIZED")),
        ForeignSite(
            "GitLab", .notConfluence,
            source: "GitLab's redirect of visitors, its header and its cookie; from memory, inferred",
            Reply(
                "302 Found",
                [
                    "Location: https://wiki.acme.example/users/sign_in", "Set-Cookie: _gitlab_session=0; path=/",
                    "X-Gitlab-Meta: {\"version\":\"1\"}",
                ])),
        ForeignSite(
            "Redmine", .notConfluence, source: "Redmine's redirect of visitors and its cookie; from memory, inferred",
            Reply(
                "302 Found",
                ["Location: https://wiki.acme.example/login?back_url=x", "Set-Cookie: _redmine_session=0; path=/"])),
        ForeignSite(
            "closed for maintenance, in German", .maintenance, source: "any company's page; from memory, inferred",
            Reply(
                "503 Service Unavailable", ["Content-Type: text/html; charset=utf-8", "Retry-After: 3600"],
                "<html><title>Wiki</title><h1>Wartungsarbeiten</h1><p>Das Wiki ist gegen 18 Uhr wieder da.</p></html>")),
        ForeignSite(
            "closed for maintenance, in Spanish", .maintenance, source: "any company's page; from memory, inferred",
            Reply(
                "503 Service Unavailable", ["Content-Type: text/html; charset=utf-8"],
                "<html><title>Wiki</title><h1>Mantenimiento programado</h1></html>")),
    ]
}
