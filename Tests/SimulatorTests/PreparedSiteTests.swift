import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Testing

@Suite("Sites that begin as one which was set up before")
struct PreparedSiteTests {
    private static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    private static func title(of page: Int64, on site: Simulator) throws -> String? {
        try site.contents.content(id: page)?.page.title
    }

    @Test("they hold what a site of its own holds", arguments: ConfluenceSite.Acme.allCases)
    func content(kind: ConfluenceSite.Acme) throws {
        let definition = try kind.definition()
        let own = try Simulator(definition, now: { Self.moment })
        let prepared = try PreparedSite(definition, now: { Self.moment })
        let copy = try Simulator(prepared, now: { Self.moment })
        #expect(try copy.contents.content(id: 98311) == own.contents.content(id: 98311))
        #expect(try copy.contents.spaces() == own.contents.spaces())
    }

    @Test("each is a world of its own, and goes back to the beginning", arguments: ConfluenceSite.Acme.allCases)
    func independence(kind: ConfluenceSite.Acme) throws {
        let prepared = try PreparedSite(try kind.definition(), now: { Self.moment })
        let (first, second) = (
            try Simulator(prepared, now: { Self.moment }), try Simulator(prepared, now: { Self.moment })
        )
        try first.perform(.trash(page: 98311))
        #expect(try first.contents.content(id: 98311)?.page.status == .trashed)
        #expect(try second.contents.content(id: 98311)?.page.status == .current)
        let third = try Simulator(prepared, now: { Self.moment })
        #expect(try third.contents.content(id: 98311)?.page.status == .current)
        try first.reset()
        #expect(try first.contents.content(id: 98311)?.page.status == .current)
        #expect(try Self.title(of: 98311, on: first) == Self.title(of: 98311, on: second))
    }
}
