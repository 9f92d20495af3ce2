import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Rows of a search")
struct SearchRowsTests {
    private func rows(
        _ cql: String, _ site: ConfluenceSite, _ more: [QueryItem] = [], path: String = "/rest/api/search",
        as user: String = "mira"
    ) throws -> [JSON] {
        let answer = try site.ask(path, query: [QueryItem("cql", cql)] + more, as: user)
        return try JSONReader.read(answer.body)["results"]?.arrayValue ?? []
    }

    @Test("an excerpt is marked, plain, cut or left out as asked", arguments: ConfluenceSite.Acme.allCases)
    func excerpts(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) { definition in
            definition.spaces[0].pages.append(
                PageDefinition(
                    id: 777, title: "Knots & bends",
                    body: "<p>A reef knot is 1 &lt; 2 of all the knots that sailors tie.</p>"))
        }
        func row(_ excerpt: String?) throws -> JSON {
            try #require(try rows("text ~ knot", site, excerpt.map { [QueryItem("excerpt", $0)] } ?? []).first)
        }
        let marked = "A reef @@@hl@@@knot@@@endhl@@@ is 1 &lt; 2 of all the @@@hl@@@knots@@@endhl@@@ that sailors tie."
        #expect(try row(nil)["excerpt"]?.stringValue == marked)
        #expect(try row("highlight")["excerpt"]?.stringValue == marked)
        #expect(try row("highlight_unescaped")["excerpt"]?.stringValue == marked.replacing("&lt;", with: "<"))
        #expect(try row("indexed")["excerpt"]?.stringValue == "A reef knot is 1 &lt; 2 of all the knots that sailors")
        #expect(try row("none")["excerpt"]?.stringValue == "")
        #expect(try row("bogus")["excerpt"]?.stringValue == "")
        #expect(try row(nil)["title"]?.stringValue == "@@@hl@@@Knots@@@endhl@@@ &amp; bends")
        #expect(try row(nil)["content"]?["title"]?.stringValue == "Knots & bends")
        #expect(try row(nil)["friendlyLastModified"]?.stringValue?.isEmpty == false)
        #expect(try row(nil)["breadcrumbs"]?.arrayValue?.isEmpty == true)
        #expect(try row(nil)["resultGlobalContainer"]?["title"]?.stringValue == "Product Documentation")
    }

    @Test("a comment or attachment tells what holds it", arguments: ConfluenceSite.Acme.allCases)
    func containers(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let row = try #require(try rows("type = attachment and title ~ refund", site).first)
        #expect(row["resultParentContainer"]?["title"]?.stringValue == "Refund policy")
        #expect(row["iconCssClass"]?.stringValue == "aui-icon content-type-attachment")
    }

    @Test("a space has a row of its own, with what is asked of spaces", arguments: ConfluenceSite.Acme.allCases)
    func spaces(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let found = try rows("type = space and space = DOCS", site, [QueryItem("expand", "space.homepage")])
        let row = try #require(found.first)
        #expect(found.count == 1)
        #expect(row["entityType"]?.stringValue == "space")
        #expect(row["content"] == nil)
        #expect(row["space"]?["key"]?.stringValue == "DOCS")
        #expect(row["space"]?["homepage"]?["id"]?.stringValue == "98305")
        #expect(try rows("type = space", site, path: "/rest/api/content/search").isEmpty)
    }

    @Test("people are found on Data Center; on Cloud, type = user says nothing and user fields are refused")
    func people() throws {
        let dataCenter = try ConfluenceSite.acme(.dataCenter)
        let row = try #require(try rows(#"user.fullname ~ "Mira""#, dataCenter).first)
        #expect(row["entityType"]?.stringValue == "user")
        #expect(row["user"]?["username"]?.stringValue == "mira")
        #expect(row["url"]?.stringValue == "/display/~mira")
        #expect(try rows("type = user", dataCenter).count == dataCenter.simulator.definition.users.count)
        #expect(try rows(#"type = user and user = "jonas""#, dataCenter).count == 1)
        #expect(try rows("type = user", dataCenter, path: "/rest/api/content/search").isEmpty)
        for text in ["mira", "Mi*", "okafor", "Mira Okafor", "\"mira okafor\""] {
            let found = try rows("siteSearch ~ \"\(text.replacing("\"", with: "\\\""))\" and type = user", dataCenter)
            #expect(found.compactMap { $0.text("user", "username") } == ["mira"], "\(text)")
        }
        let kinds = try rows(#"siteSearch ~ "mira" and type in (user, space, page)"#, dataCenter)
        #expect(kinds.contains { $0.text("user", "username") == "mira" })
        #expect(try rows(#"siteSearch ~ "okafor" and type = page"#, dataCenter).allSatisfy { $0["user"] == nil })
        #expect(
            try rows(#"text !~ "mira" and type = user"#, dataCenter).contains { $0.text("user", "username") == "jonas" }
        )
        #expect(try rows(#"text ~ "nobody" and type = user"#, dataCenter).isEmpty)
        let cloud = try ConfluenceSite.acme(.cloud)
        #expect(try rows("type = user", cloud).allSatisfy { $0["user"] == nil })
        #expect(try !rows("type = user", cloud).isEmpty)
        let refused = try cloud.ask(
            "/rest/api/search", query: [QueryItem("cql", "user.fullname ~ x")], as: "mira")
        #expect(refused.status == 400)
    }

    @Test("currentSpace and currentContent mean what the context says", arguments: ConfluenceSite.Acme.allCases)
    func context(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let context = [QueryItem("cqlcontext", #"{"spaceKey":"TEAM","contentId":"131073"}"#)]
        #expect(try rows("space = currentSpace() and type = page", site, context).count == 2)
        #expect(try rows("parent = currentContent()", site, context).count == 1)
        // The context is no filter.
        #expect(try rows("type = page", site, context).count == 9)
        #expect(try rows("space = currentSpace()", site).isEmpty)
        #expect(try rows("type = page", site, [QueryItem("cqlcontext", "{")]).count == 9)
    }

    @Test("drafts and archived pages are found by those who may, where the context names their status")
    func statuses() throws {
        let site = try ConfluenceSite.acme(.cloud) { definition in
            definition.spaces[0].pages += [
                PageDefinition(id: 801, title: "Shelved plan", status: .archived, creator: "mira"),
                PageDefinition(id: 802, title: "Rough plan", status: .draft, creator: "mira"),
            ]
        }
        func found(_ statuses: String, as user: String = "mira") throws -> [String] {
            let context = QueryItem("cqlcontext", #"{"contentStatuses":[\#(statuses)]}"#)
            return try rows("title ~ plan", site, [context], path: "/rest/api/content/search", as: user)
                .compactMap { $0["id"]?.stringValue }
        }
        #expect(try found(#""current""#).isEmpty)
        #expect(try found(#""archived""#) == ["801"])
        #expect(try found(#""archived","draft""#) == ["802", "801"])
        #expect(try found(#""archived","draft""#, as: "reader-bot") == ["801"])
        #expect(try rows("title ~ plan", site).isEmpty)
    }
}
