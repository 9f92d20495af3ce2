import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

extension Recipe {
    static let dataCenter: [Recipe] =
        dataCenterLogin + dataCenterContent + writing(.dataCenter) + search(.dataCenter) + rights(.dataCenter)
        + dataCenterRights + dataCenterPeople + properties(.dataCenter) + comments(.dataCenter) + dataCenterComments
        + reactions(.dataCenter) + [
            dataCenter("searchSpaceUnknown") {
                try $0.request("/rest/api/search", query: [QueryItem("cql", "space = NOPE")], as: "mira")
            }
        ]

    private static func dataCenter(
        _ row: String,
        _ change: @escaping @Sendable (inout SiteDefinition) -> Void = { _ in },
        before: @escaping @Sendable (ConfluenceSite) throws -> [Request] = { _ in [] },
        _ request: @escaping @Sendable (ConfluenceSite) throws -> Request
    ) -> Recipe {
        Recipe(site: .dataCenter, row: row, change: change, before: before, request: request)
    }

    private static func basic(_ user: String, _ password: String) -> String {
        BasicCredentials(user: user, password: password).headerValue
    }

    private static let dataCenterLogin: [Recipe] = [
        dataCenter("outsideContext") { try $0.outside("/rest/api/user/current", as: "mira") },
        dataCenter("noSuchRoute/pages") { try $0.request("/nonsense.action", as: "mira") },
        dataCenter("noSuchRoute") { try $0.request("/rest/api/nonsense", as: "mira") },
        dataCenter("mediaTypeUnsupported") {
            try $0.request(
                "/rest/api/content", .post, as: "mira", text: "{}", mediaType: "application/x-www-form-urlencoded")
        },
        dataCenter("methodNotAllowed") { try $0.request("/rest/api/user/current", .delete, as: "mira") },
        dataCenter("loginFailed") {
            try $0.request("/rest/api/user/current", authorization: basic("mira", "wrong"))
        },
        dataCenter("captchaDue", { $0.settings.captchaThreshold = 1 }) {
            [try $0.request("/rest/api/user/current", authorization: basic("mira", "wrong"))]
        } _: {
            try $0.request("/rest/api/user/current", authorization: basic("mira", "mira-password-1"))
        },
        dataCenter("rateLimited", { $0.settings.rateLimit = RateLimit(budget: 1, windowSeconds: 60) }) {
            [try $0.request("/rest/api/user/current", as: "mira")]
        } _: {
            try $0.request("/rest/api/user/current", as: "mira")
        },
        dataCenter("basicDisabled", { $0.settings.basicAuthentication = false }) {
            try $0.request("/rest/api/user/current", authorization: basic("mira", "mira-password-1"))
        },
        dataCenter("seatLapsed", { $0.settings.seatIdleSeconds = 0 }) {
            try $0.request("/rest/api/user/current", as: "mira")
        },
        dataCenter("readOnly", { $0.settings.readOnly = true }) {
            try $0.request("/rest/api/content", .post, as: "mira", body: ConfluenceSite.page("New"))
        },
        dataCenter("licenceExpired", { $0.settings.licence = .expired }) {
            try $0.request("/rest/api/content", .post, as: "mira", body: ConfluenceSite.page("New"))
        },
        dataCenter("anonymous") { try $0.request("/rest/api/user/current") },
        dataCenter("unlicensed") { try $0.request("/rest/api/user/current", as: "unlicensed") },
    ]

    private static let dataCenterContent: [Recipe] = [
        dataCenter("contentMissing/pages") { try $0.request("/download/attachments/999/a.txt", as: "mira") },
        dataCenter("contentMissing") { try $0.request("/rest/api/content/98320", as: "reader-bot") },
        dataCenter("spaceMissing") { try $0.request("/rest/api/space/NOPE", as: "reader-bot") },
        dataCenter("listedSpaceMissing") {
            try $0.request("/rest/api/content", query: [QueryItem("spaceKey", "NOPE")], as: "reader-bot")
        },
        dataCenter("labelMissing") { try $0.request("/rest/api/content/98311/label/nope", .delete, as: "mira") },
        dataCenter("moveDenied") {
            let items = [QueryItem("pageId", "98312"), QueryItem("targetId", "98310")]
            var request = try $0.request("/pages/movepage.action", .post, query: items, as: "reader-bot")
            request.headers["X-Atlassian-Token"] = "no-check"
            return request
        },
        dataCenter("taskMissing") { try $0.request("/rest/api/longtask/7", as: "mira") },
        dataCenter("attachmentMissing/pages") { try $0.request("/download/attachments/98311/nope.txt", as: "mira") },
        dataCenter("attachmentMissing") { site in
            var request = try site.upload("a.txt", to: "98311", as: "mira")
            request.url.path += "/att999/data"
            return request
        },
        dataCenter("tokenMissing") { try $0.request("/rest/pat/latest/tokens/999", as: "mira") },
        dataCenter("tokenLimitReached", { $0.settings.tokenLimits.perUser = 1 }) {
            try $0.request("/rest/pat/latest/tokens", .post, as: "mira", body: ["name": "second"])
        },
        dataCenter("createDenied") {
            try $0.request("/rest/api/content", .post, as: "reader-bot", body: ConfluenceSite.page("New"))
        },
        dataCenter("editDenied") {
            try $0.request(
                "/rest/api/content/98311", .put, as: "reader-bot", body: ConfluenceSite.page("R", version: 2))
        },
        dataCenter("deleteDenied") { try $0.request("/rest/api/content/98311", .delete, as: "reader-bot") },
        dataCenter("attachDenied") { try $0.upload("a.txt", to: "98311", as: "reader-bot") },
        dataCenter("labelDenied") {
            try $0.request("/rest/api/content/98311/label", .post, as: "reader-bot", body: [["name": "x"]])
        },
    ]
}
