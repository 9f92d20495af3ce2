import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Personal access tokens that people make for themselves")
struct PersonalAccessTokenTests {
    private static let path = "/rest/pat/latest/tokens"

    private func make(_ site: ConfluenceSite, _ name: String, days: Int64? = nil) throws -> Response {
        var body: JSON = ["name": .string(name)]
        if let days { body["expirationDuration"] = .integer(days) }
        return try site.ask(Self.path, .post, as: "writer-bot", body: body)
    }

    private func status(_ site: ConfluenceSite, bearer: String) throws -> Int {
        var request = try site.request("/rest/api/content/98311")
        request.headers["Authorization"] = "Bearer \(bearer)"
        return site.simulator.respond(to: request).status
    }

    @Test("a token works from its making until it is revoked, and shows its value once")
    func life() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let made = try make(site, "ci", days: 90)
        #expect(made.status == 201)
        let token = try JSONReader.read(made.body)
        let value = try #require(token["rawToken"]?.stringValue)
        let id = try #require(token["id"]?.integerValue)
        #expect(value.utf8.count == 44)
        #expect(token["createdAt"]?.stringValue == "2026-03-02T09:00:00.000Z")
        #expect(token["expiringAt"]?.stringValue == "2026-05-31T09:00:00.000Z")
        #expect(try status(site, bearer: value) == 200)

        let listed = try site.ask(Self.path, as: "writer-bot")
        #expect(try JSONReader.read(listed.body).arrayValue?.count == 2)
        #expect(!listed.text.contains(value))
        #expect(try site.ask("\(Self.path)/\(id)", as: "writer-bot").text.contains(#""name":"ci""#))
        #expect(try site.ask("/rest/pat/1.0/tokens/\(id)", .delete, as: "writer-bot").status == 204)
        #expect(try status(site, bearer: value) == 404)
        #expect(try site.ask("\(Self.path)/\(id)", as: "writer-bot").status == 404)
    }

    @Test("a token ends when its days are over, and not before")
    func expiry() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let value = try #require(JSONReader.read(make(site, "ci", days: 2).body)["rawToken"]?.stringValue)
        try site.perform(.advanceClock(seconds: 2 * 86_400 - 1))
        #expect(try status(site, bearer: value) == 200)
        try site.perform(.advanceClock(seconds: 1))
        #expect(try status(site, bearer: value) == 404)
    }

    @Test("nobody sees or revokes another one's tokens, and a visitor has none")
    func ownership() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let id = try #require(JSONReader.read(make(site, "ci").body)["id"]?.integerValue)
        #expect(try !site.ask(Self.path, as: "mira").text.contains("\"ci\""))
        #expect(try site.ask("\(Self.path)/\(id)", .delete, as: "mira").status == 404)
        #expect(try site.ask("\(Self.path)/\(id)", as: "writer-bot").status == 200)
        try site.perform(.change([.anonymousAccess(true)]))
        #expect(try site.ask(Self.path).status == 403)
        #expect(try site.ask(Self.path, .post, body: ["name": "x"]).status == 403)
    }

    @Test(
        "administrators limit how many there are and how long they live",
        arguments: [
            (PersonalAccessTokenLimits(perUser: 1), nil, "You can have only 1 personal access tokens"),
            (PersonalAccessTokenLimits(longestDays: 30), 31, "must expire within 30 days"),
            (PersonalAccessTokenLimits(allowsEndless: false), nil, "must have an expiration date"),
            (PersonalAccessTokenLimits(), 0, "greater than zero"),
        ] as [(PersonalAccessTokenLimits, Int64?, String)])
    func limits(limits: PersonalAccessTokenLimits, days: Int64?, says: String) throws {
        let site = try ConfluenceSite.acme(.dataCenter) { $0.settings.tokenLimits = limits }
        let refused = try make(site, "ci", days: days)
        #expect(refused.status == 400)
        #expect(refused.text.contains(says), "\(refused.text)")
        #expect(try JSONReader.read(site.ask(Self.path, as: "writer-bot").body).arrayValue?.count == 1)
    }

    @Test("a state that was kept brings a revoked token back, and takes a new one away")
    func snapshots() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try site.simulator.keepSnapshot("before")
        let value = try #require(JSONReader.read(make(site, "ci").body)["rawToken"]?.stringValue)
        try site.simulator.restoreSnapshot("before")
        #expect(try status(site, bearer: value) == 404)
        #expect(try make(site, "ci").status == 201)
    }

    @Test("Cloud has no such tokens")
    func cloud() throws {
        #expect(try ConfluenceSite.acme(.cloud).ask(Self.path, as: "mira").status == 404)
    }
}
