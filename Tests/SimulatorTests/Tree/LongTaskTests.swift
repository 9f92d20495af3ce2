import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Long tasks")
struct LongTaskTests {
    private static func start(_ site: ConfluenceSite) throws -> String {
        let task = try site.json("/rest/api/content/98312/pageTree", .delete)
        let id = try #require(task["id"]?.stringValue)
        #expect(task["links"]?["status"]?.stringValue == "/rest/api/longtask/\(id)")
        return id
    }

    @Test("a page tree goes to the trash when the task's time is over, and not before")
    func trashingATree() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try Self.start(site)
        let listed = try site.json("/rest/api/longtask")["results"]?[0]
        #expect(listed?["id"]?.stringValue == id)
        #expect(listed?["finished"]?.boolValue == false)
        #expect(listed?["successful"]?.boolValue == true)
        #expect(listed?["percentageComplete"]?.integerValue == 0)
        #expect(try site.status("/rest/api/content/98312") == 200)

        try site.advance(by: .seconds(1))
        let nearly = try site.json("/rest/api/longtask")["results"]?[0]
        #expect(nearly?["percentageComplete"]?.integerValue == 98)
        #expect(try site.status("/rest/api/content/98313") == 200)

        try site.advance(by: .seconds(5))
        let done = try site.json("/rest/api/longtask/\(id)")
        #expect(done["finished"]?.boolValue == true)
        #expect(done["percentageComplete"]?.integerValue == 100)
        #expect(done["elapsedTime"]?.integerValue == 1020)
        #expect(done["messages"]?[0]?["translation"]?.stringValue == "2 pages moved to the trash")
        for page in ["98312", "98313"] {
            #expect(try site.status("/rest/api/content/\(page)") == 404)
            let trashed = try site.json("/rest/api/content/\(page)", .get, ["status": "trashed"])
            #expect(trashed["status"]?.stringValue == "trashed")
        }
        #expect(try site.json("/rest/api/longtask")["results"] == [])
    }

    @Test("on a clock that stands still, asking twice is enough")
    func standingClock() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try Self.start(site)
        #expect(try site.json("/rest/api/longtask/\(id)")["percentageComplete"]?.integerValue == 50)
        #expect(try site.json("/rest/api/longtask/\(id)")["finished"]?.boolValue == true)
        #expect(try site.status("/rest/api/content/98312") == 404)
    }

    @Test("a task is seen by who set it off and by administrators")
    func visibility() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try Self.start(site)
        #expect(try site.status("/rest/api/longtask/\(id)", as: "writer-bot") == 404)
        #expect(try site.status("/rest/api/longtask/\(id)", as: "jonas") == 200)
        #expect(try site.json("/rest/api/longtask", as: "writer-bot")["size"]?.integerValue == 0)
    }

    @Test("who may not delete one of the pages deletes none", arguments: ["reader-bot", "ungranted"])
    func denied(user: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.status("/rest/api/content/98312/pageTree", .delete, as: user) == 404)
        try site.advance(by: .seconds(5))
        #expect(try site.status("/rest/api/content/98313") == 200)
    }

    @Test("archived pages keep their titles, and leave the lists of what is current")
    func archiving() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = ["pages": [["id": 98311]]]
        _ = try site.json("/rest/api/content/archive", .post, body: body)
        try site.advance(by: .seconds(5))
        let page = try site.json("/rest/api/content/98311", .get, ["status": "archived"])
        #expect(page["status"]?.stringValue == "archived")
        let children = try site.json("/rest/api/content/98305/child/page")
        #expect(!children.column("title").contains("Refund policy"))
        let taken: JSON = [
            "type": "page", "title": "Refund policy", "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        #expect(try site.status("/rest/api/content", .post, body: taken) == 400)
        #expect(try site.status("/rest/api/content/archive", .post, body: body) == 400)
        #expect(try site.status("/rest/api/content/archive", .post, body: ["pages": [["id": "98310"]]]) == 400)
        #expect(try site.status("/rest/api/content/archive", .post, body: ["pages": [["id": 7]]]) == 500)
    }

    @Test("a snapshot keeps the tasks that were running")
    func snapshots() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try Self.start(site)
        try site.simulator.keepSnapshot("running")
        try site.advance(by: .seconds(5))
        #expect(try site.json("/rest/api/longtask/\(id)")["finished"]?.boolValue == true)
        try site.simulator.restoreSnapshot("running")
        #expect(try site.json("/rest/api/longtask/\(id)")["finished"]?.boolValue == false)
        #expect(try site.status("/rest/api/content/98312") == 200)
    }
}
