import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Levels of classification, and redacting, on Cloud")
struct ClassificationTests {
    private static func site(_ change: (inout SiteDefinition) -> Void = { _ in }) throws -> ConfluenceSite {
        try ConfluenceSite.acme(.cloud) { site in
            site.classificationLevels = [
                ClassificationLevelDefinition(id: "c1", name: "Public", color: .green),
                ClassificationLevelDefinition(id: "c2", name: "Secret", guideline: "Tell nobody", color: .redBold),
                ClassificationLevelDefinition(id: "c3", name: "Coming", status: .draft),
            ]
            site.settings.guardPremium = true
            change(&site)
        }
    }

    private static let page = "/api/v2/pages/98311/classification-level"

    @Test("a page has its own level, or its space's")
    func levels() throws {
        let site = try Self.site()
        let all = try site.read("/api/v2/classification-levels", as: "reader-bot")
        #expect(all.arrayValue?.compactMap { $0.text("name") } == ["Public", "Secret", "Coming"])
        #expect(all[1]?.text("color") == "RED_BOLD" && all[1]?.text("status") == "PUBLISHED")
        _ = try site.read(Self.page, as: "reader-bot", expect: 404)

        let space = "/api/v2/spaces/\(try site.spaceID("DOCS"))/classification-level/default"
        _ = try site.read(space, expect: 404)
        _ = try site.read(space, .put, as: "writer-bot", body: ["id": "c1"], expect: 404)
        _ = try site.read(space, .put, body: ["id": "c3"], expect: 400)
        _ = try site.read(space, .put, body: ["id": "c1"], expect: 204)
        #expect(try site.read(space, as: "reader-bot").text("id") == "c1")
        #expect(try site.read(Self.page, as: "reader-bot").text("id") == "c1")

        let level: JSON = ["id": "c2", "status": "current"]
        _ = try site.read(Self.page, .put, as: "reader-bot", body: level, expect: 404)
        _ = try site.read(Self.page, .put, as: "writer-bot", body: ["id": "c2"], expect: 400)
        _ = try site.read(Self.page, .put, as: "writer-bot", body: level, expect: 204)
        #expect(try site.read(Self.page, as: "reader-bot").text("guideline") == "Tell nobody")
        _ = try site.read(Self.page, as: "ungranted", expect: 404)
        _ = try site.read("\(Self.page)/reset", .post, as: "writer-bot", body: ["status": "current"], expect: 204)
        #expect(try site.read(Self.page).text("id") == "c1")
        _ = try site.read(space, .delete, expect: 204)
        _ = try site.read(Self.page, expect: 404)
        // An export brings levels and classifications along.
        _ = try site.read(Self.page, .put, as: "writer-bot", body: level, expect: 204)
        #expect(try ConfluenceSite(site.simulator.export()).read(Self.page).text("id") == "c2")
    }

    @Test("a site without levels answers as one whose edition has none")
    func unentitled() throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.read("/api/v2/classification-levels", expect: 404)
        _ = try site.read(Self.page, expect: 404)
        let put = try site.read(Self.page, .put, body: ["id": "c1", "status": "current"], expect: 404)
        #expect(put["errors"]?[0]?.text("title") == "Not Found")
    }

    // MARK: Redacting

    private static let redact = "/api/v2/pages/98311/redact"

    private static func written(_ site: ConfluenceSite) throws -> String {
        let page = try site.read(
            "/rest/api/content/98311", .put, as: "writer-bot",
            body: [
                "type": "page", "title": "Refund policy of Ada", "version": ["number": 2],
                "body": [
                    "storage": ["value": "<p>Call <strong>Ada</strong> at 555-1234.</p>", "representation": "storage"]
                ],
            ])
        return page.text("version", "when") ?? ""
    }

    @Test("what is named is covered in body and title, in a version of its own")
    func redacting() throws {
        let site = try Self.site()
        let createdAt = try Self.written(site)
        let document = try site.read("/api/v2/pages/98311", .get, ["body-format": "atlas_doc_format"])
        let source = document["body"]?.text("atlas_doc_format", "value") ?? ""
        #expect(try JSONReader.read(source)["content"]?[0]?["content"]?[2]?.text("text") == " at 555-1234.")
        let body: JSON = [
            "createdAt": .string(createdAt),
            "body": [
                "redactions": [
                    ["pointer": "/content/0/content/2/text", "from": 4, "to": 12, "reason": "PII"],
                    ["pointer": "/content/0/content/2/text", "from": 8, "to": 12],
                    ["pointer": "/content/0/content/1/text"],
                ]
            ],
            "title": ["redactions": [["pointer": "/title", "from": 17, "to": 20]]],
        ]
        _ = try site.read(Self.redact, .post, as: "reader-bot", body: body, expect: 404)
        let answer = try site.read(Self.redact, .post, as: "writer-bot", body: body, expect: 202)
        let told = answer["body"]?["redactions"]?.arrayValue ?? []
        #expect(told.count == 3 && told[0].text("reason") == "PII")
        #expect(told[0].text("redactionId") == told[1].text("redactionId"))
        #expect(told[0].text("redactionId") != told[2].text("redactionId"))
        let page = try site.read("/rest/api/content/98311", .get, ["expand": "body.storage,version"])
        #expect(page.text("title") == "Refund policy of ███")
        #expect(page["body"]?.text("storage", "value") == "<p>Call <strong>███</strong> at ████████.</p>")
        #expect(page.number("version", "number") == 3)
        let old = try site.read("/rest/api/content/98311", .get, ["version": "2", "expand": "body.storage"])
        #expect(old["body"]?.text("storage", "value")?.contains("555-1234") == true)
    }

    @Test("versions that hold what is covered are forgotten where that is wished")
    func history() throws {
        let site = try Self.site()
        let createdAt = try Self.written(site)
        _ = try site.read(
            Self.redact, .post, as: "writer-bot",
            body: [
                "createdAt": .string(createdAt), "cleanHistory": true,
                "body": ["redactions": [["pointer": "/content/0/content/2/text", "from": 4, "to": 12]]],
            ], expect: 202)
        let versions = try site.read("/api/v2/pages/98311/versions", .get, ["body-format": "storage"])
        #expect(versions["results"]?.arrayValue?.count == 2)
        #expect("\(versions)".contains("555-1234") == false)
    }

    @Test("what was changed since, and what leads nowhere, is refused")
    func refused() throws {
        let site = try Self.site()
        let createdAt = try Self.written(site)
        func ask(_ createdAt: String, _ pointer: JSON, expect status: Int) throws {
            let body: JSON = ["createdAt": .string(createdAt), "body": ["redactions": [pointer]]]
            _ = try site.read(Self.redact, .post, as: "writer-bot", body: body, expect: status)
        }
        try ask("2020-01-01T00:00:00.000Z", ["pointer": "/content/0/content/0/text"], expect: 400)
        try ask("yesterday", ["pointer": "/content/0/content/0/text"], expect: 400)
        try ask(createdAt, ["pointer": "/content/9/text"], expect: 400)
        try ask(createdAt, ["pointer": "/content"], expect: 400)
        try ask(createdAt, ["pointer": "/content/0/content/0/text", "from": 3, "to": 99], expect: 400)
        try site.perform(.change([.guardPremium(false)]))
        try ask(createdAt, ["pointer": "/content/0/content/0/text"], expect: 404)
    }
}
