import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Reading content over v1")
struct ReadingTests {
    /// A page in three versions, the second with another title.
    private static func rewritten(_ kind: ConfluenceSite.Acme) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(kind)
        for (number, title) in [(2, "Refunds"), (3, "Refund policy")] {
            let body: JSON = [
                "type": "page", "title": .string(title),
                "version": ["number": .integer(Int64(number)), "message": .string("change \(number)")],
                "body": ["storage": ["value": .string("<p>Text \(number)</p>"), "representation": "storage"]],
            ]
            _ = try site.json("/rest/api/content/98311", .put, as: number == 2 ? "writer-bot" : "mira", body: body)
        }
        return site
    }

    private static func versionPath(_ kind: ConfluenceSite.Acme) -> String {
        kind == .cloud ? "/rest/api/content/98311/version" : "/rest/experimental/content/98311/version"
    }

    @Test("an expanded list that goes on says where", arguments: ConfluenceSite.Acme.allCases)
    func expandedLists(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let expand = ["expand": "children.page"]
        func links() throws -> JSON? {
            try site.json("/rest/api/content/98312", .get, expand)["children"]?["page"]?["_links"]
        }
        #expect(try links()?["next"] == nil)
        for number in 1...25 {
            let body: JSON = [
                "type": "page", "title": .string("Child \(number)"), "space": ["key": "DOCS"],
                "ancestors": [["id": "98312"]],
            ]
            _ = try site.json("/rest/api/content", .post, body: body)
        }
        #expect(try links()?["next"] == "/rest/api/content/98312/child/page?limit=25&start=25")
        let rest = try site.json("/rest/api/content/98312/child/page", .get, ["limit": "25", "start": "25"])
        #expect(rest["results"]?.arrayValue?.count == 1)
    }

    @Test("expansions reach into expansions, at any depth", arguments: ConfluenceSite.Acme.allCases)
    func nested(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let expand =
            "space.homepage.version,children.page.body.storage,descendants.page.ancestors,version.content.space,"
            + "container,history.contributors"
        let page = try site.json("/rest/api/content/98305", .get, ["expand": expand])
        #expect(page["space"]?["homepage"]?["version"]?["number"]?.integerValue == 1)
        let child = page["children"]?["page"]?["results"]?[0]
        #expect(child?["body"]?["storage"]?["value"]?.stringValue?.contains("Your first week") == true)
        #expect(child?["version"] == nil)
        #expect(child?["_expandable"]?["version"] != nil)
        let deepest = page["descendants"]?["page"]?["results"]?.arrayValue?.first { $0["id"]?.stringValue == "98313" }
        #expect(deepest?["ancestors"]?.arrayValue?.count == 2)
        #expect(page["container"]?["key"]?.stringValue == "DOCS")
        let publishers = page["history"]?["contributors"]?["publishers"]?["users"]
        #expect(publishers?[0]?["displayName"]?.stringValue == "Mira Okafor")
        #expect(page["children"]?["_expandable"]?["attachment"] == "/rest/api/content/98305/child/attachment")
    }

    @Test("each deployment names the parts that its answers leave out", arguments: ConfluenceSite.Acme.allCases)
    func expandable(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let page = try site.json("/rest/api/content/98310", .get, ["expand": "body"])
        let named = Set(page["_expandable"]?.objectValue?.members.map(\.key) ?? [])
        let everywhere: Set = [
            "container", "metadata", "operations", "children", "restrictions", "history", "ancestors", "version",
            "descendants", "space",
        ]
        let further: Set = kind == .cloud ? ["childTypes", "schedulePublishDate", "schedulePublishInfo"] : []
        #expect(named == everywhere.union(further))
        let forms = Set(page["body"]?["_expandable"]?.objectValue?.members.map(\.key) ?? [])
        #expect(forms.contains("atlas_doc_format") == (kind == .cloud))
        #expect(forms.contains("styled_view"))
    }

    @Test(
        "a body comes in every form that is asked for",
        arguments: ["storage", "view", "export_view", "styled_view", "editor", "anonymous_export_view"],
        ConfluenceSite.Acme.allCases)
    func bodies(form: String, kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let page = try site.json("/rest/api/content/98305", .get, ["expand": "body.\(form).value"])
        let body = page["body"]?[form]
        #expect(body?["representation"]?.stringValue == form)
        let text = try #require(body?["value"]?.stringValue)
        #expect(text.contains("Product Documentation"))
        #expect(text.contains("<html>") == (form == "styled_view"))
        let isExported = form == "export_view" || form == "styled_view" || form == "anonymous_export_view"
        #expect(text.contains("href=\"\(site.url)/") == isExported)
    }

    @Test("an old version is read by its number", arguments: ConfluenceSite.Acme.allCases)
    func oldVersions(kind: ConfluenceSite.Acme) throws {
        let site = try Self.rewritten(kind)
        let query = ["status": "historical", "version": "2", "expand": "body.storage,version,history.nextVersion"]
        let old = try site.json("/rest/api/content/98311", .get, query)
        #expect(old["title"]?.stringValue == "Refunds")
        #expect(old["status"]?.stringValue == "historical")
        #expect(old["version"]?["number"]?.integerValue == 2)
        #expect(old["body"]?["storage"]?["value"]?.stringValue == "<p>Text 2</p>")
        #expect(old["history"]?["latest"]?.boolValue == false)
        #expect(old["history"]?["nextVersion"]?["number"]?.integerValue == 3)
        #expect(try site.status("/rest/api/content/98311", .get, ["version": "9"]) == 404)
        let history = try site.json("/rest/api/content/98311/history", .get, ["expand": "contributors"])
        #expect(history["previousVersion"]?["number"]?.integerValue == 2)
        #expect(history["contributors"]?["publishers"]?["users"]?.arrayValue?.count == 2)
    }

    @Test("versions are listed, restored and deleted", arguments: ConfluenceSite.Acme.allCases)
    func versions(kind: ConfluenceSite.Acme) throws {
        let site = try Self.rewritten(kind)
        let path = Self.versionPath(kind)
        func numbers() throws -> [Int64] {
            try site.json(path)["results"]?.arrayValue?.compactMap { $0["number"]?.integerValue } ?? []
        }
        #expect(try numbers() == [3, 2, 1])
        let second = try site.json("\(path)/2", .get, ["expand": "content.body.storage"])
        #expect(second["message"]?.stringValue == "change 2")
        #expect(second["content"]?["body"]?["storage"]?["value"]?.stringValue == "<p>Text 2</p>")
        #expect(second["_expandable"]?["content"] == nil)

        let wish: JSON = ["operationKey": "restore", "params": ["versionNumber": 2, "message": "back"]]
        let restored = try site.json(path, .post, body: wish)
        #expect(restored["number"]?.integerValue == 4)
        #expect(restored["content"]?["title"]?.stringValue == "Refund policy")
        let page = try site.json("/rest/api/content/98311", .get, ["expand": "body.storage"])
        #expect(page["body"]?["storage"]?["value"]?.stringValue == "<p>Text 2</p>")
        let current: JSON = ["operationKey": "restore", "params": ["versionNumber": 4]]
        #expect(try site.status(path, .post, body: current) == 400)

        #expect(try site.status("\(path)/4", .delete) == 400)
        #expect(try site.status("\(path)/2", .delete) == 204)
        #expect(try numbers() == [3, 2, 1])
        #expect(try site.json("\(path)/2")["message"]?.stringValue == "change 3")
        #expect(try site.json("/rest/api/content/98311")["version"]?["number"]?.integerValue == 3)
        #expect(try site.status(path, .post, as: "reader-bot", body: wish) == (kind == .cloud ? 404 : 403))
    }

    @Test("states of content are shown to who asks for them", arguments: ConfluenceSite.Acme.allCases)
    func statuses(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let draft: JSON = [
            "type": "page", "title": "Half done", "space": ["key": "DOCS"], "status": "draft",
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        let id = try #require(try site.json("/rest/api/content", .post, body: draft)["id"]?.stringValue)
        #expect(try site.status("/rest/api/content/\(id)", .get, ["status": "current"]) == 404)
        #expect(try site.status("/rest/api/content/\(id)", .get, ["status": "draft"]) == 200)
        #expect(try site.status("/rest/api/content/\(id)", .get, ["status": "any"]) == 200)
        #expect(try site.status("/rest/api/content/\(id)", .get, ["status": "draft"], as: "writer-bot") == 404)
        #expect(try site.status("/rest/api/content/98310", .get, ["status": "draft"]) == 404)
        #expect(try site.status("/rest/api/content/98310", .get, ["status": "sideways"]) == 400)
        _ = try site.json("/rest/api/content/98312", .delete)
        let query = ["spaceKey": "DOCS", "status": "trashed,draft"]
        #expect(
            try site.json("/rest/api/content", .get, query).column("title") == ["Half done", "Release notes"], "by id")
    }

    @Test("lists are ordered, and blog posts are found by their day", arguments: ConfluenceSite.Acme.allCases)
    func lists(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let query = ["spaceKey": "DOCS", "orderby": "title desc", "limit": "2"]
        let titles = try site.json("/rest/api/content", .get, query).column("title")
        #expect(titles == titles.sorted(by: >))
        #expect(try site.status("/rest/api/content", .get, ["orderby": "colour"]) == 400)
        let post: JSON = [
            "type": "blogpost", "title": "News", "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        _ = try site.json("/rest/api/content", .post, body: post)
        let day = String(
            try #require(
                site.json("/rest/api/content", .get, ["type": "blogpost", "expand": "history"])["results"]?[0]?[
                    "history"]?["createdDate"]?.stringValue
            ).prefix(10))
        #expect(
            try site.json("/rest/api/content", .get, ["type": "blogpost", "postingDay": day]).column("title") == [
                "News"
            ])
        #expect(
            try site.json("/rest/api/content", .get, ["type": "blogpost", "postingDay": "2019-01-01"])["results"] == [])
        #expect(try site.status("/rest/api/content", .get, ["type": "blogpost", "postingDay": "soon"]) == 400)
    }

    @Test("rendered lists are short, and others stop at a thousand rows", arguments: ConfluenceSite.Acme.allCases)
    func limits(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let rendered = ["limit": "100", "expand": "body.export_view"]
        #expect(try site.json("/rest/api/content", .get, rendered)["limit"]?.integerValue == 25)
        #expect(try site.json("/rest/api/content", .get, ["limit": "5000"])["limit"]?.integerValue == 1000)
        let far = try site.status("/rest/api/content", .get, ["start": "100001"])
        #expect(far == (kind == .cloud ? 400 : 200))
        let children = try site.json("/rest/api/content/98305/child/page", .get, ["limit": "5000"])
        #expect(children["limit"]?.integerValue == 5000)
    }

    // Measured on Cloud by brekkylab/backlot (issues 217 and 271); Data Center is taken to do the same.
    @Test("a page of no rows names itself as the next", arguments: ConfluenceSite.Acme.allCases)
    func empty(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        for path in ["/rest/api/content", "/rest/api/space", "/rest/api/content/98305/child/page"] {
            let none = try site.json(path, .get, ["limit": "0"])
            #expect(none["results"] == [] && none["size"] == 0 && none["limit"] == 0)
            #expect(none["_links"]?["next"]?.stringValue == "\(path)?next=true&limit=0&start=0")
            let second = try site.json(path, .get, ["limit": "0", "start": "1"])
            #expect(second["_links"]?["next"]?.stringValue == "\(path)?next=true&limit=0&start=1")
            #expect(second["_links"]?["prev"]?.stringValue == "\(path)?prev=true&limit=0&start=1")
        }
        #expect(
            try site.status("/rest/api/content/98305/label", .get, ["limit": "0"]) == (kind == .cloud ? 400 : 200))
    }

    @Test("what lies below is listed by kind and by depth", arguments: ConfluenceSite.Acme.allCases)
    func branches(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let all = try site.json("/rest/api/content/98305/descendant/page")
        #expect(Array(all.column("id").prefix(4)) == ["98310", "98311", "98312", "98313"])
        let near = try site.json("/rest/api/content/98305/descendant/page", .get, ["depth": "root"])
        #expect(!near.column("id").contains("98313"))
        let second = try site.json("/rest/api/content/98305/descendant/page", .get, ["start": "1", "limit": "1"])
        #expect(second.column("id") == ["98311"])
        #expect(try site.status("/rest/api/content/98305/descendant/page", .get, ["depth": "0"]) == 400)
        let files = try site.json("/rest/api/content/98305/descendant/attachment")
        #expect(files.column("title") == ["refund-form.txt"])
        let lists = try site.json("/rest/api/content/98311/child", .get, ["expand": "attachment"])
        #expect(lists["attachment"]?["results"]?[0]?["title"]?.stringValue == "refund-form.txt")
        #expect(lists["_expandable"]?["page"]?.stringValue == "/rest/api/content/98311/child/page")
        let below = try site.json("/rest/api/content/98305/descendant", .get, ["expand": "page,comment"])
        #expect(below["comment"]?["size"]?.integerValue == 0)
        #expect(try site.status("/rest/api/content/98305/child/sandwich") == 501)
    }

    @Test("Cloud tells which kinds of children there are")
    func childTypes() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let page = try site.json("/rest/api/content/98311", .get, ["expand": "childTypes.all"])
        #expect(page["childTypes"]?["attachment"]?["value"]?.boolValue == true)
        #expect(page["childTypes"]?["page"]?["value"]?.boolValue == false)
        let list = page["childTypes"]?["page"]?["_links"]?["self"]?.stringValue
        #expect(list == "http://acme.atlassian.net/wiki/rest/api/content/98311/child/page")
        let name = "ari:cloud:confluence:\(site.definition.cloudID):page/98311"
        #expect(page["ari"]?.stringValue == name)
    }
}
