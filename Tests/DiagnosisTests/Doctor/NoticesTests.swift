import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("Pages that stand in Confluence's place are told by what they say, in whatever language")
struct NoticesTests {
    /// What answers everybody, and the cause of it.
    struct Notice: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let cause: CauseID
        let response: Response
        /// What the explanation or the fix names.
        let says: String

        init(
            _ cause: CauseID, _ status: Int, _ body: String, _ headers: Headers = ["Content-Type": "text/html"],
            says: String = ""
        ) {
            self.cause = cause
            response = Response(status: status, headers: headers, body: Array(body.utf8))
            self.says = says
            testDescription = "\(cause.rawValue), \(status), \(headers["Location"] ?? String(body.prefix(80)))"
        }
    }

    private static func titled(_ title: String, _ text: String = "") -> String {
        "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(text)</p></body></html>"
    }

    private static let data: Headers = ["Content-Type": "application/json"]

    static let moved: [Notice] = [
        Notice(
            .siteMoved, 200,
            "<head><meta http-equiv=\"refresh\" content=\"0; url=https://acme.atlassian.net/wiki/home\"></head>",
            says: "https://acme.atlassian.net/wiki"),
        Notice(
            .siteMoved, 200, "<script>location.replace('https://wiki.acme-group.example/' + location.search)</script>",
            says: "https://wiki.acme-group.example"),
        Notice(
            .siteMoved, 200,
            titled("Our pages have moved", "Look at <a href=\"https://pages.acme.example/kb/display/DOCS\">them</a>"),
            says: "https://pages.acme.example/kb"),
        Notice(
            .siteMoved, 410, titled("Gone", "It has been migrated. New place: https://acme.atlassian.net."),
            says: "https://acme.atlassian.net/wiki"),
        Notice(
            .siteMoved, 404, titled("Das Wiki ist umgezogen", "Neue Adresse: https://handbuch.acme.example/"),
            says: "https://handbuch.acme.example"),
        Notice(
            .siteMoved, 302, "", ["Location": "https://wiki.acme-group.example/"],
            says: "https://wiki.acme-group.example"),
    ]

    static let maintenance: [Notice] =
        [
            "Huoltokatko", "Plánovaná odstávka", "Karbantartás", "Технічне обслуговування", "האתר בתחזוקה",
            "Scheduled downtime",
            "Przerwa techniczna", "Lucrări de mentenanță", "Συντήρηση", "Bảo trì hệ thống",
        ].flatMap { [Notice(.maintenance, 200, titled($0)), Notice(.maintenance, 503, titled($0))] } + [
            Notice(.maintenance, 302, "", ["Location": "/przerwa-techniczna.html"])
        ]

    static let firewalls: [Notice] = [
        Notice(.firewall, 403, #"{"supportID":"6419","message":"The requested URL was rejected."}"#, data),
        Notice(.firewall, 403, #"{"result":"denied","reason":"WAF policy"}"#, data),
        Notice(.firewall, 202, "", ["x-amzn-waf-action": "challenge"]), Notice(.firewall, 406, "", ["Server": "nginx"]),
        Notice(.firewall, 403, #"{"code":"403"}"#, ["Server": "ZENEDGE", "Content-Type": "application/json"]),
        Notice(.firewall, 200, titled("Radware Captcha Page", "Solve this")),
        Notice(.firewall, 200, titled("Application Firewall Block Page")),
        Notice(.firewall, 403, titled("Pardon Our Interruption")),
        Notice(.firewall, 200, titled("Pardon Our Interruption")),
        Notice(.firewall, 403, titled("Acme WAF", "您的请求已被拦截")),
    ]

    static let others: [Notice] = [
        Notice(.ipAllowlist, 403, titled("HTTP 403.6 - Forbidden: IP address rejected")),
        Notice(.ipAllowlist, 403, #"{"message":"Access from the IP address 192.0.2.7 is not permitted"}"#, data),
        Notice(.proxyRefusal, 302, "", ["Location": "https://safe.menlosecurity.com/https://wiki.acme.example/"]),
        Notice(.proxyRefusal, 302, "", ["Location": "http://192.0.2.1/UserCheck/PortalMain?IID=1&origUrl=aHR0"]),
        Notice(.captivePortal, 200, titled("Guest WiFi", "<button>Accept &amp; Connect</button>")),
        Notice(
            .captivePortal, 302, "",
            ["Location": "http://login.hotspot.example/guest?orig=https%3A%2F%2Fwiki.acme.example%2F"]),
        Notice(.loginInFront, 302, "", ["Location": "/vpn/tmindex.html"]),
    ]

    @Test("the cause stands first", arguments: moved + maintenance + firewalls + others)
    func first(_ notice: Notice) async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", hosting: .server, username: "mira",
                apiKey: Secret("canary-5d1f0e7ac2")))
        let report = await Patient.diagnose(configuration) { request in
            #expect(request.url.host == "wiki.acme.example")
            return notice.response
        }
        #expect(report.causes.first?.id == notice.cause, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        let says = report.causes.first?.explanation ?? ""
        #expect(notice.says.isEmpty || says.contains(notice.says), "\(says)")
        #expect(report.failedLogins == 0)
        #expect(!report.texts.contains("canary-5d1f0e7ac2"))
    }

    @Test(
        "what only looks like it is none of it",
        arguments: [
            // A login that a page leads to, a page of the company's, and one that speaks of moving without saying where.
            titled("Wait", "<script>location.href = 'https://sso.acme.example/login?client_id=wiki'</script>"),
            "<head><meta http-equiv=\"refresh\" content=\"0; url=https://www.acme.example/\"></head>",
            titled("Our offices have moved"),
        ])
    func alike(_ page: String) async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", token: Secret("canary-5d1f0e7ac2")))
        let report = await Patient.diagnose(configuration) { _ in Response(status: 200, body: Array(page.utf8)) }
        #expect(!report.causes.contains { $0.id == .siteMoved }, "\(report.summary)")
    }

    // MARK: What a Confluence says itself

    @Test(
        "that passwords are refused, in the words of an app",
        arguments: [
            (401, #"{"message":"Basic authentication is not supported. Use a token."}"#),
            (403, #"{"error":"BASIC_AUTH","error_description":"Basic Authentication is disabled"}"#),
            (403, #"{"message":"Die Basisauthentifizierung wurde deaktiviert."}"#),
            (403, #"{"message":"L'authentification de base a été désactivée."}"#),
            (403, "Password authentication is disabled"), (401, "ベーシック認証は無効です"),
            (403, titled("Access denied", "Username and password login is disabled on this site. Use single sign-on.")),
        ])
    func passwordsRefused(_ answer: (status: Int, text: String)) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot-password-1")
        let response = Response(status: answer.status, body: Array(answer.text.utf8))
        patient.through = Ailment.Way { send in
            { $0.headers["Authorization"]?.hasPrefix("Basic") == true ? response : try await send($0) }
        }
        let report = await patient.diagnose()
        #expect([.singleSignOn, .wrongScheme].contains(report.causes.first?.id), "\(report.summary)")
        #expect(report.probes.count { $0.question.contains("Basic") } == 1, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("a password that a page refuses is not sent a second time")
    func sentOnce() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot-password-1")
        let refusal = Response(
            status: 403, headers: ["Content-Type": "text/html"], body: Array(Self.titled("Access denied").utf8))
        patient.through = Ailment.Way { send in
            { $0.headers["Authorization"]?.hasPrefix("Basic") == true ? refusal : try await send($0) }
        }
        let report = await patient.diagnose()
        #expect(report.probes.count { $0.question.contains("(Basic)") } == 1, "\(report.summary)")
    }

    @Test("a session that is over, where whoever is not logged in is sent to the form")
    func sessionOver() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBearer("JSESSIONID=0123456789ABCDEF0123456789ABCDEF")
        patient.through = Ailment.Way { send in
            { request in
                guard request.url.path.contains("/rest/api/") else { return try await send(request) }
                return Response(status: 302, headers: ["Location": "/confluence/login.action?os_destination=%2Frest"])
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .sessionCookie, "\(report.summary)")
    }

    @Test("a Cloud site without Confluence", arguments: [404, 302])
    func noConfluence(_ status: Int) async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://acme.atlassian.net/wiki", hosting: .cloud, username: "mira@acme.example",
                apiKey: Secret("canary-5d1f0e7ac2")), spaceKey: "DOCS")
        let report = await Patient.diagnose(configuration) { request in
            if request.url.path == "/_edge/tenant_info" {
                return Response(status: 200, body: Array(#"{"cloudId":"11111111-2222-3333-4444-555555555555"}"#.utf8))
            }
            let headers: Headers = status == 302 ? ["Location": "https://home.atlassian.com/?cloudId=1"] : [:]
            return Response(status: status, headers: headers, body: Array("<html><title>Not found</title></html>".utf8))
        }
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.joined().contains("may have no Confluence") == true)
    }

    @Test("below Confluence's own paths Cloud refuses strangers as anywhere, and the base URL is to blame")
    func belowTheAPI() async throws {
        var patient = try Patient(.cloud)
        patient.configuration.credential.baseURL += "/rest/api"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .basePath, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
    }

    @Test("nor is there an API below them at the gateway")
    func belowTheAPIAtGateway() async throws {
        var patient = try Patient(.cloud)
        patient.useGateway()
        patient.configuration.credential.baseURL += "/rest/api"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .basePath, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
    }

    @Test("scopes of version 2 that lack are found without a space, too")
    func scopesOfVersionTwo() async throws {
        let value = Ailment.scopedToken
        let scopes = ["read:confluence-user", "read:confluence-content.all", "write:confluence-content"]
        var patient = try Patient(.cloud) { site in
            site.settings.withdrawnEndpoints = .never
            let token = TokenDefinition(name: "classic", kind: .scopedAPIToken, value: value, scopes: scopes)
            for index in site.users.indices where site.users[index].name == "reader-bot" {
                site.users[index].tokens.append(token)
            }
        }
        patient.useGateway()
        patient.useBasic("reader-bot@acme.example", value)
        patient.configuration.apiVersion = "2"
        patient.configuration.spaceKey = nil
        patient.configuration.selectedTools = ["create_page"]
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .scopeMissing, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
    }

    @Test(
        "a Cloud site of another name is called where it is by the hosting Auto", arguments: [Hosting.cloud, .server])
    func otherName(_ hosting: Hosting) async throws {
        var patient = try Patient(.cloud)
        patient.configuration.credential.baseURL = "http://wiki.acme-gov.example/wiki"
        patient.configuration.credential.hosting = hosting
        patient.through = Ailment.Way { send in
            { request in
                let isThere = ["/wiki/", "/_edge/"].contains(where: request.url.path.hasPrefix)
                var request = request
                request.url.host = "acme.atlassian.net"
                return isThere ? try await send(request) : Response(status: 404)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.hostingMismatch], "\(report.summary)")
        #expect(report.causes.first?.fix.steps.joined().contains("“Hosting” to Auto") == true, "\(report.texts)")
        #expect(report.causes.first?.repair?.worked == true)
        patient.configuration.credential.hosting = .auto
        #expect(await patient.diagnose().verdict == .healthy)
    }

    @Test("a name of .atlassian.com that nobody has is told with the one that may be meant")
    func wrongDomain() async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://acme.atlassian.com/wiki", username: "mira@acme.example",
                apiKey: Secret("canary-5d1f0e7ac2")))
        let report = await Patient.diagnose(configuration) { request in
            throw TransportFailure.nameNotResolved(host: request.url.host)
        }
        #expect(report.causes.first?.id == .nameNotResolved, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.joined().contains("acme.atlassian.net may be meant") == true)
    }
}
