import ConfluenceModel

extension Symptoms {
    /// What shows that the base URL leads elsewhere.
    static let addressSymptoms: [Symptom] = [
        Symptom(
            "hosting-mismatch", .stated, .confluence,
            [
                "does not match atlassian cloud (*.atlassian.net)", "hosting is set to cloud, but",
                "hosting is set to server, but", "base url points to atlassian cloud",
            ],
            [.hostingMismatch: 1],
            means: "ELITEA compared the hosting option with the host's name before it sent anything",
            source: "elitea-sdk 0.11.27, check_connection"),
        Symptom(
            "null-for-uri", .stated, .client, ["null for uri"],
            [.basePath: 0.84, .hostingMismatch: 0.1, .notConfluence: 0.06],
            means: "a REST API answered that has nothing at this path: the part before /rest/api is wrong",
            source: "line/conflr#3; kovetskiy/mark#13"),
        Symptom(
            "null-for-v2", .stated, .client, ["null for uri*/api/v2/"],
            [.v2OnDataCenter: 0.84, .basePath: 0.1, .hostingMismatch: 0.06],
            cloud: [.basePath: 0.9, .endpointRemoved: 0.1],
            means: "Data Center's REST API has nothing at this path: v2 exists on Cloud only",
            source: "sooperset/mcp-atlassian#1588"),
        Symptom(
            "endpoint-not-found", .strong, .confluence,
            ["confluence api endpoint not found (404)"],
            [.basePath: 0.66, .hostingMismatch: 0.16, .notConfluence: 0.18],
            means: "ELITEA found no “who am I?” at any address that it tried",
            source: "elitea-sdk 0.11.27, check_connection"),
        Symptom(
            "dead-link", .strong, .confluence,
            [
                "page you were trying to reach could not be found", "found a dead link", "the requested resource [/",
                "sorry, we can't find that page", "the origin server did not find a current representation",
                "<title>page not found", "<title>404", "<title>not found", "<title>oops, you've found a dead link",
                "<h1>not found</h1>", "cannot get /rest/api", "cannot get /wiki", "cannot get /api/v2",
            ],
            [.basePath: 0.72, .hostingMismatch: 0.12, .notConfluence: 0.16],
            means: "the server has nothing at this path: the context path is missing, doubled or superfluous",
            source: "markdown-confluence/markdown-confluence#461"),
        Symptom(
            "doubled-path", .stated, .confluence,
            [
                "/wiki/wiki/", "/rest/api/rest/api", "/api/v2/api/v2",
                // The folder of its files on a server is called so, too.
                "/confluence/confluence/{rest|display|pages|spaces|plugins|rpc|login|dologin|x/}",
            ],
            [.basePath: 1],
            means: "the client adds this part of the path itself, so it stands twice",
            source: "markdown-confluence/markdown-confluence#461"),
        Symptom(
            "page-as-base", .stated, .confluence,
            [
                "/wiki/home/rest/api", "/overview/rest/api", "/wiki/spaces/*/rest/api/", "/display/*/rest/api/",
                "/pages/*/rest/api/", "/wiki/home/api/v2", "/dashboard.action/rest", "/index.action/rest",
                "/wiki/spaces/*/api/v2/", "/wiki/rest/api/rest", "pages/viewpage.action*/rest/api",
            ],
            [.basePath: 1],
            means: "the address of a page or space was taken for the base URL",
            source: "atlassian-api/atlassian-python-api#1132"),
        Symptom(
            "cloud-login-page", .strong, .atlassian,
            [
                "log in to jira, confluence, and all other atlassian cloud products",
                "<title>log in with atlassian account", "id.atlassian.com/login?",
                "log in to continue - log in with atlassian account", "log in with your atlassian account",
            ],
            [.basePath: 0.56, .secretMissing: 0.14, .tokenRevoked: 0.14, .wrongScheme: 0.16], only: .cloud,
            means: "Cloud's login page came in place of data: the path isn't the REST API's, or nobody was logged in",
            source: "atlassian-api/atlassian-python-api#1132; langchain-ai/langchain#15869"),
        Symptom(
            "server-login-page", .strong, .atlassian,
            [
                "login.action?os_destination", "/login.action", "dologin.action", "os_destination=",
                "name=\"os_username\"", "<title>log in - confluence", "permissionviolation=true", "login.jsp?",
                "log in - confluence</title>", "<title>anmelden - confluence", "\"log in - confluence",
                "title: log in - confluence",
            ],
            [.basePath: 0.42, .anonymous: 0.24, .loginInFront: 0.16, .singleSignOn: 0.06, .tokenRevoked: 0.12],
            only: .dataCenter,
            means:
                "Confluence's login page came in place of data: the path isn't the REST API's, or nobody was logged in",
            source: "Confluence Data Center's login"),
        Symptom(
            "page-for-data", .vague, .client,
            [
                "'str' object has no attribute 'get'", "string indices must be integers", "unexpected token < in json",
                "unexpected token '<'",
                "invalid character '<' looking for beginning of value", "unexpected character ('<'",
                "not-or-invalid-json", "a format that is not json", "is not valid json", "could not read json response",
                "unexpected token <", "syntaxerror: json.parse: unexpected character", "non-json response",
                "returned html", "expected json but got html", "content-type: text/html* expected",
                "str' object has no attribute",
                "expected json response", "mismatching content type",
                "unexpected character encountered while parsing value: <", "invalid json primitive",
                "did not provide valid json", "does not provide valid json", "not provide valid json",
                "unexpected character '<'", "unexpected '<'", "expected value at line 1 column 1",
                "unrecognized token '<'", "response is not json", "response was not json", "not a json response",
                "no json in the response", "invalid json response", "unexpected content-type text/html",
                "unexpected content type: text/html", "'<' is an invalid start of a value", "unexpected token at '<",
                "unexpected character (<", "unexpected character: <", "json.decode * <html", "syntax error * <!doctype",
                "doctype * is not valid json", "got text/html", "received text/html", "text/html instead of",
                "unknown content type text/html", "expected application/json",
            ],
            [.basePath: 0.32, .loginInFront: 0.3, .notConfluence: 0.2, .v2OnDataCenter: 0.1, .proxyInterception: 0.08],
            means:
                "a page for people came where the client expected data: a login page, a proxy's page or another site",
            source: "atlassian-api/atlassian-python-api#1132; confluence-publisher/confluence-publisher#416"),
        Symptom(
            "nothing-for-data", .faint, .client,
            [
                "expecting value: line 1 column 1", "jsondecodeerror", "unexpected end of json input",
                "no content to map due to end-of-input", "'nonetype' object is not subscriptable",
                "'nonetype' object has no attribute", "could not read json", "failed to parse json",
                "error parsing json", "invalid json", "json parse error", "unexpected end of input",
                "unexpected end of file while parsing", "is an invalid start of a value",
                "expected begin_object but was",
                "expected begin_array but was", "jsonreader.setlenient", "malformed json", "jsonparsererror",
                "a jsonobject text must begin with", "unexpected json token at offset 0", "json::parsererror",
                "isn't in the correct format", "not in the correct format", "conversion from json failed",
                "jason.decodeerror", "error decoding response body", "jsonexception: ",
            ],
            [.loginInFront: 0.34, .basePath: 0.26, .notConfluence: 0.22, .anonymous: 0.18],
            means: "something that isn't JSON came where the client expected data",
            source: "confluence-publisher/confluence-publisher#123; hunyadi/md2conf#21"),
        Symptom(
            "malformed", .stated, .client,
            [
                "no scheme supplied", "missingschema", "invalidschema", "no connection adapters were found",
                "unsupported protocol scheme", "no host supplied", "invalidurl", "err_invalid_url", "invalid url: ",
                "typeerror: invalid url",
                "confluence url must start with http", "confluence url is invalid",
                "base url is required for confluence", "confluence url is required", "malformedurlexception",
                "illegal character in", "no host in request url", "url using bad/illegal format",
                "unsupportedprotocol", "url can't contain control characters", "port could not be cast to integer",
                "failed to parse url", "only absolute urls are supported", "uri is not absolute",
                "invalid uri: the format of the uri", "must be an absolute uri", "target host is not specified",
                "does not specify a valid host name", "missing an 'http://' or 'https://' protocol",
                "domain not specified", "domain is required", "base url not specified", "host parameter is null",
                "unsupported url", "relative url without a base", "invalid url (missing", "builder error for url",
                "no url specified", "invalid domain",
                "invalid * parent url", "invalid confluence url", "invalid base url", "relativeurlwithoutbase",
                "emptyhost",
                "missing protocol scheme", "first path segment in url cannot contain colon",
                "uri with undefined scheme",
                "expected url scheme 'http' or 'https'", "expected authority at index", "expected scheme name at index",
                "invalid request uri was provided", "not supported for a relative uri",
                "invalid uri: the hostname could not be parsed", "unknown url type", "nonnumeric port",
                "bad uri(is not uri",
                "not supported. expected \"http", "err_invalid_protocol", "curl: (3)", "curl error 3:",
                "curl: (1) protocol",
                "is not an absolute url", "relative uri without a base", "no scheme in url",
            ],
            [.malformedAddress: 0.97, .trailingCharacters: 0.03],
            means: "the client can't call the base URL as it is written",
            source: "requests, httpx, Go, Node, Java; elitea-sdk 0.11.27"),
        Symptom(
            "scheme-as-host", .stated, .network,
            [
                "host='http", "host=\"http", "enotfound https", "enotfound http", "lookup https", "resolve host: https",
                "resolve host: http", "host='https", "unknownhostexception: http", "//https//", "//https:/",
                "//http://", "https://https",
            ],
            [.malformedAddress: 1],
            means:
                "“https” was taken for a host's name: the address holds its scheme twice or where only a host is wanted",
            source: "justmiles/node-atlassian-confluence#8"),
        Symptom(
            "odd-host", .stated, .network,
            ["failed to resolve '*,'", "failed to resolve '*)'", "enotfound *, ", "could not resolve host: *, "],
            [.trailingCharacters: 0.8, .nameNotResolved: 0.2],
            means: "a mark that belongs to no host's name was copied along with it",
            source: "urllib3's and Node's words for a name that has no address"),
        Symptom(
            "trailing", .strong, .client,
            [
                "%0a/rest", "%20/rest", "%0d/rest", "%e2%80%8b/", "%c2%a0/", ".net%20", ".net%0a", ".com%20/",
                "/wiki%20", "/wiki%0a", "wiki./rest", ".net//wiki", "//rest/api", "%22/rest", "%09/rest", "/wiki//rest",
            ],
            [.trailingCharacters: 0.9, .basePath: 0.1],
            means: "a blank, a line break or a slash too many stands at the end of the base URL",
            source: "skleinei/alfred-confluence#4"),
        Symptom(
            "trailing-in-quotes", .stated, .client,
            [
                "wiki,/rest", "wiki;/rest", "wiki)/rest", ",/rest/api", ";/rest/api", ")/rest/api", "host='*,', port=",
                "host='*;', port=", "host='*)', port=",
            ],
            [.trailingCharacters: 0.95, .basePath: 0.05],
            means: "what stands before the API's path, or at the host's end, is no part of an address",
            source: "inferred: how clients join their paths to a base URL"),
        Symptom(
            "moved-page", .stated, .client,
            ["this wiki has moved", "our wiki has moved", "the wiki has moved to", "this confluence has moved"],
            [.siteMoved: 0.96, .unknownSite: 0.04],
            means: "a page stands at the old address and says that the site has moved",
            source: "inferred: what administrators put up after a migration"),
        Symptom(
            "unknown-site", .strong, .atlassian,
            [
                "your atlassian cloud site is currently unavailable", "site temporarily unavailable",
                "atlassian site doesn't exist", "we couldn't find that site", "this atlassian site * not",
                "no such tenant", "unknown tenant", "<title>atlassian cloud notifications",
                "no accessible atlassian site matches",
            ],
            [.unknownSite: 0.82, .siteSuspended: 0.18], only: .cloud,
            means: "Atlassian's servers answered, and have no site of that name",
            source: "inferred: Atlassian's page for names without a site"),
        Symptom(
            "suspended", .stated, .atlassian,
            [
                "suspended_inactivity", "suspended_payment", "deactivated for inactivity", "site has been deactivated",
                "site is suspended", "site has been suspended", "due to inactivity", "subscription has ended",
                "subscription has expired", "product has been deactivated",
            ],
            [.siteSuspended: 0.95, .unknownSite: 0.05], only: .cloud,
            means: "the site is switched off: nobody used it, or nobody paid for it",
            source: "a client that handles SUSPENDED_INACTIVITY"),
        Symptom(
            "cloud-id", .strong, .confluence,
            [
                "invalid cloudid", "invalid cloud id", "cloudid * not found", "cloud id * not found", "no tenant found",
                "tenant not found", "cloud_id * invalid", "failed to fetch cloudid", "could not retrieve cloud id",
            ],
            [.gatewayCloudID: 0.85, .unknownSite: 0.15], only: .cloud,
            means: "the gateway doesn't know the cloud id in the address",
            source: "inferred: the gateway's answers"),
        Symptom(
            "moved-to-https", .strong, .client,
            [
                "location: https://*301 moved", "301 moved permanently * location: https", "308 permanent redirect",
                "redirecting to https", "redirects to https", "redirected to https", "turns into a get",
                "becomes a get", "location: https://* {301|308}", "\"post /*\" 301", "\"put /*\" 301",
                "\"post /*\" 308",
                "\"put /*\" 308",
            ],
            [.plainHTTP: 0.7, .basePath: 0.3],
            means: "the site sends http to https, and clients lose method, body or login on the way",
            source: "reverse proxies in front of Confluence"),
        Symptom(
            "jira-page", .strong, .otherProduct,
            ["go to jira home", "jira dashboard", "<title>system dashboard - jira", "x-seraph * jira", "this is jira"],
            [.basePath: 0.6, .notConfluence: 0.4],
            means: "Jira answered: the base URL lacks /wiki, or is Jira's",
            source: "line/conflr#153"),
        Symptom(
            "other-server", .vague, .client,
            [
                "welcome to nginx", "apache2 ubuntu default page", "iis windows server", "it works!",
                "default backend - 404", "<title>sign in · gitlab", "<title>sharepoint", "directory listing for",
                "this domain is for sale", "domain parking", "a github pages site here", "no such app",
                "site not found &middot;",
            ],
            [.notConfluence: 0.8, .basePath: 0.2],
            means: "a server answered that isn't Confluence",
            source: "default pages of web servers"),
        Symptom(
            "other-servers-header", .strong, .otherProduct,
            [
                "x-jenkins: ", "x-hudson: ", "x-jenkins-session", "x-gitlab-meta", "x-artifactory-id",
                "x-jfrog-version", "server: nexus/", "server: gitea", "x-grafana-",
            ],
            [.notConfluence: 0.9, .basePath: 0.1],
            means: "the answer has another product's header",
            source: "headers of Jenkins, GitLab, Artifactory and Nexus"),
    ]
}
