import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("What stands in front of a site is told by its own words")
struct FrontsTests {
    /// Something that answers in the site's place, as its makers have it answer, with what a person must be told first.
    struct Front: Sendable, CustomTestStringConvertible {
        let name: String
        /// Where its words stand, or that they are from memory.
        let source: String
        /// Any of them may stand first; none other.
        let causes: [CauseID]
        let sites: [ConfluenceSite.Acme]
        /// The secure address of the site, or the one without TLS.
        let scheme: String
        let answer: @Sendable (Request, Send) async throws -> Response

        init(
            _ name: String, _ causes: CauseID..., on sites: [ConfluenceSite.Acme] = ConfluenceSite.Acme.allCases,
            scheme: String = "https", source: String,
            as answer: @escaping @Sendable (Request, Send) async throws -> Response
        ) {
            self.name = name
            self.source = source
            self.causes = causes
            self.sites = sites
            self.scheme = scheme
            self.answer = answer
        }

        var testDescription: String { name }

        func report(on site: ConfluenceSite.Acme) async throws -> DiagnosisReport {
            var patient = try Patient(site)
            patient.configuration.credential.baseURL = patient.configuration.credential.baseURL
                .replacing("http://", with: "\(scheme)://").replacing("https://", with: "\(scheme)://")
            patient.through = Ailment.Way { send in { try await answer($0, send) } }
            return await patient.diagnose()
        }
    }

    @Test("its cause stands first, and no login fails for it", arguments: fronts, ConfluenceSite.Acme.allCases)
    func first(_ front: Front, _ site: ConfluenceSite.Acme) async throws {
        guard front.sites.contains(site) else { return }
        let report = try await front.report(on: site)
        #expect(report.causes.first.map { front.causes.contains($0.id) } == true, "\(report.summary)")
        #expect(report.verdict == .problem)
        #expect(report.failedLogins == 0)
    }

    @Test("six requests at the median, and twelve at most", arguments: ConfluenceSite.Acme.allCases)
    func requests(_ site: ConfluenceSite.Acme) async throws {
        var requests: [Int] = []
        for front in Self.fronts where front.sites.contains(site) {
            requests.append(try await front.report(on: site).requests)
        }
        requests.sort()
        #expect(requests[requests.count / 2] <= 6, "\(requests)")
        #expect(requests.last ?? 0 <= 12, "\(requests)")
    }

    // MARK: Fixtures

    static let fronts: [Front] = webServers + firewalls + logins + proxies + paths

    /// Web servers, load balancers and gateways whose Confluence is away.
    private static let webServers = [
        Front(
            "nginx, 502", .serverError,
            source: "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred",
            as: saying(502, nginx("502 Bad Gateway"))),
        Front(
            "nginx, 504", .serverError,
            source: "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred",
            as: saying(504, nginx("504 Gateway Time-out"))),
        Front(
            "Apache, 503", .serverError,
            source: "from memory, inferred",
            as: saying(
                503, "<html><head>\n<title>503 Service Unavailable</title>\n</head><body>\n<h1>Service Unavailable</h1>"
            )),
        Front(
            "HAProxy, 503", .serverError,
            source: "from memory, inferred",
            as: saying(
                503,
                "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body>")
        ),
        Front(
            "Envoy, 503", .serverError,
            source: "issue knative-extensions/net-contour#237: status, headers and body",
            as: saying(
                503,
                "upstream connect error or disconnect/reset before headers. reset reason: connection failure",
                ["Server": "envoy", "Content-Type": "text/plain"])),
        Front(
            "Envoy without a host", .serverError, source: "from memory, inferred",
            as: saying(503, "no healthy upstream", ["Content-Type": "text/plain"])
        ),
        Front(
            "Cloudflare, 522", .serverError,
            source: "from memory, inferred",
            as: saying(
                522, "<!DOCTYPE html><title>acme.example | 522: Connection timed out</title>", ["Server": "cloudflare"])
        ),
        Front(
            "a load balancer of AWS, 504", .serverError, source: "from memory, inferred",
            as: saying(504, center("504 Gateway Time-out"), awsHeaders)),
        Front(
            "Traefik without a router", .notConfluence, .basePath, on: [.dataCenter],
            source: "from memory, inferred",
            as: saying(404, "404 page not found\n", ["Content-Type": "text/plain; charset=utf-8"])),
        Front(
            "ingress-nginx without a host", .notConfluence, .basePath, on: [.dataCenter],
            source: "from memory, inferred", as: saying(404, "default backend - 404", ["Content-Type": "text/plain"])),
        Front(
            "a parked domain", .notConfluence, on: [.dataCenter],
            source: "from memory, inferred",
            as: saying(200, "<html><title>acme.example is for sale</title><body>Buy this domain</body></html>")),
        Front(
            "Jira", .notConfluence, on: [.dataCenter],
            source: "Jira's manifest and its page of a dead link; from memory, inferred",
            as: { request, _ in
                guard request.url.path.hasSuffix("/rest/applinks/1.0/manifest") else {
                    return Response(
                        status: 404, headers: ["Content-Type": "text/html"],
                        body: Array("<html><title>Oops, you&#39;ve found a dead link. - Jira</title>".utf8))
                }
                return Response(
                    status: 200, headers: ["Content-Type": "application/json"],
                    body: Array(#"{"id":"1","name":"Jira","typeId":"jira","version":"9.12.4"}"#.utf8))
            }),
    ]

    private static let firewalls = [
        Front(
            "nginx, 403", .firewall,
            source: "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred",
            as: saying(403, nginx("403 Forbidden"))),
        Front(
            "a load balancer of AWS with WAF", .firewall, source: "from memory, inferred",
            as: saying(403, center("403 Forbidden"), awsHeaders)),
        Front(
            "a load balancer of AWS with a text of its own", .firewall, source: "from memory, inferred",
            as: saying(403, "no", awsHeaders)),
        Front(
            "CloudFront", .firewall,
            source: "from memory, inferred",
            as: saying(
                403,
                "<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1>",
                ["Server": "CloudFront", "X-Cache": "Error from cloudfront"])),
        Front(
            "Cloudflare's challenge", .firewall,
            source: "from memory, inferred",
            as: saying(
                403, "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title></head>",
                ["Server": "cloudflare", "cf-mitigated": "challenge"])),
        Front(
            "Cloudflare's older challenge", .firewall,
            source: "from memory, inferred",
            as: saying(
                503,
                "<html><title>Just a moment...</title><h1>Checking your browser before accessing acme.example.</h1>",
                ["Server": "cloudflare"])),
        Front(
            "F5, with status 200", .firewall,
            source: "issues ariya/phantomjs#14601 (the sentence) and NatLabRockies/developer.nlr.gov#158 (the page)",
            as: saying(
                200,
                "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with "
                    + "your administrator.<br><br>Your support ID is: 14396929317839226498<br></body></html>")),
        Front(
            "Imperva, with status 200", .firewall,
            source: "issue ziplokk1/incapsula-cracker#6: the resource's name; the sentence from memory, inferred",
            as: saying(
                200,
                "<html><head><META NAME=\"robots\" CONTENT=\"noindex\"></head><iframe id=\"main-iframe\" "
                    + "src=\"/_Incapsula_Resource?CWUDNSAI=9\">Request unsuccessful. Incapsula incident ID: 7-1</iframe>"
            )),
        Front(
            "Akamai", .firewall,
            source: "issue Ekultek/WhatWaf#1162: server and page; the escaped form of its reference from memory",
            as: saying(
                403,
                "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don't have permission to "
                    + "access this server.<P>\nReference&#32;&#35;18&#46;5c", ["Server": "AkamaiGHost"])),
        Front(
            "Azure's gateway", .firewall,
            source: "from memory, inferred",
            as: saying(403, center("403 Forbidden") + "<hr><center>Microsoft-Azure-Application-Gateway/v2</center>")),
        Front(
            "Istio's rules", .firewall, source: "from memory, inferred",
            as: saying(403, "RBAC: access denied", ["Server": "istio-envoy"])),
    ]

    private static let logins = [
        Front(
            "Okta", .loginInFront, source: "from memory, inferred",
            as: sending("https://acme.okta.com/app/acme_wiki/exk1/sso/saml?SAMLRequest=fZJ")),
        Front(
            "Entra ID", .loginInFront,
            source:
                "Microsoft's documentation on signing in by OpenID Connect: the address; its parameters are shortened",
            as: sending("https://login.microsoftonline.com/0000/oauth2/v2.0/authorize?client_id=1&redirect_uri=x")),
        Front(
            "Cloudflare Access", .loginInFront,
            source: "from memory, inferred",
            as: sending("https://acme.cloudflareaccess.com/cdn-cgi/access/login/wiki?kid=1")),
        Front(
            "Authelia", .loginInFront, source: "from memory, inferred",
            as: sending("https://portal.acme.example/?rd=https%3A%2F%2Fwiki.acme.example%2F")
        ),
        Front(
            "SiteMinder", .loginInFront,
            source: "from memory, inferred",
            as: sending("https://login.acme.example/siteminderagent/forms/login.fcc?TYPE=1")),
        Front(
            "a form that sends itself", .loginInFront,
            source: "from memory, inferred",
            as: saying(
                200,
                "<html><body onload=\"document.forms[0].submit()\"><form method=\"post\" action=\"https://idp.acme.example\">"
                    + "<input type=\"hidden\" name=\"SAMLRequest\" value=\"PHNhbWxw\"></form></body></html>")),
        Front(
            "Apache's password", .loginInFront,
            source: "from memory, inferred",
            as: saying(
                401,
                "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>401 Unauthorized</title>\n</head><body>\n"
                    + "<h1>Unauthorized</h1>\n<p>This server could not verify that you\nare authorized to access the document",
                ["Server": "Apache/2.4.57 (Debian)", "WWW-Authenticate": "Basic realm=\"Restricted Content\""])),
        Front(
            "nginx's password", .loginInFront,
            source: "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred",
            as: saying(401, nginx("401 Authorization Required"), ["WWW-Authenticate": "Basic realm=\"Confluence\""])),
        Front(
            "Windows' own login", .loginInFront, source: "from memory, inferred",
            as: saying(401, "", ["WWW-Authenticate": "Negotiate"])),
    ]

    private static let proxies = [
        Front(
            "Zscaler's page", .proxyRefusal,
            source: "from memory, inferred",
            as: saying(403, "<html><head><title>Internet Security by Zscaler</title></head>", ["Server": "Zscaler/6.2"])
        ),
        Front(
            "Zscaler's redirect", .proxyRefusal,
            source: "from memory, inferred",
            as: sending("https://gateway.zscalertwo.net:443/auD?origurl=https%3A%2F%2Fwiki.acme.example&_ordtok=x", 307)
        ),
        Front(
            "Umbrella's redirect", .proxyRefusal, source: "from memory, inferred",
            as: sending("https://block.opendns.com/main?url=1&server=ash1")),
        Front(
            "Squid", .proxyRefusal,
            source: "from memory, inferred",
            as: saying(
                403, "<html><title>ERROR: The requested URL could not be retrieved</title>",
                ["X-Squid-Error": "ERR_ACCESS_DENIED 0"])
        ),
        Front(
            "a hotel's network", .captivePortal,
            source: "from memory, inferred",
            as: saying(
                200, "<html><title>Welcome</title><body>Guest Wi-Fi: please log in to use this network</body></html>")),
    ]

    /// Where Confluence is, and the configuration is a little beside it.
    private static let paths = [
        Front(
            "the root leads to a context path that nobody guesses", .basePath, on: [.dataCenter],
            source: "from memory, inferred"
        ) { request, send in
            try await atPath("/collab", request, send) { Response(status: 302, headers: ["Location": "/collab/"]) }
        },
        Front(
            "the root leads to the login page behind it", .basePath, on: [.dataCenter], source: "from memory, inferred"
        ) { request, send in
            try await atPath("/collab", request, send) {
                Response(
                    status: 302,
                    headers: [
                        "Location": "https://\(request.url.host)/collab/login.action?os_destination=%2Findex.action"
                    ])
            }
        },
        Front(
            "nginx, plain http at its secure port", .plainHTTP, on: [.dataCenter], scheme: "http",
            source: "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred"
        ) { request, send in
            guard request.url.scheme == "http" else { return try await send(request.plain) }
            return try await saying(400, nginx("400 The plain HTTP request was sent to HTTPS port"))(request, send)
        },
        Front(
            "Tomcat, plain http at its secure port", .plainHTTP, on: [.dataCenter], scheme: "http",
            source: "from memory, inferred"
        ) { request, send in
            guard request.url.scheme == "http" else { return try await send(request.plain) }
            return try await saying(
                400, "Bad Request\r\nThis combination of host and port requires TLS.\r\n",
                ["Content-Type": "text/plain;charset=UTF-8"])(request, send)
        },
    ]

    private static let awsHeaders: Headers = ["Server": "awselb/2.0", "Content-Type": "text/html"]

    private static func center(_ title: String) -> String {
        "<html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(title)</h1></center>\r\n"
    }

    private static func nginx(_ title: String) -> String {
        center(title) + "<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n"
    }

    private static func saying(
        _ status: Int, _ text: String, _ headers: Headers = ["Content-Type": "text/html"]
    ) -> @Sendable (Request, Send) async throws -> Response {
        { _, _ in Response(status: status, headers: headers, body: Array(text.utf8)) }
    }

    private static func sending(
        _ target: String, _ status: Int = 302
    ) -> @Sendable (Request, Send) async throws -> Response {
        { _, _ in Response(status: status, headers: ["Location": target]) }
    }

    /// The site below a path of a host whose other paths are answered so.
    private static func atPath(
        _ path: String, _ request: Request, _ send: Send, elsewhere: () -> Response
    ) async throws -> Response {
        guard request.url.path.hasPrefix(path + "/") else { return elsewhere() }
        var moved = request.plain
        moved.url.path = "/confluence" + moved.url.path.dropFirst(path.count)
        return try await send(moved)
    }
}

extension Request {
    /// The same without TLS, as the simulated site has it.
    fileprivate var plain: Request {
        var request = self
        request.url.scheme = "http"
        return request
    }
}
