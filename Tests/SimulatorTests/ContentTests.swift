import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Content")
struct ContentTests {
    private static func ask(
        _ site: ConfluenceSite,
        _ path: String,
        _ method: Request.Method = .get,
        _ query: [String: String] = [:],
        as user: String = "mira",
        body: JSON? = nil
    ) throws -> JSON {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        let answer = try site.ask(path, method, query: items, as: user, body: body)
        #expect(answer.isSuccess, "\(method) \(path) answered \(answer.status): \(answer.text)")
        return answer.body.isEmpty ? .null : try JSONReader.read(answer.body)
    }

    @Test(
        "a page without expand shows history, space and version, and names the rest",
        arguments: ConfluenceSite.Acme.allCases)
    func standardExpansion(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let page = try Self.ask(site, "/rest/api/content/98310")
        #expect(page["id"]?.stringValue == "98310")
        #expect(page["space"]?["key"]?.stringValue == "DOCS")
        #expect(page["version"]?["number"]?.integerValue == 1)
        #expect(page["version"]?["by"]?["displayName"]?.stringValue == "Mira Okafor")
        #expect(page["history"]?["createdBy"]?["displayName"]?.stringValue == "Mira Okafor")
        #expect(page["body"] == nil)
        #expect(page["_expandable"]?["body"] != nil)
        #expect(page["_links"]?["base"]?.stringValue == site.url)
        #expect(page["_links"]?["self"]?.stringValue == "\(site.url)/rest/api/content/98310")
        let webui = kind == .cloud ? "/spaces/DOCS/pages/98310/Onboarding+guide" : "/display/DOCS/Onboarding+guide"
        #expect(page["_links"]?["webui"]?.stringValue == webui)
    }

    @Test("only what is expanded is shown", arguments: ConfluenceSite.Acme.allCases)
    func expansion(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let expand = "body.view,body.storage,metadata.labels,ancestors,children.attachment,history.lastUpdated"
        let page = try Self.ask(site, "/rest/api/content/98313", .get, ["expand": expand])
        #expect(page["space"] == nil)
        #expect(page["_expandable"]?["space"]?.stringValue == "/rest/api/space/DOCS")
        let titles = page["ancestors"]?.arrayValue?.compactMap { $0["title"]?.stringValue }
        #expect(titles == ["Product Documentation Home", "Release notes"])
        #expect(page["metadata"]?["labels"]?["results"]?[0]?["name"]?.stringValue == "release")
        #expect(page["body"]?["storage"]?["value"]?.stringValue?.hasPrefix("<h1>Release 1.4</h1>") == true)
        #expect(page["body"]?["view"]?["value"]?.stringValue?.contains("Very long tables") == true)
        #expect(page["history"]?["lastUpdated"]?["number"]?.integerValue == 1)
        #expect(page["children"]?["attachment"]?["size"]?.integerValue == 0)
    }

    @Test(
        "a title finds its page whatever the case, and nothing in another space",
        arguments: ConfluenceSite.Acme.allCases)
    func byTitle(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let query = ["type": "page", "start": "0", "limit": "1", "title": "refund POLICY"]
        let found = try Self.ask(site, "/rest/api/content", .get, query.merging(["spaceKey": "DOCS"]) { $1 })
        #expect(found["results"]?[0]?["id"]?.stringValue == "98311")
        let missed = try Self.ask(site, "/rest/api/content", .get, query.merging(["spaceKey": "TEAM"]) { $1 })
        #expect(missed["results"] == [])
        let answer = try site.ask(
            "/rest/api/content", query: [QueryItem("title", "x"), QueryItem("spaceKey", "NOPE")], as: "mira")
        #expect(answer.status == 404)
        #expect(answer.text.contains("No space with key : NOPE"))
    }

    @Test(
        "lists page by start and limit, with a next address relative to the context",
        arguments: ConfluenceSite.Acme.allCases)
    func paging(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        var titles: [String] = []
        var path = "/rest/api/content/98305/child/page?limit=2&start=0"
        var pages = 0
        while true {
            pages += 1
            let parts = path.split(separator: "?")
            let list = try JSONReader.read(
                site.ask(String(parts[0]), query: QueryItem.parse(String(parts[1])), as: "mira").body)
            titles += list["results"]?.arrayValue?.compactMap { $0["title"]?.stringValue } ?? []
            guard let next = list["_links"]?["next"]?.stringValue, pages < 9 else { break }
            #expect(next.hasPrefix("/rest/api/content/98305/child/page?"))
            path = next
        }
        #expect(titles == ["Onboarding guide", "Refund policy", "Release notes", "Salary review", "Change control"])
        #expect(pages == 3)
    }

    @Test("an ancestor without an id is refused, and nothing is made", arguments: ConfluenceSite.Acme.allCases)
    func ancestorWithoutID(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for ancestor: JSON in [["id": .null], ["type": "page"], ["id": "none"]] {
            let page: JSON = [
                "type": "page", "title": "Nowhere", "space": ["key": "DOCS"], "ancestors": .array([ancestor]),
            ]
            #expect(try site.ask("/rest/api/content", .post, as: "mira", body: page).status == 400)
        }
        let found = try Self.ask(site, "/rest/api/content", .get, ["spaceKey": "DOCS", "title": "Nowhere"])
        #expect(found["size"] == 0)
    }

    @Test("an update needs the next version's number", arguments: ConfluenceSite.Acme.allCases)
    func versions(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func update(_ version: Int64?) throws -> Response {
            var body: JSON = [
                "type": "page", "title": "Refund policy",
                "body": ["storage": ["value": "<p>No refunds.</p>", "representation": "storage"]],
            ]
            if let version { body["version"] = ["number": .integer(version)] }
            return try site.ask("/rest/api/content/98311", .put, as: "writer-bot", body: body)
        }
        #expect(try update(1).status == 409)
        #expect(try update(1).text.contains("Version must be incremented on update. Current version is: 1"))
        #expect(try update(nil).status == 400)
        let changed = try JSONReader.read(update(2).body)
        #expect(changed["version"]?["number"]?.integerValue == 2)
        #expect(changed["_links"]?["base"]?.stringValue == site.url)
        #expect(try update(2).status == 409)
        let page = try Self.ask(site, "/rest/api/content/98311", .get, ["expand": "body.storage"])
        #expect(page["body"]?["storage"]?["value"]?.stringValue == "<p>No refunds.</p>")
        let history = try Self.ask(site, "/rest/api/content/98311/history")
        #expect(history["lastUpdated"]?["by"]?["displayName"]?.stringValue == "Writer Bot")
        #expect(history["createdBy"]?["displayName"]?.stringValue == "Mira Okafor")
    }

    @Test(
        "a body that is not well-formed is refused with the parser's place, and nothing changes",
        arguments: ConfluenceSite.Acme.allCases)
    func malformed(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = [
            "type": "page", "title": "Broken", "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>one</b>", "representation": "storage"]],
        ]
        let answer = try site.ask("/rest/api/content", .post, as: "writer-bot", body: body)
        #expect(answer.status == 400)
        #expect(answer.text.contains("Error parsing xhtml"))
        let found = try Self.ask(site, "/rest/api/content", .get, ["title": "Broken", "spaceKey": "DOCS"])
        #expect(found["results"] == [])
    }

    @Test("a deleted page lies in the trash, and its title is free again", arguments: ConfluenceSite.Acme.allCases)
    func deleting(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try site.ask("/rest/api/content/98312", .delete, as: "writer-bot").status == 204)
        #expect(try site.ask("/rest/api/content/98312", as: "mira").status == 404)
        let trashed = try Self.ask(site, "/rest/api/content/98312", .get, ["status": "trashed"])
        #expect(trashed["status"]?.stringValue == "trashed")
        let child = try Self.ask(site, "/rest/api/content/98313", .get, ["expand": "ancestors"])
        #expect(child["ancestors"]?.arrayValue?.count == 1)
        let body: JSON = [
            "type": "page", "title": "Release notes", "space": ["key": "DOCS"], "ancestors": [["id": "98305"]],
            "body": ["wiki": ["value": "h1. Again", "representation": "wiki"]],
        ]
        let created = try Self.ask(site, "/rest/api/content", .post, as: "writer-bot", body: body)
        #expect(created["body"]?["storage"]?["value"]?.stringValue == "<h1>Again</h1>")
    }

    @Test("labels are added in both forms and taken away in both forms", arguments: ConfluenceSite.Acme.allCases)
    func labels(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = "/rest/api/content/98312/label"
        func names(_ json: JSON) -> [String] {
            json["results"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
        }
        _ = try Self.ask(site, path, .post, body: ["prefix": "global", "name": "a"])
        let all = try Self.ask(site, path, .post, body: [["prefix": "global", "name": "b"], ["name": "a"]])
        #expect(names(all) == ["a", "b"])
        _ = try Self.ask(site, path, .delete, ["name": "a"])
        _ = try Self.ask(site, path + "/b", .delete)
        #expect(try names(Self.ask(site, path)).isEmpty)
        #expect(try site.ask(path, .delete, query: [QueryItem("name", "a")], as: "mira").status == 404)
    }

    @Test("a file is uploaded, listed, downloaded and replaced", arguments: ConfluenceSite.Acme.allCases)
    func attachments(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = "/rest/api/content/98310/child/attachment"
        func upload(_ path: String, _ text: String, token: String? = "no-check") throws -> Response {
            var request = try site.request(path, .post, as: "writer-bot")
            request.headers["X-Atlassian-Token"] = token
            request.headers["Content-Type"] = "multipart/form-data; boundary=line"
            let lines = [
                "--line", "Content-Disposition: form-data; name=\"comment\"", "", "Uploaded.", "--line",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a b.txt\"", "Content-Type: text/plain", "",
                text, "--line--", "",
            ]
            request.body = Array(lines.joined(separator: "\r\n").utf8)
            return site.simulator.respond(to: request)
        }
        #expect(try upload(path, "one", token: nil).status == 403)
        let added = try JSONReader.read(upload(path, "one").body)
        let file = try #require(added["results"]?[0])
        let id = try #require(file["id"]?.stringValue)
        #expect(id.hasPrefix("att"))
        #expect(file["extensions"]?["fileSize"]?.integerValue == 3)
        #expect(file["extensions"]?["comment"]?.stringValue == "Uploaded.")
        let again = try upload(path, "two")
        #expect(again.status == 400)
        #expect(again.text.contains("same file name as an existing attachment: a b.txt"))
        #expect(try upload("\(path)/\(id)/data", "three", token: "nocheck").status == 200)

        let list = try Self.ask(site, path, .get, ["filename": "a b.txt"])
        let link = try #require(list["results"]?[0]?["_links"]?["download"]?.stringValue)
        let parts = link.split(separator: "?").map(String.init)
        let query = parts.count > 1 ? QueryItem.parse(parts[1]) : []
        var fetched = try site.ask(parts[0], query: query, as: "reader-bot")
        // Cloud sends clients on to its store of files.
        #expect(fetched.status == (kind == .cloud ? 302 : 200))
        if let location = fetched.headers["Location"] {
            var request = try site.request("")
            request.url = try WebAddress(parsing: location)
            fetched = site.simulator.respond(to: request)
        }
        #expect(fetched.text == "three")
        // Cloud's browser path takes no API token any more.
        let browser = try site.ask("/download/attachments/98310/a%20b.txt", as: "reader-bot")
        #expect(browser.status == (kind == .cloud ? 401 : 200))
        #expect(try site.ask("/rest/api/content/\(id)/history", as: "mira").text.contains("\"number\":2"))
    }

    @Test("v2 creates, reads, updates and deletes a page")
    func version2() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let spaces = try Self.ask(site, "/api/v2/spaces", .get, ["keys": "DOCS", "limit": "1"])
        let spaceID = try #require(spaces["results"]?[0]?["id"]?.stringValue)
        #expect(try Self.ask(site, "/api/v2/spaces", .get, ["keys": "NOPE"])["results"] == [])
        let body: JSON = [
            "spaceId": .string(spaceID), "status": "current", "title": "Made by v2", "parentId": "98305",
            "body": ["representation": "storage", "value": "<p>x</p>"],
        ]
        let made = try Self.ask(site, "/api/v2/pages", .post, as: "writer-bot", body: body)
        let id = try #require(made["id"]?.stringValue)
        #expect(made["parentId"]?.stringValue == "98305")
        var other = body
        other["title"] = "Without a parent"
        other["parentId"] = nil
        let below = try Self.ask(site, "/api/v2/pages", .post, as: "writer-bot", body: other)
        #expect(below["parentId"]?.stringValue == "98305")
        other["title"] = "At the root"
        let root = try Self.ask(site, "/api/v2/pages", .post, ["root-level": "true"], as: "writer-bot", body: other)
        #expect(root["parentId"] == .null)
        #expect(root["parentType"] == .null)
        #expect(made["version"]?["authorId"]?.stringValue == (try site.user("writer-bot").accountID))
        #expect(made["_links"]?["webui"]?.stringValue == "/spaces/DOCS/pages/\(id)/Made+by+v2")
        let read = try Self.ask(site, "/api/v2/pages/\(id)", .get, ["body-format": "atlas_doc_format"])
        #expect(read["body"]?["atlas_doc_format"]?["value"]?.stringValue?.contains("\"doc\"") == true)
        let update: JSON = [
            "id": .string(id), "status": "current", "title": "Made by v2", "version": ["number": 5],
            "body": ["representation": "storage", "value": "<p>y</p>"],
        ]
        let stale = try site.ask("/api/v2/pages/\(id)", .put, as: "writer-bot", body: update)
        #expect(stale.status == 409)
        #expect(stale.text.contains("Current Version: [1]. Provided version: [5]"))
        #expect(try site.ask("/api/v2/pages/\(id)", .delete, as: "writer-bot").status == 204)
        #expect(try site.ask("/api/v2/blogposts/\(id)", as: "mira").status == 404)
    }
}
