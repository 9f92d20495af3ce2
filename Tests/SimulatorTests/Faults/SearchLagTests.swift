import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Search may stay behind what was written")
struct SearchLagTests {
    private func hits(_ site: ConfluenceSite, _ cql: String) throws -> [String] {
        let answer = try site.ask("/rest/api/content/search", query: [QueryItem("cql", cql)], as: "mira")
        let results = try JSONReader.read(answer.body)["results"]?.arrayValue ?? []
        return results.compactMap { $0["title"]?.stringValue }
    }

    private func page(_ title: String, body: String) -> JSON {
        [
            "type": "page", "title": .string(title), "space": ["key": "DOCS"],
            "body": ["storage": ["value": .string(body), "representation": "storage"]],
        ]
    }

    @Test("a new page is found when its time has come, by words and by fields", arguments: ConfluenceSite.Acme.allCases)
    func created(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) { $0.settings.searchLagSeconds = 60 }
        let made = try site.ask("/rest/api/content", .post, as: "mira", body: page("Fresh", body: "<p>xylophone</p>"))
        #expect(made.status == 200)
        #expect(try hits(site, "text ~ xylophone") == [])
        #expect(try hits(site, "title = Fresh") == [])
        try site.perform(.advanceClock(seconds: 59))
        #expect(try hits(site, "text ~ xylophone") == [])
        try site.perform(.advanceClock(seconds: 1))
        #expect(try hits(site, "text ~ xylophone") == ["Fresh"])
        #expect(try hits(site, "title = Fresh") == ["Fresh"])
    }

    @Test("a changed page is found by its old words until then", arguments: ConfluenceSite.Acme.allCases)
    func updated(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let made = try site.ask("/rest/api/content", .post, as: "mira", body: page("Old", body: "<p>xylophone</p>"))
        let id = try #require(try JSONReader.read(made.body)["id"]?.stringValue)
        try site.perform(.putFault(.readyMade("search-lag")))
        var update = page("Old", body: "<p>trombone</p>")
        update["version"] = ["number": 2]
        #expect(try site.ask("/rest/api/content/\(id)", .put, as: "mira", body: update).status == 200)
        #expect(try hits(site, "text ~ xylophone") == ["Old"])
        #expect(try hits(site, "text ~ trombone") == [])
        try site.perform(.clearFault("search-lag"))
        #expect(try hits(site, "text ~ trombone") == ["Old"])
        #expect(try hits(site, "text ~ xylophone") == [])
    }
}
