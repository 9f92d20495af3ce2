import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Making and changing spaces")
struct SpaceWritingTests {
    private static let body: JSON = [
        "key": "NEW", "name": "New Space",
        "description": ["plain": ["value": "What is new", "representation": "plain"]],
    ]

    @Test(
        "a new space has a home page, its maker administers it, and users may work in it",
        arguments: ConfluenceSite.Acme.allCases)
    func creating(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask("/rest/api/space", .post, as: "reader-bot", body: Self.body)
        #expect(answer.status == 200)
        let made = try JSONReader.read(answer.body)
        #expect(made["key"] == "NEW" && made["name"] == "New Space" && made["type"] == "global")
        #expect(made["description"]?["plain"]?["value"] == "What is new")
        #expect(made["homepage"]?["title"] == "New Space Home")
        #expect(made["id"]?.integerValue != nil)

        let seen = try site.ask("/rest/api/space/NEW", as: "mira")
        #expect(seen.status == 200)
        let page = try site.ask(
            "/rest/api/content", .post, as: "mira",
            body: ["type": "page", "title": "First", "space": ["key": "NEW"]])
        #expect(page.status == 200)
        let renamed = try site.ask("/rest/api/space/NEW", .put, as: "mira", body: ["name": "Mine"])
        #expect(renamed.status == 404)
    }

    @Test("a private space is its maker's alone", arguments: ConfluenceSite.Acme.allCases)
    func privateSpace(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try site.ask("/rest/api/space/_private", .post, as: "reader-bot", body: Self.body).status == 200)
        #expect(try site.ask("/rest/api/space/NEW", as: "reader-bot").status == 200)
        #expect(try site.ask("/rest/api/space/NEW", as: "mira").status == 404)
    }

    @Test(
        "what a space can't be made of is refused with the site's words",
        arguments: ConfluenceSite.Acme.allCases,
        [
            (["key": "DOCS", "name": "Again"], "A space already exists with key DOCS"),
            (["key": "docs", "name": "Again"], "A space already exists with key docs"),
            (["key": "no-dashes", "name": "Dashes"], "Invalid space key: no-dashes"),
            (["name": "No key"], "Invalid space key: "),
            (["key": "NAMELESS", "name": " "], "Name is blank"),
        ] as [(JSON, String)])
    func refused(kind: ConfluenceSite.Acme, attempt: (body: JSON, words: String)) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask("/rest/api/space", .post, as: "mira", body: attempt.body)
        #expect(answer.status == 400)
        #expect(try JSONReader.read(answer.body)["message"]?.stringValue?.contains(attempt.words) == true)
        #expect(try site.ask("/rest/api/space/NAMELESS", as: "mira").status == 404)
    }

    @Test("visitors make no spaces")
    func visitors() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.settings.anonymousAccess = true }
        #expect(try site.ask("/rest/api/space", .post, body: Self.body).status >= 401)
        #expect(try site.ask("/rest/api/space/NEW", as: "jonas").status == 404)
    }

    @Test(
        "an update changes name, description, home page and status, and no more",
        arguments: ConfluenceSite.Acme.allCases)
    func updating(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask(
            "/rest/api/space/DOCS", .put, as: "mira",
            body: ["name": "Documents", "homepage": ["id": "98311"], "status": "archived"])
        #expect(answer.status == 200)
        let changed = try JSONReader.read(
            site.ask(
                "/rest/api/space/DOCS", query: [QueryItem("expand", "homepage,description.plain")], as: "mira"
            ).body)
        #expect(changed["name"] == "Documents" && changed["status"] == "archived")
        #expect(changed["homepage"]?["id"] == "98311")
        #expect(changed["description"]?["plain"]?["value"] == "How our products work, and how we work on them.")
        let foreign = try site.ask("/rest/api/space/DOCS", .put, as: "mira", body: ["homepage": ["id": 7]])
        #expect(foreign.status == 400)
    }

    @Test("a space is deleted by a task, with all that is in it", arguments: ConfluenceSite.Acme.allCases)
    func deleting(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try site.ask("/rest/api/space/DOCS", .delete, as: "reader-bot").status == 404)
        let answer = try site.ask("/rest/api/space/DOCS", .delete, as: "mira")
        #expect(answer.status == 202)
        let id = try #require(try JSONReader.read(answer.body)["id"]?.stringValue)
        #expect(try site.ask("/rest/api/space/DOCS", as: "mira").status == 200)
        try site.perform(.advanceClock(seconds: 60))
        let task = try JSONReader.read(site.ask("/rest/api/longtask/\(id)", as: "mira").body)
        #expect(task["successful"] == true && task["percentageComplete"] == 100)
        #expect(try site.ask("/rest/api/space/DOCS", as: "mira").status == 404)
        #expect(try site.ask("/rest/api/content/98311", as: "mira").status == 404)
        let hits = try site.ask("/rest/api/search", query: [QueryItem("cql", "text ~ \"refund\"")], as: "mira")
        #expect(hits.status == 200 && !hits.text.contains("98311"))
        #expect(
            try site.ask("/rest/api/space", .post, as: "mira", body: ["key": "DOCS", "name": "Anew"]).status == 200)
    }

    @Test("v2 makes spaces, answers 201, and finds them")
    func versionTwo() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try site.ask(
            "/api/v2/spaces", .post, as: "mira",
            body: ["key": "NEW", "name": "New", "description": ["value": "d", "representation": "plain"]])
        #expect(answer.status == 201)
        let made = try JSONReader.read(answer.body)
        #expect(made["key"] == "NEW")
        let id = try #require(made["id"]?.stringValue)
        let one = try JSONReader.read(
            site.ask("/api/v2/spaces/\(id)", query: [QueryItem("description-format", "plain")], as: "mira").body)
        #expect(one["description"]?["plain"]?["value"] == "d")
        #expect(one["authorId"]?.stringValue == (try site.user("mira").accountID))
        #expect(one["homepageId"]?.stringValue != nil)
    }

    // MARK: Data Center

    @Test("people have one personal space, and administrators make those of others")
    func personal() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.deployment = .dataCenter(ProductVersion(10, 2)) }
        let answer = try site.ask("/rest/api/space/personal", .post, as: "mira", body: [:])
        let made = try JSONReader.read(answer.body)
        #expect(made["key"] == "~mira" && made["type"] == "personal" && made["name"] == "Mira Okafor")
        #expect(try site.ask("/rest/api/space/personal", .post, as: "mira", body: [:]).status == 409)
        #expect(try site.ask("/rest/api/admin/space/personal/reader-bot", .post, as: "mira", body: [:]).status == 403)
        #expect(try site.ask("/rest/api/admin/space/personal/reader-bot", .post, as: "jonas", body: [:]).status == 200)
        #expect(try site.ask("/rest/api/admin/space/personal/nobody", .post, as: "jonas", body: [:]).status == 404)
        #expect(try site.ask("/rest/api/space/~reader-bot", as: "reader-bot").status == 200)
    }

    @Test("a space is archived and restored by those who administer it")
    func archiving() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.ask("/rest/api/space/DOCS/archive", .put, as: "reader-bot").status == 403)
        #expect(try site.ask("/rest/api/space/DOCS/archive", .put, as: "mira").status == 204)
        #expect(try JSONReader.read(site.ask("/rest/api/space/DOCS", as: "mira").body)["status"] == "archived")
        #expect(try site.ask("/rest/api/space/DOCS/restore", .put, as: "mira").status == 204)
        #expect(try JSONReader.read(site.ask("/rest/api/space/DOCS", as: "mira").body)["status"] == "current")
    }

    @Test("a space's trash is shown to its administrators, and emptied")
    func trash() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        _ = try site.ask("/rest/api/content/98311", .delete, as: "mira")
        #expect(try site.ask("/rest/api/space/DOCS/trash", as: "reader-bot").status == 403)
        let trash = try JSONReader.read(site.ask("/rest/api/space/DOCS/trash", as: "mira").body)
        #expect(trash["results"]?.arrayValue?.map { $0["id"] } == ["98311"])
        #expect(try site.ask("/rest/api/space/DOCS/trash", .delete, as: "mira").status == 204)
        let emptied = try JSONReader.read(site.ask("/rest/api/space/DOCS/trash", as: "mira").body)
        #expect(emptied["size"] == 0)
    }

    @Test("a site may leave making spaces to some groups", arguments: ConfluenceSite.Acme.allCases)
    func creators(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) {
            $0.settings.spaceCreators = ["makers"]
            $0.users[2].groups.append("makers")
        }
        let draft: JSON = ["key": "NEW", "name": "New"]
        _ = try site.read("/rest/api/space", .post, as: "writer-bot", body: draft, expect: 403)
        _ = try site.read("/rest/api/space", .post, as: "reader-bot", body: draft)
        if kind == .cloud {
            let other: JSON = ["key": "OTHER", "name": "Other"]
            _ = try site.read("/api/v2/spaces", .post, as: "writer-bot", body: other, expect: 404)
            _ = try site.read("/api/v2/spaces", .post, as: "reader-bot", body: other, expect: 201)
        }
        try site.perform(.change([.spaceCreators(nil)]))
        _ = try site.read("/rest/api/space", .post, as: "writer-bot", body: ["key": "LATER", "name": "Later"])
    }
}
