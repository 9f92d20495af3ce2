import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What is refused about restrictions, permissions and roles.
extension Recipe {
    static func rights(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "restrictDenied") {
                try $0.request("/rest/api/content/98311/restriction", .put, as: "reader-bot", body: [])
            },
            Recipe(site: site, row: "spaceCreationDenied", change: { $0.settings.spaceCreators = ["none"] }) {
                try $0.request("/rest/api/space", .post, as: "writer-bot", body: ["key": "NEW", "name": "New"])
            },
        ]
    }

    static let cloudRights: [Recipe] = [
        Recipe(site: .cloud, row: "spaceCreationDenied/v2", change: { $0.settings.spaceCreators = ["none"] }) {
            try $0.request("/api/v2/spaces", .post, as: "writer-bot", body: ["key": "NEW", "name": "New"])
        },
        Recipe(site: .cloud, row: "administerDenied") {
            try $0.request("/rest/api/space/DOCS/permission", .post, as: "reader-bot", body: [:])
        },
        Recipe(site: .cloud, row: "administerDenied/v2") { site in
            let id = try site.spaceID("DOCS")
            return try site.request("/api/v2/spaces/\(id)/role-assignments", .post, as: "reader-bot", body: [])
        },
        Recipe(site: .cloud, row: "rightsQuestionDenied") { site in
            try site.request(
                "/rest/api/content/98311/permission/check", .post, as: "reader-bot",
                body: [
                    "subject": ["type": "user", "identifier": .string(site.user("mira").accountID)],
                    "operation": "read",
                ])
        },
        Recipe(site: .cloud, row: "restrictionMissing") { site in
            try site.request(
                "/rest/api/content/98311/restriction/byOperation/read/user",
                query: [QueryItem("accountId", site.user("mira").accountID)], as: "reader-bot")
        },
        Recipe(site: .cloud, row: "permissionMissing") {
            try $0.request("/rest/api/space/DOCS/permission/1", .delete, as: "mira")
        },
        Recipe(site: .cloud, row: "roleMissing/v2") { try $0.request("/api/v2/space-roles/7", as: "mira") },
        Recipe(site: .cloud, row: "rolesOnly", change: { $0.settings.spaceRoles = .only }) {
            try $0.request("/rest/api/space/DOCS/permission", .post, as: "mira", body: [:])
        },
    ]

    static let dataCenterRights: [Recipe] = [
        Recipe(site: .dataCenter, row: "administerDenied") {
            try $0.request("/rest/api/space/DOCS/permissions", .post, as: "reader-bot", body: [])
        },
        Recipe(site: .dataCenter, row: "restrictionMissing") {
            try $0.request(
                "/rest/experimental/content/98311/restriction/byOperation/read/user",
                query: [QueryItem("userName", "mira")], as: "reader-bot")
        },
        Recipe(site: .dataCenter, row: "permissionMissing") {
            try $0.request("/rest/api/space/DOCS/permissions/user/none", as: "mira")
        },
        Recipe(site: .dataCenter, row: "permissionsGuarded") {
            try $0.request("/rest/api/space", query: [QueryItem("expand", "permissions")], as: "mira")
        },
    ]
}
