import ConfluenceModel

extension Symptoms {
    /// What TLS libraries say.
    static let certificateSymptoms: [Symptom] = [
        Symptom(
            "certificate-expired", .stated, .network,
            [
                "certificate has expired", "certificate expired", "cert_has_expired", "err_cert_date_invalid",
                "certificateexpiredexception", "certificate_expired", "the certificate has expired", "notafter:",
                "certificate is expired", "sec_error_expired_certificate", "validity check failed", "certexpired",
                "expired certificate", "certificate expired on", "certificate is past its",
            ],
            [.certificateExpired: 0.9, .clockSkew: 0.1],
            means: "the site's certificate is past its date, or the client's clock is wrong",
            source: "OpenSSL, Go, Node, Java"),
        Symptom(
            "certificate-early", .strong, .network,
            [
                "certificate is not yet valid", "certificatenotyetvalidexception", "cert_not_yet_valid",
                "certificate not yet valid",
                "clock skew", "request timestamp * too far", "is before *t*z", "nbf claim", "clock is ahead",
                "clock is behind",
            ],
            [.clockSkew: 0.78, .certificateExpired: 0.22],
            means: "by the client's clock the certificate or token isn't valid yet",
            source: "OpenSSL, Go, Java"),
        Symptom(
            "certificate-untrusted", .stated, .network,
            [
                "self signed certificate", "self-signed certificate", "self_signed_cert",
                "unable to get local issuer certificate",
                "unable_to_get_issuer_cert", "unable_to_verify_leaf_signature",
                "unable to verify the first certificate",
                "certificate signed by unknown authority", "pkix path building failed",
                "unable to find valid certification path",
                "curl: (60)", "curl error 60", "err_cert_authority_invalid", "sec_e_untrusted_root",
                "remote certificate is invalid", "trust anchor for certification path not found", "unknown_ca",
                "unknown ca",
                "certificate is not trusted", "partialchain", "untrustedroot", "not trusted by the trust provider",
                "certificate verify failed: unable", "could not establish trust relationship",
                "selbstsigniertes zertifikat", "invalid peer certificate: unknownissuer",
                "issuer certificate is invalid", "certificate chain is incomplete", "not standards compliant",
                "failed to verify certificate: x509: certificate signed", "fatal alert: unknownca", "unknownissuer",
                "certificate chain was issued by an authority that is not trusted", "the certificate is not trusted",
                "issuer is unknown", "no trusted root", "chain issued by an untrusted authority",
            ],
            [.certificateUntrusted: 0.88, .proxyInterception: 0.1, .verifySSL: 0.02],
            means:
                "the client doesn't know who signed the certificate: a company's own authority, or a proxy that opens TLS",
            source: "OpenSSL, Go, Node, Java, .NET"),
        Symptom(
            "certificate-refused", .strong, .network,
            [
                "certificate verify failed", "certificate_verify_failed", "certificate verification failed",
                "sslcertverificationerror", "sslhandshakeexception", "pkix path validation failed",
                "certpathvalidatorexception", "sslpeerunverifiedexception", "fatal alert badcertificate",
                "fatal alert: badcertificate", "bad certificate", "bad_certificate", "badcertificate",
                "certificate unknown", "certificate_unknown", "certificateunknown", "invalid peer certificate",
                "peer certificate cannot be authenticated", "tls: failed to verify certificate", "ssl handshake failed",
                "the ssl connection could not be established",
            ],
            [
                .certificateUntrusted: 0.74, .certificateExpired: 0.1, .certificateWrongHost: 0.08,
                .proxyInterception: 0.08,
            ],
            means: "the client doesn't take the site's certificate; these words don't say why",
            source: "requests; elitea-sdk 0.11.27"),
        Symptom(
            "certificate-host", .stated, .network,
            [
                "hostname mismatch", "hostname/ip does not match certificate", "err_tls_cert_altname_invalid",
                "certificate is valid for", "no alternative certificate subject name matches", "no subject alternative",
                "no name matching", "does not match the certificate subject", "err_cert_common_name_invalid",
                "ip address mismatch", "hostname/ip doesn't match", "doesn't match either of",
                "certificate is not valid for",
                "hostname doesn't match", "host name * does not match the certificate", "remotecertificatenamemismatch",
                "cannot validate certificate for",
                "certificate relies on legacy common name", "certificate not valid for name", "does not match host",
                "is not valid for '", "hostname not verified", "hostname * not verified",
                "no subject alternative names present", "requested domain name does not match", "sec_e_wrong_principal",
                "cn name does not match", "ssl_error_bad_cert_domain", "notvalidforname", "host name mismatch",
                "certificate subject name",
            ],
            [.certificateWrongHost: 0.95, .proxyInterception: 0.05],
            means: "the certificate is for another name than the one in the base URL",
            source: "OpenSSL, Go, Node, Java"),
        Symptom(
            "tls-version", .stated, .network,
            [
                "unsupported protocol", "alert protocol version", "handshake_failure", "handshake failure",
                "no protocols in common",
                "protocol version not supported", "unsafe legacy renegotiation", "dh_key_too_small", "dh key too small",
                "no appropriate protocol", "err_ssl_version", "unsupported_protocol",
                "server selected unsupported protocol",
                "no cipher", "err_ssl_protocol_error", "tlsv1_alert", "protocol_version", "no supported tls",
                "could not create ssl/tls secure channel", "do not possess a common algorithm",
                "ssl_error_unsupported_version", "no shared cipher", "tls version * not supported",
                "legacy renegotiation", "received fatal alert: protocol_version",
            ],
            [.tlsVersion: 0.9, .proxyInterception: 0.1],
            means: "client and server find no version or cipher of TLS that both speak",
            source: "OpenSSL, Go, Java"),
        Symptom(
            "tls-on-plain", .strong, .network,
            [
                "wrong version number", "wrong_version_number", "server gave http response to https client",
                "first record does not look like a tls handshake",
                "unrecognized ssl message, plaintext connection", "plain http request was sent to https port",
                "http request was sent to https port",
                "client sent an http request to an https server", "packet length too long", "err_ssl_wrong_version",
                "record layer failure", "requires tls",
                "speaking plain http to an ssl-enabled server port",
                "bad request this combination of host and port requires tls",
            ],
            [.plainHTTP: 0.7, .tlsVersion: 0.14, .proxyRefusal: 0.16],
            means:
                "one side speaks http and the other https: the base URL's scheme, its port or the proxy's address is wrong",
            source: "OpenSSL, Go, Java, nginx, Apache httpd"),
    ]
}
