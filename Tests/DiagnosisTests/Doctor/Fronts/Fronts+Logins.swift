import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

extension Front {
    static let logins: [Front] = [
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
            "a path of the same host with a password field", .loginInFront, source: "from memory, inferred"
        ) { request, _ in
            guard request.url.path == "/gate/keeper" else {
                return Response(status: 302, headers: ["Location": "/gate/keeper?target=1"])
            }
            return Response(
                status: 200, body: Array("<html><title>Restricted</title><input type=\"password\"></html>".utf8))
        },
        Front(
            "Windows' own login", .loginInFront, source: "from memory, inferred",
            as: saying(401, "", ["WWW-Authenticate": "Negotiate"])),
    ]

    /// Gateways that want something of their own, and what answers in their place.
    static let gateways: [Front] = [
        Front(
            "WSO2", .gatewayKey, source: "issue wso2/product-apim#11049: code and message",
            as: saying(401, #"{"code":"900902","message":"Missing Credentials"}"#, data)),
        Front(
            "IBM API Connect", .gatewayKey, source: "from memory, inferred",
            as: saying(401, #"{"httpCode":"401","moreInformation":"Invalid client id or secret."}"#, data)),
        Front(
            "Google's Endpoints", .gatewayKey, source: "from memory, inferred",
            as: saying(401, #"{"code":16,"message":"Method doesn't allow unregistered callers"}"#, data)),
        Front(
            "Gravitee", .gatewayKey, source: "from memory, inferred",
            as: saying(
                401, #"{"message":"Unauthorized","http_status_code":401}"#,
                ["Content-Type": "application/json", "X-Gravitee-Request-Id": "7a"])),
        Front(
            "3scale", .gatewayKey, source: "from memory, inferred",
            as: saying(403, "Authentication parameters missing", ["Content-Type": "text/plain"])),
        Front(
            "Azure's App Service", .ipAllowlist, source: "from memory, inferred",
            as: saying(
                403, "<html><title>Web App - Unavailable</title>",
                ["Content-Type": "text/html", "x-ms-forbidden-ip": "203.0.113.4"])),
        Front(
            "DataDome", .firewall, source: "from memory, inferred",
            as: saying(403, #"{"url":"https://geo.captcha-delivery.com/captcha/"}"#, data)),
        Front(
            "a page with a password field", .loginInFront, source: "from memory, inferred",
            as: saying(200, "<html><title>Portail</title><form><input name='p' type='password'></form></html>")),
    ]

    private static let data: Headers = ["Content-Type": "application/json"]

    static let proxies: [Front] = [
        Front(
            "Zscaler's page", .proxyRefusal,
            source: "from memory, inferred",
            as: saying(403, "<html><head><title>Internet Security by Zscaler</title></head>", ["Server": "Zscaler/6.2"])
        ),
        Front(
            "Zscaler's sign-in", .proxyAuthentication,
            source: "from memory, inferred: /auD asks who somebody is",
            as: sending("https://gateway.zscalertwo.net:443/auD?origurl=https%3A%2F%2Fwiki.acme.example&_ordtok=x", 307)
        ),
        Front(
            "a filter's page of its own address", .proxyRefusal, source: "from memory, inferred",
            as: sending("http://10.1.1.5:15871/cgi-bin/blockpage.cgi?ws-session=18")),
        Front(
            "a refusal in German", .firewall, source: "from memory, inferred",
            as: saying(403, "<html><title>Zugriff blockiert</title><p>Richtlinien Ihres Unternehmens</html>")),
        Front(
            "maintenance in German, with status 200", .maintenance, source: "from memory, inferred",
            as: saying(200, "<html><title>Wartungsarbeiten</title><p>Das Wiki wird gewartet</html>")),
        Front(
            "a page about maintenance on another host", .maintenance, source: "from memory, inferred",
            as: sending("https://status.acme.example/wartung.html")),
        Front(
            "a guests' network in German", .captivePortal, scheme: "http", source: "from memory, inferred",
            as: saying(200, "<html><title>Willkommen im Gäste-WLAN</title></html>")),
        Front(
            "a front page on another host", .siteMoved, on: [.dataCenter], source: "from memory, inferred",
            as: sending("https://docs.acme.example/", 301)),
        Front(
            "Confluence's own form on another host", .siteMoved, on: [.dataCenter], source: "from memory, inferred",
            as: sending("https://docs.acme.example/login.action?os_destination=%2F")),
        Front(
            "a filter's refusal", .proxyRefusal, source: "from memory, inferred",
            as: sending("https://gateway.zscalertwo.net:443/vpn_block?cat=21", 307)),
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
            "Aruba's redirect", .captivePortal, source: "from memory, inferred",
            as: sending(
                "https://securelogin.arubanetworks.com/cgi-bin/login?cmd=login&mac=02:00:00:aa:bb:cc&essid=guests")),
        Front(
            "CoovaChilli's redirect", .captivePortal, source: "from memory, inferred",
            as: sending("http://10.1.0.1:3990/prelogin?res=notyet&uamip=10.1.0.1&uamport=3990")),
        Front(
            "MikroTik's redirect", .captivePortal, source: "from memory, inferred",
            as: sending("http://hotspot.lan/login?dst=https%3A%2F%2Fwiki.acme.example%2F")),
        Front(
            "a hotel's network", .captivePortal,
            source: "from memory, inferred",
            as: saying(
                200, "<html><title>Welcome</title><body>Guest Wi-Fi: please log in to use this network</body></html>")),
    ]

    /// Other products, each with a login of its own on the same host.
    static let products: [Front] = ["Grafana", "SonarQube", "Gitea"].map { product in
        Front("\(product)'s own login", .notConfluence, on: [.dataCenter], source: "from memory, inferred") {
            request, _ in
            guard request.headers["Authorization"] == nil else { return Response(status: 500) }
            guard request.url.path == "/user/login" else {
                return Response(status: 302, headers: ["Location": "/user/login?redirect_to=%2F"])
            }
            return Response(
                status: 200,
                body: Array("<html><title>Log in - \(product)</title><input type=\"password\"></html>".utf8))
        }
    }

    /// Where Confluence is, and the configuration is a little beside it.
    static let paths: [Front] =
        rootPages.map { name, root in
            Front(
                "nothing but the root names the context path: \(name)", .basePath, on: [.dataCenter], source: "inferred"
            ) {
                request, send in
                try await atPath("/intra/kb", request, send) {
                    request.url.path == "/" ? root : Response(status: 404, body: Array(nginx("404 Not Found").utf8))
                }
            }
        } + [
            Front(
                "the root leads to a context path that nobody guesses", .basePath, on: [.dataCenter],
                source: "from memory, inferred"
            ) { request, send in
                try await atPath("/collab", request, send) { Response(status: 302, headers: ["Location": "/collab/"]) }
            },
            Front(
                "the root leads to the login page behind it", .basePath, on: [.dataCenter],
                source: "from memory, inferred"
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
                source:
                    "nginx's own pages, whose form issue laurent22/joplin#2218 shows; the title from memory, inferred"
            ) { request, send in
                guard request.url.scheme == "http" else { return try await send(request.plain) }
                return try await saying(400, nginx("400 The plain HTTP request was sent to HTTPS port"))(request, send)
            },
            Front(
                "IIS, which wants https", .plainHTTP, on: [.dataCenter], scheme: "http", source: "from memory, inferred"
            ) { request, send in
                #expect(request.url.scheme == "https" || request.headers["Authorization"] == nil)
                guard request.url.scheme == "http" else { return try await send(request.plain) }
                let text = "<h2>403.4 - Forbidden: SSL is required to view this resource.</h2>"
                return try await saying(403, "<title>403 - Forbidden: Access is denied.</title>" + text)(request, send)
            },
            Front(
                "Apache, plain http at its secure port", .plainHTTP, on: [.dataCenter], scheme: "http",
                source: "from memory, inferred"
            ) { request, send in
                guard request.url.scheme == "http" else { return try await send(request.plain) }
                let text = "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />"
                return try await saying(400, "<title>400 Bad Request</title>" + text)(request, send)
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

    private static let rootPages: [(name: String, answer: Response)] = [
        ("a redirect", Response(status: 301, headers: ["Location": "/intra/kb/"])),
        ("a whole address", Response(status: 302, headers: ["Location": "https://confluence.acme.example/intra/kb/"])),
        ("without a slash", Response(status: 302, headers: ["Location": "intra/kb/index.action"])),
        ("refreshing", page("<meta http-equiv=\"refresh\" content=\"0; url=/intra/kb/\">")),
        ("a script", page("<script>window.location.href = '/intra/kb/';</script>")),
        ("a link", page("<a class=\"tile\" href=\"/intra/kb/\">Our Wiki</a><a href=\"/crm/\">CRM</a>")),
    ]

    private static func page(_ text: String) -> Response {
        Response(
            status: 200, headers: ["Content-Type": "text/html"],
            body: Array("<html><title>Intranet</title>\(text)".utf8))
    }
}
