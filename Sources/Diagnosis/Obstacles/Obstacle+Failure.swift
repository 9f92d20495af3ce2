import ConfluenceClient
import ConfluenceWire

extension Obstacle.Kind {
    /// What kept an answer from coming, by the transport's own facts where it has them, else by its words.
    init(_ failure: TransportFailure) {
        self =
            switch failure {
            case .nameNotResolved: .nameNotResolved
            case .connectionRefused: .connectionRefused
            case .timedOut: .timedOut
            case .tls(let host, let reason): Self.tls(reason, at: host)
            case .proxy(let reason): Self.proxy(reason)
            case .malformedAnswer(_, let reason):
                ["closed", "reset", "complete", "promised", "ends after"].contains { reason.contains($0) }
                    ? .connectionDropped : .unreachable
            case .answerTooLarge, .other: .unreachable
            }
    }

    /// A proxy that has tried in vain has not refused.
    private static func proxy(_ reason: String) -> Self {
        if reason.contains("407") { return .proxyLogin }
        if reason.contains("timed out") { return .timedOut }
        return reason.contains("nothing listens there") ? .connectionRefused : .proxyRefusal
    }

    /// Libraries word the same trouble differently; the rest is a certificate that is not trusted, or none of this.
    private static func tls(_ reason: String, at host: String) -> Self {
        // Whoever issued a certificate chose the names that stand behind the words.
        let end = reason.firstRange(of: TransportFailure.issuedBy)
        let words = reason[..<(end?.lowerBound ?? reason.endIndex)].lowercased().replacing("_", with: " ")
        let issuer = end.map { reason[$0.upperBound...].prefix { $0 != "”" }.lowercased() } ?? ""
        func says(_ signs: String...) -> Bool { signs.contains { words.contains($0) } }
        if says("expired", "not yet valid") { return .certificateExpired }
        if says(
            "hostname mismatch", "not valid for", "altname", "host name", "validatehostname",
            "unable to validate certificate for")
        {
            return .certificateWrongHost
        }
        // What a server says that has asked for a certificate of the client's and got none that it takes.
        if says(
            "certificate required", "alert bad certificate", "client auth cert",
            TransportFailure.refusedBehindCertificate)
        {
            return .clientCertificate
        }
        if says("key too weak", "key too small", "digest algorithm too weak", "ca md too weak") {
            return .certificateWeak
        }
        if says(TransportFailure.knowsOtherSuites.lowercased()) { return .otherSuites }
        if says("wrong version number", TransportFailure.speaksNoTLS.lowercased()) { return .plainPort }
        if says(
            "protocol version", "unsupported protocol", "no protocols", "handshake failure", "insufficient security")
        {
            return .tlsVersion
        }
        // Who hangs up before TLS stands says nothing of why: a port without TLS, another version, or somebody between.
        if end == nil, says("eof during handshake", "unexpected eof", "eof occurred", "connection reset") {
            return .connectionDropped
        }
        if inspectors.contains(where: issuer.contains) { return .intercepted }
        // Atlassian shows certificates of public authorities alone: whoever has one of his own stands between.
        if HostName.isAtlassian(host), !issuer.isEmpty, !publicAuthorities.contains(where: issuer.contains) {
            return .intercepted
        }
        if says("self-signed", "self signed", "unknown authority", "local issuer", "verify failed", "unknown ca") {
            return .certificateUntrusted
        }
        return .unreachable
    }

    /// Who signs for Atlassian's hosts, now or as far as anybody can see, in small letters.
    private static let publicAuthorities = [
        "amazon", "starfield", "digicert", "let's encrypt", "isrg", "google trust", "globalsign", "sectigo", "entrust",
        "comodo", "geotrust",
    ]

    /// Products that open TLS, by the names in their certificates, in small letters.
    private static let inspectors = [
        "zscaler", "netskope", "blue coat", "bluecoat", "fortinet", "fortigate", "palo alto", "forcepoint", "websense",
        "mcafee web gateway", "skyhigh", "cisco umbrella", "sophos", "check point", "barracuda", "sonicwall",
        "watchguard", "iboss", "menlo security", "cato networks", "cloudflare gateway", "gateway ca - cloudflare",
        "kaspersky", "squid", "mitmproxy", "charles proxy", "fiddler", "portswigger",
    ]
}
