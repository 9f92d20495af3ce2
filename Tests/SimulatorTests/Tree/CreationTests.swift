import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("What is created is answered with what was asked for")
struct CreationTests {
    private static func body(_ title: String, type: String = "page") -> JSON {
        [
            "type": .string(type), "title": .string(title), "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>New</p>", "representation": "storage"]],
        ]
    }

    @Test("expand names the parts, in place of the usual ones", arguments: ConfluenceSite.Acme.allCases)
    func expanded(_ kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let usual = try site.json("/rest/api/content", .post, body: Self.body("One"))
        #expect(usual["body"]?["storage"]?["value"] == "<p>New</p>")
        #expect(usual["space"]?["key"] == "DOCS" && usual["version"]?["number"] == 1)
        #expect(usual["metadata"]?["labels"] == nil && usual["body"]?["view"] == nil)
        let asked = try site.json(
            "/rest/api/content", .post, ["expand": "body.view,metadata.labels"], body: Self.body("Two"))
        #expect(asked["body"]?["view"]?["value"] == "<p>New</p>")
        #expect(asked["metadata"]?["labels"]?["results"] == [])
        #expect(asked["body"]?["storage"] == nil && asked["space"] == nil && asked["version"] == nil)
    }
}
