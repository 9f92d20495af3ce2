import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

extension Front {
    /// Web servers, load balancers and gateways whose Confluence is away.
    static let webServers: [Front] = [
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

    static let firewalls: [Front] = [
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
}
