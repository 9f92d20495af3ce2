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
        try store.read { (reader) throws in
            #expect(try reader.spaces(visibleTo: viewer, offset: 0, limit: 10).map(\.key) == keys)
            #expect(
                try reader.spaces(visibleTo: viewer, offset: 1, limit: 1).map(\.key)
                    == Array(keys.dropFirst().prefix(1)))
            let filter = SpaceFilter(keys: ["DOCK", "OLD"], isArchived: false)
            let filtered = try reader.spaces(visibleTo: viewer, filter: filter, offset: 0, limit: 10).map(\.key)
            #expect(filtered == keys.filter { $0 == "DOCK" })
        }
    }

    @Test("operations add up over the user, their groups, and everybody")
    func operations() throws {
        let store = try Fixture.store()
        let ada = try store.viewer("ada")
        let ben = try store.viewer("ben")
        try store.read { (reader) throws in
            let space = try #require(try reader.space(key: "PORT"))
            #expect(try reader.operations(in: space.id, for: ada) == [.view, .createComment, .createPage, .administer])
            #expect(try reader.operations(in: space.id, for: ben) == [.view, .createComment])
            #expect(try reader.operations(in: space.id, for: .anonymous) == [])
            let superUser = Viewer(account: nil, bypasses: true)
            #expect(try reader.operations(in: space.id, for: superUser) == Set(SpaceOperation.allCases))
            #expect(try reader.permissions(of: space.id).count == 4)
        }
    }

    @Test("a view restriction hides the page and all below it; an edit restriction hides nothing")
    func inheritedViewRestriction() throws {
        let store = try Fixture.store()
        let ben = try store.viewer("ben")
        try store.read { (reader) throws in
            let ids = try reader.contents(ContentFilter(kind: .page, spaceKey: "PORT"), visibleTo: ben, limit: 50)
                .map(\.id)
            #expect(ids.filter { $0 < 5000 } == [1000, 1001, 1002, 1020, 1021])
            #expect(try !reader.canView(1012, ben))
            #expect(try reader.children(of: 1000, kind: .page, visibleTo: ben, limit: 9).map(\.id) == [1001, 1020])
            #expect(try reader.viewBarrier(1012, for: ben)?.contentID == 1010)
            #expect(try reader.viewBarrier(1001, for: ben) == nil)
        }
    }

    @Test("the nearest restriction that leaves the viewer out is named")
    func nearestBarrier() throws {
        let store = try Fixture.store()
        try store.write { try $0.setRestriction(of: 1011, operation: .view, subjects: [.group("authors")]) }
        let ben = try store.viewer("ben")
        let ada = try store.viewer("ada")
        try store.read { (reader) throws in
            #expect(try reader.viewBarrier(1012, for: ben)?.contentID == 1011)
            #expect(try reader.viewBarrier(1012, for: ben)?.contentTitle == "Payroll archive")
            #expect(try reader.viewBarrier(1012, for: ada) == nil)
            #expect(try reader.viewBarrier(1012, for: Viewer(account: nil, bypasses: true)) == nil)
        }
    }

    @Test("an edit restriction holds for its page alone")
    func editRestriction() throws {
        let store = try Fixture.store()
        let ada = try store.viewer("ada")
        let ben = try store.viewer("ben")
        try store.read { (reader) throws in
            #expect(try reader.canView(1020, ben))
            #expect(try reader.editBarrier(1020, for: ben)?.subjects == [.user("ada")])
            #expect(try reader.editBarrier(1020, for: ada) == nil)
            #expect(try reader.editBarrier(1021, for: ben) == nil)
        }
    }
}
