import ConfluenceModel
import ConfluenceStore
import Testing

@Suite("A site definition becomes the same site every time")
struct SeedingTests {
    @Test("numbers are given upwards from 65537, past those that are taken")
    func numbering() throws {
        var definition = Fixture.definition
        definition.spaces[1].pages = [
            PageDefinition(
                id: 65539, title: "Quay home", children: [PageDefinition(title: "A"), PageDefinition(title: "B")])
        ]
        definition.spaces.removeFirst()
        let store = try ContentStore(definition, now: Fixture.now)
        try store.read { (reader) throws in
            let space = try #require(try reader.space(key: "OPEN"))
            #expect(space.id == 65537)
            #expect(space.homepageID == 65539)
            #expect(try reader.content(kind: .page, title: "A", spaceID: space.id)?.id == 65538)
            #expect(try reader.content(kind: .page, title: "B", spaceID: space.id)?.id == 65540)
            #expect(try reader.space(keyIgnoringCase: "open") == space)
            #expect(try reader.space(key: "open") == nil)
        }
    }

    @Test("everything is dated before now, in the order of the definition")
    func dates() throws {
        let viewer = Viewer(account: nil, bypasses: true)
        let records = try Fixture.store().read {
            try $0.contents(ContentFilter(kind: .page, order: .newestFirst), visibleTo: viewer, limit: 100)
        }
        #expect(records.allSatisfy { $0.createdAt < Fixture.now })
        #expect(records.map(\.id).first == 4000)
        #expect(records.map(\.id).last == 1000)
    }

    @Test("accounts are found by each of their names")
    func accounts() throws {
        try Fixture.store().read { (reader) throws in
            let ada = try #require(try reader.account(name: "ada"))
            #expect(ada.groups == ["authors", "crew"])
            #expect(try reader.account(email: "ADA@harbour.example") == ada)
            #expect(try reader.account(accountID: "712020:1") == ada)
            #expect(try reader.account(userKey: "key1") == ada)
            #expect(try reader.account(name: "ADA") == nil)
            #expect(try reader.accounts().map(\.name) == ["ada", "ben", "cleo"])
            #expect(try reader.tokens().map(\.owner.name) == ["ada", "ben", "cleo"])
        }
    }

    struct Contradiction: Sendable {
        var message: String
        var make: @Sendable (inout SiteDefinition) -> Void
    }

    private static let contradictions = [
        Contradiction(message: "the id 1000 is used twice; give it another or none") {
            $0.spaces[1].pages[0].id = 1000
        },
        Contradiction(message: "the space key 'PORT' is used twice") { $0.spaces[1].key = "PORT" },
        Contradiction(message: "the user name 'ada' is used twice") { $0.users[1].name = "ada" },
        Contradiction(message: "the tokens ada-token and ben-token have the same value") {
            $0.users[1].tokens[0].value = "ada-value"
        },
        Contradiction(message: "the permissions of space OPEN: the site has no user named 'dora'") {
            $0.spaces[1].permissions = [SpaceGrant(.user("dora"), [.view])]
        },
        Contradiction(message: "page 'quay HOME': space OPEN already has a page titled 'quay HOME'") {
            $0.spaces[1].pages[0].children = [PageDefinition(title: "quay HOME")]
        },
        Contradiction(message: "page 'Quay home': the site has no user named 'dora'") {
            $0.spaces[1].pages[0].creator = "dora"
        },
    ]

    @Test("a definition that contradicts itself is refused in words", arguments: contradictions)
    func refused(contradiction: Contradiction) throws {
        var definition = Fixture.definition
        contradiction.make(&definition)
        let error = try #require(throws: StoreError.self) { try ContentStore(definition, now: Fixture.now) }
        #expect("\(error)".contains(contradiction.message))
    }
}
