import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@Suite("The trait gives a site of one's own", .confluence(.cloud))
struct TraitTests {
    private static let page = "/rest/api/content/98311"

    @Test("to every case of a test", arguments: 1...4)
    func cases(number: Int) throws {
        let site = try ConfluenceSite.current
        #expect(site.journal.isEmpty)
        #expect(site.definition.deployment == .cloud)
        #expect(try site.ask(Self.page, as: "mira").status == 200)
        try site.trash(page: 98311)
        #expect(site.journal.count == 1)
        #expect(try ConfluenceSite.current.journal.count == 1)
    }

    @Test("to child tasks too")
    func children() async throws {
        async let status = try ConfluenceSite.current.ask(Self.page, as: "mira").status
        #expect(try await status == 200)
    }

    @Test("on a release of Data Center", .confluence(.dataCenter("8.5.4")))
    func release() throws {
        #expect(try ConfluenceSite.current.definition.deployment == .dataCenter(ProductVersion(8, 5, 4)))
        #expect(try ConfluenceSite.current.ask(Self.page, as: "reader-bot").status == 200)
    }

    @Test("from a site file", .confluence(file: "../../../Fixtures/sites/acme-datacenter.yaml"))
    func file() throws {
        #expect(try ConfluenceSite.current.definition.name == "acme-datacenter")
    }

    @Test("from a description in Swift", .confluence(Site(.cloud, name: "mine")))
    func described() throws {
        #expect(try ConfluenceSite.current.definition.name == "mine")
    }

    @Test("whose clock stands until it is turned")
    func clock() throws {
        let site = try ConfluenceSite.current
        #expect(site.now == ConfluenceSite.standingMoment)
        try site.advance(by: .seconds(90))
        #expect(site.now == ConfluenceSite.standingMoment.addingTimeInterval(90))
        site.freezeClock(at: ConfluenceSite.standingMoment)
        #expect(site.now == ConfluenceSite.standingMoment)
        let error = #expect(throws: ConfluenceSite.Unknown.self) { try site.advance(by: .milliseconds(1)) }
        #expect(error?.description == "a site's clock is turned forward by whole seconds, not by 0.001 seconds")
    }
}

@Suite("Without the trait")
struct NoTraitTests {
    @Test("asking for the site says how to get one")
    func none() {
        let error = #expect(throws: ConfluenceSite.Unknown.self) { try ConfluenceSite.current }
        #expect(
            error?.description == """
                this test has no Confluence site: give it, or its suite, a trait such as .confluence(.cloud), and ask \
                for ConfluenceSite.current in the test's own task, not in a detached one
                """)
    }

    @Test("a release that is none is named")
    func release() throws {
        let error = #expect(throws: ConfluenceSite.Unknown.self) {
            try ConfluenceSite.Acme.definition(on: .dataCenter("nine"))
        }
        #expect(error?.description == "“nine” is no release of Data Center, such as 9.2.0")
    }
}
