import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("What a body is said to be")
struct MediaTypeTests {
    private static let page: JSON = [
        "type": "page", "title": "Sent by hand", "space": ["key": "DOCS"],
        "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
    ]

    private static func send(_ mediaType: String?, to site: ConfluenceSite) throws -> Response {
        var request = try site.request("/rest/api/content", .post, as: "writer-bot", body: page)
        request.headers["Content-Type"] = mediaType
        return site.simulator.respond(to: request)
    }

    @Test("JSON is taken when it is named as that, with whatever parameters", arguments: ConfluenceSite.Acme.allCases)
    func json(kind: ConfluenceSite.Acme) throws {
        for name in ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"] {
            #expect(try Self.send(name, to: ConfluenceSite.acme(kind)).status == 200, "\(name)")
        }
    }

    @Test(
        "JSON under another name, or none, is refused and nothing is written",
        arguments: ConfluenceSite.Acme.allCases,
        [nil, "text/plain", "application/x-www-form-urlencoded", "application/xml", "application/jsonp", ";", ""])
    func others(kind: ConfluenceSite.Acme, name: String?) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try Self.send(name, to: site).status == 415)
        let found = try site.ask(
            "/rest/api/content", query: [QueryItem("spaceKey", "DOCS"), QueryItem("title", "Sent by hand")],
            as: "writer-bot")
        #expect(found.status == 200 && found.text.contains("\"size\":0"))
    }

    @Test("who is nobody is told that first", arguments: ConfluenceSite.Acme.allCases)
    func stranger(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        var request = try site.request("/rest/api/content", .post, body: Self.page)
        request.headers["Content-Type"] = "text/plain"
        request.headers["Authorization"] = BasicCredentials(user: "mira@acme.example", password: "wrong").headerValue
        #expect(site.simulator.respond(to: request).status == (kind == .cloud ? 403 : 401))
    }

    @Test("an upload that is no form is refused", arguments: ConfluenceSite.Acme.allCases)
    func upload(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        var request = try site.request(
            "/rest/api/content/98311/child/attachment", .post, as: "writer-bot", body: ["file": "x"])
        request.headers["X-Atlassian-Token"] = "no-check"
        #expect(site.simulator.respond(to: request).status == 415)
    }
}
