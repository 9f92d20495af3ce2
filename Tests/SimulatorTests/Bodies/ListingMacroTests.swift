import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Macros that list content of the site")
struct ListingMacroTests {
    /// A page that shows a macro on a site with labelled pages, some of them hidden.
    private static func site(_ kind: ConfluenceSite.Acme, _ macro: String) throws -> ConfluenceSite {
        try ConfluenceSite.acme(kind) { site in
            site.spaces[0].pages[0].children.append(PageDefinition(id: 900, title: "Lists", body: macro))
            for (id, title) in [(901, "Beta"), (902, "alpha"), (903, "Hidden")] as [(Int64, String)] {
                var page = PageDefinition(id: id, title: title, labels: ["todo"])
                if title == "Hidden" { page.viewers = [.user("mira")] }
                site.spaces[0].pages[0].children.append(page)
            }
        }
    }

    private static func view(_ site: ConfluenceSite, as user: String = "reader-bot") throws -> String {
        let page = try site.read("/rest/api/content/900", .get, ["expand": "body.view"], as: user)
        return try #require(page["body"]?.text("view", "value"))
    }

    /// The texts of the links, in order.
    private static func links(_ html: String) -> [String] {
        html.split(separator: "</a>").dropLast().compactMap { $0.split(separator: ">").last.map(String.init) }
    }

    private static func macro(_ name: String, _ parameters: [(String, String)]) -> String {
        let inside = parameters.map { "<ac:parameter ac:name=\"\($0.0)\">\($0.1)</ac:parameter>" }.joined()
        return "<ac:structured-macro ac:name=\"\(name)\">\(inside)</ac:structured-macro>"
    }

    @Test(
        "content by label: by a query or by names, in the order that is asked for",
        arguments: ConfluenceSite.Acme.allCases)
    func contentByLabel(kind: ConfluenceSite.Acme) throws {
        let query = "label = &quot;todo&quot; and space = currentSpace()"
        let byQuery = try Self.site(kind, Self.macro("contentbylabel", [("cql", query)]))
        // The newest come first.
        #expect(try Self.links(Self.view(byQuery)) == ["alpha", "Beta"])
        #expect(try Self.links(Self.view(byQuery, as: "mira")) == ["Hidden", "alpha", "Beta"])
        let html = try Self.view(byQuery)
        #expect(html.contains("<ul class=\"content-by-label conf-macro output-block\""))
        #expect(html.contains("content-type-page"))
        let byNames = try Self.site(
            kind,
            Self.macro(
                "contentbylabel",
                [("labels", "todo"), ("sort", "title"), ("spaces", "@self"), ("max", "1"), ("showLabels", "true")]))
        #expect(try Self.links(Self.view(byNames)) == ["alpha", "todo"])
        let none = try Self.site(kind, Self.macro("contentbylabel", [("cql", "label = \"none\"")]))
        #expect(try Self.view(none).contains("There is no content with the specified labels"))
        let wrong = try Self.site(kind, Self.macro("contentbylabel", [("cql", "colour ~ (")]))
        #expect(try Self.view(wrong).contains("macro-blank-experience"))
    }

    @Test(
        "recently updated: what the reader may see of the space, the last change first",
        arguments: ConfluenceSite.Acme.allCases)
    func recentlyUpdated(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(
            kind, Self.macro("recently-updated", [("max", "2"), ("theme", "concise"), ("types", "page")]))
        #expect(try Self.links(Self.view(site)).first == "alpha")
        #expect(try Self.links(Self.view(site, as: "mira")).first == "Hidden")
        let html = try Self.view(site)
        #expect(html.contains("recently-updated recently-updated-concise conf-macro"))
        #expect(html.contains("created by <a class=\"url fn\""))
        _ = try site.read(
            "/rest/api/content/901", .put, as: "writer-bot",
            body: ["type": "page", "title": "Beta", "version": ["number": 2]])
        #expect(try Self.links(Self.view(site)).first == "Beta")
        #expect(try Self.view(site).contains("updated by"))
    }

    @Test("blog posts: their titles, or that there is none", arguments: ConfluenceSite.Acme.allCases)
    func blogPosts(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind, Self.macro("blog-posts", []))
        #expect(try Self.view(site).contains("Blog stream"))
        for title in ["First", "Second"] {
            _ = try site.read(
                "/rest/api/content", .post, as: "mira",
                body: [
                    "type": "blogpost", "title": .string(title), "space": ["key": "DOCS"],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
            try site.perform(.advanceClock(seconds: 60))
        }
        #expect(try Self.links(Self.view(site)) == ["Second", "First"])
    }

    @Test("attachments: the files of the page or of another one", arguments: ConfluenceSite.Acme.allCases)
    func attachments(kind: ConfluenceSite.Acme) throws {
        let other =
            "<ac:parameter ac:name=\"page\"><ac:link><ri:page ri:content-title=\"Refund policy\" /></ac:link></ac:parameter>"
        let site = try Self.site(
            kind, "<ac:structured-macro ac:name=\"attachments\">\(other)</ac:structured-macro>")
        let html = try Self.view(site)
        #expect(html.contains("<td class=\"filename-column\"><a class=\"filename\""))
        #expect(html.contains(">refund-form.txt</a>"))
        let own = try Self.site(kind, Self.macro("attachments", []))
        #expect(try !Self.view(own).contains("refund-form.txt"))
    }

    private static func export(_ site: ConfluenceSite, as user: String = "reader-bot") throws -> String {
        let page = try site.read("/rest/api/content/900", .get, ["expand": "body.export_view"], as: user)
        return try #require(page["body"]?.text("export_view", "value"))
    }

    @Test(
        "a report of page properties: a table in documents, on the site its place",
        arguments: ConfluenceSite.Acme.allCases)
    func propertiesReport(kind: ConfluenceSite.Acme) throws {
        let report = Self.macro("detailssummary", [("cql", "label = &quot;todo&quot;"), ("sortBy", "Owner")])
        func details(_ rows: String) -> String {
            "<ac:structured-macro ac:name=\"details\"><ac:rich-text-body><table><tbody>\(rows)</tbody></table>"
                + "\(report)</ac:rich-text-body></ac:structured-macro>"
        }
        let site = try ConfluenceSite.acme(kind) { site in
            let bodies: [(Int64, String, String)] = [
                (
                    901, "Beta",
                    details("<tr><th>Owner</th><td>Zoe</td></tr><tr><th>State</th><td><p>open</p></td></tr>")
                ),
                (902, "alpha", details("<tr><th>Owner</th><th>Due</th></tr><tr><td>Ann</td><td>May</td></tr>")),
                (903, "Hidden", details("<tr><th>Owner</th><td>Secret</td></tr>")), (904, "Bare", "<p>none</p>"),
            ]
            site.spaces[0].pages[0].children.append(PageDefinition(id: 900, title: "Lists", body: report))
            for (id, title, body) in bodies {
                var page = PageDefinition(id: id, title: title, body: body, labels: ["todo"])
                if title == "Hidden" { page.viewers = [.user("mira")] }
                site.spaces[0].pages[0].children.append(page)
            }
        }
        let html = try Self.export(site)
        #expect(Self.links(html) == ["alpha", "Beta"])
        for cell in ["Title", "Owner", "Due", "State"] {
            #expect(html.contains("<th class=\"confluenceTh\">\(cell)</th>"))
        }
        #expect(html.contains("<td class=\"confluenceTd\"><p>open</p></td>") && !html.contains("Secret"))
        #expect(try Self.export(site, as: "mira").contains("Secret"))
        let view = try Self.view(site)
        #expect(view.contains("data-cql=\"label = &quot;todo&quot;\"") && !view.contains("<tr>"))
    }

    @Test("a page tree starts at the home page unless it is told otherwise", arguments: ConfluenceSite.Acme.allCases)
    func pageTree(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind, Self.macro("pagetree", []) + Self.macro("pagetree", [("root", "@self")]))
        let html = try Self.view(site)
        #expect(
            html.contains("name=\"rootPageId\" value=\"98305\"") && html.contains("name=\"rootPageId\" value=\"900\""))
        let below = try Self.site(kind, Self.macro("pagetree", [("root", "@parent")]))
        #expect(try Self.view(below).contains("name=\"rootPageId\" value=\"98305\""))
    }

    @Test("a profile names the account as the platform does", arguments: ConfluenceSite.Acme.allCases)
    func profiles(kind: ConfluenceSite.Acme) throws {
        let mira = try ConfluenceSite.acme(kind).user("mira")
        let user =
            kind == .cloud ? "ri:account-id=\"\(mira.accountID)\"" : "ri:userkey=\"\(mira.userKey)\""
        let parameter = "<ac:parameter ac:name=\"user\"><ri:user \(user) /></ac:parameter>"
        let site = try Self.site(kind, "<ac:structured-macro ac:name=\"profile\">\(parameter)</ac:structured-macro>")
        let html = try Self.view(site)
        let name = kind == .cloud ? mira.accountID : "mira"
        #expect(html.contains("<div class=\"vcard\"><a class=\"userLogoLink\" data-username=\"\(name)\""))
        #expect(html.contains(kind == .cloud ? "/wiki/aa-avatar/" : "/images/icons/profilepics/default.svg"))
        #expect(html.contains("alt=\"User icon: \(name)\""))
    }

    @Test("a medium of an Atlassian document is named by the file, where the author may see it")
    func media() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let file = try site.read("/rest/api/content/98311/child/attachment", .get, ["expand": "extensions"])
        let fileID = try #require(file["results"]?[0]?.text("extensions", "fileId"))
        func document(_ id: String) -> String {
            #"{"type":"doc","version":1,"content":[{"type":"mediaSingle","attrs":{"layout":"center"},"content":"#
                + #"[{"type":"media","attrs":{"type":"file","id":"\#(id)","collection":"contentId-98311","alt":"a form"}}]}]}"#
        }
        func make(_ title: String, _ id: String) throws -> String {
            let page = try site.read(
                "/api/v2/pages", .post, as: "writer-bot",
                body: [
                    "spaceId": .string(try site.spaceID("DOCS")), "title": .string(title), "status": "current",
                    "body": ["representation": "atlas_doc_format", "value": .string(document(id))],
                ])
            return try site.read("/rest/api/content/\(page.text("id") ?? "")", .get, ["expand": "body.storage"])[
                "body"]?
                .text("storage", "value") ?? ""
        }
        let body = try make("Seen", fileID)
        #expect(body.contains("<ri:attachment ri:filename=\"refund-form.txt\" />"))
        #expect(body.contains("ac:alt=\"a form\""))
        let adf: JSON = ["representation": "atlas_doc_format", "value": .string(document(fileID))]
        let comment = try site.read(
            "/api/v2/footer-comments", .post, as: "writer-bot", body: ["pageId": "98311", "body": adf], expect: 201)
        #expect(comment["body"]?.text("storage", "value")?.contains("refund-form.txt") == true)
        let converted = try site.read("/rest/api/contentbody/convert/storage", .post, as: "writer-bot", body: adf)
        #expect(converted.text("value")?.contains("refund-form.txt") == true)
        let custom = try site.read(
            "/api/v2/custom-content", .post, as: "writer-bot",
            body: ["type": "ac:acme-app:note", "title": "Note", "pageId": "98311", "status": "current", "body": adf],
            expect: 201)
        #expect(custom["body"]?.text("storage", "value")?.contains("refund-form.txt") == true)
        try site.perform(.restrictViewing(page: 98311, to: [.user("mira")]))
        #expect(try !make("Unseen", fileID).contains("refund-form.txt"))
    }
}
