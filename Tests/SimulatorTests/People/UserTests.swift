import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Users")
struct UserTests {
    private static func name(_ kind: ConfluenceSite.Acme, _ site: ConfluenceSite, _ user: String) throws -> QueryItem {
        kind == .cloud
            ? QueryItem("accountId", try site.user(user).accountID) : QueryItem("username", user)
    }

    @Test("one is found by what names it", arguments: ConfluenceSite.Acme.allCases)
    func byName(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try site.ask("/rest/api/user", query: [Self.name(kind, site, "jonas")], as: "reader-bot")
        #expect(answer.status == 200)
        #expect(try JSONReader.read(answer.body)["displayName"] == "Jonas Lind")
        let nobody = QueryItem(kind == .cloud ? "accountId" : "username", "nobody")
        #expect(try site.ask("/rest/api/user", query: [nobody], as: "reader-bot").status == 404)
        #expect(try site.ask("/rest/api/user", as: "reader-bot").status == 400)
    }

    @Test("Data Center finds them by key as well, and tells their state where it is asked for")
    func byKey() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try site.perform(.setActive(user: "jonas", isActive: false))
        let query = [QueryItem("key", try site.user("jonas").userKey), QueryItem("expand", "status")]
        let user = try JSONReader.read(site.ask("/rest/api/user", query: query, as: "mira").body)
        #expect(user["username"] == "jonas" && user["status"] == "deactivated")
    }

    @Test(
        "the anonymous user is shown to all, and others to none without an account",
        arguments: ConfluenceSite.Acme.allCases)
    func anonymous(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) { $0.settings.anonymousAccess = true }
        let answer = try site.ask("/rest/api/user/anonymous")
        #expect(try JSONReader.read(answer.body)["type"] == "anonymous")
        #expect(try site.ask("/rest/api/user", query: [Self.name(kind, site, "mira")]).status >= 401)
    }

    @Test("the groups of a user are listed", arguments: ConfluenceSite.Acme.allCases)
    func memberOf(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let answer = try JSONReader.read(
            site.ask("/rest/api/user/memberof", query: [Self.name(kind, site, "mira")], as: "reader-bot").body)
        #expect(answer["results"]?.arrayValue?.map { $0["name"] } == ["confluence-users", "team"])
        #expect(answer["limit"] == 200)
    }

    @Test("a page of members holds 200 at most: more are cut or refused, as each address says")
    func mostMembers() throws {
        for (kind, path, status) in [
            (ConfluenceSite.Acme.dataCenter, "/rest/api/group/team/member", 200),
            (.cloud, "/rest/api/group/member", 200),
            (.cloud, "/rest/api/group/team/member", 400),
        ] {
            let query = [QueryItem("limit", "1000"), QueryItem("name", "team")]
            let answer = try ConfluenceSite.acme(kind).ask(path, query: query, as: "mira")
            #expect(answer.status == status)
            if status == 200 { #expect(try JSONReader.read(answer.body)["limit"] == 200) }
        }
    }

    @Test("Cloud looks people up in bulk, and leaves out whom nobody knows")
    func bulk() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let ids = [try site.user("jonas").accountID, "none", try site.user("mira").accountID]
        let answer = try JSONReader.read(
            site.ask("/rest/api/user/bulk", query: ids.map { QueryItem("accountId", $0) }, as: "mira").body)
        #expect(answer["results"]?.arrayValue?.map { $0["displayName"] } == ["Jonas Lind", "Mira Okafor"])
        let second = try JSONReader.read(
            site.ask(
                "/api/v2/users-bulk", .post, as: "mira", body: ["accountIds": .array(ids.map(JSON.string))]
            ).body)
        #expect(second["results"]?.arrayValue?.map { $0["accountId"]?.stringValue } == [ids[0], ids[2]])
        #expect(try site.ask("/api/v2/users-bulk", .post, as: "mira", body: ["accountIds": []]).status == 400)
    }

    @Test("administrators ask which addresses have no access")
    func access() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let body: JSON = ["emails": ["mira@acme.example", "uli@acme.example", "who@acme.example", "nonsense"]]
        let answer = try JSONReader.read(
            site.ask("/api/v2/user/access/check-access-by-email", .post, as: "jonas", body: body).body)
        #expect(answer["emailsWithoutAccess"] == ["uli@acme.example", "who@acme.example"])
        #expect(answer["invalidEmails"] == ["nonsense"])
    }

    @Test(
        "people are searched by CQL",
        arguments: [
            ("user.fullname ~ \"mira\"", ["Mira Okafor"]), ("user.fullname ~ \"bot\"", ["Reader Bot", "Writer Bot"]),
            ("user.fullname ~ \"read* bo*\"", ["Reader Bot"]), ("user = currentUser()", ["Mira Okafor"]),
            ("type = user and user.fullname ~ \"lind\"", ["Jonas Lind"]),
            ("user.fullname ~ \"bot\" and user.fullname !~ \"writer\"", ["Reader Bot"]),
            ("user.fullname ~ \"none\"", []),
        ])
    func search(cql: String, names: [String]) throws {
        let site = try ConfluenceSite.acme(.cloud)
        let answer = try JSONReader.read(
            site.ask("/rest/api/search/user", query: [QueryItem("cql", cql)], as: "mira").body)
        #expect(answer["results"]?.arrayValue?.compactMap { $0["user"]?["displayName"]?.stringValue } == names)
        #expect(answer["totalSize"] == .integer(Int64(names.count)))
    }

    @Test(
        "a search that can't be answered is refused",
        arguments: ["", "space = DOCS", "user.fullname > \"a\"", "user ="])
    func badSearch(cql: String) throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.ask("/rest/api/search/user", query: [QueryItem("cql", cql)], as: "mira").status == 400)
    }

    @Test("space and page become a favourite, and one no longer")
    func favourite() throws {
        let site = try ConfluenceSite.acme(.cloud)
        for target in ["space/DOCS", "content/98311"] {
            let path = "/rest/api/relation/favourite/from/user/current/to/\(target)"
            #expect(try site.ask(path, as: "mira").status == 404)
            #expect(try site.ask(path, .put, as: "mira").status == 200)
            let seen = try JSONReader.read(
                site.ask(path, query: [QueryItem("expand", "source,target")], as: "mira").body)
            #expect(seen["name"] == "favourite" && seen["source"]?["displayName"] == "Mira Okafor")
            #expect(seen["target"] != nil)
            #expect(try site.ask(path, as: "reader-bot").status == 404)
            if target == "space/DOCS" {
                let favourites = try site.ask("/rest/api/space", query: [QueryItem("favourite", "true")], as: "mira")
                #expect(try JSONReader.read(favourites.body)["results"]?.arrayValue?.map { $0["key"] } == ["DOCS"])
            }
            #expect(try site.ask(path, .delete, as: "mira").status == 204)
            #expect(try site.ask(path, as: "mira").status == 404)
        }
        #expect(
            try site.ask("/rest/api/relation/favourite/from/user/current/to/space/DOCS", .put, as: "ungranted").status
                == 404)
    }
}
