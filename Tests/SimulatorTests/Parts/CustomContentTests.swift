import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("The content of apps, on Cloud")
struct CustomContentTests {
    private static let type = "ac:tasks-app:task"
    private static let all = "/api/v2/custom-content"

    private static func draft(_ title: String, in holder: (String, String), body: String = "<p>Do it</p>") -> JSON {
        var json: JSON = [
            "type": .string(type), "title": .string(title),
            "body": ["representation": "storage", "value": .string(body)],
        ]
        json[holder.0] = .string(holder.1)
        return json
    }

    private static func list(_ site: ConfluenceSite, _ path: String, as user: String = "mira") throws -> [String] {
        try site.read(path, .get, ["type": type], as: user).results("id")
    }

    @Test("it is made on a page, a space and other custom content, and listed by each")
    func places() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let spaceID = try site.spaceID("DOCS")
        let onPage = try site.read(
            Self.all, .post, as: "writer-bot", body: Self.draft("A", in: ("pageId", "98311")), expect: 201)
        #expect(onPage.text("type") == Self.type && onPage.text("pageId") == "98311")
        #expect(onPage.text("spaceId") == spaceID)
        #expect(onPage["body"]?.text("storage", "value") == "<p>Do it</p>")
        let id = try #require(onPage.text("id"))
        let inSpace = try site.read(
            Self.all, .post, as: "writer-bot", body: Self.draft("B", in: ("spaceId", spaceID)), expect: 201)
        #expect(inSpace.text("pageId") == nil)
        let below = try site.read(
            Self.all, .post, as: "writer-bot", body: Self.draft("C", in: ("customContentId", id)), expect: 201)
        #expect(below.text("customContentId") == id)
        let ids = [id, inSpace.text("id") ?? "", below.text("id") ?? ""]
        #expect(try Self.list(site, Self.all) == ids)
        #expect(try Self.list(site, "/api/v2/pages/98311/custom-content") == [id])
        #expect(try Self.list(site, "/api/v2/spaces/\(spaceID)/custom-content") == ids)
        #expect(try site.read("\(Self.all)/\(id)/children").results("id") == [ids[2]])
        #expect(try site.read(Self.all, .get, ["type": "ac:tasks-app:other"]).results("id") == [])
        // It hangs on the page without being one of its pages.
        #expect(try site.read("/api/v2/pages/98311/direct-children").results("id").contains(id) == false)
    }

    @Test("it is changed by its next version, keeps its history, and goes by way of the trash")
    func life() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(
            site.read(Self.all, .post, as: "writer-bot", body: Self.draft("A", in: ("pageId", "98311")), expect: 201)
                .text("id"))
        let path = "\(Self.all)/\(id)"
        func update(_ version: Int64, type: String = Self.type, expect status: Int) throws -> JSON {
            var body = Self.draft("A2", in: ("pageId", "98311"), body: "<p>Done</p>")
            body["type"] = .string(type)
            body["id"] = .string(id)
            body["status"] = "current"
            body["version"] = ["number": .integer(version), "message": "m"]
            return try site.read(path, .put, as: "writer-bot", body: body, expect: status)
        }
        _ = try update(1, expect: 409)
        _ = try update(2, type: "ac:tasks-app:other", expect: 400)
        #expect(try update(2, expect: 200).number("version", "number") == 2)
        let old = try site.read(path, .get, ["version": "1", "body-format": "storage"])
        #expect(old.text("title") == "A" && old["body"]?.text("storage", "value") == "<p>Do it</p>")
        #expect(try site.read("\(path)/versions")["results"]?.arrayValue?.count == 2)
        #expect(try site.read("\(path)/versions/1").number("number") == 1)
        let list = try site.read("\(path)/versions", .get, ["body-format": "storage"])
        #expect(list["results"]?[0]?["custom"]?.text("title") == "A2")

        _ = try site.read(path, .delete, as: "reader-bot", expect: 404)
        _ = try site.read(path, .delete, ["purge": "true"], expect: 400)
        _ = try site.read(path, .delete, expect: 204)
        #expect(try Self.list(site, "/api/v2/pages/98311/custom-content") == [])
        #expect(try site.read(path).text("status") == "trashed")
        _ = try site.read(path, .delete, ["purge": "true"], expect: 204)
        #expect(
            try site.read(path, expect: 404)["errors"]?[0]?.text("title")
                == "Cannot find a custom content with id [\(id)]")
    }

    @Test("a body that only the app can read is kept as it is")
    func raw() throws {
        let site = try ConfluenceSite.acme(.cloud)
        var body = Self.draft("R", in: ("pageId", "98311"))
        body["body"] = ["raw": ["representation": "raw", "value": #"{"a": "<not xml>"}"#]]
        let made = try site.read(Self.all, .post, as: "writer-bot", body: body, expect: 201)
        #expect(made["body"]?.text("raw", "value") == #"{"a": "<not xml>"}"#)
        let path = "\(Self.all)/\(made.text("id") ?? "")"
        #expect(try site.read(path, .get, ["body-format": "storage"])["body"] == [:])
        #expect(try site.read(path, .get, ["body-format": "raw"])["body"]?["raw"] != nil)
        _ = try site.read("/api/v2/pages/98311", .get, ["body-format": "raw"], expect: 400)
    }

    @Test("labels, properties, comments, files and operations hang on it as on pages")
    func parts() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try #require(
            site.read(Self.all, .post, as: "writer-bot", body: Self.draft("A", in: ("pageId", "98311")), expect: 201)
                .text("id"))
        _ = try site.read(
            "/rest/api/content/\(id)/label", .post, as: "writer-bot", body: [["prefix": "global", "name": "todo"]])
        #expect(try site.read("\(Self.all)/\(id)/labels").results("name") == ["todo"])
        _ = try site.read(
            "\(Self.all)/\(id)/properties", .post, as: "writer-bot", body: ["key": "k", "value": 1])
        #expect(try site.read("\(Self.all)/\(id)/properties").results("key") == ["k"])
        let comment: JSON = [
            "customContentId": .string(id), "body": ["representation": "storage", "value": "<p>Hm</p>"],
        ]
        let made = try site.read("/api/v2/footer-comments", .post, as: "writer-bot", body: comment, expect: 201)
        #expect(made.text("customContentId") == id)
        #expect(try site.read("\(Self.all)/\(id)/footer-comments").results("id") == [made.text("id")])
        #expect(try site.read("\(Self.all)/\(id)/attachments").results("id") == [])
        #expect(try site.read("\(Self.all)/\(id)/operations")["operations"]?.arrayValue?.isEmpty == false)
        let included = try site.read("\(Self.all)/\(id)", .get, ["include-labels": "true"])
        #expect(included["labels"]?.results("name") == ["todo"])
    }

    @Test("REST v1 and CQL know it by its type")
    func elsewhere() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = [
            "type": .string(Self.type), "title": "From v1", "space": ["key": "DOCS"],
            "container": ["id": "98311", "type": "page"],
            "body": ["storage": ["representation": "storage", "value": "<p>marmalade</p>"]],
        ]
        let made = try site.read("/rest/api/content", .post, as: "writer-bot", body: body)
        let id = try #require(made.text("id"))
        #expect(made.text("type") == Self.type)
        let shown = try site.read("/rest/api/content/\(id)", .get, ["expand": "container,body.storage"])
        #expect(shown.text("container", "id") == "98311")
        #expect(shown["body"]?.text("storage", "value") == "<p>marmalade</p>")
        #expect(try site.read("/rest/api/content", .get, ["type": Self.type]).results("id") == [id])
        func found(_ cql: String, as user: String = "mira") throws -> [String] {
            try site.read("/rest/api/content/search", .get, ["cql": cql], as: user).results("id")
        }
        #expect(try found("type = \"\(Self.type)\"") == [id])
        #expect(try found("type in (page, \"\(Self.type)\") and text ~ marmalade") == [id])
        #expect(try found("container = 98311 and type = \"\(Self.type)\"") == [id])
        #expect(try found("type = \"ac:tasks-app:other\"") == [])
        #expect(try found("type = \"\(Self.type)\"", as: "ungranted") == [])
        _ = try site.read("/rest/api/search", .get, ["cql": "type = \"sandwich:x\""], expect: 400)
        let types = try site.read(
            "/api/v2/content/convert-ids-to-types", .post, body: ["contentIds": [.string(id)]])
        #expect(types["results"]?.text(id) == Self.type)
    }

    @Test("Data Center knows nothing of it")
    func dataCenter() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        _ = try site.read("/rest/api/content", .get, ["type": Self.type], expect: 501)
        _ = try site.read("/rest/api/search", .get, ["cql": "type = \"\(Self.type)\""], expect: 400)
    }

    @Test("who can't view or edit the page can't with what hangs on it either, and it goes with the page")
    func rights() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let draft = Self.draft("A", in: ("pageId", "98311"))
        _ = try site.read(Self.all, .post, as: "reader-bot", body: draft, expect: 404)
        _ = try site.read(Self.all, .post, as: "ungranted", body: draft, expect: 404)
        let id = try #require(
            site.read(Self.all, .post, as: "writer-bot", body: draft, expect: 201).text("id"))
        _ = try site.read("\(Self.all)/\(id)", as: "ungranted", expect: 404)
        #expect(try Self.list(site, Self.all, as: "reader-bot") == [id])
        try site.perform(.restrictViewing(page: 98311, to: [.user("mira")]))
        _ = try site.read("\(Self.all)/\(id)", as: "reader-bot", expect: 404)
        #expect(try Self.list(site, Self.all, as: "reader-bot") == [])
        try site.perform(.restrictViewing(page: 98311, to: []))
        try site.perform(.restrictEditing(page: 98311, to: [.user("mira")]))
        _ = try site.read("\(Self.all)/\(id)", .delete, as: "writer-bot", expect: 404)
        _ = try site.read("/api/v2/pages/98311", .delete, expect: 204)
        _ = try site.read("/api/v2/pages/98311", .delete, ["purge": "true"], expect: 204)
        _ = try site.read("\(Self.all)/\(id)", expect: 404)
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            (["title": "x", "body": ["value": "<p>x</p>"], "pageId": "98311"], 400),
            (["type": "task", "title": "x", "body": ["value": "<p>x</p>"], "pageId": "98311"], 404),
            (["type": "ac:a:b", "title": " ", "body": ["value": "<p>x</p>"], "pageId": "98311"], 400),
            (["type": "ac:a:b", "title": "x", "body": ["value": "<p>x</p>"]], 400),
            (
                ["type": "ac:a:b", "title": "x", "body": ["value": "<p>x</p>"], "pageId": "98311", "blogPostId": "1"],
                400
            ),
            (["type": "ac:a:b", "title": "x", "body": ["value": "<p>x"], "pageId": "98311"], 400),
            (["type": "ac:a:b", "title": "x", "body": ["value": "<p>x</p>"], "pageId": "7"], 404),
            (["type": "ac:a:b", "title": "x", "body": ["value": "<p>x</p>"], "spaceId": "7"], 404),
        ] as [(JSON, Int)])
    func refused(body: JSON, status: Int) throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.read(Self.all, .post, as: "mira", body: body, expect: status)
    }

    @Test("a list without a type is refused, one of an unlikely type not found")
    func lists() throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.read(Self.all, expect: 400)
        _ = try site.read(Self.all, .get, ["type": "task"], expect: 404)
    }
}
