import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("Properties of content and of spaces")
struct PropertyTests {
    private static let page = "/rest/api/content/98311/property"

    @Test(
        "a property is made, read, changed by its next version, and taken away", arguments: ConfluenceSite.Acme.allCases
    )
    func byKey(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let draft: JSON = ["key": "editor", "value": ["name": "v2"]]
        let made = try site.read(Self.page, .post, as: "writer-bot", body: draft)
        #expect(made.number("version", "number") == 1)
        #expect(made.text("value", "name") == "v2")
        #expect(made.text("_expandable", "content") == "/rest/api/content/98311")
        #expect(made.text("_links", "self") == "\(site.url)\(Self.page)/editor")
        let again = try site.read(Self.page, .post, as: "writer-bot", body: draft, expect: 409)
        #expect(again.text("message")?.hasSuffix("jsonproperty.duplicate.key") == true)

        func update(_ version: Int64, expect status: Int) throws -> JSON {
            let body: JSON = [
                "key": "editor", "value": "v3", "version": ["number": .integer(version), "message": "m"],
            ]
            return try site.read("\(Self.page)/editor", .put, as: "writer-bot", body: body, expect: status)
        }
        #expect(try update(1, expect: 409).text("message")?.hasSuffix("Latest version is 1") == true)
        let changed = try update(2, expect: 200)
        #expect(changed.text("value") == "v3")
        #expect(changed.text("id") == made.text("id"))
        #expect(changed.text("version", "message") == "m")

        #expect(try site.read(Self.page).results("key") == ["editor"])
        let expanded = try site.read("/rest/api/content/98311", .get, ["expand": "metadata.properties"])
        #expect(expanded["metadata"]?["properties"]?.text("editor", "value") == "v3")
        _ = try site.read("\(Self.page)/editor", .delete, as: "writer-bot", expect: 204)
        let gone = try site.read("\(Self.page)/editor", expect: 404)
        #expect(gone.text("message")?.contains("No content property found with key: editor") == true)
    }

    @Test(
        "a put of the first version makes the property, and a post may name the key in its path",
        arguments: ConfluenceSite.Acme.allCases)
    func putMakes(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let first: JSON = ["value": 1, "version": ["number": 1]]
        #expect(try site.read("\(Self.page)/a", .put, as: "writer-bot", body: first).number("value") == 1)
        _ = try site.read(
            "\(Self.page)/b", .put, as: "writer-bot", body: ["value": 1, "version": ["number": 2]], expect: 404)
        #expect(try site.read("\(Self.page)/b", .post, as: "writer-bot", body: ["value": [1, 2]]).text("key") == "b")
        _ = try site.read("\(Self.page)/b", .post, as: "writer-bot", body: ["key": "c", "value": 1], expect: 400)
    }

    @Test("properties that come with a page are set, without a version", arguments: ConfluenceSite.Acme.allCases)
    func withThePage(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func page(_ width: String, _ more: JSON) throws -> JSON {
            var body = more
            body["type"] = "page"
            body["title"] = "Wide"
            body["metadata"] = ["properties": ["width": ["value": .string(width)], "_expandable": [:]]]
            return body
        }
        func width(of id: String) throws -> JSON { try site.read("/rest/api/content/\(id)/property/width") }
        let made = try site.read(
            "/rest/api/content", .post, as: "writer-bot", body: page("full", ["space": ["key": "DOCS"]]))
        let id = try #require(made.text("id"))
        #expect(try width(of: id).text("value") == "full")
        for (number, value) in [(2, "full"), (3, "fixed")] {
            _ = try site.read(
                "/rest/api/content/\(id)", .put, as: "writer-bot",
                body: page(value, ["version": ["number": .integer(Int64(number))]]))
        }
        #expect(try width(of: id).text("value") == "fixed")
        #expect(try width(of: id).number("version", "number") == 2)
        #expect(try site.read("/rest/api/content/\(id)/property").results("key") == ["width"])
    }

    @Test("who may only look can't change a property", arguments: ConfluenceSite.Acme.allCases)
    func rights(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        _ = try site.read(Self.page, .post, as: "writer-bot", body: ["key": "k", "value": 1])
        #expect(try site.read("\(Self.page)/k", as: "reader-bot").number("value") == 1)
        for (path, method) in [(Self.page, Request.Method.post), ("\(Self.page)/k", .put), ("\(Self.page)/k", .delete)]
        {
            let body: JSON? = method == .delete ? nil : ["key": "k", "value": 2, "version": ["number": 2]]
            _ = try site.read(path, method, as: "reader-bot", body: body, expect: 403)
        }
        _ = try site.read(
            "/rest/api/space/DOCS/property", .post, as: "reader-bot", body: ["key": "k", "value": 1], expect: 403)
        #expect(try site.read("\(Self.page)/k").number("value") == 1)
    }

    @Test("a value that is too long is refused", arguments: ConfluenceSite.Acme.allCases)
    func tooLong(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = ["key": "k", "value": .string(String(repeating: "x", count: 32767))]
        _ = try site.read(Self.page, .post, as: "writer-bot", body: body, expect: 413)
    }

    @Test(
        "spaces have properties of their own, changed by who administers them", arguments: ConfluenceSite.Acme.allCases)
    func spaces(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = "/rest/api/space/DOCS/property"
        let made = try site.read(path, .post, body: ["key": "theme", "value": ["colour": "red"]])
        #expect(made.text("_expandable", "space") == "/rest/api/space/DOCS")
        _ = try site.read("\(path)/theme", .put, body: ["value": "blue", "version": ["number": 2]])
        #expect(try site.read("\(path)/theme").text("value") == "blue")
        #expect(try site.read(path).results("key") == ["theme"])
        _ = try site.read("\(path)/theme", .delete, expect: 204)
        #expect(try site.read(path).results("key") == [])
    }

    @Test("v2 names properties by their ids", arguments: ["pages/98311", "attachments/%", "comments/%"])
    func byID(place: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let owner: String
        if place.hasPrefix("attachments") {
            let files = try site.read("/rest/api/content/98311/child/attachment")
            owner = "/api/v2/attachments/\(try #require(files.results("id").first))"
        } else if place.hasPrefix("comments") {
            let comment = try site.read(
                "/rest/api/content", .post, as: "writer-bot",
                body: [
                    "type": "comment", "container": ["id": "98311", "type": "page"],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
            owner = "/api/v2/comments/\(comment.text("id") ?? "")"
        } else {
            owner = "/api/v2/\(place)"
        }
        let made = try site.read(
            "\(owner)/properties", .post, as: "writer-bot", body: ["key": "k", "value": [true, nil]])
        let id = try #require(made.text("id"))
        #expect(made["value"] == [true, nil])
        #expect(made["version"]?["authorId"]?.stringValue != nil)
        _ = try site.read("\(owner)/properties", .post, as: "writer-bot", body: ["key": "k", "value": 1], expect: 409)
        let update: JSON = ["key": "k", "value": 5, "version": ["number": 2, "message": "five"]]
        #expect(
            try site.read("\(owner)/properties/\(id)", .put, as: "writer-bot", body: update).number("version", "number")
                == 2)
        _ = try site.read("\(owner)/properties/\(id)", .put, as: "writer-bot", body: update, expect: 409)
        #expect(try site.read("\(owner)/properties", .get, ["key": "k"]).results("id") == [id])
        #expect(try site.read("\(owner)/properties", .get, ["key": "other"]).results("id") == [])
        _ = try site.read("\(owner)/properties/\(id)", .delete, as: "writer-bot", expect: 204)
        _ = try site.read("\(owner)/properties/\(id)", expect: 404)
    }

    @Test("v2 answers a new property of a space with 201, and tells who made it")
    func spacesByID() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let id = try site.spaceID("DOCS")
        let made = try site.read("/api/v2/spaces/\(id)/properties", .post, body: ["key": "k", "value": 1], expect: 201)
        #expect(made.text("createdBy") == (try site.user("mira").accountID))
        #expect(made.text("version", "createdBy") == made.text("createdBy"))
        #expect(try site.read("/api/v2/spaces/\(id)/properties/\(made.text("id") ?? "")").number("value") == 1)
        // A page's number is no blog post's.
        _ = try site.read("/api/v2/blogposts/98311/properties", expect: 404)
    }
}
