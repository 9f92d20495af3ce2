import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("May they, and why not?")
struct VerdictTests {
    @Test("a verdict gives the reason that the journal gives", arguments: ConfluenceSite.Acme.allCases)
    func words(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let contents = site.simulator.contents
        for (user, page) in [("mira", 98310), ("reader-bot", 98320), ("reader-bot", 131074), ("mira", 999)] {
            let verdict = try contents.verdict(on: .read, of: user, content: Int64(page))
            let answer = try site.ask("/rest/api/content/\(page)", as: user)
            #expect(verdict.isGranted == (answer.status == 200))
            #expect(verdict.status == (answer.status == 200 ? nil : answer.status))
            let entry = try #require(site.journal.last)
            #expect(entry.steps.contains { $0.stage == .authorisation && $0.words == verdict.words }, "\(entry.steps)")
        }
    }

    @Test("a verdict names what keeps an account from the site as a whole", arguments: ConfluenceSite.Acme.allCases)
    func barriers(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) {
            $0.users[0].isActive = false
            $0.settings.seatIdleSeconds = 3600
        }
        let contents = site.simulator.contents
        func verdict(_ user: String?) throws -> RightsVerdict {
            try contents.verdict(on: .read, of: user, content: 98310)
        }
        #expect(try verdict("mira").words == "the account mira is deactivated")
        #expect(try verdict("mira").stage == .authentication)
        #expect(try verdict("unlicensed").words.hasSuffix("the account has no licence"))
        #expect(try verdict(nil).isGranted == false)
        #expect(try verdict("reader-bot").isGranted)
        try site.perform(.advanceClock(seconds: 3600))
        #expect(try verdict("reader-bot").stage == .licence)
        try site.perform(.change([.seatIdleSeconds(nil), .readOnly(true)]))
        #expect(try verdict("reader-bot").isGranted)
        let writing = try contents.verdict(on: .update, of: "writer-bot", content: 98310)
        #expect(writing.stage == .licence)
        #expect(writing.words == "the site is in read-only mode")
        #expect(throws: SiteActError.self) { try verdict("nobody") }
    }

    @Test("the table of a space tells through what each right is held")
    func matrix() throws {
        let cloud = try ConfluenceSite.acme(.cloud).simulator.contents.permissionMatrix(space: "TEAM")
        let mira = try #require(cloud.rows.first { $0.user == "mira" })
        #expect(mira.rights[.view] == [.group("team"), .account])
        #expect(mira.rights[.createPage] == [.account])
        #expect(mira.barrier == nil)
        #expect(cloud.rows.first { $0.user == "jonas" }?.rights == [:])
        #expect(cloud.rows.first { $0.user == "unlicensed" }?.barrier?.hasSuffix("has no licence") == true)
        #expect(cloud.rows.last?.user == nil)
        let dataCenter = try ConfluenceSite.acme(.dataCenter).simulator.contents.permissionMatrix(space: "TEAM")
        let jonas = try #require(dataCenter.rows.first { $0.user == "jonas" })
        #expect(jonas.rights[.createPage] == [.superUser(group: "confluence-administrators")])
    }

    @Test("on Data Center the group makes the super-user, not the right to administer the site")
    func superUsers() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.users[1].groups = ["confluence-users"] }
        #expect(try site.ask("/rest/api/content/98320", as: "jonas").status == 404)
        let other = try ConfluenceSite.acme(.dataCenter) { $0.users[2].groups = ["confluence-administrators"] }
        #expect(try other.ask("/rest/api/content/98320", as: "reader-bot").status == 200)
    }
}
