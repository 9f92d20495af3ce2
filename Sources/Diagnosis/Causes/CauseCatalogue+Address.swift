import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What keeps a request from reaching Confluence's REST API.
    static let addressCauses: [Cause] = [
        Cause(
            .malformedAddress, "The base URL can't be called",
            looksLike: [
                Look("every tool fails before any request, with “Invalid URL” or “No scheme supplied”"),
                Look(
                    "a token that is right is never sent: the address holds “user:password@”, which the client sends in its "
                        + "place",
                    on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 3,
            signs: refused + [
                Sign(.malformedAddress, 50), Sign(.siteUnrecognised, 1), Sign(.siteHere, 1),
                Sign(.worked(.mendedAddress), 0.8),
                Sign(.loginInAddress, 12), Sign(.loginSchemeRefused, 0.3), Sign(.worked(.withoutLogin), 0.97),
            ],
            proofs: [.said(.malformedAddress), .repair(.withoutLogin)],
            fields: [.baseURL],
            explanation: "The base URL “{base}” can't be used as it stands: {malformed}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential and correct “Base URL”{suggestion}.",
                    "The form is https://yourcompany.atlassian.net/wiki for Cloud, https://confluence.yourcompany.com "
                        + "with its context path, if it has one, for Data Center.")
            ],
            links: [Links.cloudREST, Links.dataCenterREST]
        ),
        Cause(
            .unreachable, "The host can't be reached",
            looksLike: [
                Look("“Connection error - unable to reach Confluence”, “Max retries exceeded”, “No route to host”"),
                Look("an answer that is not HTTP, or one without an end"),
            ],
            weight: 0.6,
            signs: [Sign(.siteUnreachable, 0.99), Sign(.obstacle(.unreachable), 0.99)],
            proofs: [.said(.obstacle(.unreachable))],
            fields: [.baseURL],
            explanation: "{Failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Compare the host name in “Base URL” with the one in your browser when Confluence is open.",
                    "From the network where ELITEA runs, check that the name resolves and that the port is open: "
                        + "a Confluence inside a company's network may need a VPN, a proxy or a firewall rule.")
            ]
        ),
        Cause(
            .notConfluence, "Something other than Confluence answers",
            looksLike: [
                Look(
                    "“'str' object has no attribute 'get'” or “string indices must be integers”: a page came for data"),
                Look(
                    "404 for all below /wiki, or a redirect to home.atlassian.com: the site has no Confluence",
                    on: .cloud),
                Look(
                    "403 of a web server that has nothing to show there, or whose site was stopped: “directory listing denied”, "
                        + "“this web app is stopped”; a bare “403 Forbidden” leaves open who refuses, and why"),
                Look("“unknown host”: the name leads to a web server that has no site for it"),
            ],
            weight: 0.6,
            signs: [
                Sign(.siteUnrecognised, 0.95), Sign(.foundNowhere, 0.97), Sign(.failed(.otherHosting), 0.95),
                Sign(.loginPage, 0.9), Sign(.failed(.otherPath), 0.95),
                // A site with other products alone is known as a Cloud site, and has nothing below /wiki.
                Sign(.siteHere, 0.1, on: .cloud), Sign(.loginAddressUnknown, 0.9, on: .cloud),
            ],
            proofs: [],
            fields: [.baseURL],
            explanation: "At {address} there is no Confluence: it answers with {answer}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Open Confluence in the browser and compare its address with “Base URL” of the credential in ELITEA.",
                    "If {host} opens Jira or a start page alone, the site may have no Confluence: its administrator sees under "
                        + "admin.atlassian.com → Apps which products it has."),
                CauseFix(
                    .you,
                    "Open Confluence in the browser and compare its address with “Base URL” of the credential in ELITEA.",
                    "If the address is right, a login page or proxy stands in front of Confluence: ask your network "
                        + "team to let requests to /rest/api pass with their Authorization header."),
            ]
        ),
        Cause(
            .siteMoved, "Confluence has moved to another address",
            looksLike: [
                Look("301, 302 or 308 of the API, to the same path of another host"),
                Look("a page that tells of the new address, with 200 or 410, or leads to it by itself"),
                Look(
                    "a stranger's answers: clients follow the redirect and take no Authorization header to another host"
                ),
                Look("the site was renamed: for some time the old name leads to the new one", on: .cloud),
            ],
            sources: [.requests, .pastedText],
            weight: 1, requires: .siteMoved,
            signs: [Sign(.siteMoved, 0.97)],
            proofs: [.said(.siteMoved)],
            fields: [.baseURL],
            explanation:
                "{address} leads everybody on to {moved}, where the toolkit's client never arrives with the credential.",
            fixes: [
                CauseFix(
                    .you,
                    "Open {moved} in the browser and look that it is your Confluence.",
                    "In ELITEA, open Credentials, choose the Confluence credential and set “Base URL” to {moved}.")
            ]
        ),
        Cause(
            .hostingMismatch, "The hosting option doesn't fit the site",
            looksLike: [
                Look("“Hosting is set to Server, but the Confluence Base URL points to Atlassian Cloud”", on: .cloud),
                Look(
                    "pages can be read and not created, links lead nowhere, or every request is a 404", on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 1.2,
            signs: [
                Sign(.siteContradictsHosting, 0.9), Sign(.siteElsewhere, 0.05), Sign(.siteUnrecognised, 0.045),
                Sign(.worked(.otherHosting), 0.97),
            ],
            proofs: [.said(.siteContradictsHosting), .repair(.otherHosting)],
            fields: [.cloud, .hosting],
            explanation: "The configuration says {hosting}, {contradiction}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "In ELITEA, open Credentials, choose the Confluence credential and set “Hosting” to "
                        + "{hostingOfCloud}{ruled}."),
                CauseFix(
                    .you, on: .dataCenter,
                    "In ELITEA, open Credentials, choose the Confluence credential and set “Hosting” to Server{ruled}: "
                        + "it stands for Data Center, too."),
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .basePath, "The base URL has a wrong path",
            looksLike: [
                Look("404 with “null for uri”, or a login page in place of data"),
                Look("a page's or space's address was pasted, or /wiki stands twice", on: .cloud),
                Look("the context path, such as /confluence, is missing or superfluous", on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 1.2,
            signs: [
                Sign(.pageInAddress, 6), Sign(.siteElsewhere, 0.5), Sign(.siteUnrecognised, 0.49),
                Sign(.foundElsewhere, 0.97), Sign(.loginAddressUnknown, 0.95), Sign(.worked(.otherPath), 0.97),
                Sign(.failed(.otherHosting), 0.95),
            ],
            proofs: [.repair(.otherPath)],
            fields: [.baseURL],
            explanation: "Confluence does not live at {address}{foundAt}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential and set “Base URL”{foundBase}.",
                    "It is the part of Confluence's address that all of its pages share: nothing of a space or a page.")
            ],
            links: [Links.eliteaToolkit]
        ),
    ]
}
