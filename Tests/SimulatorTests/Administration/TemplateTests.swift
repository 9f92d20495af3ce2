import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Templates")
struct TemplateTests {
    private static func path(_ kind: ConfluenceSite.Acme) -> String {
        kind == .cloud ? "/rest/api/template" : "/rest/experimental/template"
    }

    private static func draft(_ name: String, id: JSON? = nil, space: String? = nil) -> JSON {
        var draft: JSON = [
            "name": .string(name), "templateType": "page", "description": "How we begin",
            "body": ["storage": ["value": "<p>Begin</p>", "representation": "storage"]],
            "labels": [["prefix": "global", "name": "begin"]],
        ]
        draft["templateId"] = id
        if let space { draft["space"] = ["key": .string(space)] }
        return draft
    }

    @Test(
        "one of a space is made, found, changed and deleted by who administers it",
        arguments: ConfluenceSite.Acme.allCases)
    func ofSpace(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = Self.path(kind)
        #expect(try site.ask(path, .post, as: "reader-bot", body: Self.draft("T", space: "DOCS")).status == 403)
        let made = try JSONReader.read(site.ask(path, .post, as: "mira", body: Self.draft("T", space: "DOCS")).body)
        let id = try #require(made["templateId"])
        #expect(made["name"] == "T" && made["space"]?["key"] == "DOCS")
        #expect(made["body"]?["storage"]?["value"] == "<p>Begin</p>")

        let list = try JSONReader.read(
            site.ask("\(path)/page", query: [QueryItem("spaceKey", "DOCS")], as: "reader-bot").body)
        #expect(list["results"]?.arrayValue?.map { $0["templateId"] } == [id])
        #expect(list["results"]?[0]?["body"] == nil)
        #expect(list["results"]?[0]?["_expandable"]?["body"] == "")

        #expect(try site.ask(path, .put, as: "mira", body: Self.draft("U", id: id)).status == 200)
        let one = try JSONReader.read(site.ask("\(path)/\(id.stringValue ?? "")", as: "reader-bot").body)
        #expect(one["name"] == "U" && one["labels"]?[0]?["name"] == "begin")
        let hidden = try site.ask("\(path)/\(id.stringValue ?? "")", as: "ungranted")
        #expect(hidden.status == (kind == .cloud ? 403 : 404))
        #expect(try site.ask("\(path)/\(id.stringValue ?? "")", .delete, as: "mira").status == 204)
        #expect(try site.ask("\(path)/\(id.stringValue ?? "")", as: "mira").status == (kind == .cloud ? 403 : 404))
    }

    @Test(
        "those of the site are its administrators' to make, and everybody's to see",
        arguments: ConfluenceSite.Acme.allCases)
    func ofSite(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try site.ask(Self.path(kind), .post, as: "mira", body: Self.draft("G")).status == 403)
        #expect(try site.ask(Self.path(kind), .post, as: "jonas", body: Self.draft("G")).status == 200)
        let list = try JSONReader.read(site.ask("\(Self.path(kind))/page", as: "ungranted").body)
        #expect(list["results"]?.arrayValue?.map { $0["name"] } == ["G"])
        #expect(try site.ask(Self.path(kind), .post, as: "jonas", body: ["name": "No body"]).status == 400)
    }

    @Test("a site file and Swift describe them alike", arguments: ConfluenceSite.Acme.allCases)
    func described(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) { site in
            site.templates = [TemplateDefinition(name: "Everywhere")]
            site.spaces[0].templates = [TemplateDefinition(name: "Here", body: "<p>b</p>", labels: ["a"])]
        }
        let everywhere = try JSONReader.read(site.ask("\(Self.path(kind))/page", as: "mira").body)
        #expect(everywhere["results"]?.arrayValue?.map { $0["name"] } == ["Everywhere"])
        let query = [QueryItem("spaceKey", site.definition.spaces[0].key)]
        let here = try JSONReader.read(site.ask("\(Self.path(kind))/page", query: query, as: "mira").body)
        #expect(here["results"]?.arrayValue?.map { $0["name"] } == ["Here"])
    }

    @Test("blueprints are listed, and one is shown with its body", arguments: ConfluenceSite.Acme.allCases)
    func blueprints(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let list = try JSONReader.read(site.ask("\(Self.path(kind))/blueprint", as: "reader-bot").body)
        let first = try #require(list["results"]?[0])
        #expect(first["originalTemplate"]?["pluginKey"] == .string(Blueprint.pluginKey))
        let id = try #require(first["templateId"]?.stringValue)
        let one = try site.ask("\(Self.path(kind))/\(PercentEncoding.encode(id, allowed: .pathSegment))", as: "mira")
        #expect(try JSONReader.read(one.body)["body"]?["storage"]?["value"]?.stringValue?.isEmpty == false)
    }
}
