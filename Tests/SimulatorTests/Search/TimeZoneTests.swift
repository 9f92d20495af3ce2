import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@Suite("By which time zone CQL reads dates")
struct TimeZoneTests {
    /// A page made at 22:30 UTC on 14 January 2026, which is 11:30 of the 15th for mira in Auckland.
    private func site(_ kind: ConfluenceSite.Acme) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(kind) { site in
            site.settings.now = try? Date("2026-01-14T22:30:00Z", strategy: .iso8601)
            for index in site.users.indices where site.users[index].name == "mira" {
                site.users[index].timeZone = "Pacific/Auckland"
            }
        }
        let body: JSON = [
            "type": "page", "title": "Late news", "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>news</p>", "representation": "storage"]],
        ]
        #expect(try site.ask("/rest/api/content", .post, as: "writer-bot", body: body).status == 200)
        return site
    }

    private func finds(_ condition: String, as user: String, on site: ConfluenceSite) throws -> Bool {
        let query = [QueryItem("cql", #"title = "Late news" and \#(condition)"#)]
        let answer = try site.ask("/rest/api/content/search", query: query, as: user)
        #expect(answer.status == 200, "\(condition)")
        return try JSONReader.read(answer.body)["results"]?.arrayValue?.isEmpty == false
    }

    /// A condition on the page, and who finds it by that.
    struct Row: Sendable, CustomTestStringConvertible {
        var condition: String
        var inAuckland: Bool
        var inUTC: Bool
        var testDescription: String { condition }
    }

    static let rows = [
        Row(condition: #"created >= "2026-01-15""#, inAuckland: true, inUTC: false),
        Row(condition: #"created = "2026/01/14""#, inAuckland: false, inUTC: true),
        Row(condition: #"created >= "2026-01-15 11:30""#, inAuckland: true, inUTC: false),
        Row(condition: #"created > "2026-01-15 11:31""#, inAuckland: false, inUTC: false),
        Row(condition: #"lastmodified = "2026-01-14 22:30""#, inAuckland: false, inUTC: true),
        Row(condition: #"created < startOfDay("-12h")"#, inAuckland: false, inUTC: false),
        Row(condition: #"created >= startOfDay("11h")"#, inAuckland: true, inUTC: true),
        Row(condition: #"created >= startOfDay("12h")"#, inAuckland: false, inUTC: true),
    ]

    @Test(
        "a written date is one of the asking user, and UTC's for whoever has no zone",
        arguments: ConfluenceSite.Acme.allCases, rows)
    func written(kind: ConfluenceSite.Acme, row: Row) throws {
        let site = try site(kind)
        #expect(try finds(row.condition, as: "mira", on: site) == row.inAuckland)
        #expect(try finds(row.condition, as: "reader-bot", on: site) == row.inUTC)
    }

    @Test(
        "Cloud's v2 tells the zone of a user that has one",
        arguments: [("mira", "Pacific/Auckland"), ("reader-bot", nil)])
    func told(user: String, zone: String?) throws {
        let site = try site(.cloud)
        let body: JSON = ["accountIds": [.string(try site.user(user).accountID)]]
        let answer = try site.ask("/api/v2/users-bulk", .post, as: "mira", body: body)
        #expect(try JSONReader.read(answer.body)["results"]?[0]?["timeZone"] == zone.map(JSON.string) ?? .null)
    }

    @Test("a zone that is none is told")
    func unknown() throws {
        #expect(throws: (any Error).self) {
            try ConfluenceSite(Site(.cloud, host: "a.atlassian.net") { User("ana", timeZone: "Mars/Olympus") })
        }
    }
}
