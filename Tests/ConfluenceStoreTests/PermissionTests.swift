import ConfluenceModel
import ConfluenceStore
import Testing

@Suite("The store shows a viewer what grants and view restrictions let through")
struct PermissionTests {
    @Test(
        "spaces are listed by grants to the user, their groups, and everybody",
        arguments: [
            ("ada", ["DOCK", "OLD", "OPEN", "PORT"]), ("ben", ["OLD", "OPEN", "PORT"]), ("cleo", ["OPEN"]),
            (nil, ["OPEN"]),
        ] as [(String?, [String])])
    func visibleSpaces(name: String?, keys: [String]) throws {
        let store = try Fixture.store()
        let viewer = try store.viewer(name)
        let found = try store.read { try $0.spaces(visibleTo: viewer, offset: 0, limit: 10).map(\.key) }
        #expect(found == keys)
    }

    @Test("a view restriction hides the page and all below it; an edit restriction hides nothing")
    func inheritedViewRestriction() throws {
        let store = try Fixture.store()
        let ben = try store.viewer("ben")
        try store.read { reader in
            let ids = try reader.contents(ContentFilter(kind: .page, spaceKey: "PORT"), visibleTo: ben, limit: 50)
                .map(\.id)
            #expect(ids.filter { $0 < 5000 } == [1000, 1001, 1002, 1020, 1021])
            #expect(try !reader.canView(1012, ben))
            #expect(try reader.viewBarrier(1012, for: ben)?.contentID == 1010)
            #expect(try reader.editBarrier(1020, for: ben)?.subjects == [.user("ada")])
            #expect(try reader.editBarrier(1021, for: ben) == nil)
        }
    }
}
