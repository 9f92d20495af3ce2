import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Data Center's form actions and its old remote service")
struct DataCenterActionTests {
    private static func move(
        _ site: ConfluenceSite, _ query: [String: String], as user: String = "mira", checked: Bool = true
    ) throws -> Response {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        var request = try site.request("/pages/movepage.action", .post, query: items, as: user)
        if checked { request.headers["X-Atlassian-Token"] = "no-check" }
        return site.simulator.respond(to: request)
    }

    private static func children(_ site: ConfluenceSite, of id: String) throws -> [String] {
        try site.json("/rest/api/content/\(id)/child/page").column("id")
    }

    @Test(
        "the form moves a page",
        arguments: [
            (["targetId": "98310", "position": "append"], "98310", ["98312"]),
            (["targetTitle": "Onboarding guide", "spaceKey": "DOCS"], "98310", ["98312"]),
            (["targetId": "98310", "position": "above"], "98305", ["98312", "98310"]),
            (["targetId": "98310", "position": "below"], "98305", ["98310", "98312"]),
        ])
    func moving(query: [String: String], parent: String, first: [String]) throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let answer = try Self.move(site, query.merging(["pageId": "98312"]) { $1 })
        #expect(answer.status == 200)
        #expect(try JSONReader.read(answer.body)["page"]?["url"]?.stringValue == "/display/DOCS/Release+notes")
        #expect(try Array(Self.children(site, of: parent).prefix(first.count)) == first)
    }

    @Test("the top level of a space is a place too")
    func topLevel() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let answer = try Self.move(site, ["pageId": "98312", "spaceKey": "DOCS", "position": "topLevel"])
        #expect(answer.status == 200)
        let page = try site.json("/rest/api/content/98312", .get, ["expand": "ancestors"])
        #expect(page["ancestors"] == [])
    }

    @Test("what can't be moved is told in an answer that is a success, who may not is refused")
    func refused() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let loop = try Self.move(site, ["pageId": "98312", "targetId": "98313"])
        #expect(loop.status == 200)
        #expect(try JSONReader.read(loop.body)["actionErrors"]?.arrayValue?.isEmpty == false)
        #expect(try Self.move(site, ["pageId": "98312", "targetId": "98310"], as: "reader-bot").status == 403)
        #expect(try Self.move(site, ["pageId": "98312", "targetId": "98310"], checked: false).status == 403)
        #expect(try Self.move(site, ["pageId": "7", "targetId": "98310"]).status == 404)
        #expect(try Self.children(site, of: "98305").contains("98312"))
    }

    @Test("a scan walks through all pages, whatever is added meanwhile")
    func scanning() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        var ids: [String] = []
        var query = ["spaceKey": "DOCS", "limit": "2"]
        repeat {
            let page = try site.json("/rest/api/content/scan", .get, query)
            ids += page.column("id")
            query["cursor"] = page["nextCursor"]?.stringValue
            #expect((page["_links"]?["next"] == nil) == (query["cursor"] == nil))
        } while query["cursor"] != nil && ids.count < 50
        let all = try site.json("/rest/api/content", .get, ["spaceKey": "DOCS", "limit": "100"]).column("id")
        #expect(ids == all)
        #expect(try site.status("/rest/api/content/scan", .get, ["cursor": "moon"]) == 400)
        #expect(try site.status("/rest/api/content/scan", .get, ["type": "attachment"]) == 501)
    }

    private static func call(
        _ site: ConfluenceSite, _ method: String, _ parameters: JSON, as user: String = "mira"
    ) throws -> JSON {
        try site.json(
            "/rpc/json-rpc/confluenceservice-v2", .post, as: user,
            body: ["jsonrpc": "2.0", "method": .string(method), "id": 7, "params": parameters])
    }

    @Test("the remote service lists who holds each permission of a space")
    func permissionSets() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let answer = try Self.call(site, "getSpacePermissionSets", ["DOCS"])
        #expect(answer["id"] == 7)
        let sets = try #require(answer["result"]?.arrayValue)
        let viewing = try #require(sets.first { $0["type"] == "VIEWSPACE" })
        let names = viewing["spacePermissions"]?.arrayValue?.compactMap { $0["userName"]?.stringValue } ?? []
        #expect(names.contains("reader-bot"))
        let bare = try site.json(
            "/rpc/json-rpc/confluenceservice-v2/getSpacePermissionSets", .post, body: ["DOCS"])
        #expect(bare.arrayValue == sets)
    }

    @Test("the remote service grants and takes away permissions, and says what it can't do")
    func changing() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.status("/rest/api/content/98310", as: "ungranted") == 404)
        let granted = try Self.call(site, "addPermissionToSpace", ["VIEWSPACE", "ungranted", "DOCS"])
        #expect(granted["result"] == true)
        #expect(try site.status("/rest/api/content/98310", as: "ungranted") == 200)
        _ = try Self.call(site, "removePermissionFromSpace", ["VIEWSPACE", "ungranted", "DOCS"])
        #expect(try site.status("/rest/api/content/98310", as: "ungranted") == 404)
        for (method, parameters) in [
            ("makeCoffee", [] as JSON), ("getSpacePermissionSets", ["NOPE"]),
            ("addPermissionToSpace", ["FLY", "mira", "DOCS"]),
            ("addPermissionToSpace", ["VIEWSPACE", "nobody", "DOCS"]),
        ] {
            #expect(try Self.call(site, method, parameters)["error"]?["message"] != nil, "\(method)")
        }
        let body: JSON = ["jsonrpc": "2.0", "method": "getSpacePermissionSets", "id": 1, "params": ["DOCS"]]
        #expect(try site.status("/rpc/json-rpc/confluenceservice-v2", .post, as: "reader-bot", body: body) == 403)
    }
}
