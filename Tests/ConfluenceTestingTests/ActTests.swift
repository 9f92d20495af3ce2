import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("What a test does to its site", .confluence(.cloud))
struct ActTests {
    private static let page: Int64 = 98311
    private static let path = "/rest/api/content/98311"

    private func status(_ site: ConfluenceSite, as user: String = "reader-bot") throws -> Int {
        try site.ask(Self.path, as: user).status
    }

    @Test("tokens are revoked and expire")
    func tokens() throws {
        let site = try ConfluenceSite.current
        #expect(try status(site) == 200)
        try site.revoke(token: "reader-bot-token")
        #expect(try status(site) == 403)
        try site.expire(token: "mira-token")
        #expect(try status(site, as: "mira") == 403)
    }

    @Test("accounts lose their licence, are deactivated, get another password")
    func accounts() throws {
        let site = try ConfluenceSite.current
        try site.setLicensed("mira", false)
        #expect(try status(site, as: "mira") == 403)
        try site.setLicensed("mira", true)
        #expect(try status(site, as: "mira") == 200)
        try site.setActive("mira", false)
        #expect(try status(site, as: "mira") == 403)
        try site.setPassword(of: "reader-bot", to: "another")
    }

    @Test("permissions and restrictions come and go")
    func permissions() throws {
        let site = try ConfluenceSite.current
        try site.withdraw([.view], from: .user("reader-bot"), in: "DOCS")
        #expect(try status(site) == 404)
        try site.grant([.view], to: .user("reader-bot"), in: "DOCS")
        #expect(try status(site) == 200)
        try site.restrictViewing(of: Self.page, to: .user("mira"))
        #expect(try status(site) == 404)
        try site.restrictViewing(of: Self.page)
        try site.restrictEditing(of: Self.page, to: .user("mira"))
        #expect(try status(site) == 200)
    }

    @Test("a page is found by its title, and trashed")
    func pages() throws {
        let site = try ConfluenceSite.current
        let id = try site.page("Refund policy", in: "DOCS")
        #expect(id == Self.page)
        try site.trash(page: id)
        #expect(try status(site) == 404)
        let error = #expect(throws: ConfluenceSite.Unknown.self) { try site.page("Refund polcy") }
        #expect(error?.description == "the site has no page “Refund polcy”, did you mean “Refund policy”?")
    }

    @Test("faults are put and cleared, by name and by rule")
    func faults() throws {
        let site = try ConfluenceSite.current
        try site.put(fault: "maintenance")
        #expect(try status(site) == 503)
        try site.clear(fault: "maintenance")
        try site.put(fault: Fault("teapot", .change(status: 418), path: "*/content/*", times: 1))
        #expect(try status(site) == 418)
        #expect(try status(site) == 200)
        try site.clearFaults()
        #expect(site.simulator.faults.isEmpty)
        let error = #expect(throws: (any Error).self) { try site.put(fault: "maintenence") }
        #expect(error.map { "\($0)" }?.contains("did you mean “maintenance”?") == true)
    }

    @Test("settings change while the site runs")
    func settings() throws {
        let site = try ConfluenceSite.current
        try site.change(.apiTokens(false), .searchLag(.seconds(60)))
        #expect(!site.simulator.settings.apiTokens)
        #expect(site.simulator.settings.searchLagSeconds == 60)
        let error = #expect(throws: (any Error).self) { try site.change(.readOnly(true)) }
        #expect(error.map { "\($0)" }?.contains("settings.read-only: Confluence Data Center alone has") == true)
    }

    @Test("what the site does not have is named")
    func unknown() throws {
        let site = try ConfluenceSite.current
        let error = #expect(throws: SiteActError.self) { try site.revoke(token: "mira-tokn") }
        #expect(error?.description == "the site has no token “mira-tokn”, did you mean “mira-token”?")
    }
}
