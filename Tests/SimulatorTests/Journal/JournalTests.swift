import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("The journal")
struct JournalTests {
    private static let page = "/rest/api/content/98311"

    @Test("it keeps the newest exchanges, in order")
    func ring() {
        var journal = Journal(capacity: 2000)
        var progress = Progress(
            request: Request(.get, WebAddress(host: "h", path: "/x")), weather: .fair)
        progress.words = "why"
        let exchange = Exchange(delivery: Delivery(response: Response(status: 200)), progress: progress)
        for _ in 1...2500 { journal.record(exchange, at: ConfluenceSite.standingMoment) }
        let site = SiteDefinition(name: "s", deployment: .cloud, host: "h", contextPath: "")
        let entries = journal.entries(by: JournalWriter(site: site, dialect: .cloud))
        #expect(entries.map(\.number) == Array(501...2500))
        #expect(entries.last?.decision == "edge: why: answered 200")
    }

    @Test("its size can be set, and what came after a number be asked for")
    func size() throws {
        let definition = try ConfluenceSite.Acme.cloud.definition()
        let simulator = try Simulator(definition, journalSize: 3) { ConfluenceSite.standingMoment }
        for _ in 1...5 { _ = simulator.respond(to: Request(.get, WebAddress(host: definition.host, path: "/login"))) }
        #expect(simulator.journal().map(\.number) == [3, 4, 5])
        #expect(simulator.journal(after: 4).map(\.number) == [5])
        simulator.clearJournal()
        #expect(simulator.journal().isEmpty)
        _ = simulator.respond(to: Request(.get, WebAddress(host: definition.host, path: "/login")))
        #expect(simulator.journal().map(\.number) == [6])
    }

    @Test("a page that is read leaves a trail through all stages", arguments: ConfluenceSite.Acme.allCases)
    func trail(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask(Self.page, as: "reader-bot")
        let entry = try #require(site.journal.last)
        #expect(
            entry.steps.map(\.stage) == [
                .edge, .dialect, .authentication, .limits, .licence, .authorisation, .resource,
            ])
        #expect(entry.steps.allSatisfy { $0.passed })
        #expect(entry.steps[1].words == "GET /rest/api/content/{id}")
        #expect(entry.steps[2].words == "the caller is reader-bot")
        #expect(entry.responseSize == answer.body.count)
        #expect(entry.responseHeaders["Content-Type"] == answer.headers["Content-Type"])
        #expect(entry.moment == ConfluenceSite.standingMoment)
        #expect(entry.nearMiss == nil)
    }

    @Test("a refused request's trail ends with the stage that refused it", arguments: ConfluenceSite.Acme.allCases)
    func refusedTrail(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.perform(.setLicensed(user: "reader-bot", isLicensed: false))
        _ = try site.ask(Self.page, as: "reader-bot")
        let entry = try #require(site.journal.last)
        let last = try #require(entry.steps.last)
        #expect(!last.passed)
        #expect(last.stage == entry.stage)
        #expect(last.words.contains("reader-bot may not use Confluence"))
        #expect(entry.steps.dropLast().allSatisfy { $0.passed })
    }

    @Test("a fault that answers in the site's place is the whole trail")
    func faultTrail() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let rule = FaultRule(name: "gone", effect: .answer(FaultRule.Answer(status: 503)))
        try site.perform(.putFault(.rule(rule)))
        _ = try site.ask(Self.page, as: "reader-bot")
        let entry = try #require(site.journal.last)
        #expect(
            entry.steps == [
                JournalEntry.Step(stage: .faults, words: "the fault “gone” struck", passed: false)
            ])
    }

    // MARK: Near misses

    @Test(
        "an unknown path or method is met with what was probably meant",
        arguments: [
            ("GET", "/wiki/rest/api/contnet/98311", "did you mean GET /wiki/rest/api/content/{id}?"),
            ("PATCH", "/wiki/rest/api/content/98311", "PATCH is not taken there, did you mean GET"),
            ("GET", "/wiki/wiki/rest/api/content/98311", "The path has /wiki twice"),
            ("GET", "/rest/api/space", "did you mean GET /wiki/rest/api/space? Confluence lives below /wiki"),
            ("GET", "/wiki/rest/applinks/1.0/manifest", "exists on Data Center only"),
        ])
    func nearMiss(method: String, path: String, words: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let url = WebAddress(scheme: "http", host: site.definition.host, path: path)
        _ = site.simulator.respond(to: Request(Request.Method(rawValue: method), url))
        let nearMiss = try #require(site.journal.last?.nearMiss)
        #expect(nearMiss.contains(words))
    }

    @Test("nothing is named for a path that is like no route")
    func noNearMiss() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let url = WebAddress(scheme: "http", host: site.definition.host, path: "/wiki/rest/zephyr/latest/cycle/7/x")
        #expect(site.simulator.respond(to: Request(.get, url)).status == 404)
        #expect(site.journal.count == 1)
        #expect(site.journal.last?.nearMiss == nil)
    }
}
