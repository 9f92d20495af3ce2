import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// As the live suite of confluence.js goes about it.
@Suite("Properties of accounts")
struct UserPropertyTests {
    private static func path(_ site: ConfluenceSite, _ key: String = "") throws -> String {
        let account = try site.user("mira").accountID
        return "/rest/api/user/\(account)/property" + (key.isEmpty ? "" : "/\(key)")
    }

    @Test("are made, read, listed, changed and taken away")
    func lifecycle() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let list = try Self.path(site)
        let one = try Self.path(site, "colour")
        #expect(try site.read(list)["results"] == [])
        _ = try site.read(one, expect: 404)
        _ = try site.read(one, .put, body: ["value": ["name": "blue"]], expect: 404)
        _ = try site.read(one, .post, body: ["value": ["name": "blue"]], expect: 201)
        _ = try site.read(one, .post, body: ["value": ["name": "red"]], expect: 409)
        let made = try site.read(one, as: "reader-bot")
        #expect(made.text("key") == "colour" && made.text("value", "name") == "blue" && made.text("id") != nil)
        #expect(made.text("createdDate") != nil && made.text("lastModifiedDate") != nil)
        _ = try site.read(one, .put, body: ["value": ["name": "green"]], expect: 204)
        #expect(try site.read(one).text("value", "name") == "green")
        for number in 1...6 {
            let more = try Self.path(site, "key-\(number)")
            _ = try site.read(more, .post, body: ["value": ["number": .integer(Int64(number))]], expect: 201)
        }
        #expect(try site.read(list).results("key").count == 5)
        #expect(try site.read(list, .get, ["limit": "200"]).number("limit") == 25)
        #expect(try site.read(list, .get, ["limit": "25"]).results("key").count == 7)
        _ = try site.read(one, .delete, expect: 204)
        _ = try site.read(one, expect: 404)
    }

    @Test(
        "what is no property is refused",
        arguments: [
            ["value": "text"], ["value": [:]], ["other": 1],
            ["value": ["long": .string(String(repeating: "x", count: 40_000))]],
        ] as [JSON])
    func refused(body: JSON) throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.read(try Self.path(site, "colour"), .post, body: body, expect: 400)
        _ = try site.read(try Self.path(site, "col.our"), .post, body: ["value": ["a": 1]], expect: 400)
        _ = try site.read("/rest/api/user/712020:nobody/property", expect: 404)
        #expect(try site.ask(Self.path(site)).status == 403)
    }
}
