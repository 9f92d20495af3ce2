import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Rate limits by cost and by burst, on the site's clock")
struct LimitTests {
    private func site(_ kind: ConfluenceSite.Acme, _ limit: RateLimit) throws -> ConfluenceSite {
        try ConfluenceSite.acme(kind) { $0.settings.rateLimit = limit }
    }

    @Test("Data Center's tokens come back evenly, and each answer tells how many there are")
    func tokens() throws {
        let site = try site(.dataCenter, RateLimit(budget: 3, windowSeconds: 60))
        let answers = try (0..<4).map { _ in try site.ask("/rest/api/space", as: "mira") }
        #expect(answers.map(\.status) == [200, 200, 200, 429])
        #expect(answers.map { $0.headers["X-RateLimit-Remaining"] } == ["2", "1", "0", "0"])
        let refused = answers[3]
        #expect(refused.headers["Retry-After"] == "20")
        #expect(refused.headers["X-RateLimit-Limit"] == "3")
        #expect(refused.headers["X-RateLimit-Interval-Seconds"] == "60")
        #expect(refused.headers["X-RateLimit-FillRate"] == "3")
        #expect(refused.text == #"{"message":"Rate limit exceeded."}"#)
        #expect(site.journal.last?.stage == .limits)
        try site.perform(.advanceClock(seconds: 20))
        #expect(try site.ask("/rest/api/space", as: "mira").status == 200)
        #expect(try site.ask("/rest/api/space", as: "mira").status == 429)
    }

    @Test("Cloud's quota is spent in points and comes back at the window's end")
    func points() throws {
        let site = try site(.cloud, RateLimit(budget: 15, windowSeconds: 3600))
        let search = try site.ask("/rest/api/search", query: [QueryItem("cql", "type=page")], as: "mira")
        #expect(search.headers["X-RateLimit-Remaining"] == "5")
        let read = try site.ask(
            "/rest/api/user/current", query: [QueryItem("expand", "operations,personalSpace")], as: "mira")
        #expect(read.headers["X-RateLimit-Remaining"] == "2")
        #expect(read.headers["X-RateLimit-NearLimit"] == "true")
        let refused = try site.ask("/rest/api/search", query: [QueryItem("cql", "type=page")], as: "mira")
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == "3600")
        #expect(refused.headers["RateLimit-Reason"] == "confluence-quota-tenant-based")
        #expect(refused.headers["X-RateLimit-Reset"] == "2026-03-02T10:00:00Z")
        try site.perform(.advanceClock(seconds: 3600))
        #expect(try site.ask("/rest/api/search", query: [QueryItem("cql", "type=page")], as: "mira").status == 200)
    }

    @Test("a burst is refused for a second", arguments: ConfluenceSite.Acme.allCases)
    func burst(kind: ConfluenceSite.Acme) throws {
        let site = try site(kind, RateLimit(budget: 10_000, windowSeconds: 3600, burst: 2))
        #expect(try (0..<3).map { _ in try site.ask("/rest/api/user/current", as: "mira").status } == [200, 200, 429])
        #expect(
            try site.ask("/rest/api/user/current", as: "reader-bot").status == 200,
            "another caller has a budget of its own")
        try site.perform(.advanceClock(seconds: 1))
        #expect(try site.ask("/rest/api/user/current", as: "mira").status == 200)
    }

    @Test("a site without a limit tells of none", arguments: ConfluenceSite.Acme.allCases)
    func none(kind: ConfluenceSite.Acme) throws {
        let answer = try ConfluenceSite.acme(kind).ask("/rest/api/user/current", as: "mira")
        #expect(answer.headers["X-RateLimit-Limit"] == nil)
    }
}
