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
        #expect(
            try site.read("/api/v2/labels/\(id)/pages", .get, ["sort": "-id"]).results("id") == ["98313", "98311"])
        _ = try site.read("/api/v2/labels/\(id)/pages", .get, ["sort": "painted"], expect: 400)
        _ = try site.read("/api/v2/labels/\(id)/pages", .get, ["body-format": "view"], expect: 400)
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
        let list = "/rest/api/space/DOCS/label"
        func own() throws -> [String] {
            let space = try site.read("/rest/api/space/DOCS", .get, ["expand": "metadata.labels"])
            return space["metadata"]?["labels"]?.results("name") ?? []
        }
        if kind == .cloud {
            _ = try site.read(list, .post, as: "reader-bot", body: ["prefix": "team", "name": "docs"], expect: 403)
            _ = try site.read(list, .post, body: ["prefix": "team", "name": "docs"])
        } else {
            _ = try site.read("/rest/api/space/DOCS/category/docs", .post, expect: 204)
        }
        #expect(try own() == ["docs"])
        if kind == .cloud {
            let id = try site.spaceID("DOCS")
            #expect(try site.read(list).results("name") == ["docs"])
            #expect(try site.read("/api/v2/spaces/\(id)/labels").results("prefix") == ["team"])
            #expect(try !site.read("/api/v2/spaces/\(id)/content/labels").results("name").contains("docs"))
            _ = try site.read(list, .delete, ["name": "docs"], expect: 204)
        } else {
            _ = try site.read("/rest/api/space/DOCS/category/docs", .delete, expect: 204)
        }
        #expect(try own() == [])
    }

    @Test("Data Center tells which labels content carries most, which lately, and which stand beside one")
    func uses() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        func label(_ page: String, _ names: String...) throws {
            let body = JSON.array(names.map { ["prefix": "global", "name": .string($0)] })
            _ = try site.read("/rest/api/content/\(page)/label", .post, body: body)
        }
        try label("98311", "blue", "red")
        try label("98312", "blue", "green")
        try label("98313", "blue", "red")
        _ = try site.read("/rest/api/content/98313/label", .post, body: ["prefix": "my", "name": "own"])
        let popular = try site.read("/rest/api/label/popular").results("name")
        #expect(popular.prefix(2) == ["blue", "red"] && !popular.contains("own"))
        #expect(try site.read("/rest/api/label/recent").results("name").prefix(3) == ["red", "blue", "green"])
        #expect(try site.read("/rest/api/label/blue/related", .get, ["limit": "2"]).results("name").first == "red")
        #expect(try !site.read("/rest/api/label/blue/related").results("name").contains("blue"))
        #expect(try site.read("/rest/api/space/DOCS/labels").results("name").contains("own"))
        #expect(try site.read("/rest/api/space/DOCS/labels/popular").results("name").first == "blue")
        #expect(try site.read("/rest/api/space/TEAM/labels/recent").results("name").allSatisfy { $0 != "blue" })
        #expect(try site.read("/rest/api/space/DOCS/labels/green/related").results("name") == ["blue"])
        let matching = "/rest/api/label/labels"
        #expect(try site.read(matching, .get, ["namespace": "my"]).results("name") == ["own"])
        #expect(try site.read(matching, .get, ["owner": "mira"]).results("name") == ["own"])
        for other in ["writer-bot", "nobody-at-all"] {
            #expect(try site.read(matching, .get, ["owner": other]).results("name") == [])
        }
        #expect(try site.read(matching, .get, ["owner": "mira"], as: "reader-bot").results("name") == [])
        _ = try site.read(matching, .get, ["owner": "mira", "labelName": "blue"], expect: 404)
        #expect(try site.read(matching, .get, ["labelName": "Blue", "spaceKey": "DOCS"]).results("name") == ["blue"])
        #expect(try site.read(matching).number("limit") == 100)
        _ = try site.read(matching, .get, ["labelName": "none"], expect: 404)
        _ = try site.read(matching, .get, ["spaceKey": "NONE"], expect: 404)
        _ = try site.read("/rest/api/label/none/related", expect: 404)
        _ = try site.read("/rest/api/label/b:l*ue/related", expect: 400)
        // What only hidden pages carry is none to a reader.
        try label("98320", "pay", "blue")
        #expect(try site.read("/rest/api/label/blue/related").results("name").contains("pay"))
        #expect(try !site.read("/rest/api/label/blue/related", as: "reader-bot").results("name").contains("pay"))
        #expect(try !site.read("/rest/api/label/popular", as: "reader-bot").results("name").contains("pay"))
        _ = try site.read("/rest/api/label/pay/related", as: "reader-bot", expect: 404)
    }
}
