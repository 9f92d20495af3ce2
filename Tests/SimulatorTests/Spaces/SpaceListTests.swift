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

    @Test("a space has a theme once it is given one, and a look like the site's")
    func look() throws {
        let site = try Self.site(.cloud)
        let theme: JSON = ["themeKey": "com.acme:blue"]
        #expect(try site.ask("/rest/api/space/DOCS/theme", .put, as: "mira", body: theme).status == 200)
        #expect(
            try JSONReader.read(site.ask("/rest/api/space/DOCS/theme", as: "mira").body)["themeKey"] == "com.acme:blue")
        #expect(try site.ask("/rest/api/space/DOCS/theme", .delete, as: "mira").status == 204)
        #expect(try site.ask("/rest/api/space/DOCS/theme", as: "mira").status == 404)
        let look = try site.ask("/rest/api/settings/lookandfeel", query: [QueryItem("spaceKey", "DOCS")], as: "mira")
        #expect(try JSONReader.read(look.body)["selected"] == "global")
    }
}
