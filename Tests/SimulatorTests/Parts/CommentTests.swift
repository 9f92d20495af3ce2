import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Comments")
struct CommentTests {
    private static func draft(
        _ text: String, inReplyTo parent: String? = nil, inline: JSON? = nil, page: String = "98311"
    ) -> JSON {
        var body: JSON = [
            "type": "comment", "container": ["id": .string(page), "type": "page"],
            "body": ["storage": ["value": .string("<p>\(text)</p>"), "representation": "storage"]],
        ]
        if let parent { body["ancestors"] = [["id": .string(parent)]] }
        if let inline { body["extensions"] = ["location": "inline", "inlineProperties": inline] }
        return body
    }

    private static let selection: JSON = [
        "originalSelection": "thirty days", "numMatches": 1, "matchIndex": 0, "lastFetchTime": "1700000000000",
        "serializedHighlights": "[[\"thirty days\",\"123:1:0:0\",0,2]]",
    ]

    /// A page whose body is known, in place of Acme's.
    private static func site(_ kind: ConfluenceSite.Acme) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(kind)
        try write("<p>Refunds take thirty days.</p>", version: 2, on: site)
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

    private static func body(of site: ConfluenceSite) throws -> String {
        let page = try site.read("/rest/api/content/98311", .get, ["expand": "body.storage"])
        return page["body"]?.text("storage", "value") ?? ""
    }

    @Test(
        "a reply stands below what it answers, and in the list only where the depth is all",
        arguments: ConfluenceSite.Acme.allCases)
    func threads(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind)
        let top = try site.read("/rest/api/content", .post, as: "writer-bot", body: Self.draft("top"))
        let id = try #require(top.text("id"))
        #expect(top.text("title") == "Re: Refund policy")
        let reply = try site.read(
            "/rest/api/content", .post, as: "writer-bot", body: Self.draft("reply", inReplyTo: id))
        let list = "/rest/api/content/98311/child/comment"
        #expect(try site.read(list).results("id") == [id])
        #expect(try site.read(list, .get, ["depth": "all"]).results("id") == [id, reply.text("id")])
        #expect(try site.read("/rest/api/content/\(id)/child/comment").results("id") == [reply.text("id")])
        let expand = ["expand": "ancestors,container,extensions.resolution"]
        let shown = try site.read("/rest/api/content/\(reply.text("id") ?? "")", .get, expand)
        #expect(shown["ancestors"]?[0]?.text("id") == id)
        #expect(shown.text("container", "id") == "98311")
        #expect(shown.text("extensions", "location") == "footer")
        #expect(shown["extensions"]?.text("resolution", "status") == "open")
        // What answers a comment stays when that goes.
        _ = try site.read("/rest/api/content/\(id)", .delete, expect: 204)
        #expect(try site.read(list).results("id") == [reply.text("id")])
    }

    @Test("an inline comment marks its text, and dangles while that is gone", arguments: ConfluenceSite.Acme.allCases)
    func inline(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind)
        let made = try site.read(
            "/rest/api/content", .post, as: "writer-bot", body: Self.draft("why?", inline: Self.selection))
        let list = "/rest/api/content/98311/child/comment"
        let expand = ["expand": "extensions.inlineProperties,extensions.resolution"]
        func shown() throws -> JSON? { try site.read(list, .get, expand)["results"]?[0]?["extensions"] }
        let ref = try #require(shown()?.text("inlineProperties", "markerRef"))
        let marked =
            "<p>Refunds take <ac:inline-comment-marker ac:ref=\"\(ref)\">thirty days</ac:inline-comment-marker>.</p>"
        #expect(try Self.body(of: site) == marked)
        #expect(try site.read("/rest/api/content/98311").number("version", "number") == 2)
        #expect(try site.read(list, .get, ["location": "inline"]).results("id") == [made.text("id")])
        #expect(try site.read(list, .get, ["location": "footer"]).results("id") == [])

        try Self.write("<p>Refunds take ten days.</p>", version: 3, on: site)
        #expect(try shown()?.text("resolution", "status") == "dangling")
        #expect(try site.read(list, .get, ["location": "inline"]).results("id") == [])
        #expect(try site.read(list, .get, ["location": "resolved"]).results("id") == [made.text("id")])
        try Self.write(marked, version: 4, on: site)
        #expect(try shown()?.text("resolution", "status") == "open")
    }

    @Test("Data Center wants what its editor knows of a selection")
    func incompleteSelection() throws {
        let site = try Self.site(.dataCenter)
        let refused = try site.read(
            "/rest/api/content", .post, as: "writer-bot",
            body: Self.draft("why?", inline: ["originalSelection": "thirty days"]), expect: 400)
        #expect(refused.text("message") == "Could not create content with type comment")
        let keys = refused["data"]?["errors"]?.arrayValue?.compactMap { $0.text("message", "key") }
        #expect(keys == ["matchIndex", "lastFetchTime", "serializedHighlights"])
        #expect(try Self.body(of: site) == "<p>Refunds take thirty days.</p>")
    }

    @Test("who may not comment doesn't", arguments: ConfluenceSite.Acme.allCases)
    func rights(kind: ConfluenceSite.Acme) throws {
        let site = try Self.site(kind)
        _ = try site.read("/rest/api/content", .post, as: "reader-bot", body: Self.draft("no"), expect: 403)
        #expect(try site.read("/rest/api/content/98311/child/comment").results("id") == [])
    }
}

@Suite("Comments in v2")
struct CommentV2Tests {
    private static func written(_ text: String) -> JSON {
        ["representation": "storage", "value": .string("<p>\(text)</p>")]
    }

    private static func site() throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.read(
            "/api/v2/pages/98311", .put, as: "writer-bot",
            body: [
                "id": "98311", "status": "current", "title": "Refund policy", "version": ["number": 2],
                "body": ["representation": "storage", "value": "<p>one two one</p>"],
            ])
        return site
    }

    private static func inline(_ index: Int64, count: Int64 = 2) -> JSON {
        [
            "pageId": "98311", "body": written("hm"),
            "inlineCommentProperties": [
                "textSelection": "one", "textSelectionMatchCount": .integer(count),
                "textSelectionMatchIndex": .integer(index),
            ],
        ]
    }

    @Test("footer comments are made, answered, changed and taken away")
    func footer() throws {
        let site = try Self.site()
        let path = "/api/v2/footer-comments"
        let made = try site.read(
            path, .post, as: "writer-bot", body: ["pageId": "98311", "body": Self.written("a")], expect: 201)
        let id = try #require(made.text("id"))
        #expect(made.text("pageId") == "98311" && made.text("resolutionStatus") == "open")
        #expect(made["body"]?.text("storage", "value") == "<p>a</p>")
        let reply = try site.read(
            path, .post, as: "writer-bot", body: ["parentCommentId": .string(id), "body": Self.written("b")],
            expect: 201)
        #expect(reply.text("parentCommentId") == id)
        #expect(try site.read("/api/v2/pages/98311/footer-comments").results("id") == [id])
        #expect(try site.read("\(path)/\(id)/children").results("id") == [reply.text("id")])
        #expect(try site.read(path).results("id") == [id, reply.text("id")])
        #expect(try site.read("/api/v2/pages/98311/inline-comments").results("id") == [])
        _ = try site.read("/api/v2/inline-comments/\(id)", expect: 404)
        #expect(
            try site.read("\(path)/\(id)", .get, ["body-format": "view"])["body"]?.text("view", "value") == "<p>a</p>")
        #expect(try site.read("\(path)/\(id)")["body"] == [:])

        let update: JSON = ["version": ["number": 2, "message": "again"], "body": Self.written("c")]
        #expect(try site.read("\(path)/\(id)", .put, as: "writer-bot", body: update).number("version", "number") == 2)
        _ = try site.read("\(path)/\(id)", .put, as: "writer-bot", body: update, expect: 409)
        _ = try site.read("\(path)/\(id)", .put, as: "reader-bot", body: update, expect: 404)
        _ = try site.read("\(path)/\(id)", .delete, expect: 204)
        _ = try site.read("\(path)/\(id)", expect: 404)
        #expect(try site.read("/api/v2/pages/98311/footer-comments").results("id") == [reply.text("id")])
    }

    @Test("a file can be commented on")
    func onAttachment() throws {
        let site = try Self.site()
        let file = try #require(try site.read("/rest/api/content/98311/child/attachment").results("id").first)
        let made = try site.read(
            "/api/v2/footer-comments", .post, as: "writer-bot",
            body: ["attachmentId": .string(file), "body": Self.written("a")], expect: 201)
        #expect(made.text("attachmentId") == file)
        #expect(try site.read("/api/v2/attachments/\(file)/footer-comments").results("id") == [made.text("id")])
        #expect(try site.read("/api/v2/pages/98311/footer-comments").results("id") == [])
    }

    @Test("an inline comment marks the place that is meant, can be settled, opened again, and can't while it dangles")
    func inline() throws {
        let site = try Self.site()
        let path = "/api/v2/inline-comments"
        let made = try site.read(path, .post, as: "writer-bot", body: Self.inline(1), expect: 201)
        let id = try #require(made.text("id"))
        let ref = try #require(made["properties"]?.text("inlineMarkerRef"))
        #expect(made["properties"]?.text("inline-original-selection") == "one")
        #expect(made["resolutionLastModifierId"] == .null)
        let page = try site.read("/api/v2/pages/98311", .get, ["body-format": "storage"])
        #expect(
            page["body"]?.text("storage", "value")
                == "<p>one two <ac:inline-comment-marker ac:ref=\"\(ref)\">one</ac:inline-comment-marker></p>")

        // Settling is for all who may comment, editing is not.
        let resolved = try site.read("\(path)/\(id)", .put, body: ["version": ["number": 2], "resolved": true])
        #expect(resolved.text("resolutionStatus") == "resolved")
        #expect(resolved.text("resolutionLastModifierId") == (try site.user("mira").accountID))
        #expect(
            try site.read("/api/v2/pages/98311/inline-comments", .get, ["resolution-status": "open"]).results("id")
                == [])
        #expect(
            try site.read("/api/v2/pages/98311/inline-comments", .get, ["resolution-status": "resolved"]).results("id")
                == [id])
        let reopened = try site.read("\(path)/\(id)", .put, as: "writer-bot", body: ["resolved": false])
        #expect(reopened.text("resolutionStatus") == "reopened")

        _ = try site.read(
            "/api/v2/pages/98311", .put, as: "writer-bot",
            body: [
                "id": "98311", "status": "current", "title": "Refund policy", "version": ["number": 3],
                "body": ["representation": "storage", "value": "<p>none</p>"],
            ])
        #expect(try site.read("\(path)/\(id)").text("resolutionStatus") == "dangling")
        _ = try site.read("\(path)/\(id)", .put, as: "writer-bot", body: ["resolved": true], expect: 400)
    }

    @Test("a selection that is not there makes no comment", arguments: [(5, 2), (0, 7)] as [(Int64, Int64)])
    func missingSelection(index: Int64, count: Int64) throws {
        let site = try Self.site()
        _ = try site.read(
            "/api/v2/inline-comments", .post, as: "writer-bot", body: Self.inline(index, count: count), expect: 400)
        #expect(try site.read("/api/v2/inline-comments").results("id") == [])
    }
}
