import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("Groups, and accounts that administrators make")
struct AdministrationTests {
    private static func names(_ answer: Response) throws -> [String] {
        try JSONReader.read(answer.body)["results"]?.arrayValue?.compactMap {
            $0["displayName"]?.stringValue ?? $0["name"]?.stringValue
        } ?? []
    }

    @Test("groups and their members are listed", arguments: ConfluenceSite.Acme.allCases)
    func lists(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try Self.names(site.ask("/rest/api/group", as: "reader-bot")).contains("team"))
        let one = try JSONReader.read(site.ask("/rest/api/group/team", as: "reader-bot").body)
        #expect(one["name"] == "team" && one["type"] == "group")
        #expect((one["id"] != nil) == (kind == .cloud))
        #expect(try Self.names(site.ask("/rest/api/group/team/member", as: "reader-bot")) == ["Mira Okafor"])
        #expect(try Self.names(site.ask("/rest/api/group/nobody/member", as: "reader-bot")) == [])
        #expect(try site.ask("/rest/api/group/nobody", as: "reader-bot").status == 404)
    }

    @Test("Cloud's groups go by their ids, from making to removing")
    func cloudGroups() throws {
        let site = try ConfluenceSite.acme(.cloud)
        #expect(try site.ask("/rest/api/group", .post, as: "mira", body: ["name": "new"]).status == 403)
        let made = try site.ask("/rest/api/group", .post, as: "jonas", body: ["name": "new"])
        #expect(made.status == 201)
        let id = try #require(try JSONReader.read(made.body)["id"]?.stringValue)
        #expect(try site.ask("/rest/api/group", .post, as: "jonas", body: ["name": "new"]).status == 400)
        let member: JSON = ["accountId": .string(try site.user("mira").accountID)]
        let group = QueryItem("groupId", id)
        #expect(
            try site.ask("/rest/api/group/userByGroupId", .post, query: [group], as: "jonas", body: member).status
                == 201)
        let members = try site.ask(
            "/rest/api/group/\(id)/membersByGroupId", query: [QueryItem("shouldReturnTotalSize", "true")], as: "mira")
        #expect(try Self.names(members) == ["Mira Okafor"])
        #expect(try JSONReader.read(members.body)["totalSize"] == 1)
        let leaving = [group, QueryItem("accountId", try site.user("mira").accountID)]
        #expect(try site.ask("/rest/api/group/userByGroupId", .delete, query: leaving, as: "jonas").status == 204)
        #expect(try Self.names(site.ask("/rest/api/group/\(id)/membersByGroupId", as: "mira")) == [])
        #expect(
            try Self.names(site.ask("/rest/api/group/picker", query: [QueryItem("query", "NE")], as: "mira")) == ["new"]
        )
        #expect(try site.ask("/rest/api/group/by-id", .delete, query: [QueryItem("id", id)], as: "jonas").status == 204)
        #expect(try site.ask("/rest/api/group/by-id", query: [QueryItem("id", id)], as: "jonas").status == 404)
    }

    @Test("on Data Center a membership opens what the group may view, and a removed group opens nothing")
    func dataCenterGroups() throws {
        let site = try ConfluenceSite.acme(.dataCenter) { site in
            site.spaces[0].permissions.append(SpaceGrant(.group("guests"), [.view]))
        }
        #expect(try site.ask("/rest/api/space/DOCS", as: "ungranted").status == 404)
        #expect(try site.ask("/rest/api/admin/group", .post, as: "jonas", body: ["name": "guests"]).status == 201)
        #expect(try site.ask("/rest/api/user/ungranted/group/guests", .put, as: "mira").status == 403)
        #expect(try site.ask("/rest/api/user/ungranted/group/guests", .put, as: "jonas").status == 204)
        #expect(try site.ask("/rest/api/space/DOCS", as: "ungranted").status == 200)
        #expect(try Self.names(site.ask("/rest/api/group/guests/groupmember", as: "mira")) == [])
        #expect(try site.ask("/rest/api/admin/group/guests", .delete, as: "jonas").status == 204)
        #expect(try site.ask("/rest/api/space/DOCS", as: "ungranted").status == 404)
    }

    @Test("an account that an administrator makes logs in, and is disabled and enabled")
    func accounts() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let body: JSON = [
            "userName": "newcomer", "fullName": "New Comer", "email": "new@acme.example", "password": "first-password",
        ]
        #expect(try site.ask("/rest/api/admin/user", .post, as: "mira", body: body).status == 403)
        let made = try site.ask("/rest/api/admin/user", .post, as: "jonas", body: body)
        #expect(made.status == 201)
        #expect(try JSONReader.read(made.body)["userKey"]?.stringValue?.count == 32)
        func logsIn(_ password: String) throws -> Bool {
            var request = try site.request("/rest/api/user/current")
            request.headers["Authorization"] = BasicCredentials(user: "newcomer", password: password).headerValue
            return site.simulator.respond(to: request).status == 200
        }
        #expect(try logsIn("first-password"))
        let path = "/rest/api/admin/user/newcomer"
        #expect(
            try site.ask("\(path)/password", .post, as: "jonas", body: ["password": "second-password"]).status == 204)
        #expect(try !logsIn("first-password"))
        #expect(try logsIn("second-password"))
        #expect(try site.ask("\(path)/disable", .put, as: "jonas").status == 204)
        #expect(try !logsIn("second-password"))
        #expect(try site.ask("\(path)/enable", .put, as: "jonas").status == 204)
        #expect(try logsIn("second-password"))
        #expect(try Self.names(site.ask("/rest/api/user/list", as: "mira")).contains("New Comer"))
    }

    @Test(
        "what an account can't be made of is refused",
        arguments: [
            ["userName": "Upper", "fullName": "U", "email": "u@acme.example", "password": "secret-12"],
            ["userName": "two words", "fullName": "U", "email": "u@acme.example", "password": "secret-12"],
            ["userName": "upper", "fullName": "", "email": "u@acme.example", "password": "secret-12"],
            ["userName": "upper", "fullName": "U", "email": "nonsense", "password": "secret-12"],
            ["userName": "upper", "fullName": "U", "email": "u@acme.example"],
        ] as [JSON])
    func refused(body: JSON) throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        #expect(try site.ask("/rest/api/admin/user", .post, as: "jonas", body: body).status == 400)
    }

    @Test("people change their own password where they know the old one")
    func ownPassword() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let path = "/rest/api/user/current/password"
        let wrong: JSON = ["oldPassword": "wrong", "newPassword": "another-one"]
        #expect(try site.ask(path, .post, as: "mira", body: wrong).status == 403)
        let right: JSON = ["oldPassword": "mira-password-1", "newPassword": "another-one"]
        #expect(try site.ask(path, .post, as: "mira", body: right).status == 204)
        var request = try site.request("/rest/api/user/current")
        request.headers["Authorization"] = BasicCredentials(user: "mira", password: "another-one").headerValue
        #expect(site.simulator.respond(to: request).status == 200)
    }
}
