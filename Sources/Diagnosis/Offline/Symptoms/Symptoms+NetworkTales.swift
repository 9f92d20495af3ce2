import ConfluenceModel

extension Symptoms {
    /// What only people tell of the way to a site: where they sat, what has moved, what was switched off.
    static let networkTales: [Symptom] = [
        tale(
            "ip-allowlist",
            [
                "allowlist", "allow list", "whitelist", "allowed ip", "ip restriction", "ip range",
                "client denied by server",
                "liste blanche", "adresse ip * {pas autorisée|nicht}",
            ],
            [.ipAllowlist: 0.9, .firewall: 0.1], means: "only listed addresses may come in"),
        tale(
            "vpn-told",
            [
                "without vpn", "without the vpn", "outside the vpn", "vpn is off", "vpn is on", "vpn is connected",
                "connected to the vpn", "globalprotect", "anyconnect", "im büro", "au bureau", "en la oficina",
                "in the office", "from my desk", "at my desk", "github hosted runner", "hosted runner", "hosted agent",
                "connected to vpn", "on the vpn", "over vpn", "via vpn", "through the vpn",
                "with vpn it", "with the vpn it", "inside our network", "inside the company", "not in our network",
                "outside our network", "outside the company", "from outside", "only reachable from",
                "only from the office",
                "only in the office", "internal network", "company network", "corporate network", "firmennetz",
                "réseau interne", "red interna",
            ],
            [.vpnOnly: 0.84, .timedOut: 0.08, .unreachable: 0.08], means: "where the client stands decides"),
        tale(
            "captive-portal",
            [
                "hotel's wi", "hotel wi", "hotel wlan", "hotel-wlan", "hotspot", "guest wlan", "guest wifi",
                "train's wi",
                "wifionice", "wifi@", "airport wi", "portail captif", "bienvenue à bord", "welcome on board",
                "welcome aboard", "willkommen an bord", "portal cautivo", "gäste-wlan",
            ],
            [.captivePortal: 0.9, .loginInFront: 0.1], means: "a guest network stands between"),
        tale(
            "verify-told",
            [
                "verify_ssl\": false", "verify_ssl: false", "verify_ssl=false", "verify_ssl = false",
                "unticked \"verify",
                "verify ssl * {unticked|switched off|turned off|is off|no effect|ignored|still}", "unticked verify",
                "without verify ssl", "ssl_verify=false", "ssl_verify: false",
            ],
            [.verifySSL: 0.66, .certificateUntrusted: 0.2, .proxyInterception: 0.14],
            means: "the check of certificates was switched off"),
        tale(
            "site-moved",
            [
                "wiki has moved", "confluence has moved", "wiki moved to", "confluence moved to",
                "old name redirected", "old name still redirect", "old name redirects", "redirected for a while",
                "redirects for a while",
                "moved to a new address",
                "moved to a new host", "moved to a new domain", "moved to a new url", "under a new address",
                "new address of the wiki",
                "the old address", "old host name", "umgezogen", "has a new address", "we moved to cloud",
                "moved to the cloud",
            ],
            [.siteMoved: 0.84, .unknownSite: 0.08, .hostingMismatch: 0.08], strength: .vague,
            means: "the wiki has another address than before"),
        tale(
            "unknown-site",
            [
                "site was renamed", "renamed our site", "renamed the site", "site's name is misspelt",
                "typo in the site",
                "your-domain.atlassian.net", "yourcompany.atlassian.net", "your-site.atlassian.net",
                "example of the documentation",
            ],
            [.unknownSite: 0.8, .siteMoved: 0.2], means: "the site's name isn't the one that is called"),
        tale(
            "http-told",
            [
                "http instead of https", "http:// instead of", "http rather than https", "http statt https",
                "http au lieu de", "http en vez de", "begins with http://", "starts with http://",
                "with http:// in front",
            ],
            [.plainHTTP: 0.94, .basePath: 0.06], means: "the address says http"),
        tale(
            "clock-told",
            [
                "timestamp_refused", "oauth_acceptable_timestamps",
                "clock * {wrong|behind|ahead|off|drift|reset|slow|fast}",
                "system time * {wrong|behind|ahead|off|different}", "system clock", "issued in the future",
                "used before issued",
                "date is wrong", "wrong date", "ntp", "systemuhr", "horloge", "minutes in the future", "minutes ahead",
            ],
            [.clockSkew: 0.94, .certificateExpired: 0.06], means: "two clocks differ"),
        tale(
            "hosting-told",
            [
                "hosting = ", "hosting: ", "hosting option", "hosting is", "hosting set", "hosting cloud",
                "hosting server",
                "cloud=true * {data center|own server|self}", "deployment type",
            ],
            [.hostingMismatch: 0.8, .basePath: 0.2], strength: .vague, means: "which hosting is set is in question"),
    ]
}
