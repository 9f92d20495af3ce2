import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Watches, likes and states")
struct ReactionTests {
    @Test("content, spaces and labels are watched and no longer", arguments: ConfluenceSite.Acme.allCases)
    func watching(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for place in ["content/98311", "space/DOCS"] + (kind == .cloud ? ["label/blue"] : []) {
            let path = "/rest/api/user/watch/\(place)"
            #expect(try site.read(path, as: "reader-bot")["watching"] == false)
            _ = try site.read(path, .post, as: "reader-bot", expect: 204)
            _ = try site.read(path, .post, as: "reader-bot", expect: 204)
            #expect(try site.read(path, as: "reader-bot")["watching"] == true)
            #expect(try site.read(path, as: "writer-bot")["watching"] == false)
            _ = try site.read(path, .delete, as: "reader-bot", expect: 204)
            #expect(try site.read(path, as: "reader-bot")["watching"] == false)
        }
        _ = try site.read("/rest/api/user/watch/content/98320", .post, as: "reader-bot", expect: 404)
    }

    @Test("who makes a page watches it, and is listed as watching", arguments: ConfluenceSite.Acme.allCases)
    func authors(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let page = try site.read(
            "/rest/api/content", .post, as: "writer-bot",
            body: [
                "type": "page", "title": "Watched", "space": ["key": "DOCS"],
                "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
            ])
        let id = page.text("id") ?? ""
        let list = kind == .cloud ? "notification/child-created" : "watchers"
        let watchers = try site.read("/rest/api/content/\(id)/\(list)")
        #expect(watchers["results"]?.arrayValue?.compactMap { $0.text("watcher", "displayName") } == ["Writer Bot"])
        #expect(watchers["results"]?[0]?.number("contentId") == Int64(id))
    }

    @Test("only an administrator of the site watches for others")
    func forOthers() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let query = ["accountId": try site.user("mira").accountID]
        let path = "/rest/api/user/watch/content/98311"
        _ = try site.read(path, .post, query, as: "reader-bot", expect: 403)
        _ = try site.read(path, .post, query, as: "jonas", expect: 204)
        #expect(try site.read(path)["watching"] == true)
    }

    @Test("likes are given on Data Center as pages do it")
    func likes() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let path = "/rest/likes/1.0/content/98311/likes"
        _ = try site.read(path, .post, as: "reader-bot")
        _ = try site.read(path, .post, as: "reader-bot", expect: 400)
        _ = try site.read(path, .post)
        let likes = try site.read(path)
        #expect(likes["likes"]?.arrayValue?.count == 2)
        let user = likes["likes"]?.arrayValue?.compactMap { $0["user"] }.first { $0.text("name") == "reader-bot" }
        #expect(user?.text("fullName") == "Reader Bot")
        #expect(user?.text("url") == "/confluence/display/~reader-bot")
        #expect(try site.read(path, .get, ["max": "1"])["likes"]?.arrayValue?.count == 1)
        _ = try site.read(path, .delete, as: "reader-bot")
        _ = try site.read(path, .delete, as: "reader-bot")
        #expect(try site.read(path)["likes"]?.arrayValue?.count == 1)
    }

    @Test("the likes of a page come with those of its comments where they are asked for")
    func commentLikes() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let comment: JSON = [
            "type": "comment", "container": ["id": "98311", "type": "page"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        let ids = try (0..<2).map { _ in
            try site.read("/rest/api/content", .post, body: comment).text("id") ?? ""
        }
        _ = try site.read("/rest/likes/1.0/content/\(ids[0])/likes", .post)
        let path = "/rest/likes/1.0/content/98311/likes"
        #expect(try site.read(path)["commentLikes"] == nil)
        let likes = try #require(site.read(path, .get, ["commentLikes": "true"])["commentLikes"])
        #expect(likes.text(ids[0], "content_type") == "comment" && likes[ids[1]] == nil)
        #expect(likes[ids[0]]?["likes"]?[0]?.text("user", "name") == "mira")
    }

    @Test("v2 counts likes and names those who gave them")
    func likesV2() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.read("/api/v2/pages/98311/likes/count").number("count") == 0)
        #expect(try site.read("/api/v2/pages/98311/likes/users")["results"] == [])
        _ = try site.read("/api/v2/blogposts/98311/likes/count", expect: 404)
    }

    @Test("a state is put on a page, found in its space, and taken away")
    func states() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let path = "/rest/api/content/98311/state"
        #expect(try site.read(path) == [:])
        let set = try site.read(path, .put, ["status": "current"], as: "writer-bot", body: ["id": 1])
        #expect(set.text("contentState", "name") == "In progress")
        #expect(try site.read("/rest/api/content/98311").number("version", "number") == 2)
        #expect(try site.read("/rest/api/space/DOCS/state/content", .get, ["state-id": "1"]).results("id") == ["98311"])
        let own: JSON = ["name": "Mine", "color": "#123456"]
        let custom = try site.read(path, .put, ["status": "current"], as: "writer-bot", body: own)
        #expect(custom.text("contentState", "color") == "#123456")
        #expect(try site.read("/rest/api/content-states", as: "writer-bot")[0]?.text("name") == "Mine")
        #expect(try site.read("\(path)/available", as: "writer-bot")["spaceContentStates"]?.arrayValue?.count == 4)
        _ = try site.read(
            path, .put, ["status": "current"], as: "writer-bot", body: ["name": "x", "color": "red"], expect: 400)
        _ = try site.read(path, .delete, as: "writer-bot")
        let after = try site.read(path)
        #expect(after["contentState"] == nil && after["lastUpdated"] != nil)
    }

    @Test("a state is named by an id that there is, by who may edit, and only administrators see a space's settings")
    func refusedStates() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let path = "/rest/api/content/98311/state"
        let now = ["status": "current"]
        let unknown = try site.read(path, .put, now, as: "writer-bot", body: ["id": 999_999_999], expect: 404)
        #expect(unknown.text("message") == "Content state with 999999999 id does not exist, or is disabled")
        let colourless = try site.read(path, .put, now, as: "writer-bot", body: ["name": "Mine"], expect: 400)
        #expect(colourless.text("message")?.hasSuffix("must be a 6 hex digit color like #04df03!") == true)
        // An id decides alone; a name of another case is another state.
        let named = try site.read(path, .put, now, as: "writer-bot", body: ["id": 2, "name": "rough draft"])
        #expect(named.text("contentState", "name") == "Ready for review")
        let made = try site.read(path, .put, now, as: "writer-bot", body: ["name": "rough draft", "color": "#ffc400"])
        #expect(try #require(made.number("contentState", "id")) > 3)
        let denied = try site.read("\(path)/available", as: "reader-bot", expect: 403)
        #expect(denied.text("message")?.hasSuffix("User does not have Page edit permission.") == true)
        _ = try site.read(path, .put, now, as: "reader-bot", body: ["id": 1], expect: 403)
        _ = try site.read("/rest/api/content/98320/state", .put, now, as: "reader-bot", body: ["id": 1], expect: 404)
        let settings = try site.read("/rest/api/space/DOCS/state/settings", as: "writer-bot", expect: 403)
        #expect(settings.text("message") == "User does not have permission to retrieve content state settings.")
        #expect(try site.read("/rest/api/space/DOCS/state/content", .get, ["state-id": "999999"]).results("id") == [])
    }
}
