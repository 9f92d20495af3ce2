import ConfluenceModel

/// The one command or question that would settle what a text leaves open.
enum NextStep {
    static func text(
        for causes: [CauseID], _ circumstances: Circumstances, isConfiguration: Bool = false, isNoFault: Bool = false
    ) -> String {
        guard let first = causes.first else {
            if isConfiguration { return general }
            return (isNoFault ? "if something fails all the same, " : "")
                + "paste the lines around the first error, with the address that was called and the status that came back"
        }
        let step = steps.first { $0.causes.contains(first) }?.text ?? general
        let isCloud = circumstances.deployment == .cloud
        let host = circumstances.host ?? (isCloud ? "YOUR-SITE.atlassian.net" : "YOUR-CONFLUENCE")
        let root = isCloud && circumstances.host != "api.atlassian.com" ? "https://\(host)/wiki" : "https://\(host)"
        let login = isCloud ? "-u 'E-MAIL:API-TOKEN'" : "-H 'Authorization: Bearer TOKEN'"
        return step.replacing("{host}", with: host).replacing("{root}", with: root).replacing("{login}", with: login)
    }

    private struct Step: Sendable {
        var causes: Set<CauseID>
        var text: String
    }

    private static let general = "run `confluence-doctor diagnose CONFIG.json`: it asks the site and proves the cause"

    private static let steps: [Step] = [
        Step(
            causes: [
                .tokenRevoked, .tokenExpired, .wrongUser, .passwordOnCloud, .wrongScheme, .noProductAccess, .anonymous,
                .seatLapsed,
                .accountDeactivated, .apiTokensDisabled, .personalTokensDisabled, .otherProduct, .sessionCookie,
                .directoryDown,
            ],
            text:
                "run `curl -si {login} {root}/rest/api/user/current | grep -iE '^HTTP|x-seraph|x-ausername|\"type\"'`: 200 with the "
                + "account's name means that the login is fine, and the cause lies further on"),
        Step(
            causes: [
                .whitespace, .quoted, .truncated, .schemeInSecret, .userInSecret, .encodedSecret, .repeatedSecret,
                .encoding,
                .secretMissing,
                .secretReference, .bothSecrets, .customHeaders,
            ],
            text:
                "run `confluence-doctor diagnose --offline CONFIG.json`: it names every odd character of the credential and its place"
        ),
        Step(
            causes: [.captcha],
            text:
                "can the account log in at https://{host}/ in a private browser window, and does a CAPTCHA appear there?"
        ),
        Step(
            causes: [.scopeMissing, .scopedTokenOnSite],
            text:
                "which scopes does the token have at id.atlassian.com → Security → API tokens, or was it made without scopes?"
        ),
        Step(
            causes: [.nameNotResolved, .vpnOnly],
            text:
                "run `getent hosts {host}` (or `nslookup {host}`) where the client runs, and again inside the company's network"
        ),
        Step(
            causes: [.connectionRefused, .timedOut, .unreachable, .connectionDropped],
            text:
                "run `curl -sv --connect-timeout 10 -o /dev/null https://{host}/` where the client runs: it says how far it gets"
        ),
        Step(
            causes: [
                .certificateUntrusted, .certificateExpired, .certificateWrongHost, .certificateWeak, .proxyInterception,
                .verifySSL,
                .clockSkew, .tlsVersion, .clientCertificate,
            ],
            text:
                "run `openssl s_client -connect {host}:443 -servername {host} </dev/null | openssl x509 -noout -subject -issuer -dates` "
                + "where the client runs: the issuer shows who signed, a proxy or the site"),
        Step(
            causes: [.proxyAuthentication, .proxyRefusal, .captivePortal, .firewall],
            text:
                "run `curl -sv -o /dev/null https://{host}/ 2>&1 | grep -iE 'proxy|HTTP/|server:|via:'` where the client runs: it shows who answers"
        ),
        Step(
            causes: [
                .basePath, .notConfluence, .hostingMismatch, .loginInFront, .singleSignOn, .plainHTTP,
                .trailingCharacters, .malformedAddress, .v2OnDataCenter,
            ],
            text:
                "run `curl -s -o /dev/null -w '%{http_code} %{content_type}\\n' {login} {root}/rest/api/user/current`: JSON means that this is the right base URL, "
                + "HTML or 404 that it isn't"),
        Step(
            causes: [.unknownSite, .siteSuspended, .gatewayCloudID],
            text:
                "run `curl -s https://{host}/_edge/tenant_info`: a site that exists answers with its cloudId, without any login"
        ),
        Step(
            causes: [.ipAllowlist],
            text:
                "run `curl -s https://api.ipify.org` where the client runs: is that address on the organisation's allowlist?"
        ),
        Step(
            causes: [
                .spaceNotFound, .spaceNoAccess, .spaceKeyCase, .spaceNameForKey, .personalSpaceKey, .spaceKeyCharacters,
                .spaceArchived,
            ],
            text:
                "run `curl -s {login} '{root}/rest/api/space?limit=100'`: is the key, exactly as configured, among those listed?"
        ),
        Step(
            causes: [.spaceNoWrite, .pageRestricted, .readOnly],
            text:
                "can the same account edit the page, and make another beside it, in the browser? It shows whether the space or a restriction is in the way"
        ),
        Step(
            causes: [.pageMissing, .pageTrashed, .pageDraft, .pageArchived, .pageOtherSpace, .titleCase],
            text:
                "run `curl -s {login} '{root}/rest/api/content/PAGE-ID?status=any'`: what are its status and its space?"
        ),
        Step(
            causes: [.titleTaken],
            text:
                "search the space, its trash and its archive for the title, as an administrator of the space: which page has it?"
        ),
        Step(
            causes: [.versionConflict, .pageUnreconciled],
            text: "who or what else saves this page? Its history shows the versions of that minute"),
        Step(
            causes: [.invalidStorage],
            text:
                "what stands at the row and column of the message in the body that was sent? Run `xmllint --noout BODY.xml` on it"
        ),
        Step(
            causes: [.cqlError],
            text:
                "which query was sent? Run `curl -s -G {login} --data-urlencode 'cql=QUERY' {root}/rest/api/content/search`: the answer names the place"
        ),
        Step(causes: [.endpointRemoved], text: "which path answered 410, and which version of the client calls it?"),
        Step(
            causes: [.rateLimited],
            text:
                "what do Retry-After and X-RateLimit-Remaining say in the answer, and how many clients use this account?"
        ),
        Step(
            causes: [.serverError, .maintenance, .indexLag],
            text:
                "does {root}/ work in the browser now, and does https://confluence.status.atlassian.com (or the server's log) tell of a fault at that time?"
        ),
        Step(
            causes: [.xsrf],
            text:
                "does the request carry `X-Atlassian-Token: no-check`, and no Origin or browser-like User-Agent header?"
        ),
        Step(
            causes: [.attachmentTooLarge],
            text:
                "how large is the file, and what limit does Confluence show under General configuration → Attachment settings?"
        ),
        Step(
            causes: [.toolNotSelected, .indexNotConfigured, .legacyConfiguration],
            text: "run `confluence-doctor diagnose --offline CONFIG.json`: it lists the tools that the toolkit offers"),
    ]
}
