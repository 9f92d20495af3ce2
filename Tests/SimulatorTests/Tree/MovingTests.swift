import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Moving and copying pages")
struct MovingTests {
    private static func children(_ site: ConfluenceSite, of id: String) throws -> [String] {
        try site.json("/rest/api/content/\(id)/child/page").column("id")
    }

    private static func spaceKey(_ site: ConfluenceSite, of id: String) throws -> String? {
        try site.json("/rest/api/content/\(id)")["space"]?["key"]?.stringValue
    }

    /// The home page of the other space.
    private static func otherHome(_ site: ConfluenceSite) throws -> String {
        let space = try site.json("/rest/api/space/TEAM", .get, ["expand": "homepage"])
        return try #require(space["homepage"]?["id"]?.stringValue)
    }

    @Test(
        "a page is put before, after or below another",
        arguments: [
            ("before", "98310", ["98312", "98310", "98311"]), ("after", "98310", ["98310", "98312", "98311"]),
            ("append", "98305", ["98310", "98311"]),
        ])
    func positions(position: String, target: String, first: [String]) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let moved = try site.json("/rest/api/content/98312/move/\(position)/\(target)", .put)
        #expect(moved["pageId"]?.stringValue == "98312")
        let children = try Self.children(site, of: "98305")
        #expect(Array(children.prefix(first.count)) == first)
        if position == "append" { #expect(children.last == "98312") }
        let version = try site.json("/rest/api/content/98312")["version"]?["number"]?.integerValue
        #expect(version == 1)
    }

    @Test("a page moves with all below it, and into another space")
    func otherSpace() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let home = try Self.otherHome(site)
        _ = try site.json("/rest/api/content/98312/move/append/\(home)", .put)
        for page in ["98312", "98313"] {
            let read = try site.json("/rest/api/content/\(page)", .get, ["expand": "space,ancestors"])
            #expect(read["space"]?["key"]?.stringValue == "TEAM")
            #expect(read["ancestors"]?[0]?["id"]?.stringValue == home)
        }
        #expect(try !Self.children(site, of: "98305").contains("98312"))
    }

    @Test("a move that can't be is refused, and changes nothing")
    func refused() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.status("/rest/api/content/98312/move/append/98313", .put) == 400)
        #expect(try site.status("/rest/api/content/98312/move/inside/98310", .put) == 400)
        #expect(try site.status("/rest/api/content/98312/move/append/7", .put) == 404)
        #expect(try site.status("/rest/api/content/98312/move/append/98310", .put, as: "reader-bot") == 403)
        #expect(try site.status("/rest/api/content/98312/move/append/98310", .put, as: "ungranted") == 404)
        #expect(try Self.children(site, of: "98305").contains("98312"))
    }

    @Test("the update of a page moves it below the ancestor that it names", arguments: ConfluenceSite.Acme.allCases)
    func byUpdate(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let update: JSON = [
            "type": "page", "title": "Refund policy", "version": ["number": 2], "ancestors": [["id": "98312"]],
        ]
        _ = try site.json("/rest/api/content/98311", .put, body: update)
        #expect(try Self.children(site, of: "98312") == ["98313", "98311"])
    }

    @Test("a copy takes along what is asked for, and nothing else")
    func copying() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func copy(_ wish: JSON) throws -> JSON {
            var body = wish
            body["destination"] = ["type": "parent_page", "value": "98310"]
            return try site.json(
                "/rest/api/content/98311/copy", .post, ["expand": "body.storage,ancestors"], body: body)
        }
        let bare = try copy(["pageTitle": "Bare"])
        let id = try #require(bare["id"]?.stringValue)
        #expect(bare["ancestors"]?.arrayValue?.last?["id"]?.stringValue == "98310")
        #expect(bare["body"]?["storage"]?["value"]?.stringValue?.contains("30 days") == true)
        #expect(try site.json("/rest/api/content/\(id)/label")["results"] == [])
        #expect(try site.json("/rest/api/content/\(id)/child/attachment")["results"] == [])
        let full = try copy([
            "copyAttachments": true, "copyLabels": true,
            "body": ["storage": ["value": "<p>New</p>", "representation": "storage"]],
        ])
        let other = try #require(full["id"]?.stringValue)
        #expect(full["title"]?.stringValue == "Copy of Refund policy")
        #expect(full["body"]?["storage"]?["value"]?.stringValue == "<p>New</p>")
        #expect(try site.json("/rest/api/content/\(other)/label").column("name") == ["policy"])
        #expect(try site.json("/rest/api/content/\(other)/child/attachment").column("title") == ["refund-form.txt"])
    }

    @Test("a copy goes into a space or in place of a page")
    func destinations() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let space: JSON = ["destination": ["type": "space", "value": "TEAM"]]
        let root = try site.json("/rest/api/content/98311/copy", .post, body: space)
        #expect(root["space"]?["key"]?.stringValue == "TEAM")
        #expect(root["title"]?.stringValue == "Refund policy")
        let page: JSON = ["destination": ["type": "existing_page", "value": "98310"], "pageTitle": "Replaced"]
        let replaced = try site.json("/rest/api/content/98311/copy", .post, body: page)
        #expect(replaced["id"]?.stringValue == "98310")
        #expect(replaced["version"]?["number"]?.integerValue == 2)
        let taken: JSON = ["destination": ["type": "parent_page", "value": "98310"], "pageTitle": "Release notes"]
        #expect(try site.status("/rest/api/content/98311/copy", .post, body: taken) == 400)
        for body: JSON in [[:], ["destination": ["type": "moon", "value": "1"]]] {
            #expect(try site.status("/rest/api/content/98311/copy", .post, body: body) == 400)
        }
        let denied: JSON = ["destination": ["type": "parent_page", "value": "98310"], "pageTitle": "Mine"]
        #expect(try site.status("/rest/api/content/98311/copy", .post, as: "reader-bot", body: denied) == 403)
    }

    @Test("a page hierarchy is copied as a task, with titles of its own")
    func hierarchy() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = [
            "destinationPageId": "98310", "copyLabels": true,
            "titleOptions": ["prefix": "New ", "search": "Release", "replace": "Change"],
        ]
        let task = try site.json("/rest/api/content/98312/pagehierarchy/copy", .post, body: body)
        let id = try #require(task["id"]?.stringValue)
        #expect(try Self.children(site, of: "98310") == [])
        try site.advance(by: .seconds(5))
        let done = try site.json("/rest/api/longtask/\(id)")
        #expect(done["successful"]?.boolValue == true)
        let copy = try #require(done["additionalDetails"]?["destinationId"]?.stringValue)
        #expect(try site.json("/rest/api/content/\(copy)")["title"]?.stringValue == "New Change notes")
        #expect(try Self.children(site, of: "98310") == [copy])
        let below = try site.json("/rest/api/content/\(copy)/child/page")
        #expect(below["results"]?.arrayValue?.count == 1)
        let label = try #require(below["results"]?[0]?["id"]?.stringValue)
        #expect(try site.json("/rest/api/content/\(label)/label").column("name").contains("release"))
    }

    @Test("a hierarchy whose titles are taken is not copied")
    func takenTitles() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = ["destinationPageId": "98310"]
        #expect(try site.status("/rest/api/content/98312/pagehierarchy/copy", .post, body: body) == 400)
        #expect(try site.status("/rest/api/content/98312/pagehierarchy/copy", .post, body: [:]) == 400)
        #expect(
            try site.status("/rest/api/content/98312/pagehierarchy/copy", .post, as: "reader-bot", body: body) == 403)
    }
}
