import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("The audit log")
struct AuditTests {
    private static func summaries(_ answer: Response) throws -> [String] {
        try JSONReader.read(answer.body)["results"]?.arrayValue?.compactMap { $0["summary"]?.stringValue } ?? []
    }

    @Test("what administrators do is written down, newest first", arguments: ConfluenceSite.Acme.allCases)
    func recorded(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        _ = try site.ask("/rest/api/space", .post, as: "mira", body: ["key": "NEW", "name": "New"])
        try site.perform(.advanceClock(seconds: 60))
        let groups = kind == .cloud ? "/rest/api/group" : "/rest/api/admin/group"
        _ = try site.ask(groups, .post, as: "jonas", body: ["name": "new"])
        _ = try site.ask(groups, .post, as: "mira", body: ["name": "denied"])
        let answer = try site.ask("/rest/api/audit", as: "jonas")
        #expect(try Self.summaries(answer) == ["Group created", "Space created"])
        let newest = try #require(try JSONReader.read(answer.body)["results"]?[0])
        #expect(newest["affectedObject"]?["name"] == "new" && newest["author"]?["displayName"] == "Jonas Lind")
        #expect(newest["creationDate"] == .integer(1_772_442_060_000))
        let found = try site.ask("/rest/api/audit", query: [QueryItem("searchString", "space")], as: "jonas")
        #expect(try Self.summaries(found) == ["Space created"])
        let late = try site.ask("/rest/api/audit", query: [QueryItem("startDate", "1772442030000")], as: "jonas")
        #expect(try Self.summaries(late) == ["Group created"])
        #expect(try site.ask("/rest/api/audit", as: "mira").status == 403)
    }

    @Test("programs add entries, and the retention forgets old ones")
    func written() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let entry: JSON = [
            "remoteAddress": "203.0.113.5", "summary": "Deployed", "category": "Tools",
            "creationDate": 1_600_000_000_000,
        ]
        #expect(try site.ask("/rest/api/audit", .post, as: "jonas", body: ["summary": "x"]).status == 400)
        #expect(try site.ask("/rest/api/audit", .post, as: "jonas", body: entry).status == 200)
        #expect(try Self.summaries(site.ask("/rest/api/audit", as: "jonas")) == ["Deployed"])
        #expect(try Self.summaries(site.ask("/rest/api/audit/since", as: "jonas")) == [])
        let unread = [QueryItem("number", "x")]
        #expect(try site.ask("/rest/api/audit/since", query: unread, as: "jonas").status == 400)
        let export = try site.ask("/rest/api/audit/export", as: "jonas")
        #expect(export.headers["Content-Type"] == "text/csv" && export.text.contains("\"Deployed\""))
        #expect(try JSONReader.read(site.ask("/rest/api/audit/retention", as: "jonas").body)["units"] == "YEARS")
        let period: JSON = ["number": 12, "units": "MONTHS"]
        #expect(try site.ask("/rest/api/audit/retention", .put, as: "jonas", body: period).status == 200)
        #expect(try JSONReader.read(site.ask("/rest/api/audit/retention", as: "jonas").body)["number"] == 12)
        #expect(try Self.summaries(site.ask("/rest/api/audit", as: "jonas")) == [])
        let tooLong: JSON = ["number": 11, "units": "YEARS"]
        #expect(try site.ask("/rest/api/audit/retention", .put, as: "jonas", body: tooLong).status == 400)
    }

    @Test(
        "a moment beyond all calendars is taken, and found again",
        arguments: [Int64.max, .max - 1, .min, 1 << 62])
    func farMoments(milliseconds: Int64) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let entry: JSON = ["remoteAddress": "203.0.113.5", "summary": "Far", "creationDate": .integer(milliseconds)]
        #expect(try site.ask("/rest/api/audit", .post, as: "jonas", body: entry).status == 200)
        let moment = String(milliseconds)
        for query in [QueryItem("startDate", moment), QueryItem("endDate", moment)] {
            #expect(try site.ask("/rest/api/audit", query: [query], as: "jonas").status == 200)
            #expect(try site.ask("/rest/api/audit/export", query: [query], as: "jonas").status == 200)
        }
        let since = try site.ask(
            "/rest/api/audit/since", query: [QueryItem("number", moment), QueryItem("units", "YEARS")], as: "jonas")
        #expect(since.status == (milliseconds < 0 ? 400 : 200))
    }

    @Test("a release of Data Center has what its documentation has", arguments: [("8.5.0", 200), ("9.2.0", 404)])
    func releases(version: String, status: Int) throws {
        let site = try ConfluenceSite.acme(.dataCenter) { site in
            site.deployment = .dataCenter(ProductVersion(version) ?? ProductVersion(0, 0))
        }
        #expect(try site.ask("/rest/api/audit/retention", as: "jonas").status == status)
    }
}
