import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Pages and blog posts over v2")
struct V2ReadingTests {
    private static func spaceID(_ site: ConfluenceSite, _ key: String = "DOCS") throws -> String {
        let spaces = try site.json("/api/v2/spaces", .get, ["keys": key])
        return try #require(spaces["results"]?[0]?["id"]?.stringValue)
    }

    @Test("lists are narrowed and ordered by their query")
    func filters() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let docs = try Self.spaceID(site)
        #expect(try site.json("/api/v2/pages", .get, ["id": "98310,98313"]).column("id") == ["98310", "98313"])
        #expect(try site.json("/api/v2/pages", .get, ["title": "refund POLICY"]).column("id") == ["98311"])
        #expect(try site.json("/api/v2/spaces/\(docs)/pages", .get, ["depth": "root"]).column("id") == ["98305"])
        let titles = try site.json("/api/v2/pages", .get, ["space-id": docs, "sort": "-title"]).column("title")
        #expect(titles == titles.sorted(by: >))
        let team = try Self.spaceID(site, "TEAM")
        let both = try site.json("/api/v2/pages", .get, ["space-id": "\(docs),\(team)", "limit": "250"])
        #expect(Set(both.column("spaceId")) == [docs, team])
        #expect(try site.status("/api/v2/spaces/7/pages") == 404)
    }

    @Test(
        "what a query can't mean is refused",
        arguments: [
            "status=draft", "status=sideways", "sort=colour", "body-format=view", "limit=0", "limit=-1",
            "limit=251", "cursor=x",
        ])
    func refusedQueries(text: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try site.ask("/api/v2/pages", query: QueryItem.parse(text), as: "mira")
        #expect(answer.status == 400)
        let error = try JSONReader.read(answer.body)["errors"]?[0]
        #expect(error?["status"]?.integerValue == 400)
        #expect(error?["code"]?.stringValue == "INVALID_REQUEST_PARAMETER")
    }

    @Test("a page includes what its query asks for")
    func inclusions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let plain = try site.json("/api/v2/pages/98310")
        #expect(plain["labels"] == nil)
        #expect(plain["body"] == [:])
        #expect(plain["parentId"] == "98305")
        #expect(plain["parentType"] == "page")
        let page = try site.json(
            "/api/v2/pages/98310", .get,
            [
                "include-labels": "true", "include-properties": "true", "include-operations": "true",
                "include-versions": "true", "include-version": "false", "include-direct-children": "true",
                "include-collaborators": "true", "include-favorited-by-current-user-status": "true",
                "body-format": "export_view",
            ])
        #expect(page["labels"]?.column("name") == ["guide", "onboarding"])
        #expect(page["labels"]?["meta"]?["hasMore"] == false)
        #expect(page["properties"]?["results"] == [])
        #expect(page["operations"]?["results"]?.arrayValue?.isEmpty == false)
        #expect(page["versions"]?["results"]?[0]?["number"]?.integerValue == 1)
        #expect(page["version"] == nil)
        #expect(page["directChildren"]?["results"] == [])
        #expect(page["isFavoritedByCurrentUser"]?.boolValue == false)
        #expect(page["body"]?["export_view"]?["value"]?.stringValue?.contains("Your first week") == true)
        #expect(try site.status("/api/v2/pages/98310", .get, ["body-format": "wiki"]) == 400)
        #expect(try site.status("/api/v2/pages/abc") == 400)
    }

    @Test("likes, favourites and children are included as they are, fifty at most")
    func furtherInclusions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let path = "/api/v2/pages/98311"
        #expect(try site.json(path)["likes"] == nil && site.json(path)["isFavoritedByCurrentUser"] == nil)
        let favourite = ["include-favorited-by-current-user-status": "true", "include-likes": "true"]
        _ = try site.json("/rest/api/relation/favourite/from/user/current/to/content/98311", .put)
        let page = try site.json(path, .get, favourite)
        #expect(page["isFavoritedByCurrentUser"] == true)
        #expect(page["likes"]?["results"] == [] && page["likes"]?["meta"]?["hasMore"] == false)
        #expect(page["likes"]?["_links"]?["self"]?.stringValue == "/wiki\(path)/likes/users")
        let others = try site.ask(
            path, query: favourite.map { QueryItem($0.key, $0.value) }, as: "reader-bot")
        #expect(try JSONReader.read(others.body)["isFavoritedByCurrentUser"] == false)
        for number in 1...51 {
            let child: JSON = [
                "spaceId": .string(try Self.spaceID(site)), "status": "current", "title": .string("Child \(number)"),
                "parentId": "98311",
            ]
            _ = try site.json("/api/v2/pages", .post, body: child)
        }
        let children = try #require(site.json(path, .get, ["include-direct-children": "true"])["directChildren"])
        #expect(children["results"]?.arrayValue?.count == 50 && children["meta"]?["hasMore"] == true)
        let cursor = try #require(children["meta"]?["cursor"]?.stringValue)
        let rest = try site.json("\(path)/direct-children", .get, ["cursor": cursor])
        #expect(rest["results"]?.arrayValue?.count == 1)
    }

    @Test("comments and files include what they can have, and nothing else")
    func partInclusions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let all = Dictionary(
            uniqueKeysWithValues: [
                "labels", "properties", "operations", "likes", "versions", "favorited-by-current-user-status",
            ].map { ("include-\($0)", "true") })
        let file = try #require(site.json("/api/v2/pages/98311/attachments")["results"]?[0]?["id"]?.stringValue)
        let attachment = try site.json("/api/v2/attachments/\(file)", .get, all)
        #expect(attachment["labels"]?["results"] == [] && attachment["versions"]?["results"]?[0] != nil)
        #expect(attachment["likes"] == nil && attachment["isFavoritedByCurrentUser"] == nil)
        let body: JSON = ["representation": "storage", "value": "<p>x</p>"]
        let made = try site.ask(
            "/api/v2/footer-comments", .post, as: "mira", body: ["pageId": "98311", "body": body])
        let id = try #require(JSONReader.read(made.body)["id"]?.stringValue)
        let comment = try site.json("/api/v2/footer-comments/\(id)", .get, all)
        #expect(comment["likes"]?["results"] == [] && comment["properties"]?["results"] == [])
        #expect(comment["labels"] == nil && comment["isFavoritedByCurrentUser"] == nil)
        #expect(
            comment["likes"]?["_links"]?["self"]?.stringValue == "/wiki/api/v2/footer-comments/\(id)/likes/users")
    }

    @Test("a space includes its labels, properties, operations and permissions")
    func spaceInclusions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let path = "/api/v2/spaces/\(try Self.spaceID(site))"
        #expect(try site.json(path)["labels"] == nil)
        _ = try site.json("/rest/api/space/DOCS/label", .post, body: [["prefix": "team", "name": "docs"]])
        _ = try site.ask("\(path)/properties", .post, as: "mira", body: ["key": "colour", "value": "blue"])
        let space = try site.json(
            path, .get,
            [
                "include-labels": "true", "include-properties": "true", "include-operations": "true",
                "include-permissions": "true",
            ])
        #expect(space["labels"]?.column("name") == ["docs"])
        #expect(space["properties"]?.column("key") == ["colour"])
        #expect(space["operations"]?["meta"]?["hasMore"] == false)
        #expect(space["permissions"]?["results"]?[0]?["principal"]?["type"] != nil)
        #expect(space["permissions"]?["_links"]?["self"]?.stringValue == "/wiki\(path)/permissions")
        #expect(space["roleAssignments"] == nil)
    }

    @Test("a space includes who has which role in it")
    func roleAssignments() throws {
        let site = try ConfluenceSite.acme(.cloud) { $0.spaces[0].roles = [RoleAssignment("Viewer", .user("mira"))] }
        let path = "/api/v2/spaces/\(try Self.spaceID(site))"
        let space = try site.json(path, .get, ["include-role-assignments": "true"])
        let listed = try site.json("\(path)/role-assignments")
        #expect(space["roleAssignments"]?["results"]?.arrayValue?.count == 1)
        #expect(space["roleAssignments"]?["results"] == listed["results"])
        #expect(space["roleAssignments"]?["_links"]?["self"]?.stringValue == "/wiki\(path)/role-assignments")
    }

    @Test("live docs say so, and are listed and found apart from ordinary pages")
    func liveDocs() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let ordinary = try site.json("/api/v2/pages").column("id")
        let page = try site.json("/api/v2/pages/98311")
        #expect(page["subtype"] == nil)
        let draft: JSON = ["spaceId": try #require(page["spaceId"]), "title": "Minutes", "subtype": "live"]
        let made = try site.json("/api/v2/pages", .post, body: draft)
        let id = try #require(made["id"]?.stringValue)
        #expect(made["subtype"] == "live")
        #expect(try site.json("/api/v2/pages/\(id)")["subtype"] == "live")
        #expect(try site.json("/rest/api/content/\(id)")["subtype"] == "live")
        #expect(try site.json("/rest/api/content/98311")["subtype"] == nil)
        #expect(try site.json("/api/v2/pages", .get, ["subtype": "page"]).column("id") == ordinary)
        #expect(try site.json("/api/v2/pages", .get, ["subtype": "live"]).column("id") == [id])
        let found = try site.json("/rest/api/content/search", .get, ["cql": "subtype = live"])
        #expect(found.column("id") == [id])
        let others = try site.json(
            "/rest/api/content/search", .get, ["cql": "subtype != live and id in (\(id), 98311)"])
        #expect(others.column("id") == ["98311"])
        let copy = try site.json(
            "/rest/api/content/\(id)/copy", .post,
            body: ["pageTitle": "Copied", "destination": ["type": "parent_page", "value": "98305"]])
        let copyID = try #require(copy["id"]?.stringValue)
        #expect(try site.json("/api/v2/pages/\(copyID)")["subtype"] == "live")
    }

    @Test("a kind of page that there is not is refused")
    func unknownSubtypes() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.status("/api/v2/pages", .get, ["subtype": "painted"]) == 400)
        let spaceID = try #require(try site.json("/api/v2/pages/98311")["spaceId"])
        let draft: JSON = ["spaceId": spaceID, "title": "Minutes", "subtype": "painted"]
        #expect(try site.status("/api/v2/pages", .post, body: draft) == 400)
        #expect(try site.json("/api/v2/pages", .get, ["title": "Minutes"]).column("id") == [])
    }

    @Test("files and comments are read in an old version, and comments by their status")
    func oldParts() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func body(_ text: String) -> JSON { ["representation": "storage", "value": .string(text)] }
        let made = try site.json(
            "/api/v2/footer-comments", .post, body: ["pageId": "98311", "body": body("<p>first</p>")])
        let path = "/api/v2/footer-comments/\(try #require(made["id"]?.stringValue))"
        _ = try site.json(path, .put, body: ["version": ["number": 2], "body": body("<p>second</p>")])
        let old = try site.json(path, .get, ["version": "1", "body-format": "storage"])
        #expect(old["status"] == "historical" && old["body"]?["storage"]?["value"] == "<p>first</p>")
        #expect(try site.json(path, .get, ["version": "2"])["status"] == "current")
        #expect(try site.status(path, .get, ["version": "9"]) == 404)
        let list = "/api/v2/pages/98311/footer-comments"
        #expect(try site.json(list, .get, ["status": "current"]).column("id") == [made["id"]?.stringValue])
        #expect(try site.json(list, .get, ["status": "trashed"]).column("id") == [])
        #expect(try site.status(list, .get, ["status": "painted"]) == 400)
        let file = try #require(site.json("/api/v2/pages/98311/attachments")["results"]?[0]?["id"]?.stringValue)
        #expect(try site.json("/api/v2/attachments/\(file)", .get, ["version": "1"])["version"]?["number"] == 1)
        #expect(try site.status("/api/v2/attachments/\(file)", .get, ["version": "9"]) == 404)
    }

    @Test("a trashed page is still read, without a place in the tree; a draft is asked for by name")
    func states() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.status("/api/v2/pages/98311", .delete) == 204)
        let trashed = try site.json("/api/v2/pages/98311")
        #expect(trashed["status"] == "trashed")
        for name in ["parentId", "parentType", "position"] { #expect(trashed[name] == .null, "\(name)") }
        #expect(try site.status("/api/v2/pages/98311", .get, ["status": "current"]) == 404)
        #expect(try site.json("/api/v2/pages", .get, ["status": "trashed"]).column("id") == ["98311"])
        let draft: JSON = ["spaceId": .string(try Self.spaceID(site)), "status": "draft", "title": "Half done"]
        let id = try #require(try site.json("/api/v2/pages", .post, body: draft)["id"]?.stringValue)
        #expect(try site.status("/api/v2/pages/\(id)") == 404)
        #expect(try site.json("/api/v2/pages/\(id)", .get, ["get-draft": "true"])["status"] == "draft")
        #expect(try site.status("/api/v2/pages/\(id)", .get, ["get-draft": "true"], as: "jonas") == 404)
    }

    @Test("versions are listed and told one by one")
    func versions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let update: JSON = [
            "id": "98311", "status": "current", "title": "Refunds", "version": ["number": 2, "message": "shorter"],
            "body": ["representation": "storage", "value": "<p>No.</p>"],
        ]
        _ = try site.json("/api/v2/pages/98311", .put, body: update)
        let list = try site.json("/api/v2/pages/98311/versions", .get, ["body-format": "storage"])
        #expect(list["results"]?[0]?["number"]?.integerValue == 2)
        #expect(list["results"]?[0]?["page"]?["title"]?.stringValue == "Refunds")
        #expect(list["results"]?[1]?["page"]?["title"]?.stringValue == "Refund policy")
        #expect(
            list["results"]?[0]?["page"]?["body"]?["storage"]?["value"]?.stringValue == "<p>No.</p>")
        let oldest = try site.json("/api/v2/pages/98311/versions", .get, ["sort": "modified-date", "limit": "1"])
        #expect(oldest["results"]?[0]?["number"]?.integerValue == 1)
        #expect(oldest["_links"]?["next"] != nil)
        let second = try site.json("/api/v2/pages/98311/versions/2")
        #expect(second["message"]?.stringValue == "shorter")
        #expect(second["prevVersion"]?.integerValue == 1)
        #expect(second["nextVersion"] == nil)
        #expect(try site.status("/api/v2/pages/98311/versions/3") == 404)
        let old = try site.json("/api/v2/pages/98311", .get, ["version": "1"])
        #expect(old["title"]?.stringValue == "Refund policy")
        #expect(old["status"]?.stringValue == "historical")
    }

    @Test("ids are told apart by what lies behind them")
    func types() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let post: JSON = ["contentIds": [98310, "98305", 7]]
        let answer = try site.json("/api/v2/content/convert-ids-to-types", .post, body: post)
        #expect(answer["results"] == ["98310": "page", "98305": "page", "7": nil])
        let hidden = try site.json("/api/v2/content/convert-ids-to-types", .post, as: "ungranted", body: post)
        #expect(hidden["results"] == ["98310": nil, "98305": nil, "7": nil])
        #expect(try site.status("/api/v2/content/convert-ids-to-types", .post, body: ["contentIds": ["x"]]) == 400)
    }

    @Test("what lies above and below a page is told in few words")
    func tree() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let children = try site.json("/api/v2/pages/98305/children", .get, ["limit": "2"])
        #expect(children.column("id") == ["98310", "98311"])
        #expect(children["results"]?[0]?["spaceId"] != nil)
        let next = try #require(children["_links"]?["next"]?.stringValue)
        #expect(next.hasPrefix("/wiki/api/v2/pages/98305/children?"))
        let direct = try site.json("/api/v2/pages/98305/direct-children")
        #expect(direct["results"]?[0]?["type"] == "page")
        #expect(direct["results"]?[0]?["spaceId"] == nil)
        let above = try site.json("/api/v2/pages/98313/ancestors")
        #expect(above["results"] == [["id": "98305", "type": "page"], ["id": "98312", "type": "page"]])
        let below = try site.json("/api/v2/pages/98305/descendants")
        let deepest = try #require(below["results"]?.arrayValue?.last { $0["id"]?.stringValue == "98313" })
        #expect(deepest["depth"]?.integerValue == 2)
        #expect(deepest["parentId"]?.stringValue == "98312")
        #expect(
            !(try site.json("/api/v2/pages/98305/descendants", .get, ["depth": "1"]).column("id").contains("98313")))
        #expect(try site.status("/api/v2/pages/98305/descendants", .get, ["depth": "11"]) == 400)
    }
}
