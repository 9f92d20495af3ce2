import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

extension Front {
    private static let memory = "from memory, inferred"
    private static let json: Headers = ["Content-Type": "application/json"]

    private static func titled(_ title: String, _ body: String = "") -> String {
        "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(body)</p></body></html>"
    }

    /// What a site says that is asked by http and wants https: it is told so, and Confluence is found there.
    private static func wantingTLS(
        _ refusal: Response
    ) -> @Sendable (Request, Send) async throws -> Response {
        { request, send in request.url.scheme == "http" ? refusal : try await send(request.plain) }
    }

    /// Fronts that answer in words of few makers, or of none but the company's.
    static let further: [Front] = [
        Front(
            "IIS that wants TLS", .plainHTTP, on: [.dataCenter], scheme: "http", source: memory,
            as: wantingTLS(
                Response(
                    status: 403, headers: ["Content-Type": "text/html", "Server": "Microsoft-IIS/10.0"],
                    body: Array(
                        titled(
                            "IIS 10.0 Detailed Error - 403.4 - Forbidden",
                            "The page you are trying to access is secured with Secure Sockets Layer (SSL)."
                        ).utf8)))),
        Front(
            "a server that asks for an upgrade", .plainHTTP, on: [.dataCenter], scheme: "http",
            source: "RFC 9110, 15.5.22",
            as: wantingTLS(
                Response(
                    status: 426, headers: ["Upgrade": "TLS/1.2, HTTP/1.1", "Connection": "Upgrade"],
                    body: Array("This service requires use of the TLS protocol.".utf8)))),
        Front(
            "a redirect to the login by https", .plainHTTP, on: [.dataCenter], scheme: "http", source: memory,
            as: { request, send in
                guard request.url.scheme == "http" else { return try await send(request.plain) }
                let target = "https://\(request.url.host)/confluence/login.action?os_destination=%2F"
                return Response(status: 302, headers: ["Location": target])
            }),
        Front(
            "mod_ssl that can't ask for a certificate any more", .clientCertificate, source: memory,
            as: saying(
                403, titled("403 Forbidden", "Reason: Cannot perform Post-Handshake Authentication."))),
        Front(
            "IIS, which wants a certificate, in German", .clientCertificate, source: memory,
            as: saying(403, "<html><title>403.7 - Clientzertifikat erforderlich</title></html>")),
        Front(
            "IIS, which wants https, in German", .plainHTTP, on: [.dataCenter], scheme: "http", source: memory,
            as: wantingTLS(
                Response(status: 403, body: Array("<html><title>403.4 - SSL erforderlich</title></html>".utf8)))),
        Front(
            "Upgrade Required", .plainHTTP, on: [.dataCenter], scheme: "http", source: "RFC 9110, 15.5.22",
            as: wantingTLS(Response(status: 426, body: Array(#"{"message":"Please use HTTPS protocol"}"#.utf8)))),
        Front(
            "a line of text that wants https", .plainHTTP, on: [.dataCenter], scheme: "http", source: memory,
            as: wantingTLS(Response(status: 403, body: Array("SSL required".utf8)))),
        Front(
            "a page that leads to https", .plainHTTP, on: [.dataCenter], scheme: "http", source: memory,
            as: { request, send in
                guard request.url.scheme == "http" else { return try await send(request.plain) }
                let target = "https://\(request.url.host)/"
                let page = "<html><head><meta http-equiv=\"refresh\" content=\"0;url=\(target)\"></head></html>"
                return try await saying(200, page)(request, send)
            }),
        Front(
            "Squid, which was not answered", .timedOut, source: memory,
            as: saying(503, titled("ERREUR", "délai"), ["X-Squid-Error": "ERR_CONNECT_FAIL 110"])),
        Front(
            "Azure Firewall", .firewall, .proxyRefusal, source: "traces of several issues",
            as: saying(470, "Action: Deny. Reason: No rule matched. Proceeding with default action.")),
        Front(
            "Oracle Access Manager", .loginInFront, source: memory,
            as: sending("https://oam.acme.example/oam/server/obrareq.cgi?encquery%3Dq1")),
        Front(
            "Zscaler Private Access", .loginInFront, source: memory,
            as: sending("https://authsp.prod.zpath.net/auth/start?origin=https%3A%2F%2Fwiki.acme.example", 307)),
        Front(
            "Teleport", .loginInFront, source: memory,
            as: sending("https://teleport.acme.example/web/launch/wiki.acme.example")),
        Front(
            "Defender for Cloud Apps", .loginInFront, source: memory,
            as: sending("https://wiki.acme.example.access.mcas.ms/aad_login?RedirectUrl=x")),
        Front(
            "FortiGate's web portal", .loginInFront, source: memory,
            as: saying(200, "<html><head><script>top.location=\"/remote/login?lang=en\";</script></head></html>")),
        Front(
            "Imperva SecureSphere", .firewall, source: "wafw00f's sign, from memory",
            as: saying(
                403, "<html><title>Error</title><body><h2>The incident ID is: 8347261548291734</h2></body></html>")),
        Front(
            "Huawei's firewall", .firewall, source: memory,
            as: saying(418, titled("访问被拦截！"), ["Server": "CloudWAF", "Content-Type": "text/html"])),
        Front(
            "NetScaler's own page, with 200", .firewall, source: memory,
            as: saying(200, titled("Access Blocked", "Your request has been blocked by the Web Application Firewall."))),
        Front(
            "Akamai for APIs", .firewall, source: memory,
            as: saying(
                403, #"{"title":"Access Denied","status":403,"detail":"Reference #18.2f1d3e17.1764236.1a2b3c"}"#,
                ["Content-Type": "application/json", "Server": "AkamaiGHost"])),
        Front(
            "a refusal in nobody's words", .firewall, .ipAllowlist, source: "a guess by the manner alone",
            as: saying(403, "<html><title>Hello there</title><body>Not today.</body></html>")),
        Front(
            "the API of Kubernetes", .notConfluence, source: "the form of its Status; from memory, inferred",
            as: saying(
                403, #"{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","code":403}"#, json)),
        Front(
            "Amazon S3", .notConfluence, source: "the form of its errors; from memory, inferred",
            as: saying(
                403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message><HostId>a=</HostId></Error>",
                ["Content-Type": "application/xml"])),
        Front(
            "a page for one network only", .ipAllowlist, source: "words of a company's own",
            as: saying(
                403, titled("Access restricted", "This site is available from the Acme network only. You: 192.0.2.7"))),
        Front(
            "an app that lists addresses", .ipAllowlist, source: "words of a company's own",
            as: saying(403, #"{"message":"Access to the REST API is not allowed from IP address 192.0.2.7."}"#, json)),
        Front(
            "Layer 7", .gatewayKey, source: memory,
            as: saying(
                401, "<?xml version=\"1.0\"?><l7:policyResult status=\"Authentication Required\" xmlns:l7=\"x\"/>",
                ["Content-Type": "text/xml", "L7-Policy-URL": "x"])),
        Front(
            "KrakenD", .gatewayKey, source: memory,
            as: { _, _ in Response(status: 401, headers: ["X-Krakend": "Version 2.7"]) }),
        Front(
            "WatchGuard", .proxyRefusal, source: memory,
            as: saying(403, titled("Request denied by WatchGuard HTTP Proxy."))),
        Front(
            "a train's network", .captivePortal, source: "words of a company's own",
            as: saying(200, titled("WLAN-Portal", "Bitte stimmen Sie den Nutzungsbedingungen zu."))),
        Front(
            "an upgrade", .maintenance, source: "words of a company's own",
            as: saying(200, titled("Confluence upgrade in progress"))),
        Front(
            "an outage that was planned", .maintenance, source: "words of a company's own",
            as: saying(503, titled("Scheduled outage", "We are doing planned work tonight."))),
        Front(
            "who has gone to Cloud", .siteMoved, on: [.dataCenter], source: "words of a company's own",
            as: saying(
                410,
                titled(
                    "Confluence wurde abgeschaltet",
                    "Alle Seiten wurden nach Atlassian Cloud gebracht: https://acme-moved.atlassian.net/wiki"))),
        Front(
            "Blue Coat, which finds no such name", .nameNotResolved, source: memory,
            as: saying(503, titled("Network Error", "Network Error (dns_unresolved_hostname)"))),
        Front(
            "Apache, which finds no such name", .nameNotResolved, source: memory,
            as: { request, _ in
                let text = titled("502 Proxy Error", "Reason: DNS lookup failure for: \(request.url.host)")
                return Response(status: 502, headers: ["Content-Type": "text/html"], body: Array(text.utf8))
            }),
        Front(
            "a list of addresses, in a reverse proxy's own words", .ipAllowlist, source: memory,
            as: saying(
                403,
                titled(
                    "Access restricted",
                    "Your IP address (203.0.113.77) is not on the list of addresses allowed to reach this service."))),
        Front(
            "a list of addresses, in a line", .ipAllowlist, source: memory,
            as: saying(403, "Access denied: source IP 203.0.113.9 is not whitelisted", ["Content-Type": "text/plain"])),
        Front(
            "a list of addresses, in data", .ipAllowlist, source: memory,
            as: saying(
                403, #"{"error":"ip_not_allowed","message":"not permitted by the access list"}"#,
                ["Content-Type": "application/json"])),
        Front(
            "FortiGate's page for guests", .captivePortal, source: memory,
            as: saying(
                200,
                titled(
                    "FortiGate Firewall Authentication",
                    "<form action=\"/fgtauth\" method=\"post\"><input type=\"password\" name=\"password\"></form>"))),
        Front(
            "Cisco's wireless controller", .captivePortal, source: memory,
            as: saying(
                200,
                "<HTML><HEAD><TITLE> Web Authentication Redirect</TITLE><META http-equiv=\"refresh\" "
                    + "content=\"1; URL=https://192.0.2.1/login.html?redirect=wiki.acme.example/\"></HEAD></HTML>")),
    ]
}
