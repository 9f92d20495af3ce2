import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What keeps a client from any answer at all, but for TLS.
    static let networkCauses: [Cause] = [
        obstacle(
            .nameNotResolved, .nameNotResolved, "The host name has no address",
            looksLike: [
                Look("“Failed to resolve”, “Name or service not known”, “getaddrinfo ENOTFOUND”, “no such host”"),
                Look(".atlassian.com typed for .atlassian.net, or a letter too many in the site's name", on: .cloud),
            ],
            explanation: "{Failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Compare the host name in “Base URL” with the one in your browser when Confluence is open{meant}."),
                CauseFix(
                    .networkTeam,
                    "From the network where ELITEA runs, look the name up: a name that only the company's own name servers "
                        + "know needs a VPN or a rule there."),
            ]
        ),
        Cause(
            .vpnOnly, "The host can be reached inside the company's network only",
            looksLike: [
                Look("it opens in your browser, with the VPN on, and nowhere else", on: .dataCenter),
                Look("no address, or a time-out, from where ELITEA runs", on: .dataCenter),
            ],
            sources: [.pastedText],
            fields: [.baseURL],
            explanation: "{host} may be known or open inside the company's network alone.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Open a way from ELITEA's network to the host: a VPN, a reverse proxy or a firewall rule for its addresses.",
                    "Or run ELITEA's agents inside the company's network.")
            ]
        ),
        obstacle(
            .connectionRefused, .connectionRefused, "Nothing listens at that port",
            looksLike: [Look("“Connection refused”, “ECONNREFUSED”, “[Errno 111]”")],
            explanation: "{Failure}.",
            fixes: [
                CauseFix(
                    .you,
                    "Compare the port in “Base URL” with the one in your browser when Confluence is open; without one, "
                        + "https means 443 and http means 80."),
                CauseFix(.siteAdmin, "Look whether Confluence and the reverse proxy in front of it run."),
            ]
        ),
        obstacle(
            .timedOut, .timedOut, "No answer comes in time",
            looksLike: [
                Look("“Read timed out”, “ConnectTimeoutError”, “ETIMEDOUT”, “context deadline exceeded”"),
                Look("“Connection timeout - Confluence did not respond within 10 seconds”"),
            ],
            faults: ["slow-answer", "slow-body"],
            explanation: "{Failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "From the network where ELITEA runs, check that the host's port is open: a firewall that drops packets "
                        + "looks like this.",
                    "If Confluence is slow for people, too, ask its administrators.",
                    "To tell a slow site from none, diagnose again with --timeout 75: so long the toolkit's tools wait."
                )
            ]
        ),
        obstacle(
            .connectionDropped, .connectionDropped, "The connection breaks before the answer is complete",
            looksLike: [
                Look("“Connection reset by peer”, “Remote end closed connection without response”, “IncompleteRead”")
            ],
            faults: ["dropped-connection", "truncated-body"],
            explanation: "{Failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Look for a firewall, load balancer or proxy between ELITEA and the host that closes connections.",
                    "If it breaks in the TLS handshake, look whether that port speaks TLS at all, and TLS 1.2 or later.",
                    "Try again in a few minutes: a site that restarts does this, too.")
            ]
        ),
        obstacle(
            .proxyAuthentication, .proxyLogin, "The proxy wants a login of its own",
            looksLike: [
                Look("407, “Proxy Authentication Required”, “Tunnel connection failed: 407”"),
                Look("a page of the proxy titled “Cache Access Denied”"),
            ],
            faults: ["proxy-authentication"],
            explanation: "A proxy on the way to {host} asks for its own user name and password: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Give ELITEA's host an account at the proxy, or let it pass without one.",
                    "Write it into HTTPS_PROXY as http://user:password@proxy:port, or put the host into NO_PROXY.")
            ]
        ),
        obstacle(
            .proxyRefusal, .proxyRefusal, "The proxy does not pass the request on",
            looksLike: [
                Look("“Tunnel connection failed: 403 Forbidden”, “Unable to connect to proxy”"),
                Look("a page titled “ERROR: The requested URL could not be retrieved”"),
            ],
            faults: ["proxy-error-page"],
            explanation: "A proxy stands between here and {host}, and does not let the request through: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Check the proxy's address in HTTPS_PROXY, and that its rules allow the host and port.",
                    "If the host is inside the network, put it into NO_PROXY.")
            ]
        ),
        Cause(
            .clockSkew, "The clocks of site and client differ",
            looksLike: [
                Look("logins by signed tokens fail, certificates count as not yet valid, search misses what is new")
            ],
            sources: [.requests, .pastedText],
            faults: ["clock-skew"],
            weight: 0.4, requires: .clockAway,
            signs: [Sign(.clockAway, 3)],
            proofs: [.said(.clockAway)],
            explanation: "The site's clock says {siteTime}, and here it is {ownTime}: {skew} apart.",
            fixes: [
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Let Confluence's host keep its time by NTP (chrony or systemd-timesyncd), and restart Confluence."),
                CauseFix(
                    .networkTeam, "Let ELITEA's host keep its time by NTP: the site's clock is the reference here."),
            ]
        ),
    ]

    /// A cause that an obstacle shows by itself.
    static func obstacle(
        _ id: CauseID, _ kind: Obstacle.Kind, _ title: String, looksLike: [Look],
        sources: Set<CauseSource> = [.requests, .pastedText], faults: [String] = [], places: [Place] = [],
        fields: [ConfigurationField] = [.baseURL], explanation: String, fixes: [CauseFix],
        links: [String] = []
    ) -> Cause {
        Cause(
            id, title, looksLike: looksLike, sources: sources, faults: faults, weight: 1, requires: .obstacle(kind),
            places: places,
            // What nobody knows may be this.
            signs: [Sign(.obstacle(kind), 0.97), Sign(.siteUnrecognised, 0.5)]
                + (Obstacle.Kind.fronts.contains(kind) || kind == .addressNotAllowed
                    ? [Sign(.obstacle(.refusal), 0.5)] : []),
            proofs: [.said(.obstacle(kind))],
            fields: fields,
            explanation: explanation, fixes: fixes, links: links)
    }
}
