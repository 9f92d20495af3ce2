import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("The forms of a body")
struct BodyFormsTests {
    /// Creates a page over v1 and gives its id.
    private static func create(
        _ title: String, _ value: String, as form: String = "storage", by user: String = "writer-bot",
        _ site: ConfluenceSite
    ) throws -> String {
        let body: JSON = [
            "type": "page", "title": .string(title), "space": ["key": "DOCS"],
            "body": .object([form: ["value": .string(value), "representation": .string(form)]]),
        ]
        let answer = try site.ask("/rest/api/content", .post, as: user, body: body)
        #expect(answer.isSuccess, "\(answer.status): \(answer.text)")
        return try #require(try JSONReader.read(answer.body)["id"]?.stringValue)
    }

    private static func body(
        of id: String, as form: String, for user: String = "mira", _ site: ConfluenceSite
    ) throws -> String {
        let answer = try site.ask(
            "/rest/api/content/\(id)", query: [QueryItem("expand", "body.\(form)")], as: user)
        return try #require(try JSONReader.read(answer.body)["body"]?[form]?["value"]?.stringValue)
    }

    private static func include(_ title: String, _ macro: String = "include") -> String {
        "<ac:structured-macro ac:name=\"\(macro)\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"\(title)\"/></ac:link></ac:parameter></ac:structured-macro>"
    }

    @Test(
        "a saved body comes back in Confluence's spelling; the same requests give the same macro ids",
        arguments: ConfluenceSite.Acme.allCases)
    func macroIDs(kind: ConfluenceSite.Acme) throws {
        let source =
            "<p>a<br/>&uuml;</p><p odd='1'></p><ac:structured-macro ac:name=\"toc\"/><ac:structured-macro ac:name=\"toc\"/>"
        func stored(_ title: String) throws -> String {
            let site = try ConfluenceSite.acme(kind)
            return try Self.body(of: Self.create(title, source, site), as: "storage", site)
        }
        let body = try stored("A")
        #expect(
            body.hasPrefix(
                "<p>a<br />&uuml;</p><p odd=\"1\" /><ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" ac:macro-id=\""
            ))
        let ids = body.components(between: "ac:macro-id=\"", and: "\"")
        #expect(ids.count == 2)
        #expect(Set(ids).count == 2)
        #expect(try stored("A") == body)
        #expect(try stored("B") != body)
    }

    @Test(
        "the place of an error counts what each platform puts before the body", arguments: ConfluenceSite.Acme.allCases)
    func place(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = [
            "type": "page", "title": "Broken", "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>one</b>", "representation": "storage"]],
        ]
        let answer = try site.ask("/rest/api/content", .post, as: "writer-bot", body: body)
        let message = try #require(try JSONReader.read(answer.body)["message"]?.stringValue)
        let column = kind == .cloud ? 369 : 329
        #expect(
            message.hasSuffix(
                "Error parsing xhtml: Unexpected close tag </b>; expected </p>.\n at [row,col {unknown-source}]: [1,\(column)]"
            ))
    }

    @Test("an included page is shown to who may see it, and to nobody else", arguments: ConfluenceSite.Acme.allCases)
    func includes(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let id = try Self.create(
            "Overview", Self.include("Salary review") + Self.include("Refund policy"), by: "mira", site)
        let mine = try Self.body(of: id, as: "view", for: "mira", site)
        #expect(mine.contains("Bands and dates"))
        #expect(mine.contains("30 days"))
        let others = try Self.body(of: id, as: "view", for: "reader-bot", site)
        #expect(!others.contains("Bands and dates"))
        #expect(others.contains("30 days"))
        let gone = try Self.create("Other", Self.include("No such page"), site)
        let missing = try Self.body(of: gone, as: "view", for: "reader-bot", site)
        #expect(others.contains(missing), "a hidden page looks like a missing one")
    }

    @Test(
        "the children of a page are listed as far as the reader may see them", arguments: ConfluenceSite.Acme.allCases)
    func children(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let macro =
            "<ac:structured-macro ac:name=\"children\"><ac:parameter ac:name=\"page\"><ac:link><ri:page ri:content-title=\"@home\" /></ac:link></ac:parameter><ac:parameter ac:name=\"all\">true</ac:parameter></ac:structured-macro>"
        let id = try Self.create("Index", macro, by: "mira", site)
        let mine = try Self.body(of: id, as: "view", site)
        #expect(mine.contains(">Release 1.4</a>"))
        #expect(mine.contains(">Salary review</a>"))
        let others = try Self.body(of: id, as: "view", for: "reader-bot", site)
        #expect(others.contains(">Release 1.4</a>"))
        #expect(!others.contains("Salary review"))
    }

    @Test("people, files and pages are linked as each platform links them", arguments: ConfluenceSite.Acme.allCases)
    func links(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let person =
            kind == .cloud
            ? "ri:account-id=\"712020:f552cc50-23d8-419a-9a11-81f76f3adcbd\"" : "ri:username=\"mira\""
        let id = try Self.create(
            "Links",
            "<p><ac:link><ri:user \(person) /></ac:link><ac:link><ri:page ri:content-title=\"Refund policy\" /></ac:link></p>"
                + "<ac:image><ri:attachment ri:filename=\"refund-form.txt\"><ri:page ri:content-title=\"Refund policy\" /></ri:attachment></ac:image>",
            site)
        let view = try Self.body(of: id, as: "view", site)
        #expect(view.contains(">Mira Okafor</a>"))
        #expect(view.contains(kind == .cloud ? "data-account-id=\"712020:" : "data-username=\"mira\""))
        #expect(view.contains("/download/attachments/98311/refund-form.txt"))
        #expect(view.contains("data-linked-resource-id=\"98311\"") == (kind == .cloud))
        let exported = try Self.body(of: id, as: "export_view", site)
        #expect(exported.contains("href=\"\(site.url)/"))
        #expect(try Self.body(of: id, as: "styled_view", site).hasPrefix("<html>"))
    }

    // MARK: Atlassian documents

    private static let document =
        #"{"type":"doc","version":1,"content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Plan"}]},{"type":"panel","attrs":{"panelType":"success"},"content":[{"type":"paragraph","content":[{"type":"text","text":"go","marks":[{"type":"strong"}]}]}]}]}"#

    @Test("Cloud takes Atlassian documents over both versions of its API")
    func documents() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try Self.create("First", Self.document, as: "atlas_doc_format", site)
        let storage = try Self.body(of: id, as: "storage", site)
        #expect(
            storage.hasPrefix(
                "<h2>Plan</h2><ac:structured-macro ac:name=\"tip\" ac:schema-version=\"1\" ac:macro-id=\""))
        #expect(
            storage.hasSuffix("<ac:rich-text-body><p><strong>go</strong></p></ac:rich-text-body></ac:structured-macro>")
        )
        #expect(try Self.body(of: id, as: "atlas_doc_format", site) == Self.document)

        let space = try JSONReader.read(site.ask("/api/v2/spaces", query: [QueryItem("keys", "DOCS")], as: "mira").body)
        let body: JSON = [
            "spaceId": try #require(space["results"]?[0]?["id"]), "title": "Second",
            "body": ["representation": "atlas_doc_format", "value": .string(Self.document)],
        ]
        let answer = try site.ask("/api/v2/pages", .post, as: "writer-bot", body: body)
        #expect(answer.status == 200, "\(answer.text)")
        let second = try #require(try JSONReader.read(answer.body)["id"]?.stringValue)
        #expect(try Self.body(of: second, as: "view", site).contains("<strong>go</strong>"))
    }

    @Test("what is no document is refused, and Data Center takes none")
    func refusedDocuments() throws {
        func answer(_ kind: ConfluenceSite.Acme, _ value: String) throws -> Response {
            let body: JSON = [
                "type": "page", "title": "No", "space": ["key": "DOCS"],
                "body": ["atlas_doc_format": ["value": .string(value), "representation": "atlas_doc_format"]],
            ]
            return try ConfluenceSite.acme(kind).ask("/rest/api/content", .post, as: "writer-bot", body: body)
        }
        let refused = try answer(.cloud, #"{"type":"doc","version":1,"content":[{"type":"blink"}]}"#)
        #expect(refused.status == 400)
        #expect(refused.text.contains("a node of type"))
        #expect(try answer(.dataCenter, Self.document).status == 400)
    }
}

extension String {
    /// What stands between each beginning and the end that follows it.
    fileprivate func components(between beginning: String, and end: Character) -> [String] {
        split(separator: beginning).dropFirst().map { String($0.prefix { $0 != end }) }
    }
}
