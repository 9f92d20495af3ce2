import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// Asks as the page view of Data Center 9.5.4 does; its requests were kept by hxmn/confed.
@Suite("Inline comments as Data Center's pages ask for them")
struct AnnotationTests {
    private static let path = "/rest/inlinecomments/1.0/comments"

    private static func site(_ body: String = "<p>Refunds take thirty days.</p>") throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(.dataCenter)
        try write(body, version: 2, on: site)
        return site
    }

    private static func write(_ body: String, version: Int64, on site: ConfluenceSite) throws {
        _ = try site.read(
            "/rest/api/content/98311", .put, as: "writer-bot",
            body: [
                "type": "page", "title": "Refund policy", "version": ["number": .integer(version)],
                "body": ["storage": ["value": .string(body), "representation": "storage"]],
            ])
    }

    private static func selection(_ text: String, _ index: Int64 = 0, of count: Int64 = 1, page: String = "98311")
        -> JSON
    {
        [
            "originalSelection": .string(text), "body": "<p>why?</p>", "matchIndex": .integer(index),
            "numMatches": .integer(count), "serializedHighlights": "[]", "containerId": .string(page),
            "containerVersion": "2", "parentCommentId": "0", "lastFetchTime": "1790925148073",
            "hasDeletePermission": true, "hasEditPermission": true, "hasResolvePermission": true,
            "resolveProperties": ["resolved": false, "resolvedTime": 0], "deleted": false,
        ]
    }

    private static func list(_ site: ConfluenceSite, as user: String = "mira") throws -> [JSON] {
        try site.read(path, .get, ["containerId": "98311"], as: user).arrayValue ?? []
    }

    @Test("one is made, answered, settled and opened again, and REST v1 tells the same")
    func thread() throws {
        let site = try Self.site()
        let made = try site.read(Self.path, .post, as: "writer-bot", body: Self.selection("thirty days"))
        let id = try #require(made.number("id"))
        #expect(made.text("authorUserName") == "writer-bot" && made.text("body") == "<p>why?</p>")
        #expect(made.number("lastModificationDate") != nil && made.number("containerVersion") == 0)
        let ref = try #require(made.text("markerRef"))
        let page = try site.read("/rest/api/content/98311", .get, ["expand": "body.storage,version"])
        #expect(page["body"]?.text("storage", "value")?.contains("ac:ref=\"\(ref)\"") == true)
        #expect(page.number("version", "number") == 2)

        let reply = try site.read(
            "\(Self.path)/\(id)/replies", .post, ["containerId": "98311"],
            body: ["body": "<p>so</p>", "commentId": .integer(id)])
        let replyID = try #require(reply.number("id"))
        #expect(reply.number("commentId") == id)
        let second = try site.read(
            "\(Self.path)/\(replyID)/replies", .post, ["containerId": "98311"], body: ["body": "<p>there</p>"])
        #expect(second.number("commentId") == id, "what answers a reply stands beside it")
        let replies = try #require(site.read("\(Self.path)/\(id)/replies").arrayValue)
        #expect(replies.compactMap { $0.text("body") } == ["<p>so</p>", "<p>there</p>"])
        #expect(try site.read("\(Self.path)/replies/\(replyID)/commentId") == .integer(id))

        let edited = try site.read("\(Self.path)/\(id)", .put, as: "writer-bot", body: ["body": "<p>why not?</p>"])
        #expect(edited.text("body") == "<p>why not?</p>")
        _ = try site.read("\(Self.path)/\(id)", .put, as: "reader-bot", body: ["body": "<p>no</p>"], expect: 403)

        let settled = try site.read(
            "\(Self.path)/\(id)/resolve/true/dangling/false", .put, body: Self.selection("thirty days"))
        #expect(settled["resolveProperties"]?["resolved"] == true)
        #expect(settled["resolveProperties"]?.text("resolvedUser") == "Mira Okafor")
        let expand = ["expand": "extensions.resolution"]
        func status() throws -> String? {
            try site.read("/rest/api/content/\(id)", .get, expand)["extensions"]?.text("resolution", "status")
        }
        #expect(try status() == "resolved")
        #expect(try Self.list(site).first?["resolveProperties"]?["resolved"] == true)
        let opened = try site.read("\(Self.path)/\(id)/resolve/false/dangling/false", .put, body: [:])
        #expect(opened["resolveProperties"]?["resolved"] == false)
        #expect(try status() == "reopened")
        let gone = try site.read("\(Self.path)/\(id)/resolve/true/dangling/true", .put, body: [:])
        #expect(gone["resolveProperties"]?["resolvedByDangling"] == true)
        #expect(try status() == "dangling")

        _ = try site.read("\(Self.path)/\(id)", .delete, expect: 204)
        #expect(try Self.list(site).isEmpty)
    }

    @Test("those that REST v1 made are listed, footer comments are not, and one whose text is gone is settled")
    func listed() throws {
        let site = try Self.site()
        let v1: JSON = [
            "type": "comment", "container": ["id": "98311", "type": "page"],
            "body": ["storage": ["value": "<p>seen</p>", "representation": "storage"]],
            "extensions": [
                "location": "inline",
                "inlineProperties": [
                    "originalSelection": "thirty days", "numMatches": 1, "matchIndex": 0, "lastFetchTime": "1",
                    "serializedHighlights": "[]",
                ],
            ],
        ]
        let made = try site.read("/rest/api/content", .post, as: "writer-bot", body: v1)
        var footer = v1
        footer["extensions"] = ["location": "footer"]
        _ = try site.read("/rest/api/content", .post, as: "writer-bot", body: footer)
        let row = try #require(Self.list(site).first)
        #expect(try Self.list(site).count == 1 && row.number("id").map(String.init) == made.text("id"))
        #expect(row.text("originalSelection") == "thirty days" && row.number("parentCommentId") == 0)
        #expect(row.text("lastModificationDate") != nil && row["resolveProperties"]?["resolved"] == false)
        try Self.write("<p>Refunds take a while.</p>", version: 3, on: site)
        let after = try #require(Self.list(site).first?["resolveProperties"])
        #expect(after["resolved"] == true && after["resolvedByDangling"] == true)
        #expect(after.text("resolvedUser") == "Writer Bot")
    }

    @Test(
        "a text that is not where it is looked for is refused, and changes nothing",
        arguments: [("forty days", 0, 1), ("thirty days", 1, 1), ("thirty days", 0, 3), ("", 0, 1)]
            as [(
                String, Int64, Int64
            )])
    func selection(text: String, index: Int64, count: Int64) throws {
        let site = try Self.site()
        _ = try site.read(
            Self.path, .post, as: "writer-bot", body: Self.selection(text, index, of: count), expect: 412)
        #expect(try Self.list(site).isEmpty)
    }

    @Test("who may not view the page finds none, and who may not comment makes and settles none")
    func rights() throws {
        let site = try Self.site()
        let made = try site.read(Self.path, .post, as: "writer-bot", body: Self.selection("thirty days"))
        let id = try #require(made.number("id"))
        let row = try #require(Self.list(site, as: "reader-bot").first)
        #expect(row["hasReplyPermission"] == false && row["hasEditPermission"] == false)
        _ = try site.read(
            Self.path, .post, as: "reader-bot", body: Self.selection("thirty days"), expect: 403)
        _ = try site.read(
            "\(Self.path)/\(id)/replies", .post, as: "reader-bot", body: ["body": "<p>no</p>"], expect: 403)
        _ = try site.read(
            "\(Self.path)/\(id)/resolve/true/dangling/false", .put, as: "reader-bot", body: [:], expect: 403)
        _ = try site.read(Self.path, .get, ["containerId": "98320"], as: "reader-bot", expect: 404)
        _ = try site.read(Self.path, .get, ["containerId": "98311"], as: "ungranted", expect: 404)
        _ = try site.read("\(Self.path)/\(id)/replies", as: "ungranted", expect: 404)
        _ = try site.read(Self.path, as: "reader-bot", expect: 400)
        _ = try site.read("\(Self.path)/98311/replies", as: "reader-bot", expect: 404)
    }
}
