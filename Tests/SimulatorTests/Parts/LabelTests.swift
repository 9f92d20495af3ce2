import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Labels, and the way back from them")
struct LabelTests {
    private static func labelled(_ kind: ConfluenceSite.Acme) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = [["prefix": "global", "name": "Blue"], ["prefix": "team", "name": "ops"]]
        for page in ["98311", "98313"] {
            _ = try site.read("/rest/api/content/\(page)/label", .post, as: "writer-bot", body: body)
        }
        return site
    }

    @Test("v2 lists a page's labels by prefix and in order")
    func ofPage() throws {
        let site = try Self.labelled(.cloud)
        let path = "/api/v2/pages/98311/labels"
        let all = try site.read(path)
        #expect(all.results("name").contains("blue") && all.results("prefix").contains("team"))
        #expect(all["results"]?[0]?["id"]?.stringValue != nil)
        #expect(try site.read(path, .get, ["prefix": "team"]).results("name") == ["ops"])
        #expect(try site.read(path, .get, ["sort": "-name"]).results("name") == all.results("name").reversed())
        let first = try site.read(path, .get, ["limit": "1"])
        #expect(first.results("name").count == 1 && first.text("_links", "next")?.hasPrefix("/wiki\(path)?") == true)
        _ = try site.read("/api/v2/blogposts/98311/labels", expect: 404)
    }

    @Test("v2 finds the pages of a label by its id")
    func back() throws {
        let site = try Self.labelled(.cloud)
        let labels = try site.read("/api/v2/labels", .get, ["prefix": "global"])
        let id = try #require(zip(labels.results("name"), labels.results("id")).first { $0.0 == "blue" }?.1)
        #expect(try site.read("/api/v2/labels/\(id)/pages").results("id") == ["98311", "98313"])
        #expect(try site.read("/api/v2/labels/\(id)/attachments").results("id") == [])
        #expect(try site.read("/api/v2/labels/\(id)/pages", .get, ["space-id": "1"]).results("id") == [])
        _ = try site.read("/api/v2/labels/99999/pages", expect: 404)
    }

    @Test("v1 tells what carries a label, with numbers for ids, and knows no label that nothing carries")
    func details() throws {
        let site = try Self.labelled(.cloud)
        let found = try site.read("/rest/api/label", .get, ["name": "blue", "type": "page"])
        #expect(found.text("label", "name") == "blue")
        #expect(
            found["associatedContents"]?["results"]?.arrayValue?.compactMap { $0["contentId"]?.integerValue } == [
                98311, 98313,
            ])
        #expect(try site.read("/rest/api/label", .get, ["name": "team:ops"]).text("label", "prefix") == "team")
        for page in ["98311", "98313"] {
            _ = try site.read(
                "/rest/api/content/\(page)/label", .delete, ["name": "blue"], as: "writer-bot", expect: 204)
        }
        _ = try site.read("/rest/api/label", .get, ["name": "blue"], expect: 404)
        _ = try site.read("/rest/api/label", expect: 400)
    }

    @Test("a label of what a reader can't see is none to that reader")
    func hidden() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let secret = try String(site.page("Salary review"))
        _ = try site.read("/rest/api/content/\(secret)/label", .post, body: ["prefix": "global", "name": "pay"])
        #expect(try site.read("/rest/api/label", .get, ["name": "pay"]).text("label", "name") == "pay")
        _ = try site.read("/rest/api/label", .get, ["name": "pay"], as: "reader-bot", expect: 404)
        #expect(try !site.read("/api/v2/labels", as: "reader-bot").results("name").contains("pay"))
    }

    @Test("a space has labels of its own", arguments: ConfluenceSite.Acme.allCases)
    func spaces(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let list = kind == .cloud ? "/rest/api/space/DOCS/label" : "/rest/api/space/DOCS/labels"
        if kind == .cloud {
            _ = try site.read(list, .post, as: "reader-bot", body: ["prefix": "team", "name": "docs"], expect: 403)
            _ = try site.read(list, .post, body: ["prefix": "team", "name": "docs"])
        } else {
            _ = try site.read("/rest/api/space/DOCS/category/docs", .post, expect: 204)
        }
        #expect(try site.read(list).results("name") == ["docs"])
        if kind == .cloud {
            let id = try site.spaceID("DOCS")
            #expect(try site.read("/api/v2/spaces/\(id)/labels").results("prefix") == ["team"])
            #expect(try !site.read("/api/v2/spaces/\(id)/content/labels").results("name").contains("docs"))
            _ = try site.read(list, .delete, ["name": "docs"], expect: 204)
        } else {
            _ = try site.read("/rest/api/space/DOCS/category/docs", .delete, expect: 204)
        }
        #expect(try site.read(list).results("name") == [])
    }
}
