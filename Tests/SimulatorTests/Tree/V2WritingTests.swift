import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Writing pages and blog posts over v2")
struct V2WritingTests {
    private static func post(_ title: String, _ site: ConfluenceSite, version: Int64? = nil, id: String? = nil) throws
        -> JSON
    {
        let spaces = try site.json("/api/v2/spaces", .get, ["keys": "DOCS"])
        var body: JSON = [
            "spaceId": spaces["results"]?[0]?["id"] ?? .null, "status": "current", "title": .string(title),
            "body": ["representation": "storage", "value": "<p>x</p>"],
        ]
        if let id { body["id"] = .string(id) }
        if let version { body["version"] = ["number": .integer(version)] }
        return body
    }

    @Test("a draft needs no title until it is published")
    func untitled() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var draft = try Self.post("", site)
        #expect(try site.status("/api/v2/pages", .post, body: draft) == 400)
        draft["status"] = "draft"
        let id = try #require(site.json("/api/v2/pages", .post, body: draft)["id"]?.stringValue)
        let path = "/api/v2/pages/\(id)"
        #expect(try site.json(path, .get, ["get-draft": "true"])["title"] == "")
        #expect(try site.status(path, .put, body: Self.post("", site, version: 1, id: id)) == 400)
        let published = try site.json(path, .put, body: Self.post("Named", site, version: 1, id: id))
        #expect(published["status"] == "current" && published["title"] == "Named")
    }

    @Test("takes the statuses and representations of its description alone")
    func enumerations() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let good = try Self.post("Good", site)
        let id = try #require(site.json("/api/v2/pages", .post, body: good)["id"]?.stringValue)
        for status in ["archived", "trashed", "deleted"] {
            var bad = try Self.post("Bad \(status)", site, version: 2, id: id)
            bad["status"] = .string(status)
            #expect(try site.status("/api/v2/pages", .post, body: bad) == 400, "\(status)")
            #expect(try site.status("/api/v2/pages/\(id)", .put, body: bad) == 400, "\(status)")
        }
        for representation in ["view", "editor", "export_view"] {
            var bad = try Self.post("Bad \(representation)", site)
            bad["body"] = ["representation": .string(representation), "value": "<p>x</p>"]
            #expect(try site.status("/api/v2/pages", .post, body: bad) == 400, "\(representation)")
        }
        #expect(try site.json("/api/v2/pages/\(id)")["status"] == "current")
    }

    @Test("a version's number may stand in quotation marks")
    func quotedVersion() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(site.json("/api/v2/pages", .post, body: Self.post("Quoted", site))["id"]?.stringValue)
        var change = try Self.post("Quoted", site, id: id)
        change["version"] = ["number": "2"]
        #expect(try site.json("/api/v2/pages/\(id)", .put, body: change)["version"]?["number"] == 2)
        let old: JSON = ["type": "page", "title": "Quoted", "version": ["number": "3"]]
        #expect(try site.json("/rest/api/content/\(id)", .put, body: old)["version"]?["number"] == 3)
    }

    @Test("a limit is 1 to 250, and an id is a number")
    func numbers() throws {
        let site = try ConfluenceSite.acme(.cloud)
        for path in ["spaces", "pages"] {
            for limit in ["0", "251"] {
                #expect(try site.status("/api/v2/\(path)", .get, ["limit": limit]) == 400, "\(path) \(limit)")
            }
            #expect(try site.status("/api/v2/\(path)", .get, ["limit": "250"]) == 200)
        }
        #expect(try site.status("/api/v2/spaces", .get, ["ids": "abc"]) == 400)
        #expect(try site.status("/api/v2/pages", .get, ["space-id": "abc"]) == 400)
        #expect(try site.status("/api/v2/spaces/abc", .get) == 400)
        #expect(try site.status("/api/v2/spaces/999", .get) == 404)
    }

    @Test("a published page keeps a title", arguments: ConfluenceSite.Acme.allCases)
    func emptied(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = ["type": "page", "title": "  ", "version": ["number": 2]]
        #expect(try site.status("/rest/api/content/98311", .put, body: body) == 400)
    }

    @Test("where the home page of a space is gone, pages and folders are made at the root")
    func noHome() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.json("/api/v2/pages", .post, body: Self.post("Below", site))["parentId"] == "98305")
        #expect(try site.status("/api/v2/pages/98305", .delete) == 204)
        #expect(try site.json("/api/v2/pages", .post, body: Self.post("Beside", site))["parentId"] == .null)
        var folder = try Self.post("Folder", site)
        folder["body"] = nil
        #expect(try site.json("/api/v2/folders", .post, body: folder)["parentId"] == .null)
    }

    @Test("a blog post is made, read, listed, changed and deleted")
    func blogPosts() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let made = try site.json("/api/v2/blogposts", .post, body: Self.post("News", site))
        let id = try #require(made["id"]?.stringValue)
        for name in ["parentId", "parentType", "position"] { #expect(made[name] == nil, "\(name)") }
        #expect(try site.json("/api/v2/blogposts").column("id") == [id])
        #expect(try site.status("/api/v2/pages/\(id)") == 404)
        let changed = try site.json(
            "/api/v2/blogposts/\(id)", .put, body: Self.post("Old news", site, version: 2, id: id))
        #expect(changed["title"]?.stringValue == "Old news")
        #expect(try site.json("/api/v2/blogposts/\(id)/versions")["results"]?.arrayValue?.count == 2)
        #expect(
            try site.status("/api/v2/blogposts/98310", .put, body: Self.post("x", site, version: 2, id: "98310")) == 404
        )
        #expect(try site.status("/api/v2/blogposts/\(id)", .delete) == 204)
        #expect(try site.json("/api/v2/blogposts")["results"] == [])
        #expect(try site.status("/api/v2/blogposts", .post, as: "reader-bot", body: Self.post("No", site)) == 404)
    }

    @Test("a trashed page comes back by an update, unchanged, or is purged")
    func trash() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.status("/api/v2/pages/98311", .delete, ["purge": "true"]) == 400)
        #expect(try site.status("/api/v2/pages/98311", .delete) == 204)
        #expect(try site.status("/api/v2/pages/98311", .delete) == 404)
        let restored = try site.json(
            "/api/v2/pages/98311", .put, body: Self.post("Another title", site, version: 2, id: "98311"))
        #expect(restored["status"] == "current")
        #expect(restored["title"]?.stringValue == "Refund policy")
        #expect(restored["parentId"] == "98305")
        #expect(restored["version"]?["number"]?.integerValue == 1)
        #expect(try site.status("/api/v2/pages/98311", .delete) == 204)
        #expect(try site.status("/api/v2/pages/98311", .delete, ["purge": "true"], as: "writer-bot") == 404)
        #expect(try site.status("/api/v2/pages/98311", .delete, ["purge": "true"]) == 204)
        #expect(try site.status("/api/v2/pages/98311") == 404)
    }

    @Test("a trashed page also comes back over v1", arguments: ConfluenceSite.Acme.allCases)
    func restoring(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        _ = try site.json("/rest/api/content/98312", .delete)
        let update: JSON = ["type": "page", "title": "Release notes", "version": ["number": 1]]
        #expect(try site.status("/rest/api/content/98312", .put, body: update) == 404)
        var wish = update
        wish["status"] = "current"
        #expect(try site.json("/rest/api/content/98312", .put, body: wish)["status"] == "current")
        #expect(try site.status("/rest/api/content/98312") == 200)
    }

    @Test("drafts are deleted as drafts alone, and private pages are their author's")
    func drafts() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var body = try Self.post("Half done", site)
        body["status"] = "draft"
        let id = try #require(try site.json("/api/v2/pages", .post, body: body)["id"]?.stringValue)
        #expect(try site.status("/api/v2/pages/\(id)", .delete) == 404)
        #expect(try site.status("/api/v2/pages/\(id)", .delete, ["draft": "true"]) == 204)
        let secret = try site.json("/api/v2/pages", .post, ["private": "true"], body: Self.post("Mine", site))
        let hidden = try #require(secret["id"]?.stringValue)
        #expect(try site.status("/api/v2/pages/\(hidden)") == 200)
        #expect(try site.status("/api/v2/pages/\(hidden)", as: "writer-bot") == 404)
    }

    @Test("a draft is saved over again, and published as the first version", arguments: ConfluenceSite.Acme.allCases)
    func publishing(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func body(_ title: String, _ status: String) -> JSON {
            [
                "type": "page", "title": .string(title), "status": .string(status), "space": ["key": "DOCS"],
                "version": ["number": 1], "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
            ]
        }
        let draft = try site.json("/rest/api/content", .post, body: body("Refund policy", "draft"))
        let id = try #require(draft["id"]?.stringValue)
        let path = "/rest/api/content/\(id)"
        #expect(try site.json(path, .put, body: body("Refund policy", "draft"))["status"] == "draft")
        #expect(try site.status(path, .put, body: body("Refund policy", "current")) == 400)
        let published = try site.json(path, .put, body: body("Rebate policy", "current"))
        #expect(published["status"] == "current")
        #expect(published["version"]?["number"]?.integerValue == 1)
        #expect(try site.status(path, as: "writer-bot") == 200)
    }

    @Test("a draft of a published page is its editors' until it is published or thrown away")
    func draftsOfPages() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func update(_ title: String, _ status: String, _ version: Int64) throws -> JSON {
            var body = try Self.post(title, site, version: version, id: "98311")
            body["status"] = .string(status)
            return try site.json("/api/v2/pages/98311", .put, body: body)
        }
        #expect(try site.json("/api/v2/pages/98311", .get, ["get-draft": "true"])["status"] == "current")
        #expect(try update("Rebates", "draft", 1)["status"] == "draft")
        let published = try site.json("/api/v2/pages/98311", as: "reader-bot")
        #expect(published["title"]?.stringValue == "Refund policy")
        #expect(published["version"]?["number"]?.integerValue == 1)
        let draft = try site.json("/api/v2/pages/98311", .get, ["get-draft": "true", "body-format": "storage"])
        #expect(draft["title"]?.stringValue == "Rebates")
        #expect(draft["status"] == "draft")
        #expect(try site.json("/rest/api/content/98311", .get, ["status": "draft"])["title"]?.stringValue == "Rebates")
        #expect(try site.status("/api/v2/pages/98311", .get, ["get-draft": "true"], as: "reader-bot") == 404)

        #expect(try site.status("/api/v2/pages/98311", .delete, ["draft": "true"]) == 204)
        #expect(try site.status("/api/v2/pages/98311", .delete, ["draft": "true"]) == 404)
        #expect(try site.json("/api/v2/pages/98311")["title"]?.stringValue == "Refund policy")

        #expect(try site.status("/rest/api/content/98311", .delete, ["status": "draft"]) == 404)
        _ = try update("Rebates", "draft", 1)
        _ = try update("Refunds", "current", 2)
        #expect(try site.json("/api/v2/pages/98311", .get, ["get-draft": "true"])["title"]?.stringValue == "Refunds")
    }

    @Test("v1 wants type and title with every update", arguments: ["type", "title"], ConfluenceSite.Acme.allCases)
    func wholeUpdates(name: String, kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        var body: JSON = ["type": "page", "title": "Refund policy", "version": ["number": 2]]
        body[name] = nil
        #expect(try site.status("/rest/api/content/98311", .put, body: body) == 400)
    }

    @Test("a title is changed by itself")
    func titles() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let path = "/api/v2/pages/98311/title"
        let renamed = try site.json(path, .put, body: ["status": "current", "title": "Refunds"])
        #expect(renamed["title"]?.stringValue == "Refunds")
        #expect(renamed["version"]?["number"]?.integerValue == 2)
        #expect(try site.status(path, .put, body: ["status": "current", "title": "Release notes"]) == 400)
        #expect(try site.status(path, .put, body: ["status": "current"]) == 400)
        #expect(try site.status(path, .put, body: ["status": "draft", "title": "x"]) == 400)
        #expect(try site.status(path, .put, as: "reader-bot", body: ["status": "current", "title": "x"]) == 404)
    }

    @Test("an update says all that v2 wants to know", arguments: ["id", "status", "title", "body", "version"])
    func requiredMembers(name: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        var body = try Self.post("Refund policy", site, version: 2, id: "98311")
        body[name] = nil
        #expect(try site.status("/api/v2/pages/98311", .put, body: body) == 400)
        let other = try Self.post("Refund policy", site, version: 2, id: "98310")
        #expect(try site.status("/api/v2/pages/98311", .put, body: other) == 400)
    }
}
