import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Restrictions, permissions and roles are changed over the API")
struct RightsWritingTests {
    private static func restriction(_ operation: String, users: [JSON], groups: [JSON]? = nil) -> JSON {
        var lists: JSONObject = ["user": .array(users)]
        if let groups { lists["group"] = .array(groups) }
        return ["operation": .string(operation), "restrictions": .object(lists)]
    }

    private static func name(_ user: String, on site: ConfluenceSite) throws -> JSON {
        let account = try site.user(user)
        return site.definition.deployment == .cloud
            ? ["type": "known", "accountId": .string(account.accountID)]
            : ["type": "known", "username": .string(account.name)]
    }

    @Test("a restriction that is put holds at once, and shows", arguments: ConfluenceSite.Acme.allCases)
    func restricting(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let path = "/rest/api/content/98312/restriction"
        let body: JSON = [Self.restriction("read", users: [try Self.name("mira", on: site)])]
        #expect(try site.ask(path, .put, as: "mira", body: body).status == 200)
        #expect(try site.ask("/rest/api/content/98313", as: "reader-bot").status == 404)
        let shown = try JSONReader.read(site.ask("\(path)/byOperation/read", as: "mira").body)
        #expect(shown["restrictions"]?["user"]?["size"]?.integerValue == 1)
        // Data Center leaves alone what an update does not name; Cloud lifts it.
        try site.perform(.restrictEditing(page: 98312, to: [.user("mira")]))
        #expect(try site.ask(path, .put, as: "mira", body: body).status == 200)
        let update: JSON = [
            "type": "page", "title": "Release notes", "version": ["number": 2],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        try site.perform(.restrictViewing(page: 98312, to: []))
        let writing = try site.ask("/rest/api/content/98312", .put, as: "writer-bot", body: update)
        #expect(writing.status == (kind == .cloud ? 200 : 403))
    }

    @Test("nobody locks himself out by a restriction", arguments: ConfluenceSite.Acme.allCases)
    func lockingOut(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let body: JSON = [Self.restriction("update", users: [try Self.name("reader-bot", on: site)])]
        #expect(try site.ask("/rest/api/content/98312/restriction", .put, as: "mira", body: body).status == 400)
    }

    @Test("one user is added to a restriction and taken off it", arguments: ConfluenceSite.Acme.allCases)
    func oneUser(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        let root = kind == .cloud ? "/rest/api" : "/rest/experimental"
        let path = "\(root)/content/98320/restriction/byOperation/read/user"
        let query = [
            kind == .cloud
                ? QueryItem("accountId", try site.user("reader-bot").accountID) : QueryItem("userName", "reader-bot")
        ]
        #expect(try site.ask(path, query: query, as: "mira").status == 404)
        #expect(try site.ask(path, .put, query: query, as: "mira").status == 200)
        #expect(try site.ask(path, query: query, as: "mira").status == 200)
        #expect(try site.ask("/rest/api/content/98320", as: "reader-bot").status == 200)
        #expect(try site.ask(path, .delete, query: query, as: "mira").status == 200)
        #expect(try site.ask("/rest/api/content/98320", as: "reader-bot").status == 404)
    }

    @Test("Cloud's space permissions are added and removed, reading first and last")
    func cloudPermissions() throws {
        let site = try ConfluenceSite.acme(.cloud)
        func add(_ key: String, _ target: String) throws -> Response {
            try site.ask(
                "/rest/api/space/TEAM/permission", .post, as: "mira",
                body: [
                    "subject": ["type": "user", "identifier": .string(try site.user("ungranted").accountID)],
                    "operation": ["key": .string(key), "target": .string(target)],
                ])
        }
        #expect(try add("create", "page").status == 400)
        let added = try add("read", "space")
        #expect(added.status == 200)
        #expect(try add("read", "space").status == 400)
        #expect(try add("create", "page").status == 200)
        #expect(try site.ask("/rest/api/content/131074", as: "ungranted").status == 200)
        let id = try #require(try JSONReader.read(added.body)["id"]?.integerValue)
        #expect(try site.ask("/rest/api/space/TEAM/permission/\(id)", .delete, as: "mira").status == 204)
        #expect(try site.ask("/rest/api/content/131074", as: "ungranted").status == 404)
        #expect(try site.simulator.contents.verdict(on: .createPage, of: "ungranted", space: "TEAM").isGranted == false)
    }

    @Test("Data Center's space permissions are listed, granted, revoked and set")
    func dataCenterPermissions() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let path = "/rest/api/space/TEAM/permissions"
        let place = "\(path)/user/\(try site.user("ungranted").userKey)"
        let read: JSON = ["targetType": "space", "operationKey": "read"]
        #expect(try site.ask("\(place)/grant", .put, as: "mira", body: [read]).status == 204)
        #expect(try site.ask("/rest/api/content/131074", as: "ungranted").status == 200)
        #expect(try JSONReader.read(site.ask(place, as: "mira").body).arrayValue?.count == 1)
        #expect(try site.ask("\(place)/revoke", .put, as: "mira", body: [read]).status == 204)
        #expect(try site.ask("/rest/api/content/131074", as: "ungranted").status == 404)
        let whole: JSON = [["userKey": .string(try site.user("ungranted").userKey), "operations": [read]]]
        #expect(try site.ask(path, .post, as: "mira", body: whole).status == 200)
        #expect(try site.ask("/rest/api/content/131074", as: "ungranted").status == 200)
        #expect(try site.ask(path, .post, as: "ungranted", body: whole).status == 403)
        #expect(try site.ask(path, .post, as: "mira", body: ["operations": [read]]).status == 400)
    }

    @Test("Data Center fails where somebody reads a permission table who does not administer the space")
    func guardedPermissions() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        for path in ["/rest/api/space/DOCS/permissions", "/rest/api/space/DOCS/permissions/anonymous"] {
            #expect(try site.ask(path, as: "reader-bot").status == 500)
            #expect(try site.ask(path, as: "ungranted").status == 404)
            #expect(try site.ask(path, as: "mira").status == 200)
        }
    }

    @Test("a role gives what it is made of, and takes the place of what was granted")
    func roles() throws {
        let site = try ConfluenceSite.acme(.cloud) {
            $0.spaces[1].roles = [RoleAssignment("Viewer", .user("ungranted"))]
        }
        let contents = site.simulator.contents
        let row = try #require(
            try contents.permissionMatrix(space: "TEAM").rows.first { $0.user == "ungranted" })
        #expect(row.rights[.view] == [.role("Viewer", through: .user("ungranted"))])
        let space = try JSONReader.read(site.ask("/rest/api/space/TEAM", as: "mira").body)
        let path = "/api/v2/spaces/\(try #require(space["id"]?.integerValue))/role-assignments"
        let before = try JSONReader.read(site.ask(path, as: "mira").body)
        #expect(before["results"]?.arrayValue?.count == 1)
        let roles = try JSONReader.read(site.ask("/api/v2/space-roles", as: "mira").body)["results"]?.arrayValue ?? []
        #expect(roles.compactMap { $0["name"]?.stringValue } == ["Viewer", "Collaborator", "Manager", "Admin"])
        let collaborator = try #require(roles[1]["id"]?.stringValue)
        let principal: JSON = [
            "principalType": "USER", "principalId": .string(try site.user("ungranted").accountID),
        ]
        let assignment: JSON = [["principal": principal, "roleId": .string(collaborator)]]
        #expect(try site.ask(path, .post, as: "ungranted", body: assignment).status == 404)
        #expect(try site.ask(path, .post, as: "mira", body: assignment).status == 200)
        #expect(try contents.verdict(on: .createPage, of: "ungranted", space: "TEAM").isGranted)
        #expect(try site.ask(path, .post, as: "mira", body: [["principal": principal]]).status == 200)
        #expect(try contents.verdict(on: .view, of: "ungranted", space: "TEAM").isGranted == false)
        try site.perform(.assignRole("admin", to: .user("ungranted"), space: "TEAM"))
        #expect(try contents.verdict(on: .administer, of: "ungranted", space: "TEAM").isGranted)
        #expect(throws: SiteActError.self) { try site.perform(.assignRole("king", to: .anonymous, space: "TEAM")) }
    }

    @Test("writing tells nothing of what is hidden either", arguments: ConfluenceSite.Acme.allCases)
    func probing(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind)
        func create(below parent: Int, as user: String) throws -> Response {
            try site.ask(
                "/rest/api/content", .post, as: user,
                body: [
                    "type": "page", "title": "Probe", "space": ["key": "DOCS"],
                    "ancestors": [["id": .string("\(parent)")]],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
        }
        func move(to parent: Int) throws -> Response {
            try site.ask(
                "/rest/api/content/98310", .put, as: "writer-bot",
                body: [
                    "type": "page", "title": "Onboarding guide", "version": ["number": 2],
                    "ancestors": [["id": .string("\(parent)")]],
                    "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
                ])
        }
        for ask in [
            { try create(below: $0, as: "reader-bot") }, { try create(below: $0, as: "writer-bot") }, move,
        ] as [(Int) throws -> Response] {
            let hidden = try ask(98320)
            let missing = try ask(98329)
            #expect(hidden.status == missing.status)
            #expect(hidden.text.replacing("98320", with: "98329") == missing.text)
        }
        #expect(try move(to: 98312).status == 200)
        #expect(try move(to: 98310).status != 500)
    }

    @Test("a draft is its author's alone", arguments: ConfluenceSite.Acme.allCases)
    func drafts(kind: ConfluenceSite.Acme) throws {
        let site = try ConfluenceSite.acme(kind) {
            $0.spaces[0].pages[0].children.append(
                PageDefinition(id: 98400, title: "Unready", status: .draft, creator: "writer-bot"))
        }
        let draft = [QueryItem("status", "draft")]
        #expect(try site.ask("/rest/api/content/98400", query: draft, as: "writer-bot").status == 200)
        #expect(try site.ask("/rest/api/content/98400", query: draft, as: "reader-bot").status == 404)
        // Who doesn't ask for drafts gets none.
        #expect(try site.ask("/rest/api/content/98400", as: "writer-bot").status == 404)
        let query = [QueryItem("status", "draft"), QueryItem("spaceKey", "DOCS")]
        #expect(try site.ask("/rest/api/content", query: query, as: "reader-bot").text.contains("Unready") == false)
        #expect(try site.ask("/rest/api/content", query: query, as: "writer-bot").text.contains("Unready"))
    }
}
