import ConfluenceModel

/// Faults of credentials and of what a site's administrators decide: the site itself answers, as in that state.
extension ReadyMadeFault {
    static let credentials: [ReadyMadeFault] = [
        ReadyMadeFault(
            "revoked-token", "Every token counts as revoked.",
            mimics: "a user or administrator revoked the token that a client uses",
            "mozilla/markfluence docs/confluence/api.md; community.atlassian.com 2094301", .measured
        ) { _ in .token(.revoked) },
        ReadyMadeFault(
            "expired-token", "Every token counts as expired.",
            mimics: "a token's last day has passed; Cloud's live a year at most",
            "mozilla/markfluence docs/confluence/api.md; community.atlassian.com 2094301", .measured
        ) { _ in .token(.expired) },
        ReadyMadeFault(
            "captcha", "After one failed login the account must solve a CAPTCHA in a browser.",
            mimics: "“Maximum authentication attempts allowed”, which failed REST logins count towards",
            on: [.dataCenter], "confluence.atlassian.com, Configuring Captcha; knowledge base 966681459", .documented
        ) { _ in .setting(.captchaThreshold(1)) },
    ]

    static let siteRules: [ReadyMadeFault] = [
        ReadyMadeFault(
            "anonymous-access", "Visitors without an account are let in, so a rejected token still gets answers.",
            mimics: "a public site, on which a broken credential reads as nobody's",
            "community.atlassian.com 2094301 and 3039044", .observed
        ) { _ in .setting(.anonymousAccess(true)) },
        ReadyMadeFault(
            "maintenance", "Nothing but a maintenance page is served.",
            mimics: "an upgrade under way, with the load balancer's page in front",
            "confluence.atlassian.com, load balancers and the status page", .inferred
        ) { deployment in
            .answer(
                .page(
                    503,
                    title: deployment == .cloud ? "Down for maintenance" : "Confluence is being upgraded",
                    "The site is down for scheduled maintenance and will be back soon.", [.init("Retry-After", "300")]))
        },
        ReadyMadeFault(
            "read-only-mode", "Everything can be read and nothing changed.",
            mimics: "read-only mode, which administrators put on for a migration", on: [.dataCenter],
            "confluence.atlassian.com, Using read-only mode for site maintenance", .documented
        ) { _ in .setting(.readOnly(true)) },
        ReadyMadeFault(
            "licence-expired", "The product's licence has run out: the site can be read and not changed.",
            mimics: "an expired subscription licence of Data Center", on: [.dataCenter],
            "confluence.atlassian.com, licensing of Data Center", .documented
        ) { _ in .setting(.licence(.expired)) },
        ReadyMadeFault(
            "basic-disabled", "User name and password are refused.",
            mimics: "“Allow basic authentication on API calls” off, as new installations have it", on: [.dataCenter],
            "github.com/skleinei/alfred-confluence/issues/24", .observed
        ) { _ in .setting(.basicAuthentication(false)) },
        ReadyMadeFault(
            "personal-access-tokens-disabled", "Personal access tokens are not taken.",
            mimics: "tokens switched off by a system property", on: [.dataCenter],
            "confluence.atlassian.com, Using personal access tokens", .documented
        ) { _ in .setting(.personalAccessTokens(false)) },
        ReadyMadeFault(
            "sso-only", "Logins go to an identity provider; passwords are not taken.",
            mimics: "single sign-on as the only login", on: [.dataCenter],
            "confluence.atlassian.com, SAML single sign-on for Data Center", .documented
        ) { _ in .setting(.singleSignOn(true)) },
        ReadyMadeFault(
            "directory-outage", "No password can be checked.",
            mimics: "an LDAP or Crowd directory that does not answer", on: [.dataCenter],
            "confluence.atlassian.com, user directories", .inferred
        ) { _ in .setting(.directoryDown(true)) },
        ReadyMadeFault(
            "api-tokens-disabled", "API tokens are not taken.",
            mimics: "an organisation whose authentication policy blocks API tokens", on: [.cloud],
            "support.atlassian.com, authentication policies", .documented
        ) { _ in .setting(.apiTokens(false)) },
        ReadyMadeFault(
            "ip-allowlist", "Only addresses of 203.0.113.0/24 are let in.",
            mimics: "an IP allowlist that leaves the client's network out", on: [.cloud],
            "confluence.atlassian.com, page 1384133808", .documented
        ) { _ in .setting(.ipAllowlist(["203.0.113.0/24"])) },
        ReadyMadeFault(
            "withdrawn-endpoints", "The content endpoints of REST v1 are gone.",
            mimics: "the end of Cloud's deprecated v1, as the gateway shows it already", on: [.cloud],
            "github.com/atlassian-api/atlassian-python-api/issues/1560", .observed
        ) { _ in .setting(.withdrawnEndpoints(.everywhere)) },
        ReadyMadeFault(
            "search-lag", "Search finds what was written only a minute later.",
            mimics: "the queue of the search index", "github.com/sphinx-contrib/confluencebuilder, publisher", .observed
        ) { _ in .setting(.searchLagSeconds(60)) },
    ]
}
