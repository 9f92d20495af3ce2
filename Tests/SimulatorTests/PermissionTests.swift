import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Permissions and restrictions")
struct PermissionTests {
    /// One question of one user, with the two deployments' answers.
    struct Question: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var user: String
        var method = Request.Method.get
        var path: String
        var query: [QueryItem] = []
        var body: JSON?
        var cloud: Int
        var dataCenter: Int
        /// A part of the answer on Data Center.
        var says = ""
        /// A part of the journal's decision, on both.
        var because: String
    }

    private static func page(_ title: String, in space: String) -> JSON {
        [
            "type": "page", "title": .string(title), "space": ["key": .string(space)],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
    }

    private static func update(_ id: Int64, _ title: String, version: Int64) -> JSON {
        [
            "id": .string("\(id)"), "type": "page", "title": .string(title), "version": ["number": .integer(version)],
            "body": ["storage": ["value": "<p>y</p>", "representation": "storage"]],
        ]
    }

    static let questions: [Question] = [
        Question(
            testDescription: "a page that the reader may view", user: "reader-bot", path: "/rest/api/content/98310",
            cloud: 200, dataCenter: 200, because: "reader-bot may view page 98310 “Onboarding guide” in DOCS"),
        Question(
            testDescription: "a page that isn't there", user: "reader-bot", path: "/rest/api/content/999", cloud: 404,
            dataCenter: 404, says: "No content found with id : ContentId{id=999}",
            because: "authorisation: there is no content with the id 999"),
        Question(
            testDescription: "a page in a space without access", user: "reader-bot", path: "/rest/api/content/131074",
            cloud: 404, dataCenter: 404, says: "No content found with id : ContentId{id=131074}",
            because: "reader-bot has no “view” permission in TEAM: answered 404"),
        Question(
            testDescription: "a page whose viewing is restricted", user: "reader-bot", path: "/rest/api/content/98320",
            cloud: 404, dataCenter: 404, because: "viewing page 98320 “Salary review” in DOCS is restricted"),
        Question(
            testDescription: "a restricted page, as the site's administrator", user: "jonas",
            path: "/rest/api/content/98320", cloud: 404, dataCenter: 200, because: "page 98320"),
        Question(
            testDescription: "a space without access", user: "reader-bot", path: "/rest/api/space/TEAM", cloud: 404,
            dataCenter: 404, says: "No space with key : TEAM", because: "reader-bot has no “view” permission in TEAM"),
        Question(
            testDescription: "a space that isn't there", user: "reader-bot", path: "/rest/api/space/NOPE", cloud: 404,
            dataCenter: 404, says: "No space with key : NOPE", because: "no space has the key “NOPE”"),
        Question(
            testDescription: "a space key in the wrong case", user: "reader-bot", path: "/rest/api/space/docs",
            cloud: 404, dataCenter: 404, because: "the one there is is called DOCS"),
        Question(
            testDescription: "creating without the permission", user: "reader-bot", method: .post,
            path: "/rest/api/content", body: page("New", in: "DOCS"), cloud: 403, dataCenter: 403,
            says: "Could not create content with type page",
            because: "reader-bot has no “create-page” permission in DOCS: answered 403"),
        Question(
            testDescription: "creating in a space that isn't there", user: "writer-bot", method: .post,
            path: "/rest/api/content", body: page("New", in: "NOPE"), cloud: 403, dataCenter: 403,
            says: "Could not create content with type page", because: "no space has the key “NOPE”"),
        Question(
            testDescription: "creating with the permission", user: "writer-bot", method: .post,
            path: "/rest/api/content", body: page("New", in: "DOCS"), cloud: 200, dataCenter: 200, says: "\"New\"",
            because: "writer-bot may create a page in DOCS"),
        Question(
            testDescription: "creating under a title that a hidden page has", user: "writer-bot", method: .post,
            path: "/rest/api/content", body: page("Salary review", in: "docs"), cloud: 400, dataCenter: 400,
            says: "A page already exists with the title Salary review in the space with key DOCS",
            because: "resource: the title “Salary review” is taken in DOCS by page 98320"),
        Question(
            testDescription: "editing without the permission", user: "reader-bot", method: .put,
            path: "/rest/api/content/98310", body: update(98310, "Onboarding guide", version: 2), cloud: 404,
            dataCenter: 403,
            says: "Could not update Content of type : class com.atlassian.confluence.pages.Page with id 98310",
            because: "reader-bot has no “create-page” permission in DOCS"),
        Question(
            testDescription: "editing a page whose editing is restricted", user: "writer-bot", method: .put,
            path: "/rest/api/content/98321", body: update(98321, "Change control", version: 2), cloud: 404,
            dataCenter: 403, says: "Could not update Content",
            because: "editing page 98321 “Change control” in DOCS is restricted and leaves out writer-bot"),
        Question(
            testDescription: "deleting without the permission", user: "reader-bot", method: .delete,
            path: "/rest/api/content/98313", cloud: 404, dataCenter: 403, says: "Unable to trash content",
            because: "reader-bot has no “delete-page” permission in DOCS"),
        Question(
            testDescription: "labelling without the permission", user: "reader-bot", method: .post,
            path: "/rest/api/content/98310/label", body: ["prefix": "global", "name": "x"], cloud: 403, dataCenter: 403,
            because: "reader-bot has no “create-page” permission in DOCS"),
        Question(
            testDescription: "a user without any space", user: "ungranted", path: "/rest/api/space", cloud: 200,
            dataCenter: 200, says: "\"results\":[]", because: "ungranted gets what it may view"),
    ]

    @Test("grants and masks as each deployment does", arguments: questions, ConfluenceSite.Acme.allCases)
    func question(_ question: Question, kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask(
            question.path, question.method, query: question.query, as: question.user, body: question.body)
        #expect(answer.status == (kind == .cloud ? question.cloud : question.dataCenter))
        if kind == .dataCenter { #expect(answer.text.contains(question.says), "the body is \(answer.text)") }
        let entry = try #require(site.journal.last)
        #expect(entry.decision.contains(question.because), "the journal says: \(entry.decision)")
        #expect(entry.account == question.user)
    }

    @Test("what is hidden answers like what isn't there, but for the id", arguments: ConfluenceSite.Acme.allCases)
    func masking(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let hidden = try site.ask("/rest/api/content/98320", as: "reader-bot")
        let missing = try site.ask("/rest/api/content/98329", as: "reader-bot")
        #expect(hidden.status == missing.status)
        #expect(hidden.text.replacing("98320", with: "98329") == missing.text)
    }

    @Test("on v2 the bare title tells a hidden page from one that isn't there")
    func maskingOnV2() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.ask("/api/v2/pages/98320", as: "reader-bot").text.contains(#""title":"Not Found""#))
        #expect(try site.ask("/api/v2/pages/999", as: "reader-bot").text.contains("Cannot find a page with id [999]"))
        let body: JSON = [
            "spaceId": .string("\(try spaceID(of: "DOCS", on: site))"), "status": "current", "title": "New",
            "body": ["representation": "storage", "value": "<p>x</p>"],
        ]
        #expect(try site.ask("/api/v2/pages", .post, as: "reader-bot", body: body).status == 404)
        #expect(try site.ask("/api/v2/pages", .post, as: "writer-bot", body: body).status == 200)
    }

    @Test("a restriction above a page hides it too", arguments: ConfluenceSite.Acme.allCases)
    func inheritance(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.perform(.restrictViewing(page: 98312, to: [.user("mira")]))
        #expect(try site.ask("/rest/api/content/98313", as: "reader-bot").status == 404)
        let decision = try #require(site.journal.last?.decision)
        #expect(decision.contains("is restricted by 98312 “Release notes” above it"), "the journal says: \(decision)")
        #expect(try site.ask("/rest/api/content/98313", as: "mira").status == 200)
    }

    @Test("a permission can be given and taken away while the site runs", arguments: ConfluenceSite.Acme.allCases)
    func acts(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        try site.perform(.grant([.view], to: .user("ungranted"), space: "DOCS"))
        #expect(try site.ask("/rest/api/content/98310", as: "ungranted").status == 200)
        try site.perform(.withdraw([.view], from: .user("ungranted"), space: "DOCS"))
        #expect(try site.ask("/rest/api/content/98310", as: "ungranted").status == 404)
        try site.perform(.setLicensed(user: "mira", isLicensed: false))
        #expect(try site.ask("/rest/api/content/98310", as: "mira").status == 403)
    }

    private func spaceID(of key: String, on site: ConfluenceSite) throws -> Int64 {
        let space = try JSONReader.read(site.ask("/rest/api/space/\(key)", as: "mira").body)
        return try #require(space["id"]?.integerValue)
    }
}
