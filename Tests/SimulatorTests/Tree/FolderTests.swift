import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Folders, whiteboards, databases and embedded links")
struct FolderTests {
    private static func create(
        _ collection: String, _ title: String, below parent: String?, _ site: ConfluenceSite, url: String? = nil
    ) throws -> JSON {
        let spaces = try site.json("/api/v2/spaces", .get, ["keys": "DOCS"])
        var body: JSON = ["spaceId": spaces["results"]?[0]?["id"] ?? .null, "title": .string(title)]
        if let parent { body["parentId"] = .string(parent) }
        if let url { body["embedUrl"] = .string(url) }
        return try site.json("/api/v2/\(collection)", .post, body: body)
    }

    @Test(
        "each is made, read and moved to the trash",
        arguments: [
            ("folders", "folder"), ("whiteboards", "whiteboard"), ("databases", "database"), ("embeds", "embed"),
        ])
    func life(collection: String, type: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let made = try Self.create(collection, "Things", below: "98305", site, url: "https://example.org/")
        let id = try #require(made["id"]?.stringValue)
        #expect(made["type"]?.stringValue == type)
        #expect(made["parentId"] == "98305")
        #expect(made["parentType"] == "page")
        #expect(made["createdAt"]?.integerValue != nil)
        #expect((made["embedUrl"]?.stringValue == "https://example.org/") == (type == "embed"))
        let read = try site.json(
            "/api/v2/\(collection)/\(id)", .get, ["include-operations": "true", "include-direct-children": "true"])
        #expect(read["directChildren"]?["results"] == [])
        #expect(read["operations"]?["results"]?.arrayValue?.isEmpty == false)
        let missing = try site.ask("/api/v2/pages/\(id)", as: "mira")
        #expect(missing.status == 404)
        #expect(missing.text.contains("Cannot find a page with id [\(id)]"))
        #expect(try site.status("/api/v2/\(collection)/98310") == 404)
        let old = try site.json("/rest/api/content/\(id)", .get, ["expand": "ancestors,space"])
        #expect(old["type"]?.stringValue == type)
        #expect(old["ancestors"]?[0]?["id"]?.stringValue == "98305")
        #expect(try site.status("/rest/api/content", .get, ["type": type]) == 501)
        #expect(try site.status("/api/v2/\(collection)/\(id)", .delete, as: "reader-bot") == 404)
        #expect(try site.status("/api/v2/\(collection)/\(id)", .delete) == 204)
        #expect(try site.json("/api/v2/\(collection)/\(id)")["status"] == "trashed")
    }

    @Test("pages lie in folders, and folders in pages; only the lists of pages leave folders out")
    func tree() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let folder = try #require(try Self.create("folders", "Policies", below: "98305", site)["id"]?.stringValue)
        let inner = try #require(try Self.create("folders", "Inner", below: folder, site)["id"]?.stringValue)
        _ = try site.json("/rest/api/content/98311/move/append/\(folder)", .put)
        let page = try site.json("/api/v2/pages/98311")
        #expect(page["parentId"]?.stringValue == folder)
        #expect(page["parentType"] == "folder")
        #expect(try site.json("/api/v2/folders/\(folder)/direct-children").column("id") == [inner, "98311"])
        #expect(try site.json("/rest/api/content/\(folder)/child/page").column("id") == ["98311"])
        #expect(try site.json("/rest/api/content/98305/child/folder").column("id") == [folder])
        #expect(try !site.json("/api/v2/pages/98305/children").column("id").contains(folder))
        #expect(try site.json("/api/v2/pages/98305/direct-children").column("id").contains(folder))
        let above = try site.json("/api/v2/folders/\(inner)/ancestors")
        #expect(above["results"] == [["id": "98305", "type": "page"], ["id": .string(folder), "type": "folder"]])
        let below = try site.json("/api/v2/folders/\(folder)/descendants")
        #expect(below.column("type") == ["folder", "page"])
        #expect(
            try site.json("/rest/api/content/98311", .get, ["expand": "ancestors"])["ancestors"]?.arrayValue?.count == 2
        )

        #expect(try site.status("/api/v2/folders/\(folder)", .delete) == 204)
        #expect(try site.json("/api/v2/pages/98311")["parentId"] == "98305")
    }

    @Test("a folder's title is free for a page, and a folder needs one")
    func titles() throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try Self.create("folders", "Refund policy", below: nil, site)
        let spaces = try site.json("/api/v2/spaces", .get, ["keys": "DOCS"])
        let spaceID = spaces["results"]?[0]?["id"] ?? .null
        #expect(try site.status("/api/v2/folders", .post, body: ["spaceId": spaceID]) == 400)
        #expect(try site.status("/api/v2/folders", .post, body: ["title": "x"]) == 404)
        #expect(
            try site.status("/api/v2/folders", .post, as: "reader-bot", body: ["spaceId": spaceID, "title": "x"]) == 404
        )
    }

    @Test("a site file may have them in its trees")
    func fromTheStart() throws {
        let site = try ConfluenceSite.acme(.cloud) { site in
            let page = PageDefinition(id: 99_002, title: "Travel")
            site.spaces[0].pages[0].children.append(
                PageDefinition(id: 99_001, kind: .folder, title: "Refund policy", children: [page]))
        }
        #expect(try site.json("/api/v2/folders/99001")["title"]?.stringValue == "Refund policy")
        #expect(try site.json("/api/v2/pages/99002")["parentType"] == "folder")
    }

    @Test("Data Center has no folders")
    func dataCenter() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.status("/rest/api/content/98305/child/folder") == 501)
    }
}
