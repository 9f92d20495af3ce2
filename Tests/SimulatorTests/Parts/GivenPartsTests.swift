import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Comments, properties and labels that a site starts with")
struct GivenPartsTests {
    private static func site(_ deployment: Site.Deployment) throws -> ConfluenceSite {
        try ConfluenceSite(
            Site(deployment) {
                User("mira") {
                    Token("mira-token", kind: deployment == .cloud ? .apiToken : .personalAccessToken)
                }
                User("jonas")
                Space("DOCS", name: "Documentation") {
                    Permission(.user("mira"), .all)
                    Label("handbook")
                    Label("team:support")
                    Property("owner", ["team": "support"])
                    Page("Refunds", id: 500, body: "<p>thirty days, or thirty days more</p>") {
                        Property("editor", "v2")
                        PageComment("<p>Why?</p>", id: 501, by: "jonas", created: "2025-11-30T09:00:00Z") {
                            Reply("<p>Law</p>", by: "mira") { Reply("<p>Thanks</p>", by: "jonas") }
                        }
                        PageComment(
                            "<p>More?</p>", id: 502, by: "jonas", about: "thirty days", occurrence: 2, resolved: true
                        ) {
                            Reply("<p>Yes</p>", id: 503)
                        }
                    }
                }
            })
    }

    private static let both: [Site.Deployment] = [.cloud, .dataCenter("9.2.0")]

    @Test("comments have their authors, dates, threads and places", arguments: both)
    func comments(deployment: Site.Deployment) throws {
        let site = try Self.site(deployment)
        let list = "/rest/api/content/500/child/comment"
        let expand = ["expand": "history,extensions.inlineProperties,extensions.resolution"]
        let shown = try site.read(list, .get, expand)
        #expect(shown.results("id") == ["501", "502"])
        let footer = shown["results"]?[0]
        #expect(footer?.text("history", "createdBy", "displayName") == "jonas")
        #expect(footer?.text("history", "createdDate")?.hasPrefix("2025-11-30T09:00:00") == true)
        #expect(footer?.text("extensions", "location") == "footer")
        let inline = shown["results"]?[1]?["extensions"]
        #expect(inline?.text("location") == "inline")
        #expect(inline?.text("inlineProperties", "originalSelection") == "thirty days")
        #expect(inline?.text("resolution", "status") == "resolved")
        #expect(try site.read(list, .get, ["depth": "all"]).results("id").count == 5)
        let reply = try site.read("/rest/api/content/503", .get, ["expand": "history,ancestors,extensions"])
        #expect(reply["ancestors"]?[0]?.text("id") == "502")
        #expect(reply.text("extensions", "location") == "inline")
        #expect(reply.text("history", "createdBy", "displayName") == "jonas")
        let body = try site.read("/rest/api/content/500", .get, ["expand": "body.storage"])["body"]
        let ref = try #require(inline?.text("inlineProperties", "markerRef"))
        #expect(
            body?.text("storage", "value")
                == "<p>thirty days, or <ac:inline-comment-marker ac:ref=\"\(ref)\">thirty days"
                + "</ac:inline-comment-marker> more</p>")
    }

    @Test("properties and labels stand on page and space", arguments: both)
    func properties(deployment: Site.Deployment) throws {
        let site = try Self.site(deployment)
        #expect(try site.read("/rest/api/content/500/property/editor").text("value") == "v2")
        let owner = try site.read("/rest/api/space/DOCS/property/owner")
        #expect(owner.text("value", "team") == "support")
        #expect(owner.number("version", "number") == 1)
        let space = try site.read("/rest/api/space/DOCS", .get, ["expand": "metadata.labels"])
        let labels = space["metadata"]?["labels"]
        #expect(labels?.results("prefix") == ["global", "team"])
        #expect(labels?.results("name") == ["handbook", "support"])
    }

    @Test("an export brings them back", arguments: both)
    func export(deployment: Site.Deployment) throws {
        let exported = try Self.site(deployment).simulator.export()
        let copy = try ConfluenceSite(exported)
        #expect(try copy.simulator.export() == exported)
        #expect(try copy.read("/rest/api/content/500/child/comment").results("id") == ["501", "502"])
        #expect(try copy.read("/rest/api/content/500/property/editor").text("value") == "v2")
    }

    @Test("a text that the page does not show so often is named")
    func absentText() throws {
        let site = Site(.cloud) {
            User("mira")
            Space("DOCS") {
                Page("Refunds", body: "<p>ten days</p>") { PageComment("<p>?</p>", about: "days", occurrence: 2) }
            }
        }
        let error = try #require(throws: (any Error).self) { try ConfluenceSite(site) }
        #expect("\(error)".contains("page 'Refunds'"))
        #expect(
            "\(error)".contains("a comment is about “days” (occurrence 2), which a reader of the page sees 1 times"))
    }

    @Test("what apps keep on a page is there with its type, body and author")
    func customContent() throws {
        let site = try ConfluenceSite(
            Site(.cloud) {
                User("mira") { Token("mira-token", kind: .apiToken) }
                User("jonas")
                Space("DOCS") {
                    Permission(.user("mira"), .all)
                    Page("Refunds", id: 500) {
                        CustomContent(
                            "ac:tasks-app:task", title: "Renew", id: 510, body: "<p>Ask legal</p>", by: "jonas",
                            created: "2025-11-30T09:00:00Z")
                        CustomContent("forge:app:environment:note", title: "Seen", id: 511, raw: "{\"a\":1}")
                    }
                }
            })
        let task = try site.read("/api/v2/custom-content/510", .get, ["body-format": "storage"])
        #expect(task.text("type") == "ac:tasks-app:task" && task.text("pageId") == "500")
        #expect(task.text("body", "storage", "value") == "<p>Ask legal</p>")
        #expect(task.text("createdAt")?.hasPrefix("2025-11-30T09:00:00") == true)
        #expect(task.text("authorId") != (try site.read("/api/v2/pages/500").text("authorId")))
        let note = try site.read("/api/v2/custom-content/511", .get, ["body-format": "raw"])
        #expect(note.text("body", "raw", "value") == "{\"a\":1}")
        let found = try site.read("/api/v2/pages/500/custom-content", .get, ["type": "ac:tasks-app:task"])
        #expect(found.results("id") == ["510"])
    }
}
