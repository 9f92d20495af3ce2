import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Labels with the prefix “my” are who set them alone")
struct PersonalLabelTests {
    private static let page = "/rest/api/content/98311"

    private static func label(
        _ site: ConfluenceSite, _ name: String, _ prefix: String = "my", as user: String?, expect status: Int = 200
    ) throws {
        let answer = try site.ask(
            page + "/label", .post, as: user, body: [["prefix": .string(prefix), "name": .string(name)]])
        #expect(answer.status == status)
    }

    private static func names(_ site: ConfluenceSite, as user: String) throws -> [String] {
        let shown = try site.read(page, .get, ["expand": "metadata.labels"], as: user)
        let expanded = shown["metadata"]?["labels"]?.results("name") ?? []
        let listed = try site.read(page + "/label", as: user).results("name")
        #expect(expanded == listed)
        return listed
    }

    @Test("a label that one sees shows to no other, whoever asked first", arguments: ConfluenceSite.Acme.allCases)
    func seen(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let before = try Self.names(site, as: "reader-bot")
        try Self.label(site, "lantern", as: "writer-bot")
        for _ in 1...2 {
            #expect(try Self.names(site, as: "writer-bot").contains("lantern"))
            #expect(try Self.names(site, as: "reader-bot") == before)
            // Not even who may do everything.
            #expect(try !Self.names(site, as: "mira").contains("lantern"))
        }
        for (user, count) in [("writer-bot", 1), ("mira", 0)] {
            let found = try site.read("/rest/api/search", .get, ["cql": "label = 'my:lantern'"], as: user)
            #expect(found["results"]?.arrayValue?.count == count)
        }
    }

    @Test("who may only view may put on and take off its own, and no other", arguments: ConfluenceSite.Acme.allCases)
    func viewers(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try Self.label(site, "plain", "global", as: "reader-bot", expect: 403)
        try Self.label(site, "twin", as: "reader-bot")
        try Self.label(site, "twin", "global", as: "writer-bot")
        let mixed: JSON = [["prefix": "my", "name": "a"], ["prefix": "global", "name": "b"]]
        #expect(try site.ask(Self.page + "/label", .post, as: "reader-bot", body: mixed).status == 403)
        func takeOff(_ name: String, _ user: String) throws -> Int {
            try site.ask(Self.page + "/label", .delete, query: [QueryItem("name", name)], as: user).status
        }
        #expect(try takeOff("twin", "reader-bot") == 204)
        #expect(try takeOff("twin", "reader-bot") == 403)
        #expect(try Self.names(site, as: "reader-bot").contains("twin"))
        try Self.label(site, "twin", as: "mira")
        // The own one goes first, and only then that of all.
        for expected in [true, false] {
            #expect(try takeOff("twin", "mira") == 204)
            #expect(try Self.names(site, as: "reader-bot").contains("twin") == expected)
        }
        #expect(try takeOff("twin", "mira") == 404)
    }

    @Test("what is no longer a favourite leaves nothing that anybody is told of")
    func takenBack() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let favourite = "/rest/api/relation/favourite/from/user/current/to/content/98311"
        let details = { (user: String) in
            try site.ask("/rest/api/label", query: [QueryItem("name", "my:favourite")], as: user).status
        }
        #expect(try site.ask(favourite, .put, as: "mira").status == 200)
        #expect(try Self.names(site, as: "mira").contains("favourite"))
        #expect(try details("mira") == 200)
        #expect(try site.ask(favourite, .delete, as: "mira").status == 204)
        #expect(try !Self.names(site, as: "mira").contains("favourite"))
        #expect(try details("mira") == 404)
        let found = try site.read("/rest/api/search", .get, ["cql": "label = 'my:favourite'"], as: "mira")
        #expect(found["results"]?.arrayValue?.isEmpty == true)
    }

    @Test("visitors have none")
    func visitors() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try site.perform(.change([.anonymousAccess(true)]))
        let body: JSON = [["prefix": "my", "name": "lantern"]]
        for user in [nil, "reader-bot"] as [String?] {
            let status = try site.ask(Self.page + "/label", .post, as: user, body: body).status
            #expect((status == 200) == (user != nil))
        }
    }

    @Test("an exported site keeps their owners", arguments: ConfluenceSite.Acme.allCases)
    func exported(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for user in ["writer-bot", "mira"] {
            try Self.label(site, "lantern", as: user)
            try Self.label(site, "of-\(user)", as: user)
        }
        let copy = try ConfluenceSite(try site.simulator.export())
        for user in ["writer-bot", "mira", "reader-bot"] {
            #expect(try Self.names(copy, as: user) == Self.names(site, as: user))
        }
    }
}
