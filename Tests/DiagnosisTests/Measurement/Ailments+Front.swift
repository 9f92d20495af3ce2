import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

extension Ailment {
    /// What lies between the client and the site, and who answers in the site's place.
    static let frontAilments: [Ailment] =
        ([
            failing(.connectionRefused, .connectionRefused(host: "site", port: 443)),
            failing(.timedOut, .timedOut(host: "site", seconds: 10), together: [.vpnOnly]),
            failing(.nameNotResolved, .nameNotResolved(host: "site"), together: [.vpnOnly]),
            failing(.unreachable, .other(host: "site", reason: "there is no way to its network")),
            failing(
                .certificateExpired, .tls(host: "site", reason: "CERTIFICATE_VERIFY_FAILED: certificate has expired")),
            failing(
                .certificateUntrusted, .tls(host: "site", reason: "self-signed certificate in certificate chain"),
                together: [.proxyInterception]),
            failing(
                .proxyInterception,
                .tls(
                    host: "site",
                    reason: "unknown authority, issued by “CN=Zscaler Intermediate Root CA,O=Zscaler Inc.”"),
                together: [.certificateUntrusted]),
            failing(.certificateWrongHost, .tls(host: "site", reason: "Hostname mismatch")),
            failing(.certificateWeak, .tls(host: "site", reason: "EE certificate key too weak")),
            failing(.tlsVersion, .tls(host: "site", reason: "UNSUPPORTED_PROTOCOL")),
            failing(.plainPort, .tls(host: "site", reason: "WRONG_VERSION_NUMBER")),
            failing(.proxyAuthentication, .proxy(reason: "it asks for a login of its own (407)")),
            failing(.proxyRefusal, .proxy(reason: "it would not open a connection")),
            failing(.connectionDropped, .malformedAnswer(host: "site", reason: "the connection was closed")),
            fault("dropped-connection", .connectionDropped), fault("truncated-body", .connectionDropped),
            fault("waf-block", .firewall), fault("waf-blocks-python", .firewall),
            fault("captive-proxy", .captivePortal),
            fault("proxy-authentication", .proxyAuthentication), fault("proxy-error-page", .proxyRefusal),
            fault("sso-proxy", .loginInFront, on: [.dataCenter]), fault("login-page", .loginInFront),
            everywhere(
                .clientCertificate, proven: true, on: [.dataCenter],
                through: answering(
                    Response(
                        status: 400, headers: ["Server": "nginx", "Content-Type": "text/html"],
                        body: Array("<html><title>400 No required SSL certificate was sent</title></html>".utf8)))),
            failing(
                .clientCertificate,
                .tls(host: "site", reason: "the handshake ended with TLSV1_ALERT_CERTIFICATE_REQUIRED")),
            everywhere(
                .gatewayKey, proven: true, on: [.dataCenter],
                through: answering(
                    Response(
                        status: 401, headers: ["Server": "kong/3.4.2", "Content-Type": "application/json"],
                        body: Array("{\"message\":\"No API key found in request\"}".utf8)))),
            fault("ip-allowlist", .ipAllowlist, on: [.cloud]),
            fault("clock-skew", .clockSkew),
            everywhere(
                .siteSuspended, proven: true, on: [.cloud],
                through: answering(
                    Response(
                        status: 503, headers: ["Content-Type": "application/json"],
                        body: Array("{\"errorCode\":\"SUSPENDED_INACTIVITY\"}".utf8)))),
            everywhere(
                .unknownSite, proven: true, on: [.cloud],
                through: answering(
                    Response(
                        status: 404, headers: ["Content-Type": "text/html"],
                        body: Array("<html><title>Page unavailable</title></html>".utf8)))),
            everywhere(
                .notConfluence, "another wiki", proven: false,
                through: answering(
                    Response(
                        status: 200, headers: ["Content-Type": "text/html"],
                        body: Array("<html><title>Our old wiki</title></html>".utf8)))),
            everywhere(.plainHTTP, proven: true, through: sendingToHTTPS),
            everywhere(.siteMoved, field: "confluence_configuration.base_url", through: sendingToOtherHost),
            everywhere(.trailingCharacters, "a comma", proven: true) { $0.configuration.credential.baseURL += "," },
            everywhere(.trailingCharacters, "a bracket", proven: true) { $0.configuration.credential.baseURL += ")." },
            everywhere(
                .certificateUntrusted, "verify_ssl is off", together: [.verifySSL],
                through: Way { _ in
                    { request in
                        throw TransportFailure.tls(host: request.url.host, reason: "unable to get local issuer")
                    }
                }
            ) { $0.configuration.verifiesCertificates = false },
        ] as [[Ailment]]).flatMap { $0 }

    private static func failing(
        _ cause: CauseID, _ failure: TransportFailure, together: [CauseID] = []
    ) -> [Ailment] {
        everywhere(cause, "no answer", together: together, through: Way { _ in { _ in throw failure } }) {
            // Plain http that nobody listens to is another cause.
            $0.configuration.credential.baseURL = $0.configuration.credential.baseURL.replacing("http:", with: "https:")
        }
    }

    private static func answering(_ response: Response) -> Way { Way { _ in { _ in response } } }

    /// A site that sends everybody from http to https.
    private static let sendingToHTTPS = Way { send in
        { request in
            guard request.url.scheme == "http" else {
                var plain = request
                plain.url.scheme = "http"
                return try await send(plain)
            }
            var secure = request.url
            secure.scheme = "https"
            return Response(status: 301, headers: ["Location": "\(secure)"])
        }
    }

    /// The old address of a site that was renamed.
    private static let sendingToOtherHost = Way { _ in
        { request in
            var target = request.url
            target.scheme = "https"
            target.host = "new." + target.host
            return Response(status: 301, headers: ["Location": "\(target)"])
        }
    }

    /// What the state of the site does to requests that are right.
    static let siteStateAilments: [Ailment] =
        ([
            fault("maintenance", .maintenance), fault("server-error", .serverError), fault("bad-gateway", .serverError),
            fault("gateway-timeout", .serverError), fault("half-json", .serverError),
            fault("withdrawn-endpoints", .endpointRemoved, on: [.cloud]),
            fault("rate-limit-silent", .rateLimited, on: [.cloud]),
            fault("rate-limit-zero", .rateLimited, on: [.dataCenter]),
            everywhere(
                .rateLimited, "behind the login",
                through: Way { send in
                    { request in
                        guard request.carriesLogin else { return try await send(request) }
                        return Response(status: 429, headers: ["Retry-After": "30", "RateLimit-Reason": "quota"])
                    }
                }),
            everywhere(
                .serverError, "behind the login",
                through: Way { send in
                    { request in
                        guard request.carriesLogin else { return try await send(request) }
                        return Response(status: 502, body: Array("<html><title>502 Bad Gateway</title>".utf8))
                    }
                }),
            everywhere(
                .loginInFront, "for requests with a credential", on: [.dataCenter],
                through: Way { send in
                    { request in
                        guard request.carriesLogin else { return try await send(request) }
                        return Response(
                            status: 302, headers: ["Location": "https://sso.acme.example/saml?SAMLRequest=abc"])
                    }
                }),
            [
                Ailment(.readOnly, .dataCenter, proven: true, prepare: SiteChange { $0.settings.readOnly = true }) {
                    try $0.logIn(as: "writer-bot")
                    $0.configuration.selectedTools = ["update_page_by_id"]
                },
                Ailment(
                    .readOnly, .dataCenter, "with a password", proven: true,
                    prepare: SiteChange { $0.settings.readOnly = true }
                ) {
                    $0.useBasic("writer-bot", "writer-bot-password-1")
                    $0.configuration.selectedTools = ["create_page"]
                },
            ],
            everywhere(
                .olderRelease, "no API yet", on: [.dataCenter], through: withoutAPI("5.4.4", nullForURI)),
            everywhere(.v2OnDataCenter, field: "api_version", on: [.dataCenter]) {
                $0.configuration.apiVersion = "2"
            },
        ] as [[Ailment]]).flatMap { $0 }

    /// A Confluence of another release by its manifest, which answers all of its API alike.
    static func withoutAPI(_ release: String, _ answer: Response) -> Way {
        Way { send in
            { request in
                if request.url.path.contains("/rest/api/") { return answer }
                var answer = try await send(request)
                answer.body = Array(answer.text.replacing(/"version":"[^"]+"/, with: "\"version\":\"\(release)\"").utf8)
                return answer
            }
        }
    }

    /// What Confluence's REST answers where none of its modules has that path.
    static let nullForURI = Response(
        status: 404, headers: ["X-Confluence-Request-Time": "1"],
        body: Array(
            "<?xml version=\"1.0\"?><status><status-code>404</status-code><message>null for uri</message></status>".utf8
        ))
}

extension Request {
    /// Whether a login goes along, of whatever kind.
    fileprivate var carriesLogin: Bool { headers["Authorization"] != nil || headers["Cookie"] != nil }
}
