import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

extension Recipe {
    static let cloud: [Recipe] =
        cloudLogin + cloudContent + cloudWriting + search(.cloud) + cloudSearch + rights(.cloud) + cloudRights
        + properties(.cloud) + cloudProperties + comments(.cloud) + cloudComments + cloudStates + cloudTasks
        + cloudFiles + reactions(.cloud) + cloudPeople

    private static func cloud(
        _ row: String,
        _ change: @escaping @Sendable (inout SiteDefinition) -> Void = { _ in },
        _ request: @escaping @Sendable (ConfluenceSite) throws -> Request
    ) -> Recipe {
        Recipe(site: .cloud, row: row, change: change, request: request)
    }

    private static let scopedToken = BasicCredentials(user: "mira@acme.example", password: "ATATT3xScoped").headerValue

    private static let endedToken = "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtaXJhIn0.ended"

    private static let addEndedToken: @Sendable (inout SiteDefinition) -> Void = { site in
        let end = TokenDefinition.State.expires(ConfluenceSite.standingMoment)
        site.users[0].tokens.append(
            TokenDefinition(
                name: "ended", kind: .oauthAccessToken, value: String(endedToken.dropFirst("Bearer ".count)),
                state: end,
                scopes: []))
    }

    private static let addScopedToken: @Sendable (inout SiteDefinition) -> Void = { site in
        site.users[0].tokens.append(
            TokenDefinition(
                name: "scoped", kind: .scopedAPIToken, value: "ATATT3xScoped", scopes: ["read:page:confluence"]))
    }

    private static let cloudLogin: [Recipe] = [
        cloud("outsideContext") { try $0.outside("/rest/api/user/current", as: "mira") },
        cloud("noSuchRoute/v2") { try $0.request("/api/v2/nonsense", as: "mira") },
        cloud("noSuchRoute/pages") { try $0.request("/wiki/rest/api/space", as: "mira") },
        cloud("noSuchRoute") { try $0.request("/rest/api/nonsense", as: "mira") },
        cloud("methodNotAllowed/v2") { try $0.request("/api/v2/spaces", .delete, as: "mira") },
        cloud("methodNotAllowed/olderRest") {
            try $0.request("/rest/api/content/98311/child/label", .post, as: "mira")
        },
        cloud("methodNotAllowed/search") { try $0.request("/rest/api/search", .put, as: "mira") },
        cloud("mediaTypeUnsupported/v2") {
            try $0.request("/api/v2/pages", .post, as: "mira", text: "{}", mediaType: "text/plain")
        },
        cloud("mediaTypeUnsupported") {
            try $0.request(
                "/rest/api/content", .post, as: "mira", text: "{}", mediaType: "application/x-www-form-urlencoded")
        },
        cloud("optionsUntold") { try $0.request("/rest/api/space", .options, as: "mira") },
        cloud("methodNotAllowed") { try $0.request("/rest/api/user/current", .delete, as: "mira") },
        cloud("unreadableCredential") { try $0.request("/rest/api/user/current", authorization: "Basic bm9jb2xvbg==") },
        cloud("tokenNotTaken") { try $0.request("/download/attachments/98311/refund-form.txt", as: "mira") },
        cloud("foreignToken") {
            try $0.request("/rest/api/user/current", authorization: "Bearer " + $0.token("mira-token"))
        },
        cloud("credentialRejected/v2") { site in
            try site.request(
                "/api/v2/spaces", authorization: site.authorization(of: "reader-bot", token: "reader-bot-revoked"))
        },
        cloud("credentialRejected/users") { site in
            try site.request(
                "/rest/api/user/current",
                authorization: site.authorization(of: "reader-bot", token: "reader-bot-expired"))
        },
        cloud("credentialRejected") { site in
            try site.request(
                "/rest/api/space", authorization: site.authorization(of: "reader-bot", token: "reader-bot-revoked"))
        },
        cloud("rateLimited", { $0.settings.rateLimit = RateLimit(budget: 5, windowSeconds: 60) }) {
            try $0.request("/rest/api/search", query: [QueryItem("cql", "type=page")], as: "mira")
        },
        cloud("addressRefused", { $0.settings.ipAllowlist = ["203.0.113.0/24"] }) {
            try $0.request("/rest/api/user/current", as: "mira")
        },
        cloud("gone", { $0.settings.withdrawnEndpoints = .everywhere }) {
            try $0.request("/rest/api/content/98311", as: "mira")
        },
        cloud("scopedTokenAtSite", addScopedToken) {
            try $0.request("/rest/api/user/current", authorization: scopedToken)
        },
        cloud("gatewayUnauthorized") { try $0.gateway("/api/v2/spaces", authorization: "Bearer none") },
        cloud("accessTokenExpired/v2", addEndedToken) { try $0.gateway("/api/v2/spaces", authorization: endedToken) },
        cloud("accessTokenExpired/users", addEndedToken) {
            try $0.gateway("/rest/api/user/current", authorization: endedToken)
        },
        cloud("accessTokenExpired", addEndedToken) {
            try $0.gateway("/rest/api/search?cql=type%3Dpage", authorization: endedToken)
        },
        cloud("scopeMissing", addScopedToken) {
            try $0.gateway("/api/v2/spaces", authorization: scopedToken)
        },
        cloud("gatewayRateLimited", { $0.settings.rateLimit = RateLimit(budget: 5, windowSeconds: 60) }) {
            try $0.gateway("/rest/api/search", authorization: $0.authorization(of: "mira"))
        },
        cloud("cloudIDUnknown") {
            var request = try $0.gateway("/api/v2/spaces", authorization: $0.authorization(of: "mira"))
            request.url.path = "/ex/confluence/none/api/v2/spaces"
            return request
        },
        cloud("anonymous/v2") { try $0.request("/api/v2/spaces") },
        cloud("anonymous/users") { try $0.request("/rest/api/user/current") },
        cloud("anonymous") { try $0.request("/rest/api/space") },
        cloud("unlicensed/v2") { try $0.request("/api/v2/spaces", as: "unlicensed") },
        cloud("unlicensed") { try $0.request("/rest/api/space", as: "unlicensed") },
    ]

    /// A visitor whom the site lets in has no token, and so gets as far as the file.
    private static let letVisitorsIn: @Sendable (inout SiteDefinition) -> Void = { site in
        site.settings.anonymousAccess = true
        site.spaces[0].permissions.append(SpaceGrant(.anonymous, [.view]))
    }

    private static let cloudContent: [Recipe] = [
        cloud("contentMissing/v2/hidden") { try $0.request("/api/v2/pages/98320", as: "reader-bot") },
        cloud("contentMissing/v2") { try $0.request("/api/v2/pages/999", as: "reader-bot") },
        cloud("contentMissing/pages", letVisitorsIn) { try $0.request("/download/attachments/999/a.txt") },
        cloud("contentMissing") { try $0.request("/rest/api/content/999", as: "reader-bot") },
        cloud("spaceMissing/v2") { try $0.request("/api/v2/spaces/999", as: "reader-bot") },
        cloud("spaceMissing") { try $0.request("/rest/api/space/NOPE", as: "reader-bot") },
        cloud("listedSpaceMissing") {
            try $0.request("/rest/api/content", query: [QueryItem("spaceKey", "NOPE")], as: "reader-bot")
        },
        cloud("labelMissing") { try $0.request("/rest/api/content/98311/label/nope", .delete, as: "mira") },
        cloud("moveDenied") {
            try $0.request("/rest/api/content/98312/move/append/98310", .put, as: "reader-bot")
        },
        cloud("taskMissing") { try $0.request("/rest/api/longtask/7", as: "mira") },
        cloud("archiveFailed") {
            try $0.request("/rest/api/content/archive", .post, as: "mira", body: ["pages": [["id": 7]]])
        },
        cloud("attachmentMissing/pages", letVisitorsIn) { try $0.request("/download/attachments/98311/nope.txt") },
        cloud("attachmentMissing") {
            try $0.request("/rest/api/content/98311/child/attachment/att999/download", as: "reader-bot")
        },
        cloud("createDenied/v2") { site in
            try site.request(
                "/api/v2/pages", .post, as: "reader-bot",
                body: ConfluenceSite.pageV2("New", spaceID: site.spaceID("DOCS")))
        },
        cloud("createDenied") {
            try $0.request("/rest/api/content", .post, as: "reader-bot", body: ConfluenceSite.page("New"))
        },
        cloud("editDenied/v2") { site in
            try site.request(
                "/api/v2/pages/98311", .put, as: "reader-bot",
                body: ConfluenceSite.pageV2("R", id: "98311", spaceID: site.spaceID("DOCS"), version: 2))
        },
        cloud("editDenied") {
            try $0.request(
                "/rest/api/content/98311", .put, as: "reader-bot", body: ConfluenceSite.page("R", version: 2))
        },
        cloud("deleteDenied/v2") { try $0.request("/api/v2/pages/98311", .delete, as: "reader-bot") },
        cloud("deleteDenied") { try $0.request("/rest/api/content/98311", .delete, as: "reader-bot") },
        cloud("attachDenied") { try $0.upload("a.txt", to: "98311", as: "reader-bot") },
        cloud("labelDenied") {
            try $0.request("/rest/api/content/98311/label", .post, as: "reader-bot", body: [["name": "x"]])
        },
    ]

    private static let cloudWriting: [Recipe] =
        writing(.cloud) + [
            cloud("unreadableBody/v2") { try $0.request("/api/v2/pages", .post, as: "mira", text: "{") },
            cloud("requestInvalid/v2") {
                try $0.request("/api/v2/pages", query: [QueryItem("cursor", "none")], as: "mira")
            },
            cloud("numberUnreadable/v2") {
                try $0.request("/api/v2/pages", query: [QueryItem("limit", "abc")], as: "mira")
            },
            cloud("titleTaken/v2") { site in
                try site.request(
                    "/api/v2/pages", .post, as: "mira",
                    body: ConfluenceSite.pageV2("Refund policy", spaceID: site.spaceID("DOCS")))
            },
            cloud("staleVersion/v2") { site in
                try site.request(
                    "/api/v2/pages/98311", .put, as: "mira",
                    body: ConfluenceSite.pageV2("R", id: "98311", spaceID: site.spaceID("DOCS"), version: 7))
            },
            cloud("versionMissing/v2") { site in
                try site.request(
                    "/api/v2/pages/98311", .put, as: "mira",
                    body: ConfluenceSite.pageV2("R", id: "98311", spaceID: site.spaceID("DOCS")))
            },
            cloud("storageMalformed/v2") { site in
                try site.request(
                    "/api/v2/pages", .post, as: "mira",
                    body: ConfluenceSite.pageV2("Bad", spaceID: site.spaceID("DOCS"), body: "<p>x"))
            },
        ]

    private static let cloudSearch: [Recipe] = [
        cloud("numberUnreadable/search") {
            try $0.request(
                "/rest/api/search", query: [QueryItem("cql", "type=page"), QueryItem("limit", "abc")], as: "mira")
        },
        cloud("cursorUnknown") {
            try $0.request(
                "/rest/api/search", query: [QueryItem("cql", "type=page"), QueryItem("cursor", "zzz")], as: "mira")
        },
    ]
}
