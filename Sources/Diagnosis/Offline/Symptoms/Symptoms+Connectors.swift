import ConfluenceModel

extension Symptoms {
    /// What connectors, libraries and Confluence itself say of requests that fit another site or plan than this one.
    static let connectorSymptoms: [Symptom] = [
        Symptom(
            "plan", .strong, .confluence,
            [
                "because you are on free edition", "you are on the free plan", "upgrade to standard or premium",
                "not available on the free plan", "not available on your plan", "requires the premium plan",
                "only available * {premium plan|enterprise plan|paid plan}", "entitlement validation failed",
            ],
            [.adminOnly: 0.9, .noProductAccess: 0.1],
            means: "what is asked for belongs to another plan",
            source: "airbytehq/airbyte#23862"),
        Symptom(
            "content-of-cloud", .vague, .confluence,
            ["no contenttypebinding found for type: folder", "no contenttypebinding found"],
            [.v2OnDataCenter: 0.5, .olderRelease: 0.3, .endpointRemoved: 0.2],
            cloud: [.endpointRemoved: 0.8, .invalidBody: 0.2],
            means: "the client asks for a kind of content that this release doesn't know, as Cloud's folders",
            source: "run-llama/llama_index#19964"),
        Symptom(
            "export-failed", .vague, .confluence, ["pdf conversion not successful"],
            [.endpointRemoved: 0.66, .serverError: 0.34],
            means: "the library polls for an export in a way that Cloud has changed more than once",
            source: "atlassian-api/atlassian-python-api#1057, #1158"),
        Symptom(
            "body-null", .strong, .confluence,
            ["charsequence.length()\" because", "\"unclean\" is null", "because \"unclean\" is null"],
            [.invalidBody: 0.9, .serverError: 0.1],
            means: "the page was sent without a body, over which Confluence trips",
            source: "atlassian-api/atlassian-python-api#1345"),
        Symptom(
            "old-download", .strong, .confluence,
            [
                "/wiki/download/attachments/*{401|unauthorized}", "/wiki/download/thumbnails/*{401|unauthorized}",
                "unauthorized for url: */wiki/download/attachments/",
            ],
            [.endpointRemoved: 0.76, .tokenRevoked: 0.12, .wrongScheme: 0.12], only: .cloud,
            means:
                "Cloud's old addresses of files take a browser's session alone; tokens go to the REST API's download",
            source: "sooperset/mcp-atlassian#1368"),
        Symptom(
            "anonymous-remote", .strong, .confluence,
            ["anonymous rpc access is disabled", "anonymous remote api access", "anonymous access to the remote api"],
            [.secretMissing: 0.6, .remoteAPIOff: 0.4],
            means: "the request came without a login, and the remote API is closed to those",
            source: "Confluence Data Center's settings of the remote API"),
        Symptom(
            "java-not-found", .vague, .client, ["filenotfoundexception: http"],
            [.basePath: 0.4, .pageMissing: 0.2, .spaceNotFound: 0.14, .endpointRemoved: 0.14, .tokenRevoked: 0.12],
            means: "Java's word for an answer 404 or 410",
            source: "java.net.HttpURLConnection"),
        Symptom(
            "xml-interface", .vague, .client,
            [
                "filenotfoundexception: http*/rpc/", "404 * /rpc/xmlrpc", "404 * /rpc/soap", "/rpc/xmlrpc * 404",
                "/rpc/xmlrpc*404",
                "/rpc/soap*404", "/rpc/json-rpc*404",
            ],
            [.basePath: 0.5, .endpointRemoved: 0.3, .remoteAPIOff: 0.2],
            means: "the old XML interface isn't at this address: Cloud has none, and elsewhere it has a context path",
            source: "java.net.HttpURLConnection; Confluence's XML-RPC"),
        Symptom(
            "answer-lacks", .vague, .anybody,
            [
                "attachments['size'] keyerror", "keyerror: 'size'", "keyerror: 'results'", "keyerror: '_links'",
                "keyerror: 'version'", "reading 'results')", "undefined (reading 'length') * {confluence|wiki}",
            ],
            [.basePath: 0.34, .loginInFront: 0.14, .pageMissing: 0.2, .pageRestricted: 0.16, .tokenRevoked: 0.16],
            means: "the answer was none of those that the client expects, as an error or a page is",
            source: "atlassian-api/atlassian-python-api#260"),
        Symptom(
            "nothing-found", .vague, .client,
            [
                "indexed items: 0", "items indexed: 0", "0 items indexed", "documents indexed: 0",
                "0 documents indexed", "indexed 0 {documents|pages|items}", "synced 0 ", "0 pages synced",
                "fetched 0 {pages|documents|items|results}", "loaded 0 {documents|pages}", "no preview results",
                "0 documents loaded", "found 0 {pages|documents|results|spaces}", "0 {spaces|pages} found",
            ],
            [
                .spaceNoAccess: 0.3, .spaceNotFound: 0.22, .anonymous: 0.14, .pageRestricted: 0.12, .indexLag: 0.08,
                .spaceKeyCase: 0.08, .spaceArchived: 0.06,
            ],
            means: "it worked, and found nothing that this account may see",
            source: "connectors of search products"),
    ]

    /// What people tell of the way to a site, and of what a client lacks for theirs.
    static let askedTales: [Symptom] = [
        tale(
            "wiki-path",
            [
                "/wiki * {only on|only in|is only|on atlassian cloud only|hard coded|hardcoded|isn't there|in front of}",
                "without /wiki", "without the /wiki", "no more /wiki", "no /wiki", "/wiki is missing", "missing /wiki",
                "append /wiki", "appends /wiki", "adds /wiki", "added /wiki", "add /wiki", "removed /wiki",
                "remove /wiki", "the /wiki part", "the /wiki prefix", "/wiki suffix", "/wiki twice",
                "rest api directly at", "context path",
            ],
            [.basePath: 0.86, .hostingMismatch: 0.14], strength: .vague,
            means: "the path before the API is in question: /wiki on Cloud, elsewhere whatever was configured"),
        tale(
            "v2-told",
            [
                "support api v2", "supports api v2", "support the v2 api", "support v2 of the api", "no v2 api",
                "support * v2 endpoint", "doesn't have * v2", "does not have * v2", "has no v2", "have no v2",
                "only cloud has * v2",
                "v2 api * {cloud only|only in cloud|only on cloud|only for cloud|only the cloud}",
                "api v2 * {cloud only|only in cloud|only on cloud|only for cloud|only the cloud}",
            ],
            [.v2OnDataCenter: 0.84, .hostingMismatch: 0.16], strength: .vague,
            means: "v2 of the API, which Cloud alone has, is spoken of"),
        tale(
            "tomcat-unauthorised",
            [
                "error: unauthorized", "unauthorizedexception", "responded with unauthorized", "got unauthorized",
                "message\":\"unauthorized", "message\": \"unauthorized", "unauthorizederror", "suddenly unauthorized",
            ],
            [.tokenRevoked: 0.3, .wrongScheme: 0.24, .wrongUser: 0.18, .tokenExpired: 0.16, .passwordOnCloud: 0.12],
            strength: .vague, means: "the login wasn't taken"),
        tale(
            "title-told",
            [
                "share a title", "share the title", "share the same title", "share a name", "with the very name",
                "pages * {same name|same title|identical titles|the same titles}", "page with the same name",
                "two pages of the same", "title exists", "titles are the same", "gleicher titel", "gleichen titel",
                "même titre", "mismo título",
            ],
            [.titleTaken: 0.86, .pageOtherSpace: 0.14], strength: .vague,
            means: "two pages of one title are spoken of, of which a space holds one"),
        tale(
            "sso-mentioned",
            [
                "sso cookie", "sso/session", "session login", "behind sso", "uses sso", "rely on sso", "relies on sso",
                "use sso", "via sso", "through sso", "with sso", "works with sso",
            ],
            [.singleSignOn: 0.6, .loginInFront: 0.4], strength: .vague,
            means: "people log in by single sign-on there, which programs can't"),
        tale(
            "client-certificate-told",
            ["mutual tls", "mtls", "client certificate", "client cert ", "clientzertifikat", "certificat client"],
            [.clientCertificate: 0.9, .certificateUntrusted: 0.1], strength: .vague,
            means: "a certificate of the client is spoken of"),
        tale(
            "scoped-told",
            [
                "scoped api token", "scoped token", "token with scopes", "tokens with scopes", "api token with scope",
                "token * {is scoped|has scopes|is a scoped}", "granular scopes", "scoped one",
            ],
            [.scopedTokenOnSite: 0.72, .scopeMissing: 0.28], strength: .vague,
            means: "a token with scopes is taken at Atlassian's gateway, and at no site"),
        tale(
            "agent-told",
            [
                "-h \"user-agent", "-h 'user-agent",
                "user agent * {works|gets through|comes through|answers|makes a difference}",
                "different user agent", "another user agent", "browser's user agent",
            ],
            [.firewall: 0.9, .connectionDropped: 0.1], strength: .vague,
            means: "whether an answer comes depends on the client's name"),
        tale(
            "older-release",
            [
                "confluence 7.0.* {personal access token|bearer}", "confluence 7.1.* {personal access token|bearer}",
                "confluence 7.2.* {personal access token|bearer}", "confluence 7.3.* {personal access token|bearer}",
                "confluence 7.4.* {personal access token|bearer}", "confluence 7.5.* {personal access token|bearer}",
                "confluence 7.6.* {personal access token|bearer}", "confluence 7.7.* {personal access token|bearer}",
                "confluence 7.8.* {personal access token|bearer}", "personal access token * confluence 7.4",
                "personal access token * confluence 6.", "confluence 6.* {personal access token|bearer}",
                "bearer * {confluence 6.|confluence 7.4|confluence 7.3|confluence 5.}",
            ],
            [.olderRelease: 0.9, .wrongScheme: 0.1],
            means: "personal access tokens came with Confluence 7.9, and this release is older"),
        tale(
            "one-page-told",
            [
                "able to edit other pages", "can edit other pages", "other pages can be edited",
                "other pages are editable",
                "all other pages work", "other pages * {no problem|work fine|without trouble}", "only this page",
                "just this one page", "only one page {fails|is affected|can't}",
            ],
            [.pageRestricted: 0.72, .pageUnreconciled: 0.14, .pageMissing: 0.14], strength: .vague,
            means: "one page differs from the others, as by a restriction"),
        tale(
            "unreachable-told",
            [
                "is down", "was down", "http code: 0", "is not reachable", "isn't reachable", "is unreachable",
                "can't be reached", "cannot be reached", "nicht erreichbar", "injoignable", "no responde",
                "接続できません", "无法访问",
            ],
            [.unreachable: 0.34, .timedOut: 0.2, .connectionRefused: 0.18, .serverError: 0.14, .maintenance: 0.14],
            strength: .faint, means: "the site can't be reached; these words don't say why"),
        tale(
            "macro-braces",
            [
                "curly brac* macro", "macro * curly brac", "escape * curly brac",
                "curly braces * {escape|render|storage}",
            ],
            [.invalidStorage: 0.9, .serverError: 0.1], strength: .vague,
            means: "Confluence reads curly braces as a macro's"),
        tale(
            "certificate-told",
            [
                "root certificate", "ca bundle", "ca certificate", "custom ca ", "own ca ", "internal ca ",
                "private ca ", "corporate ca ", "company ca", "company's ca", "certificate store", "own certificate",
                "certificates in the store", "truststore", "trust store", "cacerts", "stammzertifikat", "eigene ca",
                "certificat racine", "certificado raíz", "internal certificate",
            ],
            [.certificateUntrusted: 0.86, .proxyInterception: 0.14], strength: .vague,
            means: "an authority of one's own signed the certificate"),
    ]
}
