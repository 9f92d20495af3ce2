import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 9.2"
    private static let applicationLinks = "application links of the Atlassian products"

    /// What Data Center answers. Anonymous visitors pass most doors; each space decides what they see.
    static let dataCenter: [Route] =
        dataCenterComments + dataCenterInlineComments + dataCenterAttachments + dataCenterSite + dataCenterPictures
        + dataCenterExports + dataCenterTokens
        + dataCenterTree + dataCenterREST
        + dataCenterRights + dataCenterSpaces + dataCenterPeople + dataCenterProperties + dataCenterLabels
        + dataCenterReactions + dataCenterInlineTasks + dataCenterAdministration + dataCenterWebhooks

    private static let dataCenterSite: [Route] = [
        Route(
            .get, "/rest/applinks/1.0/manifest", .manifest, api: .site, door: .everybody, applicationLinks, .observed),
        Route(
            .get, "/status", .status, api: .site, door: .everybody, "confluence.atlassian.com, load balancers",
            .documented),
        Route(.get, "/login.action", .loginPage, api: .pages, door: .everybody, "what browsers see", .observed),
        Route(
            .post, "/dologin.action", .logIn, api: .pages, door: .everybody,
            "the login form of Data Center, as scripts fill it in", .observed),
        Route(
            .get, "/logout.action", .logOut, api: .pages, door: .everybody, "what browsers see", .observed),
        Route(.get, "/download/attachments/{id}/{name}", .download, api: .pages, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/user/current", .currentUser, api: .users, rest, .documented),
    ]

    /// Both names of the version are in use.
    private static let dataCenterTokens: [Route] = ["latest", "1.0"].flatMap { version in
        let tokens = PathTemplate(stringLiteral: "/rest/pat/\(version)/tokens")
        let token = PathTemplate(stringLiteral: "/rest/pat/\(version)/tokens/{token}")
        let page = "confluence.atlassian.com, Using personal access tokens"
        return [
            Route(.get, tokens, .tokens, page, .documented), Route(.post, tokens, .createToken, page, .documented),
            Route(.get, token, .tokenByID, page, .inferred), Route(.delete, token, .revokeToken, page, .documented),
        ]
    }

    private static let dataCenterREST: [Route] = [
        Route(.get, "/rest/api/space", .spaces, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/space/{key}", .spaceByKey, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/search", .search, api: .search, rest, .documented),
        Route(.get, "/rest/api/content/search", .contentSearch, api: .search, rest, .documented),
        Route(.get, "/rest/api/content", .contents, door: .visitors, rest, .documented),
        Route(.post, "/rest/api/content", .createContent, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}", .contentByID, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/content/{id}", .updateContent, door: .visitors, rest, .documented),
        Route(.delete, "/rest/api/content/{id}", .deleteContent, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/history", .history, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/label", .labels, door: .visitors, rest, .documented),
        Route(.post, "/rest/api/content/{id}/label", .addLabels, door: .visitors, rest, .documented),
        Route(.delete, "/rest/api/content/{id}/label", .removeLabel, door: .visitors, rest, .documented),
        Route(.delete, "/rest/api/content/{id}/label/{label}", .removeLabel, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/child/attachment", .attachments, door: .visitors, rest, .documented),
        Route(.post, "/rest/api/content/{id}/child/attachment", .addAttachments, door: .visitors, rest, .documented),
        Route(
            .post, "/rest/api/content/{id}/child/attachment/{attachment}/data", .replaceAttachment, door: .visitors,
            rest, .documented),
        Route(.get, "/rest/api/content/{id}/child/{type}", .children, door: .visitors, rest, .documented),
    ]
}
