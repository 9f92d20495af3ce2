import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What keeps a client from a TLS connection that it may trust.
    static let certificateCauses: [Cause] = [
        obstacle(
            .certificateExpired, .certificateExpired, "The site's certificate has expired",
            looksLike: [
                Look(
                    "“certificate has expired”, “CERT_HAS_EXPIRED”, “certificate verify failed: certificate has expired”"
                ),
                Look("“SSL error - certificate verification failed”"),
            ],
            faults: ["expired-certificate"],
            explanation: "The certificate that {host} shows is not valid today: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Renew the certificate of the host, or of the reverse proxy in front of it, and restart what serves it.",
                    "If it looks valid in a browser, or is to begin on a later day, compare the clocks of ELITEA's host and of "
                        + "where it was made with the right time.")
            ]
        ),
        obstacle(
            .certificateUntrusted, .certificateUntrusted,
            "The site's certificate is of an authority that is not trusted",
            looksLike: [
                Look(
                    "“self-signed certificate in certificate chain”, “unable to get local issuer certificate”, “PKIX path "
                        + "building failed”, “x509: certificate signed by unknown authority”"),
                Look("it opens in the company's browsers, which trust the company's own authority", on: .dataCenter),
            ],
            faults: ["self-signed-certificate"],
            explanation: "Nobody whom this machine trusts has signed the certificate that {host} shows: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Get the certificate of the authority that signed it (often the company's own) as a PEM file.",
                    "Put it into the system's trust store of ELITEA's host (update-ca-certificates), or name it in "
                        + "REQUESTS_CA_BUNDLE; to check, pass it here as --ca-file.",
                    "If the server leaves out the certificates in between, its administrator adds them to its chain.",
                    "If it is made for another host, to trust it is not enough: the site's administrator puts one for {host} "
                        + "where the server shows the certificate that it came with.")
            ]
        ),
        obstacle(
            .proxyInterception, .intercepted, "A proxy opens TLS and shows a certificate of its own",
            looksLike: [
                Look(
                    "as with an unknown authority; the certificate's issuer is a security product or the company itself"
                ),
                Look("the same address works from another network without any change"),
            ],
            explanation: "A proxy seems to look into TLS on the way to {host} and show its own certificate: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Look at the certificate's issuer: openssl s_client -connect {host}:443 -showcerts.",
                    "Let ELITEA's host trust the proxy's authority, or exempt the Confluence host from inspection.")
            ]
        ),
        obstacle(
            .certificateWrongHost, .certificateWrongHost, "The certificate is of another host",
            looksLike: [
                Look("“Hostname mismatch, certificate is not valid for …”, “ERR_TLS_CERT_ALTNAME_INVALID”"),
                Look("“SSL error - hostname mismatch. Verify the Confluence URL”"),
                Look("the name stands in the certificate's common name (CN) alone, which clients don't read any more"),
            ],
            faults: ["wrong-host-certificate"],
            explanation: "The certificate that came from {host} does not name that host: {failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Use the name for which the certificate was made: compare “Base URL” with the address in your browser, "
                        + "and don't use an IP address or a short name."),
                CauseFix(.siteAdmin, "Have a certificate made that names this host, too."),
            ]
        ),
        obstacle(
            .certificateWeak, .certificateWeak, "The certificate's key or signature is too weak",
            looksLike: [
                Look(
                    "“EE certificate key too weak”, “ee key too small”, “CA signature digest algorithm too weak”, “ca md too weak”"
                ),
                Look(
                    "an RSA key under 2048 bits, or a signature by SHA-1: browsers and old clients may still take it, Python's "
                        + "don't",
                    on: .dataCenter),
            ],
            explanation: "The toolkit's client refuses the certificate of {host}, which others may take: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Have a new certificate made for the host, or for the reverse proxy in front of it: with an RSA key of "
                        + "2048 bits or more (or an elliptic curve) and a signature by SHA-256.")
            ]
        ),
        obstacle(
            .tlsVersion, .tlsVersion, "Site and client have no version of TLS in common",
            looksLike: [
                Look(
                    "“UNSUPPORTED_PROTOCOL”, “TLSV1_ALERT_PROTOCOL_VERSION”, “Received fatal alert: protocol_version”"),
                Look(
                    "mostly the client is the old one: “Could not create SSL/TLS secure channel”: an old client, such as Windows PowerShell or Java 7, asks for TLS 1.0"
                ),
            ],
            faults: ["old-protocol"],
            explanation: "{host} and this client have no version of TLS in common: {failure}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Let the host, or the reverse proxy in front of it, offer TLS 1.2 or 1.3, with ciphers of today."),
                CauseFix(
                    .you,
                    "If the site takes TLS 1.2 and the client is old, switch TLS 1.2 on in the client: in Windows PowerShell, "
                        + "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'; in Java, take version 8 or later."),
            ]
        ),
        obstacle(
            .plainPort, .plainPort, "The address says https where no TLS is spoken",
            looksLike: [
                Look("“wrong version number”, “record layer failure”, “packet length too long”"),
                Look("“server gave HTTP response to HTTPS client”, “Unrecognized SSL message, plaintext connection?”"),
                Look("https:// with a port such as 8090 or 8080, at which Confluence itself speaks http"),
            ],
            sources: [.requests],
            explanation: "The address says https, and what listens at {host} most likely speaks plain http: {failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Compare scheme and port in “Base URL” with those in your browser when Confluence is open; without a port, "
                        + "https means 443.",
                    "If it opens there with http:// only, write that into “Base URL”, and know that the secret then travels "
                        + "readable."),
                CauseFix(
                    .siteAdmin,
                    "Let the port speak TLS, or put a reverse proxy with a certificate in front of Confluence."),
            ]
        ),
    ]
}
