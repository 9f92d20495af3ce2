import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Synchronization
import Testing

@Suite("A site's states and clock")
struct StateTests {
    private static let page = "/rest/api/content/98311"

    private func title(_ site: ConfluenceSite) throws -> JSON? {
        try JSONReader.read(try site.ask(Self.page, as: "mira").body)["title"]
    }

    @Test("a restored snapshot undoes everything since", arguments: ConfluenceSite.Acme.allCases)
    func restore(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.simulator.keepSnapshot("before")
        try site.perform(.trash(page: 98311))
        try site.perform(.revokeToken("reader-bot-token"))
        try site.perform(.advanceClock(seconds: 3600))
        try site.perform(.change([.readOnly(true)]))
        try site.perform(.putFault(.rule(FaultRule(name: "slow", effect: .delay(milliseconds: 9)))))
        #expect(try site.ask(Self.page, as: "reader-bot").status != 200)
        for _ in 1...2 {
            try site.simulator.restoreSnapshot("before")
            #expect(try site.ask(Self.page, as: "reader-bot").status == 200)
            #expect(site.simulator.now == ConfluenceSite.standingMoment)
            #expect(!site.simulator.settings.readOnly)
            #expect(site.simulator.faults.isEmpty)
            try site.perform(.trash(page: 98311))
        }
        #expect(site.simulator.snapshots == ["before"])
    }

    @Test(
        "a token that ends now has ended for whoever asks next, in the same millisecond too",
        arguments: ConfluenceSite.Acme.allCases, [0, 0.0004, 0.0007, 0.9996])
    func tokenEnds(kind: ConfluenceSite.Acme, fraction: Double) throws {
        var definition = try kind.definition()
        definition.settings.now = nil
        let site = try ConfluenceSite(definition, now: { ConfluenceSite.standingMoment.addingTimeInterval(fraction) })
        #expect(try site.ask(Self.page, as: "reader-bot").status == 200)
        try site.perform(.expireToken("reader-bot-token"))
        #expect(try site.ask(Self.page, as: "reader-bot").status != 200)
    }

    @Test("failed logins are part of a state")
    func logins() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.settings.captchaThreshold = 1 }
        try site.simulator.keepSnapshot("fresh")
        var request = try site.request(Self.page)
        request.headers["Authorization"] = BasicCredentials(user: "mira", password: "wrong").headerValue
        func isLocked() -> Bool {
            _ = site.simulator.respond(to: request)
            return site.journal.last?.decision.contains("must solve a CAPTCHA") == true
        }
        #expect(!isLocked())
        #expect(isLocked())
        try site.simulator.restoreSnapshot("fresh")
        #expect(!isLocked())
    }

    @Test("an unknown snapshot is named, with the nearest")
    func unknown() throws {
        let site = try ConfluenceSite.acme(.cloud)
        try site.simulator.keepSnapshot("before")
        let error = #expect(throws: SiteActError.self) { try site.simulator.restoreSnapshot("befor") }
        #expect(error?.description == "the site has no snapshot “befor”, did you mean “before”?")
    }

    @Test("a reset site answers byte for byte as at its start", arguments: ConfluenceSite.Acme.allCases)
    func reset(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) {
            $0.faults = [
                .rule(FaultRule(name: "marked", effect: .change(status: nil, headers: [.init("X-Mark", "1")])))
            ]
        }
        let before = try site.ask(Self.page, query: [QueryItem("expand", "history,version")], as: "mira")
        try site.perform(.clearFault(nil))
        try site.perform(.advanceClock(seconds: 100))
        try site.perform(.trash(page: 98311))
        try site.simulator.reset()
        #expect(site.journal.isEmpty)
        #expect(try site.ask(Self.page, query: [QueryItem("expand", "history,version")], as: "mira") == before)
    }

    // MARK: Clock

    @Test("a frozen clock stands, is turned all the same, and runs on from where it stands")
    func clock() throws {
        let real = Mutex(ConfluenceSite.standingMoment)
        let definition = try ConfluenceSite.Acme.cloud.definition()
        let simulator = try Simulator(definition) { real.withLock(\.self) }
        let chosen = Date(timeIntervalSince1970: 1_000_000_000)
        simulator.freezeClock(at: chosen)
        real.withLock { $0 += 50 }
        #expect(simulator.now == chosen)
        #expect(simulator.isClockFrozen)
        try simulator.perform(.advanceClock(seconds: 10))
        #expect(simulator.now == chosen + 10)
        simulator.unfreezeClock()
        #expect(!simulator.isClockFrozen)
        real.withLock { $0 += 5 }
        #expect(simulator.now == chosen + 15)
        simulator.freezeClock()
        real.withLock { $0 += 5 }
        #expect(simulator.now == chosen + 15)
    }
}
