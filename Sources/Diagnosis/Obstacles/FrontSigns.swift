import ConfluenceModel

/// The words by which pages are known, in small letters; several products for each.
enum FrontSigns {
    static let title = Pattern(/<title[^>]*>([^<]+)/)
    static let heading = Pattern(/<h1[^>]*>([^<]+)/)
    static let passwordField = Pattern(/<input[^>]*type=["']?password/)
    static let wafAsWord = Pattern(/\bwaf\b/)
    static let proxy = [
        "the requested url could not be retrieved", "squid/", "err_access_denied", "zscaler", "blue coat", "bluecoat",
        "forcepoint", "websense", "fortiguard", "mcafee web gateway", "skyhigh secure web gateway", "cisco umbrella",
        "web filter", "url filtering", "in accordance with company policy", "internet usage policy",
        "politique de l'entreprise ne permet pas", "action: deny. reason:", "your system policy has denied access",
        "based on your organization's access policies", "watchguard",
    ]
    static let captivePortal = [
        "captive portal", "network sign-in", "network login", "use this network", "hotspot", "guest wi-fi",
        "guest wifi", "free wi-fi", "free wifi", "wlan login", "gäste-wlan", "accept & connect", "accept &amp; connect",
        "accept and connect",
    ]
    /// What such a page's address is called where it goes by plain http, as no single sign-on does.
    static let portalNames = ["hotspot", "captive", "wifi", "wi-fi", "wlan", "splash", "guest"]
    /// What such a page is headed with, in most languages.
    static let portalHeads = ["wlan", "wi-fi", "wifi", "hotspot"]
    /// The same in words that no other page is headed with.
    static let portalTitles = ["wlan-portal", "wlan portal", "wifi portal", "wi-fi portal", "hotspot portal"]
    /// Addresses of such pages: Fortinet's, Cisco's, Meraki's, Aruba's, MikroTik's.
    static let portals = [
        "/fgtauth?", "\"/fgtauth\"", "<title> web authentication redirect</title>",
        "<title>web authentication redirect</title>",
        "?switch_url=", "&switch_url=", "/portal/gateway?", ".network-auth.com/splash", "/cgi-bin/login?cmd=login",
        "/guest/s/",
        "wispaccessgatewayparam",
    ]
    /// What a network tells its page of who asks: the device, its access point, where to go on.
    static let portalMarks = ["uamip=", "redirurl=", "cmd=login&mac=", "&essid=", "/login?dst=http"]
    static let portalParameters = [
        "redirect", "continue_url", "url", "userurl", "user_url", "origurl", "orig_url", "orig", "dst", "link-orig",
    ]
    static let firewall = [
        "request blocked", "the request could not be satisfied", "attention required", "cloudflare",
        "reference&#32;&#35;", "reference #", "the requested url was rejected",
        "support id", "incapsula", "imperva", "mod_security", "modsecurity", "web application firewall", "sucuri",
        "akamai", "blocked by", "aws waf", "azure front door", "the request is blocked", "rbac: access denied",
        "the incident id is",
        // HAProxy's, where a rule of its own denies, and Azure's, which has no other reason.
        "request forbidden by administrative rules", "microsoft-azure-application-gateway",
    ]
    /// How nginx, Apache, IIS and load balancers word each 403: by a rule, for want of an index page, or since nothing is there.
    static let refusal = [
        "<h1>403 forbidden</h1>", "403 - forbidden: access is denied", "you don't have permission to access",
    ]
    /// How pages are titled that somebody has written for what is blocked: whoever asks is meant.
    static let blockTitles = [
        "405", "406", "blocked", "not acceptable", "rejected", "security", "blockiert", "gesperrt", "bloqué",
        "bloqueado", "bloccato", "geblokkeerd", "zablokowan", "заблокирован", "阻断", "拦截", "차단",
    ]
    /// How any 403 is titled, whoever refuses, and why.
    static let refusalTitles = [
        "403", "forbidden", "denied", "verweigert", "refusé", "interdit", "denegado", "negado", "negato", "geweigerd",
        "odmow", "запрещ", "禁止", "拒否",
    ]
    /// What says that a site was switched off by those who host it, and not that anybody is refused.
    ///
    /// Sources: Microsoft's page on “Error 403 - This web app is stopped” (billing, a quota, or by hand); those of cPanel and
    /// Plesk from memory.
    static let closed = Pattern(
        /\b(?:web ?app(?:lication)?|web ?site|application|site|service|instance|wiki)\b[^<>.]{0,40}\b(?:is|was|been)\b[^<>.]{0,24}\b(?:stopped|disabled|suspended|archived|decommissioned|deactivated|retired|shut down|switched off|taken offline)\b|\bexceeded (?:its|the|your) (?:\w+ )?(?:quota|limit)\b|\bbandwidth limit exceeded\b|\bthis account (?:is|has been) suspended\b|<title>[^<]{0,40}\b(?:site disabled|site archived|account suspended|site suspended)\b/
    )
    /// What says that there is nothing to be shown: IIS's, Apache's and Tomcat's words for a directory without a page.
    static let emptyDirectory = [
        "403.14 -", "configured to not list the contents of this directory", "directory index forbidden",
        "directory listing denied", "directory listing is denied", "directory browsing is not enabled",
    ]
    static let blocked = ["been blocked", "page blocked", "request blocked", "access blocked"]
    /// What firewalls say where they answer data; F5's own, and words that anybody's would have.
    static let firewallInData = [
        "\"supportid\"", "\"support_id\"", "incapsula incident id", "the requested url was rejected", "waf policy",
        "web application firewall",
        "request blocked", "blocked by policy", "blocked by security", "security policy violation",
        // Akamai's, to which its page has the same.
        "reference #", "errors.edgesuite.net",
    ]
    /// Products that only ever name themselves in what they refuse.
    static let firewallServers = [
        "zenedge", "sucuri", "awselb", "bigip-asm", "incapsula", "akamaighost", "cloudwaf",
    ]
    static let firewallWithSuccess = [
        "the requested url was rejected. please consult with your administrator", "your support id is",
        "_incapsula_resource", "incapsula incident id", "attack id: ",
        // NetScaler, Radware, and those that ask for a person's patience.
        "the incident id is:", "application firewall block page", "has been blocked by a security policy",
        "<title>radware",
        "netscaler application firewall", "violates a security check", "unauthorized request blocked",
        "pardon our interruption", "making sure you're not a bot",
        "making sure you&#39;re not a bot", "blocked by the web application firewall",
    ]
    /// Where DataDome and PerimeterX answer data, they name the script or the page of their puzzle.
    static let challengeInData = ["captcha-delivery.com", "\"blockscript\""]
    static let challenge = [
        "<title>just a moment...</title>", "checking your browser before accessing",
        "enable javascript and cookies to continue",
        "cf-browser-verification",
    ]
    /// Who sends people to a page of its own when it lets them through to no site.
    static let proxyHosts = [
        "zscaler", "zscloud", "zsprox", "opendns.com", "umbrella.com", "goskope.com", "netskope", "iboss", "forcepoint",
        "webfilter", "blockpage", "menlosecurity.com",
    ]
    /// What only those on the way call it when they find no name.
    static let noNameForProxy = ["dns_unresolved_hostname", "dns_server_failure", "dns_hosterror"]
    /// Those of their hosts that stand before a company's own sites, and ask who somebody is.
    static let accessHosts = ["private.zscaler.com"]

    /// Whether a proxy sends people to such a host.
    static func isProxyHost(_ host: String) -> Bool {
        proxyHosts.contains(where: host.contains) && !accessHosts.contains(where: host.contains)
    }

    /// What stands in the address of a page on which a filter tells that it blocks.
    static let blockPages = ["blockpage", "block-page", "ws-session=", "/blocked", "/usercheck/"]
    /// The paths at which they ask who somebody is, rather than tell that they let nobody through.
    static let proxySignIns = ["/aud", "/auth", "/login", "/saml"]
    static let webServerLogin = [
        "401 authorization required", "this server could not verify that you", "jwt is missing",
        "jwt verification fails", "jwt is not in the form", "jwt is expired", "jwt issuer is not configured",
    ]
    static let login = [
        "samlrequest", "log in with atlassian account", "all other atlassian cloud products", "id.atlassian.com/login",
        "log in - confluence", "log in - ", "dologin.action", "os_username", "oauth2-proxy", "oauth2/start",
        "sign in with", "login.microsoftonline.com", "single sign-on", "openid-connect", "keycloak", "okta",
    ]
    static let loginTargets = [
        "samlrequest", "saml", "/login", "login.", "/signin", "/sign_in", "/sso", "sso.", "adfs", "oauth", "openid",
        "/idp",
        "client_id=", "redirect_uri=", "okta", "keycloak", "//auth.", "/auth/", "/authorize", "/cas/", "goauthentik",
        "?rd=", "&rd=", "cloudflareaccess.com",
        "obrareq.cgi", "/oam/server", "id.atlassian.com", "/my.policy", "/logon", "/vpn/index", "/vpn/tmindex",
        "_login", "/remote/login",
        // Zscaler Private Access and Teleport.
        "authsp.prod.zpath.net", "/web/launch/",
    ]
    /// What nginx, Tomcat, Apache, Go's servers and IIS say to plain http where they want https.
    static let securePorts = [
        "The plain HTTP request was sent to HTTPS port", "This combination of host and port requires TLS",
        "HTTPS Required", "HTTPS is required", "requires HTTPS", "be accessed over HTTPS", "be accessed via HTTPS",
        "speaking plain HTTP to an SSL-enabled server port", "Client sent an HTTP request to an HTTPS server",
        "SSL is required to view this resource", "HTTP Error 403.4", "secured with Secure Sockets Layer",
        "This service requires use of the TLS protocol", "requires use of TLS", "SSL required", "use HTTPS",
        "available over HTTPS", "available via HTTPS",
        "403.4 -", "Upgrade Required",
    ]
    /// Where people are sent while Confluence is not open: a page of its proxy, or the set-up wizard.
    static let maintenanceTargets = [
        "maintenance", "/setup/setupstart.action", "/setup/setuplicense.action", "wartung", "przerwa", "downtime",
        "odstavka", "karbantartas", "huoltokatko", "onderhoud", "mantenimiento", "manutencao", "manutenzione",
    ]
    /// In the languages in which companies write such a page.
    static let maintenance =
        [
            "upgrad", "planned work", "geplante arbeiten", "change window", "being patched", "available again",
            "will be back", "wieder da", "wieder erreichbar", "wieder verfügbar", "wieder zur verfügung",
            "nouveau disponible", "disponible de nouveau", "estará disponible", "nuovo disponibile", "weer beschikbaar",
            "ponownie dostępn", "снова будет доступ",
        ] + maintenanceHeads
    static let maintenanceHeads = [
        "maintenance", "be right back", "be back soon", "upgrade in progress", "being upgraded", "scheduled outage",
        "planned outage", "wartung", "gewartet", "mantenimiento", "manutenção",
        "manuten&ccedil;", "manutenzione", "onderhoud", "przerwa techniczna",
        "konserwac", "údržb", "underhåll", "vedlikehold", "vedligehold", "bakım", "обслуживан", "технические работы",
        "メンテナンス", "维护", "維護", "점검", "downtime", "odstávk", "huoltokatko", "huoltotyö", "karbantart",
        "технічні роботи", "обслуговуван", "профилактические работы", "תחזוקה", "prace serwisowe",
        "bảo trì",
        "pemeliharaan", "mentenanț", "συντήρηση", "hooldustöö", "apkopes darb", "priežiūros darb", "održavanj",
        "vzdrževan", "صيانة", "ปรับปรุงระบบ",
    ]
    /// How a page tells that Confluence is elsewhere now.
    static let moved = [
        "has moved", "have moved", "has been moved", "moved to a new", "has been migrated", "have migrated",
        "has migrated", "confluence moved to", "wiki moved to", "the new wiki", "the new confluence", "our new wiki",
        "our new confluence", "was migrated to", "has been retired", "has been decommissioned", "was decommissioned",
        "has been replaced by", "was replaced by", "new address is", "new url is", "ist umgezogen", "sind umgezogen",
        "wurde migriert", "neue adresse", "a déménagé", "a été migré", "nouvelle adresse", "se ha mudado",
        "se ha trasladado", "ha sido migrad", "nueva dirección", "foi migrad", "mudou de endereço", "novo endereço",
        "è stato migrato", "si è trasferit", "nuovo indirizzo", "is verhuisd", "nieuwe adres", "har flyttat",
        "har flyttet", "został przeniesion", "została przeniesion", "nowy adres", "переехал", "перенесен",
        "новый адрес",
        "移転しました", "移行しました", "已迁移", "已遷移", "이전되었습니다",
    ]
    /// What Cloud answers for a site, or a product of it, that is switched off.
    static let suspended = [
        "suspended_inactivity", "suspended_payment", "site has been deactivated", "confluence has been deactivated",
        "atlassian cloud notifications - product unavailable",
    ]
    static let addressNotAllowed = [
        "not on the allowed list", "ip address has been rejected", "ip address is not allowed",
        "access denied for client ip", "ip address not allowed",
        "the web app you have attempted to reach has blocked your access",
    ]
    /// How an address is refused in words of one's own: “Access from your IP address 192.0.2.7 is not allowed”.
    static let addressRefused = Pattern(
        /\bip(?:v[46])?[ -]address(?:es)?\b[^<>"{}]{0,60}\b(?:rejected|not (?:allowed|permitted|authori[sz]ed|whitelisted|allowlisted|(?:in|on|part of|within) (?:the |our |an )?(?:list|allow|white|permitted|trusted|access)))|\bip\b[^<>"{}]{0,40}\bnot (?:whitelisted|allowlisted|(?:in|on) (?:the |our |an )?(?:allow|white|permitted|trusted))|\b(?:client|remote|source) (?:ip|address)\b[^<>"{}]{0,40}\b(?:rejected|outside|not (?:allowed|permitted|in|on))|\bip_(?:address_)?not_(?:allowed|permitted|whitelisted|in_)|\bnot (?:allowed|permitted|authori[sz]ed) (?:from|for) (?:this |your |the )?(?:client )?ip\b|\b(?:limited|restricted) to (?:authori[sz]ed|allowed|permitted|known|trusted) (?:ip|client)[ -]?address|\bonly internal networks\b|\byour network\b[^<>"{}]{0,30}\bnot (?:allowed|permitted)/
    )
    /// The same in the languages in which companies write such a page.
    static let addressRefusedElsewhere = Pattern(
        /adresse ip\b[^<>]{0,60}(?:n['’]est pas autoris|n&#39;est pas autoris|non autoris)|ip-adresse\b[^<>]{0,60}(?:nicht (?:zugelassen|erlaubt|berechtigt|freigegeben|freigeschaltet)|gesperrt)|direcci[oó]n ip\b[^<>]{0,60}no (?:est[aá] )?(?:autorizad|permitid|en la lista)|indirizzo ip\b[^<>]{0,60}non (?:[eè] )?(?:autorizzat|consentit|ammess|abilitat)|endere[cç]o ip\b[^<>]{0,60}n[aã]o (?:est[aá] |[eé] )?(?:autorizad|permitid)|ip-adres\b[^<>]{0,60}niet (?:toegestaan|toegelaten)|adres(?:u|em)? ip\b[^<>]{0,60}(?:nie jest|zablokowan)|ip-адрес[^<>]{0,60}(?:не разреш|заблокирован)|ipアドレス[^<>]{0,60}許可されて(?:い|お)|ip ?(?:地址)?[^<>]{0,40}(?:不在白名单|未授权|不允许)/
    )
    /// How a page tells that only one network may see the site: “available from the Acme network only”.
    static let onlyFromNetwork = Pattern(
        /\b(?:from|within|inside|in) (?:the |our |your )?[^<>.]{0,40}\bnetwork only\b|\bonly (?:be )?(?:available|accessible|reachable|allowed|permitted)? ?(?:from|within|inside) (?:the |our |your )[^<>.]{0,40}\bnetwork\b|(?:que|uniquement|seulement) (?:depuis|à partir d)[^<>.]{0,40}r[eé]seau|nur (?:aus|von|über|innerhalb|im)[^<>.]{0,40}(?:netz\b|netzwerk|vpn)|s[oó]lo (?:desde|dalla|da)[^<>.]{0,40}(?:red\b|rete)|(?:apenas|somente) (?:a partir d|da|na)[^<>.]{0,40}rede\b|alleen (?:vanuit|vanaf|binnen)[^<>.]{0,40}netwerk/
    )
    /// nginx, Azure's gateway and IIS.
    static let clientCertificate = [
        "required ssl certificate was sent", "required ssl certificate not sent", "the ssl certificate error",
        "client certificate required", "client certificate is required", "http error 403.7",
        // Apache's, which can't ask for one once the path is known.
        "cannot perform post-handshake authentication",
    ]
    /// Kong, Apigee, Azure API Management, Tyk.
    static let gatewayKey = [
        "no api key found in request", "no api key was found", "failed to resolve api key", "oauth.v2.invalidapikey",
        "due to missing subscription key", "due to invalid subscription key", "authorization field missing",
        "key not authorised", "api key is missing", "missing api key", "invalid api key", "invalid client id",
        "client id is missing", "missing client id", "unregistered callers", "use api key",
        "subscription key is missing", "invalid subscription key", "\"900901\"", "\"900902\"",
        // WSO2 numbers its refusals, as text or as a number, and says what is missing in words of its own.
        "\"code\":900901", "\"code\":900902", "\"code\": 900901", "\"code\": 900902",
        // IBM's API Connect and webMethods.
        "cannot pass the security checks", "client id not registered",
        "unable to identify the application for the request",
    ]
    /// The same in words of one's own: `{"error": "missing_api_key"}`, “API key required”, “send your key in X-API-Key”.
    static let gatewayKeyInWords = Pattern(
        /\b(?:missing|invalid|unknown|no|without|requires?|provide|supply|send)[ _-](?:an?[ _-]|your[ _-]|the[ _-])?(?:valid[ _-])?(?:api|subscription)[ _-]?key\b|\b(?:api|subscription)[ _-]?key[ _-](?:is |was |header )?(?:missing|required|invalid|unknown|not[ _-](?:found|provided|supplied|valid|present))|\bx-?api-?key\b|\bocp-apim-subscription-key\b/
    )
    /// The same from those that write text or XML: 3scale, Layer7.
    static let gatewayKeyInText = ["authentication parameters missing", "policy falsified", "<l7:policyresult"]
    /// What only a gateway sends with its refusal.
    static let gatewayHeaders = [
        "X-Gravitee-Request-Id", "X-Gravitee-Transaction-Id", "X-Kong-Response-Latency", "X-Backside-Transport",
        "X-Krakend", "L7-Policy-URL",
    ]
    static let gatewaySchemes = ["key", "azureapimanagementkey", "client-id-enforcement"]
    static let amazonFaults = ["forbiddenexception", "unauthorizedexception", "accessdeniedexception"]
    /// What Cloudflare writes to programs in the place of its page.
    static let cloudflareCode = Pattern(/^\s*error code: 1\d{3}\s*$/)
    /// What F5 tells people to give its administrators, in whatever language.
    static let supportNumber = Pattern(/support[- ]id[^0-9<]{0,20}\d{12,}/)
    static let unknownSite = [
        "site is currently unavailable", "site unavailable", "site not found", "site does not exist",
        "doesn't exist", "no longer available", "atlassian cloud notifications",
    ]
}
