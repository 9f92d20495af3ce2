import ConfluenceModel

extension Symptoms {
    /// What clients say when no answer came.
    static let networkSymptoms: [Symptom] = [
        Symptom(
            "name", .stated, .network,
            [
                "enotfound", "could not resolve host", "couldn't resolve host", "name or service not known",
                "nodename nor servname provided", "temporary failure in name resolution", "no such host",
                "failed to resolve", "nameresolutionerror", "unknownhostexception", "getaddrinfo failed",
                "no address associated with hostname", "err_name_not_resolved", "eai_again", "name does not resolve",
                "dns_probe_finished", "no such host is known", "name resolution failed", "could not be resolved",
                "server misbehaving", "der remotename konnte nicht", "getaddrinfo eai",
            ],
            [.nameNotResolved: 0.86, .vpnOnly: 0.14],
            means: "the name of the host is unknown where the client runs",
            source: "getaddrinfo of each platform"),
        Symptom(
            "refused", .stated, .network,
            [
                "connection refused", "econnrefused", "actively refused", "connectionrefusederror", "err_connection_refused",
                "couldn't connect to server", "verbindung verweigert", "connectexception: connection",
            ],
            [.connectionRefused: 0.93, .proxyRefusal: 0.07],
            means: "the host was reached, and nothing takes connections at this port",
            source: "connect(2)"),
        Symptom(
            "timeout", .stated, .network,
            [
                "connecttimeout", "connection timed out", "etimedout", "i/o timeout", "connect timeout", "connect timed out",
                "read timed out", "readtimeout", "context deadline exceeded", "operation timed out", "timeout was reached",
                "sockettimeoutexception", "err_connection_timed_out", "esockettimedout", "connection timeout",
                "service unreachable: timeout", "request timed out", "httpconnecttimeoutexception", "timed out after",
                "timeout of #ms exceeded", "err_timed_out", "did not properly respond after a period of time",
                "und_err_connect_timeout", "the operation has timed out", "asyncio.exceptions.timeouterror",
            ],
            [.timedOut: 0.84, .vpnOnly: 0.1, .unreachable: 0.06],
            means: "no answer came in time: a firewall that says nothing, a closed network, or a very slow server",
            source: "requests, urllib3, Go, Node, Java"),
        Symptom(
            "no-route", .strong, .network,
            ["no route to host", "network is unreachable", "ehostunreach", "enetunreach", "err_internet_disconnected", "err_address_unreachable", "noroutetohostexception"],
            [.unreachable: 0.55, .vpnOnly: 0.45],
            means: "there is no way from this network to the host",
            source: "connect(2)"),
        Symptom(
            "dropped", .stated, .network,
            [
                "connection reset", "econnreset", "remote end closed connection without response", "connection aborted",
                "socket hang up", "empty reply from server", "forcibly closed by the remote host", "unexpected eof while reading",
                "incompleteread", "remotedisconnected", "prematurely closed", "connection closed prematurely",
                "failed to respond", "err_connection_reset", "err_connection_closed", "err_empty_response",
                "server closed idle connection", "epipe", "broken pipe", "eof occurred in violation of protocol",
                "chunkedencodingerror", "connection was closed unexpectedly", "other side closed", "unexpected end of file from server",
            ],
            [.connectionDropped: 0.86, .firewall: 0.07, .tlsVersion: 0.07],
            means: "a connection was made, and the other side or something between closed it",
            source: "requests, Go, Node, Java"),
        Symptom(
            "unreachable", .vague, .network,
            [
                "unable to reach confluence", "service unreachable: connectivity issue", "cannot connect to host",
                "failed to establish a new connection", "fetch failed", "request could not be sent", "err_connection_failed",
                "could not connect to confluence", "connection failure",
            ],
            [.unreachable: 0.4, .nameNotResolved: 0.22, .connectionRefused: 0.16, .timedOut: 0.12, .vpnOnly: 0.1],
            means: "no connection was made; these words don't say why",
            source: "elitea-sdk 0.11.27; urllib3"),
        Symptom(
            "bad-gateway", .strong, .network,
            ["502 bad gateway", "504 gateway time", "bad gateway", "upstream connect error", "upstream request timeout", "no healthy upstream", "proxy error * reading from remote server"],
            [.serverError: 0.5, .maintenance: 0.25, .timedOut: 0.25],
            means: "the load balancer in front of Confluence got no answer from it",
            source: "nginx, envoy, Apache httpd"),
    ]

    /// What TLS libraries say.
    static let certificateSymptoms: [Symptom] = [
        Symptom(
            "certificate-expired", .stated, .network,
            [
                "certificate has expired", "certificate expired", "cert_has_expired", "err_cert_date_invalid",
                "certificateexpiredexception", "certificate_expired", "the certificate has expired", "notafter:",
                "certificate is expired",
            ],
            [.certificateExpired: 0.9, .clockSkew: 0.1],
            means: "the site's certificate is past its date, or the client's clock is wrong",
            source: "OpenSSL, Go, Node, Java"),
        Symptom(
            "certificate-early", .strong, .network,
            [
                "certificate is not yet valid", "certificatenotyetvalidexception", "cert_not_yet_valid", "certificate not yet valid",
                "clock skew", "request timestamp * too far", "is before *t*z", "nbf claim", "clock is ahead", "clock is behind",
            ],
            [.clockSkew: 0.78, .certificateExpired: 0.22],
            means: "by the client's clock the certificate or token isn't valid yet",
            source: "OpenSSL, Go, Java"),
        Symptom(
            "certificate-untrusted", .stated, .network,
            [
                "self signed certificate", "self-signed certificate", "self_signed_cert", "unable to get local issuer certificate",
                "unable_to_get_issuer_cert", "unable_to_verify_leaf_signature", "unable to verify the first certificate",
                "certificate signed by unknown authority", "pkix path building failed", "unable to find valid certification path",
                "curl: (60)", "curl error 60", "err_cert_authority_invalid", "sec_e_untrusted_root",
                "remote certificate is invalid", "trust anchor for certification path not found", "unknown_ca", "unknown ca",
                "certificate is not trusted", "partialchain", "untrustedroot", "not trusted by the trust provider", "pkix path validation failed",
                "certificate verify failed: unable", "selbstsigniertes zertifikat", "invalid peer certificate: unknownissuer",
                "issuer certificate is invalid", "certificate chain is incomplete", "not standards compliant", "failed to verify certificate: x509: certificate signed",
            ],
            [.certificateUntrusted: 0.88, .proxyInterception: 0.1, .verifySSL: 0.02],
            means: "the client doesn't know who signed the certificate: a company's own authority, or a proxy that opens TLS",
            source: "OpenSSL, Go, Node, Java, .NET"),
        Symptom(
            "certificate-refused", .strong, .network,
            ["certificate verify failed", "certificate_verify_failed", "certificate verification failed", "sslcertverificationerror", "sslhandshakeexception", "certpathvalidatorexception", "sslpeerunverifiedexception"],
            [.certificateUntrusted: 0.74, .certificateExpired: 0.1, .certificateWrongHost: 0.08, .proxyInterception: 0.08],
            means: "the client doesn't take the site's certificate; these words don't say why",
            source: "requests; elitea-sdk 0.11.27"),
        Symptom(
            "certificate-host", .stated, .network,
            [
                "hostname mismatch", "hostname/ip does not match certificate", "err_tls_cert_altname_invalid",
                "certificate is valid for", "no alternative certificate subject name matches", "no subject alternative",
                "no name matching", "does not match the certificate subject", "err_cert_common_name_invalid",
                "ip address mismatch", "hostname/ip doesn't match", "doesn't match either of", "certificate is not valid for",
                "hostname doesn't match", "host name * does not match the certificate", "remotecertificatenamemismatch", "cannot validate certificate for",
                "certificate relies on legacy common name", "certificate not valid for name",
            ],
            [.certificateWrongHost: 0.95, .proxyInterception: 0.05],
            means: "the certificate is for another name than the one in the base URL",
            source: "OpenSSL, Go, Node, Java"),
        Symptom(
            "tls-version", .stated, .network,
            [
                "unsupported protocol", "alert protocol version", "handshake_failure", "handshake failure", "no protocols in common",
                "protocol version not supported", "unsafe legacy renegotiation", "dh_key_too_small", "dh key too small",
                "no appropriate protocol", "err_ssl_version", "unsupported_protocol", "server selected unsupported protocol",
                "no cipher", "err_ssl_protocol_error", "tlsv1_alert", "protocol_version", "no supported tls",
            ],
            [.tlsVersion: 0.9, .proxyInterception: 0.1],
            means: "client and server find no version or cipher of TLS that both speak",
            source: "OpenSSL, Go, Java"),
        Symptom(
            "tls-on-plain", .strong, .network,
            [
                "wrong version number", "wrong_version_number", "server gave http response to https client", "first record does not look like a tls handshake",
                "unrecognized ssl message, plaintext connection", "plain http request was sent to https port", "http request was sent to https port",
                "client sent an http request to an https server", "packet length too long", "err_ssl_wrong_version", "record layer failure", "requires tls",
                "speaking plain http to an ssl-enabled server port", "bad request this combination of host and port requires tls",
            ],
            [.plainHTTP: 0.7, .tlsVersion: 0.14, .proxyRefusal: 0.16],
            means: "one side speaks http and the other https: the base URL's scheme, its port or the proxy's address is wrong",
            source: "OpenSSL, Go, Java, nginx, Apache httpd"),
    ]

    /// What proxies, filters and firewalls say.
    static let proxySymptoms: [Symptom] = [
        Symptom(
            "proxy-authentication", .stated, .network,
            [
                "proxy authentication required", "tunnel connection failed: 407", "code 407 from proxy", "statuscode=407", "proxy-authenticate:",
                "http/1.1 407", "http/1.0 407", "status code 407", "err_proxy_auth", "407 authenticationrequired", "407 authorized", "(407)", "proxy returns http/1.1 407",
                "cache access denied", "proxy authentication failed", "response 407",
            ],
            [.proxyAuthentication: 0.97, .proxyRefusal: 0.03],
            means: "a proxy between wants a login of its own",
            source: "Squid; urllib3; curl"),
        Symptom(
            "proxy-refusal", .stated, .network,
            [
                "tunnel connection failed: 4", "tunnel connection failed: 5", "code 403 from proxy", "code 502 from proxy", "code 503 from proxy", "unable to connect to proxy", "cannot connect to proxy",
                "proxyconnect tcp", "err_tunnel_connection_failed", "err_proxy_connection_failed", "tunneling socket could not be established",
                "unable to tunnel through proxy", "code 500 from proxy", "proxy responded with", "proxy connect aborted", "failed to connect to proxy", "could not resolve proxy",
                "connect tunnel failed", "socksproxy", "socks5 * refused", "bad response from proxy",
            ],
            [.proxyRefusal: 0.96, .proxyAuthentication: 0.04],
            means: "the proxy doesn't let the connection through, or can't be reached itself",
            source: "urllib3; Go; Node; curl"),
        Symptom(
            "filter-page", .strong, .network,
            [
                "x-squid-error: err_access_denied", "zscaler", "bluecoat", "blue coat", "forcepoint", "netskope", "mcafee web gateway", "websense",
                "cisco umbrella", "fortiguard", "fortigate", "palo alto networks", "ironport", "web page blocked", "url blocked", "category: blocked",
                "blocked by your organization", "blocked by company policy", "access to this site is blocked", "has been blocked by", "generated by * (squid", "access denied by security policy", "proxy policy",
            ],
            [.proxyRefusal: 0.6, .proxyInterception: 0.36, .firewall: 0.04],
            means: "a filter of the network answered in Confluence's place",
            source: "the filters' block pages"),
        Symptom(
            "captive-portal", .stated, .network,
            ["captive portal", "captiveportal", "wi-fi login", "wifi login", "hotspot login", "guest wi-fi", "guest network", "network authentication required", "http/1.1 511", "generate_204", "accept the terms * internet", "x-captive"],
            [.captivePortal: 0.95, .loginInFront: 0.05],
            means: "a guest network wants its own login page answered first",
            source: "RFC 6585; Wi-Fi portals"),
        Symptom(
            "firewall", .stated, .network,
            [
                "sorry, you have been blocked", "attention required! | cloudflare", "error 1020", "incapsula incident id", "_incapsula_resource", "the requested url was rejected. please consult with your administrator",
                "your support id is", "mod_security", "modsecurity", "not acceptable! an appropriate representation", "request blocked", "aws waf", "awswaf", "x-amzn-waf", "akamai * reference", "&#35;18.", "errors.edgesuite.net", "web application firewall",
                "barracuda", "imperva", "request was blocked by", "x-sucuri-block", "the request could not be satisfied", "cf-mitigated", "blocked by the firewall", "waf rule", "just a moment...",
            ],
            [.firewall: 0.93, .proxyRefusal: 0.07],
            means: "a firewall for web applications took the request for an attack",
            source: "block pages of Cloudflare, Imperva, F5, AWS, Akamai, ModSecurity"),
        Symptom(
            "ip-allowlist", .stated, .client,
            [
                "ip address has been rejected because it is not on the allowed list", "not on the allowed list", "ip allowlist", "not on the allowlist", "ip address is not allowed", "ip whitelist", "ip address * not in the allowlist",
                "ip address * is not permitted", "your ip address", "allowlisted ip",
            ],
            [.ipAllowlist: 0.95, .firewall: 0.05], only: .cloud,
            means: "the organisation lets only listed networks in, and this client's isn't among them",
            source: "confluence.atlassian.com, “IP allowlist”"),
    ]
}
