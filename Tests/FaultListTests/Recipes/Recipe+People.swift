import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// How the refusals about people, groups and spaces as a whole are brought about.
extension Recipe {
    static let cloudPeople: [Recipe] = [
        Recipe(site: .cloud, row: "siteAdminDenied") {
            try $0.request("/rest/api/group", .post, as: "mira", body: ["name": "new"])
        },
        Recipe(site: .cloud, row: "siteAdminDenied/v2") {
            try $0.request("/api/v2/user/access/check-access-by-email", .post, as: "mira", body: ["emails": []])
        },
        Recipe(site: .cloud, row: "userMissing") {
            try $0.request("/rest/api/user", query: [QueryItem("accountId", "none")], as: "mira")
        },
        Recipe(site: .cloud, row: "groupMissing") {
            try $0.request("/rest/api/group/by-id", query: [QueryItem("id", "none")], as: "mira")
        },
        Recipe(site: .cloud, row: "templateMissing") { try $0.request("/rest/api/template/1", as: "mira") },
        Recipe(site: .cloud, row: "conversionMissing") {
            try $0.request("/rest/api/contentbody/convert/async/none", as: "mira")
        },
        Recipe(site: .cloud, row: "relationMissing") {
            try $0.request("/rest/api/relation/favourite/from/user/current/to/space/DOCS", as: "mira")
        },
        Recipe(site: .cloud, row: "relationsUnsearchable") {
            try $0.request("/rest/api/relation/favourite/from/user/current/to/space", as: "mira")
        },
        Recipe(site: .cloud, row: "themeMissing") { try $0.request("/rest/api/space/DOCS/theme", as: "mira") },
        Recipe(site: .cloud, row: "themeUnknown") {
            try $0.request("/rest/api/space/DOCS/theme", .put, as: "mira", body: ["themeKey": "none"])
        },
        Recipe(site: .cloud, row: "themeNeeded") {
            try $0.request(
                "/rest/api/settings/lookandfeel", .put, as: "mira",
                body: ["spaceKey": "DOCS", "lookAndFeelType": "custom"])
        },
    ]

    static let dataCenterPeople: [Recipe] = [
        Recipe(site: .dataCenter, row: "siteAdminDenied") {
            try $0.request("/rest/api/admin/group", .post, as: "mira", body: ["name": "new"])
        },
        Recipe(site: .dataCenter, row: "userMissing") {
            try $0.request("/rest/api/user", query: [QueryItem("username", "none")], as: "mira")
        },
        Recipe(site: .dataCenter, row: "templateMissing") {
            try $0.request("/rest/experimental/template/1", as: "mira")
        },
        Recipe(site: .dataCenter, row: "webhookMissing") { try $0.request("/rest/api/webhooks/1", as: "jonas") },
        Recipe(site: .dataCenter, row: "groupMissing") { try $0.request("/rest/api/group/none", as: "mira") },
        Recipe(site: .dataCenter, row: "userTaken") {
            try $0.request(
                "/rest/api/admin/user", .post, as: "jonas",
                body: ["userName": "mira", "fullName": "M", "email": "m@acme.example", "password": "secret-1"])
        },
        Recipe(site: .dataCenter, row: "passwordWrong") {
            try $0.request(
                "/rest/api/user/current/password", .post, as: "mira",
                body: ["oldPassword": "wrong", "newPassword": "secret-1"])
        },
        Recipe(
            site: .dataCenter, row: "spaceTaken",
            before: { [try $0.request("/rest/api/space/personal", .post, as: "mira", body: [:])] }
        ) { try $0.request("/rest/api/space/personal", .post, as: "mira", body: [:]) },
    ]
}
