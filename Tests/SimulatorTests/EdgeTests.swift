import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Testing

@Suite("The edge of a site")
struct EdgeTests {
    struct Visit: Sendable, CustomTestStringConvertible {
        var kind: ConfluenceSite.Acme
        var url: String
        var status: Int
        var says: String
        var contentType: String?
        var accept = "*/*"
        var testDescription: String { url }
    }

    private static let cloud = "http://acme.atlassian.net"
    private static let dataCenter = "http://confluence.acme.example"

    static let visits: [Visit] = [
        Visit(
            kind: .cloud, url: cloud + "/_edge/tenant_info", status: 200,
            says: #"{"cloudId":"5f2c9a1e-7b64-4d0e-9c3a-1e8f60b2d4a7"}"#),
        Visit(
            kind: .cloud, url: cloud + "/rest/api/user/current", status: 404,
            says: "null for uri: http://acme.atlassian.net/rest/api/user/current", contentType: "application/xml"),
        Visit(
            kind: .cloud, url: cloud + "/rest/api/user/current", status: 404, says: #""status-code":404"#,
            accept: "application/json"),
        Visit(kind: .cloud, url: cloud + "/confluence/rest/api/space", status: 404, says: "null for uri"),
        Visit(
            kind: .cloud, url: cloud + "/wiki/api/v2/nonsense", status: 404, says: "could not be found",
            contentType: "text/html;charset=utf-8"),
        Visit(kind: .cloud, url: cloud + "/wiki/wiki/rest/api/space", status: 302, says: ""),
        Visit(kind: .cloud, url: cloud + "/wiki/home/rest/api/space", status: 302, says: ""),
        Visit(
            kind: .cloud, url: cloud + "/login?application=confluence", status: 200,
            says: "Log in to Jira, Confluence, and all other Atlassian Cloud products here."),
        Visit(kind: .cloud, url: "http://127.0.0.1:8091/rest/api/space", status: 403, says: "not permitted"),
        Visit(kind: .cloud, url: "http://127.0.0.1:8091/wiki/rest/api/space", status: 403, says: "not permitted"),
        Visit(kind: .cloud, url: "http://localhost/_edge/tenant_info", status: 200, says: "cloudId"),
        Visit(
            kind: .dataCenter, url: dataCenter + "/rest/api/user/current", status: 404,
            says: "<status><status-code>404</status-code><message>null for uri: http://confluence.acme.example/rest"),
        Visit(kind: .dataCenter, url: dataCenter + "/wiki/rest/api/space", status: 404, says: "null for uri"),
        Visit(kind: .dataCenter, url: dataCenter + "/confluence/api/v2/spaces", status: 404, says: "<html>"),
        Visit(kind: .dataCenter, url: dataCenter + "/confluence/rest/api/nonsense", status: 404, says: "null for uri"),
        Visit(
            kind: .dataCenter, url: dataCenter + "/confluence/rest/applinks/1.0/manifest", status: 200,
            says: "<typeId>confluence</typeId><version>9.2.0</version>", contentType: "application/xml"),
        Visit(kind: .dataCenter, url: dataCenter + "/confluence/status", status: 200, says: #"{"state":"RUNNING"}"#),
        Visit(kind: .dataCenter, url: dataCenter + "/confluence/display/DOCS", status: 302, says: ""),
        Visit(
            kind: .dataCenter, url: dataCenter + "/confluence/login.action", status: 200,
            says: #"<meta name="ajs-version-number" content="9.2.0">"#),
    ]

    @Test("answers what lies around the API", arguments: visits)
    func visit(_ visit: Visit) throws {
        let site = try ConfluenceSite.acme(visit.kind)
        let request = Request(.get, try WebAddress(parsing: visit.url), headers: ["Accept": visit.accept])
        let answer = site.simulator.respond(to: request)
        #expect(answer.status == visit.status)
        #expect(
            visit.says.isEmpty ? answer.text.isEmpty : answer.text.contains(visit.says), "the body is \(answer.text)")
        if let type = visit.contentType { #expect(answer.headers["Content-Type"] == type) }
    }

    @Test("a page's address leads to the login page", arguments: ConfluenceSite.Acme.allCases)
    func redirect(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = kind == .cloud ? "/spaces/DOCS/overview" : "/display/DOCS"
        let answer = try site.ask(path)
        let location = try #require(answer.headers["Location"])
        let login = site.simulator.respond(to: Request(.get, try WebAddress(parsing: location)))
        #expect(login.status == 200)
        #expect(login.headers["Content-Type"]?.hasPrefix("text/html") == true)
    }

    @Test("links follow the address that the caller used")
    func base() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var request = try site.request("/rest/api/content/98310", as: "mira")
        request.url = try WebAddress(parsing: "http://127.0.0.1:8091/rest/api/content/98310")
        let page = try JSONReader.read(site.simulator.respond(to: request).body)
        #expect(page["_links"]?["base"]?.stringValue == "http://127.0.0.1:8091/wiki")
    }

    @Test("a client of one site finds no other host")
    func otherHost() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let request = Request(.get, try WebAddress(parsing: "http://acme.atlassian.com/wiki"))
        await #expect(throws: TransportFailure.nameNotResolved(host: "acme.atlassian.com")) {
            _ = try await site.send(request)
        }
    }

    @Test("every answer carries its date, and Cloud announces what will go")
    func headers() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try site.ask("/rest/api/content/98310", as: "mira")
        #expect(answer.headers["Date"] == "Mon, 02 Mar 2026 09:00:00 GMT")
        #expect(answer.headers["Server"] == "AtlassianEdge")
        #expect(answer.headers["Deprecation"] != nil)
        #expect(answer.headers["Link"]?.contains("rel=\"deprecation\"") == true)
        #expect(
            try site.ask("/rest/api/search", query: [QueryItem("cql", "type=page")], as: "mira").headers["Deprecation"]
                == nil)
    }

    @Test("the site's clock can be turned")
    func clock() throws {
        let site = try ConfluenceSite.acme(.cloud)
        try site.perform(.advanceClock(seconds: 90))
        #expect(try site.ask("/rest/api/content/98310", as: "mira").headers["Date"] == "Mon, 02 Mar 2026 09:01:30 GMT")
    }

    @Test("the site's clock can be stopped, turned while it stands, and let go")
    func standingClock() throws {
        let site = try ConfluenceSite.acme(.cloud)
        try site.perform(.freezeClock(at: Date(timeIntervalSince1970: 1_772_355_600)))
        try site.perform(.advanceClock(seconds: 2))
        #expect(try site.ask("/rest/api/content/98310", as: "mira").headers["Date"] == "Sun, 01 Mar 2026 09:00:02 GMT")
        #expect(site.simulator.isClockFrozen)
        try site.perform(.unfreezeClock)
        #expect(!site.simulator.isClockFrozen)
    }

    @Test(
        "a site answers to its own name and to those of this machine, and to nothing that looks like them",
        arguments: [
            ("acme.atlassian.net", true), ("ACME.atlassian.net", true), ("127.0.0.1", true), ("127.9.8.7", true),
            ("localhost", true), ("::1", true), ("127.0.0.1.example.com", false), ("127.0.0.1x", false),
            ("127.0.0", false), ("localhost.example.com", false), ("other.atlassian.net", false),
        ])
    func names(host: String, isAnswered: Bool) throws {
        #expect(try ConfluenceSite.acme(.cloud).simulator.answers(host: host) == isAnswered)
    }
}
