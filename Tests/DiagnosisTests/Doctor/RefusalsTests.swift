import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("A page that refuses, and says neither whom nor why, proves nothing")
struct RefusalsTests {
    /// A page as its maker words it, with what it may be, the likeliest first.
    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let first: CauseID
        let answer: Response

        init(
            _ name: String, _ first: CauseID, _ title: String, _ body: String, server: String? = nil, status: Int = 403
        ) {
            self.name = name
            self.first = first
            var headers: Headers = ["Content-Type": "text/html"]
            headers["Server"] = server
            answer = Response(
                status: status, headers: headers,
                body: Array("<html><head><title>\(title)</title></head><body>\(body)</body></html>".utf8))
        }

        var testDescription: String { name }
    }

    private static let iis = "Microsoft-IIS/10.0"

    static let pages = [
        Page("nginx", .firewall, "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"),
        Page(
            "Apache", .firewall, "403 Forbidden",
            "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>", server: "Apache/2.4.58"),
        Page(
            "Tomcat's list of addresses", .firewall, "HTTP Status 403 – Forbidden",
            "<h1>HTTP Status 403 – Forbidden</h1><h3>Apache Tomcat/9.0.82</h3>"),
        Page("nobody's words", .firewall, "Access Denied", "<p>Ask the service desk.</p>"),
        Page("in French", .firewall, "Accès refusé", "<p>Demandez au service informatique.</p>"),
        Page(
            "IIS, which lists no directory", .notConfluence, "403 - Forbidden: Access is denied.",
            "<h2>403.14 - Forbidden: The Web server is configured to not list the contents of this directory.</h2>",
            server: iis),
        Page(
            "Azure, stopped", .notConfluence, "Web App - Unavailable", "<h1>Error 403 - This web app is stopped.</h1>",
            server: iis),
        Page(
            "Azure, beyond its quota", .notConfluence, "Error 403",
            "<h1>Error 403 - This web app has exceeded its quota.</h1>", server: iis),
        Page(
            "a hoster that has disabled the site", .notConfluence, "403 - Site Disabled",
            "<p>The web application is currently disabled.</p>"),
        Page(
            "an archived site", .notConfluence, "Site archived",
            "<h1>This site has been archived</h1><p>The wiki was decommissioned on 1 October.</p>"),
    ]

    @Test("what it may be is told, the likeliest first, and nothing as certain", arguments: pages, ["http", "https"])
    func open(_ page: Page, _ scheme: String) async throws {
        let report = try await Self.report(scheme, answering: page.answer)
        #expect(report.causes.first?.id == page.first, "\(report.summary)")
        #expect(report.causes.allSatisfy { !$0.isProven && $0.confidence < 0.8 }, "\(report.summary)")
        #expect(report.causes.contains { $0.id == .notConfluence }, "\(report.summary)")
        #expect(report.causes.first?.evidence.contains { $0.text.contains("403") } == true, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test(
        "whoever says that it blocks is believed",
        arguments: [
            Page("titled so", .firewall, "Request Blocked", "<p>Contact the service desk.</p>"),
            Page("a number for support", .firewall, "403", "<p>Your support ID is: 14396929317839226498</p>"),
            Page("HAProxy", .firewall, "403", "<h1>403 Forbidden</h1>Request forbidden by administrative rules."),
        ])
    func blocked(_ page: Page) async throws {
        let report = try await Self.report("https", answering: page.answer)
        #expect(report.causes.first?.id == .firewall, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "before one path of a known Confluence it is no account's fault", arguments: ["/rest/api/space", "/rest/api/"])
    func onePath(_ path: String) async throws {
        var patient = try Patient(.dataCenter)
        let page = Self.pages[0].answer
        patient.through = Ailment.Way { send in { $0.url.path.contains(path) ? page : try await send($0) } }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .firewall, "\(report.summary)")
        #expect(report.causes.contains { $0.id == .ipAllowlist }, "\(report.summary)")
        let told = report.causes.first?.evidence.contains { $0.speaksFor && $0.text.contains("403") }
        #expect(told == true, "\(report.summary)")
        #expect(report.causes.allSatisfy { !$0.isProven && $0.id.family == "address" }, "\(report.summary)")
    }

    // MARK: “Unknown host”

    private static let unknownHost = Page(
        "“Unknown host”", .notConfluence, "Unknown host", "<h1>No configuration found for this host</h1>", status: 404)

    @Test("a web server that has no such site is no missing name")
    func unknownHost() async throws {
        let report = try await Self.report("https", answering: Self.unknownHost.answer)
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
        #expect(!report.causes.contains { $0.id == .nameNotResolved }, "\(report.summary)")
    }

    @Test("nor is it one where Confluence lies below a context path of its own")
    func unknownHostAtRoot() async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL.removeLast("/confluence".count)
        patient.through = Ailment.Way { send in
            { $0.url.path.hasPrefix("/confluence") ? try await send($0) : Self.unknownHost.answer }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .basePath, "\(report.summary)")
    }

    @Test("a proxy that finds no such name is believed", arguments: ["X-Squid-Error", "Via"])
    func proxyWithoutName(_ header: String) async throws {
        var answer = Self.unknownHost.answer
        answer.status = 503
        answer.headers[header] = "1.1 proxy"
        let report = try await Self.report("http", answering: answer)
        #expect(report.causes.first?.id == .nameNotResolved, "\(report.summary)")
    }

    // MARK: Keys of gateways

    @Test(
        "who asks for a key in words of its own is a gateway",
        arguments: [
            #"{"error":"missing_api_key","message":"Send your key in the X-API-Key header."}"#,
            #"{"error":{"message":"API key required","code":"api_key_required"}}"#,
            #"{"error":{"code":"API_KEY_MISSING","message":"No api_key was supplied."}}"#,
            #"{"message":"x-api-key header is required"}"#, #"{"detail":"Please provide a valid API key"}"#,
        ], [401, 403])
    func key(_ text: String, _ status: Int) async throws {
        let answer = Response(status: status, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
        let report = try await Self.report("https", answering: answer)
        #expect(report.causes.first?.id == .gatewayKey, "\(report.summary)")
    }

    private static func report(_ scheme: String, answering answer: Response) async throws -> DiagnosisReport {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL = "\(scheme)://wiki.acme.example"
        patient.through = Ailment.Way { _ in { _ in answer } }
        return await patient.diagnose()
    }
}
