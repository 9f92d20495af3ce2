import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Licences and read-only mode on Data Center", .confluence(.dataCenter("9.2.0")))
struct LicenceTests {
    private static let page: JSON = [
        "type": "page", "title": "New", "space": ["key": "DOCS"],
        "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
    ]

    @Test(
        "reading goes on and writing is refused, with what stands against it",
        arguments: [
            (Setting.readOnly(true), "read-only mode"), (.licence(.expired), "licence has expired"),
        ])
    func unchangeable(change: Setting, words: String) throws {
        let site = try ConfluenceSite.current
        try site.change(change)
        #expect(try site.ask("/rest/api/content/98311", as: "mira").status == 200)
        let refused = try site.ask("/rest/api/content", .post, as: "mira", body: Self.page)
        #expect(refused.status == 403)
        #expect(try JSONReader.read(refused.body)["data"]?["allowedInReadOnlyMode"] == false)
        #expect(refused.text.contains(words))
        #expect(site.journal.last?.stage == .licence)
        _ = try site.ask("/rest/api/content/98311", .delete, as: "mira")
        _ = try site.ask("/rest/api/content/98311", as: "mira")
        site.expectCalls(inOrder: true) {
            Call(.get, "/rest/api/content/98311", status: 200)
            Call(.post, "/rest/api/content", status: 403, by: "mira")
            Call(.delete, "/rest/api/content/{id}", status: 403, by: "mira")
            Call(.get, "/rest/api/content/98311", status: 200)
        }
    }

    @Test("a floating licence lapses when idle, and a login in a browser wins it back; a token doesn't")
    func floating() throws {
        let site = try ConfluenceSite.current
        try site.change(.seatIdle(.seconds(600)))
        for _ in 0..<3 {
            #expect(try site.ask("/rest/api/content/98311", as: "mira").status == 200)
            try site.advance(by: .seconds(599))
        }
        try site.advance(by: .seconds(1))
        for _ in 0..<2 {
            let lapsed = try site.ask("/rest/api/content/98311", as: "mira")
            #expect(lapsed.status == 403)
            #expect(lapsed.text.contains("Not permitted to use confluence"))
        }
        #expect(site.journal.last?.decision.contains("the seat of mira lapsed after 600 idle seconds") == true)
        var login = try site.request("/dologin.action", .post)
        login.body = Array("os_username=mira&os_password=mira-password-1".utf8)
        #expect(site.simulator.respond(to: login).status == 302)
        #expect(try site.ask("/rest/api/content/98311", as: "mira").status == 200)
    }
}
