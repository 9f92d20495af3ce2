import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// Who answers in the place of Confluence's REST API, and why the site turns a client away before any login.
    static let frontCauses: [Cause] = [
        Cause(
            .plainHTTP, "The address says http where the site wants https",
            looksLike: [
                Look("a redirect to https, after which the Authorization header is gone or the method is GET"),
                Look("reading works and writing is 405 or 415: a redirect to https drops what was sent"),
                Look(
                    "the other way round, https at a port for plain http: “wrong version number”, “Unrecognized SSL message, plaintext connection?”"
                ),
                Look("nothing listens at port 80"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 8, requires: .plainHTTP,
            signs: [
                Sign(.plainHTTP, 3), Sign(.siteUnrecognised, 0.9), Sign(.siteElsewhere, 0.05),
                Sign(.worked(.secureAddress), 0.97), Sign(.foundNowhere, 0.9), Sign(.failed(.otherHosting), 0.95),
            ],
            proofs: [.said(.plainHTTP), .repair(.secureAddress)],
            fields: [.baseURL],
            explanation: "“{base}” is not encrypted, and the site answers over https only.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential and write https:// in “Base URL”: a "
                        + "secret that was sent over http should be replaced.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .trailingCharacters, "The base URL has characters behind its end",
            looksLike: [
                Look("404, or a name that has no address, because of a comma, bracket or full stop behind the address"),
                Look("“Invalid URL” before any request, where the host's name ends in a comma or bracket"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .trailingCharacters,
            signs: [
                Sign(.trailingCharacters, 5), Sign(.siteUnrecognised, 0.4), Sign(.siteElsewhere, 0.4),
                Sign(.siteUnreachable, 0.15), Sign(.worked(.trimmedAddress), 0.97), Sign(.failed(.otherHosting), 0.9),
                Sign(.foundElsewhere, 0.6),
            ],
            proofs: [.said(.uncallableEnd), .repair(.trimmedAddress)],
            fields: [.baseURL],
            explanation: "“{base}” ends in characters that belong to no address.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential and take what stands behind the address "
                        + "out of “Base URL”.")
            ],
            links: [Links.eliteaToolkit]
        ),
        obstacle(
            .unknownSite, .siteUnknown, "There is no Cloud site of that name",
            looksLike: [
                Look("a page “Your Atlassian Cloud site is currently unavailable” or “site not found”", on: .cloud)
            ],
            places: [.cloud(.basic, .bearer, .cookies, .anonymous)],
            explanation: "Atlassian's Cloud has no site at {host}: {failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open Confluence in the browser and copy the name before .atlassian.net into “Base URL”: sites can be "
                        + "renamed, and the old name ends some time later.")
            ],
            links: [Links.cloudREST]
        ),
        obstacle(
            .gatewayCloudID, .gatewaySiteUnknown, "The gateway knows no site of that cloud id",
            looksLike: [Look("404 of api.atlassian.com for everything below /ex/confluence/…", on: .cloud)],
            places: [.cloud(.basic, .bearer, .cookies, .anonymous)],
            explanation: "The cloud id in “{base}” is none of a Confluence site: {failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open https://yourcompany.atlassian.net/_edge/tenant_info in the browser: it shows the cloudId.",
                    "In ELITEA, open Credentials, choose the Confluence credential and put it into “Base URL” as "
                        + "https://api.atlassian.com/ex/confluence/CLOUDID/wiki.")
            ],
            links: [Links.scopedTokens]
        ),
        obstacle(
            .siteSuspended, .siteSuspended, "The Cloud site is deactivated",
            looksLike: [Look("503 or 403 with “SUSPENDED_INACTIVITY” or “SUSPENDED_PAYMENT”", on: .cloud)],
            places: [.cloud(.basic, .bearer, .cookies, .anonymous)],
            explanation: "Atlassian has deactivated the site {host}: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Open admin.atlassian.com, look for the notice about the site or its subscription, and reactivate it."
                )
            ],
            links: [Links.status]
        ),
        obstacle(
            .captivePortal, .captivePortal, "The network wants somebody to sign in first",
            looksLike: [
                Look("each answer is the sign-in page of the network, with status 200, 302 or 511"),
                Look("“'str' object has no attribute 'get'”: a page came for data"),
            ],
            faults: ["captive-proxy"],
            explanation: "The network's own sign-in page comes in the place of {host}: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Let ELITEA's host into the network without a sign-in page, or through a proxy that asks for none.")
            ]
        ),
        obstacle(
            .loginInFront, .loginInFront, "A login page stands in front of Confluence",
            looksLike: [
                Look("a redirect to an identity provider, with SAMLRequest or client_id in its address"),
                Look("200 with a page “Log in with Atlassian account”", on: .cloud),
                Look("200 with a page “Log In - Confluence”, or oauth2-proxy's sign-in page", on: .dataCenter),
                Look("“'str' object has no attribute 'get'” or “string indices must be integers, not 'str'”"),
            ],
            faults: ["sso-proxy", "login-page"],
            explanation: "A login page for people answers at {host} in the place of the REST API: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Let the proxy in front of Confluence pass requests below /rest that carry an Authorization header: "
                        + "Confluence checks the token itself."),
                CauseFix(
                    .you,
                    "Compare “Base URL” with the address of a Confluence page: only what all pages share belongs there."
                ),
            ],
            links: [Links.personalAccessTokens]
        ),
        obstacle(
            .firewall, .firewall, "A web application firewall refuses the request",
            looksLike: [
                Look(
                    "403 with a page “Request blocked”, “Attention Required!”, “Access Denied” and a reference number"),
                Look("it works in the browser and fails for clients named python-requests"),
            ],
            faults: ["waf-block", "waf-blocks-python"],
            explanation: "A firewall in front of {host} refuses the request: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Look the reference number of the page up in the firewall's log, and let requests to /rest pass that come "
                        + "from ELITEA: its client is called python-requests.")
            ]
        ),
        obstacle(
            .ipAllowlist, .addressNotAllowed, "The client's IP address is not on the allowlist",
            looksLike: [
                Look(
                    "403 “The IP address has been rejected because it is not on the allowed list. See your admin for more "
                        + "information.”", on: .cloud),
                Look("it works from the company's network and nowhere else"),
            ],
            faults: ["ip-allowlist"],
            explanation: "{host} lets in only addresses on its list: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin, on: .cloud,
                    "Open admin.atlassian.com → Security → IP allowlists and add the addresses from which ELITEA calls."
                ),
                CauseFix(
                    .siteAdmin,
                    "Add the addresses from which ELITEA calls to the list of the site, or of the proxy in front of it."
                ),
            ],
            links: [Links.allowlist]
        ),
    ]
}
