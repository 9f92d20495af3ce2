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
        _ = try site.read(path, .post, as: "reader-bot")
        #expect(try site.read(path)["likes"]?.arrayValue?.count == 1)
        _ = try site.read(path, .delete, as: "reader-bot")
        #expect(try site.read(path)["likes"] == [])
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
        #expect(try site.read(path)["contentState"] == .null)
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
        _ = try site.read(path, .put, ["status": "current"], as: "reader-bot", body: own, expect: 404)
        _ = try site.read(path, .delete, as: "writer-bot")
        #expect(try site.read(path)["contentState"] == .null)
    }

    @Test("tasks stand in bodies, and are ticked off there")
    func tasks() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let mira = try site.user("mira").accountID
        let task =
            "<ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>"
            + "Call <ac:link><ri:user ri:account-id=\"\(mira)\" /></ac:link> <time datetime=\"2026-01-31\" /></ac:task-body></ac:task>"
        _ = try site.read(
            "/api/v2/pages/98311", .put, as: "writer-bot",
            body: [
                "id": "98311", "status": "current", "title": "Refund policy", "version": ["number": 2],
                "body": ["representation": "storage", "value": .string("<ac:task-list>\(task)</ac:task-list>")],
            ])
        let list = try site.read("/api/v2/tasks", .get, ["page-id": "98311"])
        let id = try #require(list.results("id").first)
        #expect(list["results"]?[0]?.text("assignedTo") == mira && list["results"]?[0]?.text("localId") == "7")
        #expect(list["results"]?[0]?.text("dueAt") == "2026-01-31T00:00:00.000Z")
        _ = try site.read("/api/v2/tasks/\(id)", .put, as: "reader-bot", body: ["status": "complete"], expect: 404)
        let done = try site.read("/api/v2/tasks/\(id)", .put, as: "writer-bot", body: ["status": "complete"])
        #expect(done.text("status") == "complete")
        #expect(try site.read("/api/v2/tasks", .get, ["status": "incomplete", "page-id": "98311"]).results("id") == [])
        let page = try site.read("/api/v2/pages/98311", .get, ["body-format": "storage"])
        #expect(page["body"]?.text("storage", "value")?.contains("<ac:task-status>complete</ac:task-status>") == true)
        _ = try site.read("/api/v2/tasks/983110009", expect: 404)
    }
}
