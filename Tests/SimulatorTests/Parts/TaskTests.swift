import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Testing

@Suite("Tasks of task lists")
struct TaskTests {
    private static func task(_ text: String, _ id: Int = 7, status: String = "incomplete") -> String {
        "<ac:task><ac:task-id>\(id)</ac:task-id><ac:task-status>\(status)</ac:task-status><ac:task-body>\(text)"
            + "</ac:task-body></ac:task>"
    }

    private static func write(_ tasks: String, version: Int64, on site: ConfluenceSite, page: String = "98311") throws {
        _ = try site.read(
            "/rest/api/content/\(page)", .put, as: page == "98311" ? "writer-bot" : "mira",
            body: [
                "type": "page", "title": .string("Tasks of \(page)"), "version": ["number": .integer(version)],
                "body": [
                    "storage": ["representation": "storage", "value": .string("<ac:task-list>\(tasks)</ac:task-list>")]
                ],
            ])
    }

    /// A Cloud site with a task for Mira that Writer Bot wrote.
    private static func site() throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(.cloud)
        let mira = try site.user("mira").accountID
        let text = "Call <ac:link><ri:user ri:account-id=\"\(mira)\" /></ac:link> <time datetime=\"2026-01-31\" />"
        try write(task(text), version: 2, on: site)
        return site
    }

    @Test("stand in bodies, and are ticked off there by whom and when is told")
    func version2() throws {
        let site = try Self.site()
        let mira = try site.user("mira").accountID
        let list = try site.read("/api/v2/tasks", .get, ["page-id": "98311"])
        let id = try #require(list.results("id").first)
        let first = try #require(list["results"]?[0])
        #expect(first.text("assignedTo") == mira && first.text("localId") == "7")
        #expect(first.text("createdBy") == (try site.user("writer-bot").accountID))
        #expect(first.text("dueAt") == "2026-01-31T00:00:00.000Z" && first["completedAt"] == .null)
        _ = try site.read("/api/v2/tasks/\(id)", .put, as: "reader-bot", body: ["status": "complete"], expect: 404)
        let done = try site.read("/api/v2/tasks/\(id)", .put, as: "mira", body: ["status": "complete"])
        #expect(done.text("status") == "complete" && done.text("completedBy") == mira)
        #expect(done.text("completedAt") != nil)
        #expect(try site.read("/api/v2/tasks", .get, ["status": "incomplete", "page-id": "98311"]).results("id") == [])
        #expect(try site.read("/api/v2/tasks", .get, ["completed-by": mira]).results("id") == [id])
        #expect(try site.read("/api/v2/tasks", .get, ["completed-at-to": "1"]).results("id") == [])
        #expect(try site.read("/api/v2/tasks", .get, ["due-at-to": "1769817600000"]).results("id") == [id])
        #expect(try site.read("/api/v2/tasks", .get, ["due-at-from": "1769817600001"]).results("id") == [])
        _ = try site.read("/api/v2/tasks", .get, ["due-at-from": "soon"], expect: 400)
        let page = try site.read("/api/v2/pages/98311", .get, ["body-format": "storage"])
        #expect(page["body"]?.text("storage", "value")?.contains("<ac:task-status>complete</ac:task-status>") == true)
        let document = try site.read("/api/v2/tasks/\(id)", .get, ["body-format": "atlas_doc_format"])
        #expect(document["body"]?.text("atlas_doc_format", "value")?.contains("\"type\":\"doc\"") == true)
        _ = try site.read("/api/v2/tasks/\(id)", .get, ["body-format": "wiki"], expect: 400)
        let open = try site.read("/api/v2/tasks/\(id)", .put, as: "mira", body: ["status": "incomplete"])
        #expect(open["completedBy"] == .null)
        _ = try site.read("/api/v2/tasks/983110009", expect: 404)
    }

    @Test("v1 finds, reads and ticks off the same tasks, with its own names and numbers")
    func version1() throws {
        let site = try Self.site()
        let mira = try site.user("mira").accountID
        let found = try site.read("/rest/api/inlinetasks/search", .get, ["spaceKey": "DOCS", "assignee": mira])
        #expect(found.number("limit") == 20 && found.number("size") == 1)
        let task = try #require(found["results"]?[0])
        #expect(task.number("contentId") == 98311 && task.number("id") == 7 && task.text("status") == "incomplete")
        #expect(task.number("dueDate") == 1_769_817_600_000 && task["completeDate"] == nil)
        #expect(task.text("creator") == (try site.user("writer-bot").accountID))
        let path = "/rest/api/inlinetasks/\(try #require(task.number("globalId")))"
        _ = try site.read(path, .put, as: "reader-bot", body: ["status": "complete"], expect: 403)
        _ = try site.read(path, .put, body: ["status": "half done"], expect: 400)
        #expect(try site.read(path, .put, body: ["status": "complete"]).text("completeUser") == mira)
        #expect(try site.read(path, as: "reader-bot").text("status") == "complete")
        let search = "/rest/api/inlinetasks/search"
        #expect(try site.read(search, .get, ["status": "incomplete"]).number("size") == 0)
        #expect(try site.read(search, .get, ["completedUser": mira, "pageId": "98311"]).number("size") == 1)
        #expect(try site.read(search, .get, ["creator": mira]).number("size") == 0)
        #expect(try site.read("/api/v2/tasks", .get, ["page-id": "98311"])["results"]?[0]?.text("status") == "complete")
    }

    @Test("those of a page that is hidden from somebody are not there for them")
    func hidden() throws {
        let site = try ConfluenceSite.acme(.cloud)
        try Self.write(Self.task("Secret", 1), version: 2, on: site, page: "98320")
        #expect(try site.read("/rest/api/inlinetasks/search", as: "mira").number("size") == 1)
        #expect(try site.read("/rest/api/inlinetasks/search", as: "reader-bot").number("size") == 0)
        let hidden = try site.read("/rest/api/inlinetasks/983200001", as: "reader-bot", expect: 404)
        let missing = try site.read("/rest/api/inlinetasks/983200002", as: "reader-bot", expect: 404)
        #expect(hidden == missing)
        _ = try site.read("/api/v2/tasks/983200001", as: "reader-bot", expect: 404)
    }

    @Test("one that an edit of its page ticks off is the editor's")
    func edited() throws {
        let site = try Self.site()
        try Self.write(Self.task("Call", status: "complete"), version: 3, on: site)
        let task = try #require(site.read("/api/v2/tasks", .get, ["page-id": "98311"])["results"]?[0])
        #expect(task.text("completedBy") == (try site.user("writer-bot").accountID))
        #expect(task.text("completedAt") == task.text("updatedAt"))
    }

    @Test("Data Center's pages tick them off by the page and the number in it")
    func checked() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try Self.write(Self.task("Call"), version: 2, on: site)
        let path = "/rest/inlinetasks/1/task/98311/7/"
        _ = try site.read(path, .post, as: "reader-bot", body: ["status": "CHECKED"], expect: 403)
        _ = try site.read(path, .post, as: "mira", body: ["status": "CHECKED", "trigger": "VIEW_PAGE"])
        func body() throws -> String? {
            let page = try site.read("/rest/api/content/98311", .get, ["expand": "body.storage"])
            return page["body"]?.text("storage", "value")
        }
        #expect(try body()?.contains("<ac:task-status>complete</ac:task-status>") == true)
        _ = try site.read(path, .post, as: "mira", body: ["status": "UNCHECKED"])
        #expect(try body()?.contains("<ac:task-status>incomplete</ac:task-status>") == true)
        _ = try site.read("/rest/inlinetasks/1/task/98311/8/", .post, body: ["status": "CHECKED"], expect: 404)
        _ = try site.read(path, .post, body: ["status": "PERHAPS"], expect: 400)
    }
}
