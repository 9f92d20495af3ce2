import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Spaces and what they list")
struct SpaceListTests {
    private static func site(_ kind: ConfluenceSite.Acme) throws -> ConfluenceSite {
        try ConfluenceSite.acme(kind) { site in
            var personal = site.spaces[0]
            personal.pages = []
            personal.key = "~mira"
            personal.name = "Mira's"
            personal.kind = .personal
            site.spaces.append(personal)
        }
    }

    private static func keys(_ answer: Response) throws -> [String] {
        try JSONReader.read(answer.body)["results"]?.arrayValue?.compactMap { $0["key"]?.stringValue } ?? []
    }

    @Test(
        "v1 is narrowed by key, type and status", arguments: ConfluenceSite.Acme.allCases,
        [
            ([QueryItem("spaceKey", "OLD"), QueryItem("spaceKey", "~mira")], ["OLD", "~mira"]),
            ([QueryItem("type", "personal")], ["~mira"]),
            ([QueryItem("status", "archived")], ["OLD"]),
            ([QueryItem("status", "archived"), QueryItem("type", "personal")], []),
        ])
    func narrowed(kind: ConfluenceSite.Acme, list: (query: [QueryItem], keys: [String])) throws {
        let site = try Self.site(kind)
        #expect(try Self.keys(site.ask("/rest/api/space", query: list.query, as: "mira")) == list.keys)
    }

    @Test("Data Center fails over a space's permissions for all but administrators of the site, Cloud does not")
    func guardedPermissions() throws {
        let permissions = [QueryItem("expand", "permissions")]
        let site = try Self.site(.dataCenter)
        for path in ["/rest/api/space", "/rest/api/space/DOCS"] {
            #expect(try site.ask(path, query: permissions, as: "mira").status == 500)
            #expect(try site.ask(path, query: permissions, as: "jonas").status == 200)
        }
        let content = [QueryItem("expand", "space.permissions")]
        #expect(try site.ask("/rest/api/content/98311", query: content, as: "mira").status == 500)
        #expect(try Self.site(.cloud).ask("/rest/api/space/DOCS", query: permissions, as: "mira").status == 200)
    }

    @Test(
        "v2 is narrowed as well, and sorted",
        arguments: [
            ([QueryItem("keys", "old,~MIRA")], ["OLD", "~mira"]),
            ([QueryItem("status", "current"), QueryItem("sort", "-key"), QueryItem("limit", "1")], ["~mira"]),
            ([QueryItem("keys", "NONE")], []),
        ])
    func versionTwo(query: [QueryItem], keys: [String]) throws {
        let site = try Self.site(.cloud)
        #expect(try Self.keys(site.ask("/api/v2/spaces", query: query, as: "mira")) == keys)
    }

    @Test("labels narrow the list, of the space itself and of its content", arguments: ConfluenceSite.Acme.allCases)
    func labelled(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) {
            $0.spaces[0].labels = ["handbook", "team:support"]
            $0.spaces[1].labels = ["support"]
            $0.spaces[0].pages[0].labels = ["front-door"]
        }
        func keys(_ label: String, as user: String = "mira") throws -> [String] {
            try Self.keys(site.ask("/rest/api/space", query: [QueryItem("label", label)], as: user))
        }
        #expect(try keys("handbook") == ["DOCS"])
        #expect(try keys("support") == ["DOCS", "TEAM"])
        #expect(try keys("team:support") == ["DOCS"])
        #expect(try keys("handbook", as: "ungranted") == [])
        #expect(try keys("none") == [])
        let shown = try JSONReader.read(
            site.ask("/rest/api/space/DOCS", query: [QueryItem("expand", "metadata.labels")], as: "mira").body)
        #expect(shown["metadata"]?["labels"]?["results"]?.arrayValue?.count == 2)
        if kind == .cloud {
            #expect(
                try Self.keys(
                    site.ask("/api/v2/spaces", query: [QueryItem("labels", "handbook,support")], as: "mira")
                )
                .sorted() == ["DOCS", "TEAM"])
        } else {
            let content = [QueryItem("contentLabel", "front-door")]
            #expect(try Self.keys(site.ask("/rest/api/space", query: content, as: "mira")) == ["DOCS"])
            #expect(try Self.keys(site.ask("/rest/api/space", query: content, as: "ungranted")) == [])
        }
    }

    @Test(
        "a space of everybody may get another type, and none becomes personal", arguments: ConfluenceSite.Acme.allCases)
    func type(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind)
        func put(_ type: String) throws -> Response {
            try site.ask(
                "/rest/api/space/DOCS", .put, as: "mira",
                body: ["key": "DOCS", "name": "Documentation", "type": .string(type)])
        }
        #expect(try put("personal").status == 400)
        #expect(try put("knowledge_base").status == 200)
        #expect(try JSONReader.read(site.ask("/rest/api/space/DOCS", as: "mira").body)["type"] == "knowledge_base")
        let list = [QueryItem("type", "knowledge_base")]
        #expect(try Self.keys(site.ask("/rest/api/space", query: list, as: "mira")) == ["DOCS"])
        #expect(try put("global").status == 200)
        #expect(try Self.keys(site.ask("/rest/api/space", query: list, as: "mira")) == [])
    }

    @Test("a word that a parameter may not hold is refused")
    func unknownWord() throws {
        let site = try Self.site(.cloud)
        #expect(try site.ask("/rest/api/space", query: [QueryItem("status", "gone")], as: "mira").status == 400)
        #expect(try site.ask("/api/v2/spaces", query: [QueryItem("sort", "colour")], as: "mira").status == 400)
    }

    @Test("a space lists its pages and blog posts, each with its own paging", arguments: ConfluenceSite.Acme.allCases)
    func contents(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind)
        let all = try JSONReader.read(
            site.ask("/rest/api/space/DOCS/content", query: [QueryItem("limit", "2")], as: "mira").body)
        #expect(all["page"]?["size"] == 2)
        #expect(all["blogpost"]?["size"] == 0)
        let next = try #require(all["page"]?["_links"]?["next"]?.stringValue)
        #expect(next.hasPrefix("/rest/api/space/DOCS/content/page?"))
        let roots = try JSONReader.read(
            site.ask("/rest/api/space/DOCS/content/page", query: [QueryItem("depth", "root")], as: "mira").body)
        #expect(roots["results"]?.arrayValue?.map { $0["id"] } == ["98305"])
        #expect(try site.ask("/rest/api/space/DOCS/content/folder", as: "mira").status == 501)
        #expect(try site.ask("/rest/api/space/DOCS/content", as: "ungranted").status == 404)
    }

    @Test("settings are shown to all who view the space, and changed by who administers it")
    func settings() throws {
        let site = try Self.site(.cloud)
        let path = "/rest/api/space/DOCS/settings"
        #expect(try JSONReader.read(site.ask(path, as: "reader-bot").body)["contentMode"] == "standard")
        #expect(try site.ask(path, .put, as: "reader-bot", body: ["contentMode": "compact"]).status == 404)
        let changed = try site.ask(
            path, .put, as: "mira", body: ["contentMode": "compact", "routeOverrideEnabled": true])
        #expect(changed.status == 200)
        let seen = try JSONReader.read(site.ask(path, as: "reader-bot").body)
        #expect(seen["contentMode"] == "compact" && seen["routeOverrideEnabled"] == true)
    }

    @Test("a space has a theme once it is given one")
    func theme() throws {
        let site = try Self.site(.cloud)
        let theme: JSON = ["themeKey": "com.acme:blue"]
        #expect(try site.ask("/rest/api/space/DOCS/theme", .put, as: "mira", body: theme).status == 200)
        #expect(
            try JSONReader.read(site.ask("/rest/api/space/DOCS/theme", as: "mira").body)["themeKey"] == "com.acme:blue")
        #expect(try site.ask("/rest/api/space/DOCS/theme", .delete, as: "mira").status == 204)
        #expect(try site.ask("/rest/api/space/DOCS/theme", as: "mira").status == 404)
    }
}
