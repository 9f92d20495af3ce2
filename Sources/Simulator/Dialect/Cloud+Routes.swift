import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let probes = "mozilla/markfluence docs/confluence/api.md"
    private static let owners = v1 + "; com.atlassian.confluence.labels.Namespace (javadoc), visibility by owner"
    private static let labels = v1 + "; mozilla/markfluence docs/confluence/labels.md"
    private static let client = "sent by atlassian-python-api 4.0.7 and answered by sites"

    /// What a Cloud site answers. Several v1 routes are no longer described, and sites still serve them.
    static let cloud: [Route] =
        cloudComments + cloudAttachments + cloudCustomContent + cloudClassification + cloudSite + cloudPictures
        + cloudExports + cloudTree + cloudV1
        + cloudV2 + cloudRights + cloudSpaces
        + cloudPeople + cloudProperties + cloudLabels + cloudReactions + cloudInlineTasks + cloudAdministration

    private static let cloudSite: [Route] = [
        Route(
            .get, "/_edge/tenant_info", .tenantInfo, api: .site, zone: .siteRoot, door: .everybody,
            "hunyadi/md2conf, site discovery", .measured),
        Route(
            .get, "/login", .loginPage, api: .pages, zone: .siteRoot, door: .everybody,
            "github.com/langchain-ai/langchain/issues/15869", .observed),
        Route(
            .get, "/login", .loginPage, api: .pages, door: .everybody, "github.com/langchain-ai/langchain/issues/15869",
            .observed),
        Route(
            .get, "/download/attachments/{id}/{name}", .browserDownload, api: .pages,
            "sooperset/mcp-atlassian, attachments; changelog CHANGE-2735", .measured),
    ]

    private static let cloudV1: [Route] = [
        Route(.get, "/rest/api/user/current", .currentUser, api: .users, v1, .documented),
        Route(.get, "/rest/api/space", .spaces, client, .measured).deprecated,
        Route(.get, "/rest/api/space/{key}", .spaceByKey, probes, .measured).deprecated,
        Route(.get, "/rest/api/search", .search, api: .search, v1, .documented),
        Route(.get, "/rest/api/content/search", .contentSearch, api: .search, v1, .documented),
        Route(.get, "/rest/api/content", .contents, client, .measured).deprecated,
        Route(.post, "/rest/api/content", .createContent, client, .measured).deprecated,
        Route(.get, "/rest/api/content/{id}", .contentByID, client, .measured).deprecated,
        Route(.put, "/rest/api/content/{id}", .updateContent, client, .measured).deprecated,
        Route(.delete, "/rest/api/content/{id}", .deleteContent, client, .measured).deprecated,
        Route(.get, "/rest/api/content/{id}/history", .history, client, .measured).deprecated,
        Route(.get, "/rest/api/content/{id}/label", .labels, client, .measured).deprecated,
        Route(.post, "/rest/api/content/{id}/label", .addLabels, owners, .documented),
        Route(.delete, "/rest/api/content/{id}/label", .removeLabel, labels, .documented),
        Route(.delete, "/rest/api/content/{id}/label/{label}", .removeLabel, v1, .documented),
        Route(.get, "/rest/api/content/{id}/child/attachment", .attachments, client, .measured).deprecated,
        Route(.post, "/rest/api/content/{id}/child/attachment", .addAttachments, v1, .documented),
        Route(.post, "/rest/api/content/{id}/child/attachment/{attachment}/data", .replaceAttachment, v1, .documented),
        Route(.get, "/rest/api/content/{id}/child/{type}", .children, api: .olderRest, client, .measured).deprecated,
    ]

    private static let webResources = "include-webresources shows none"

    private static let cloudV2: [Route] = [
        Route(.get, "/api/v2/spaces", .spaces, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}", .spaceByID, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/pages", .pagesOfSpace, api: .v2, v2, .documented),
        Route(.get, "/api/v2/pages", .pages, api: .v2, v2, .documented),
        Route(.post, "/api/v2/pages", .createPage, api: .v2, v2, .documented).partly("embedded"),
        Route(.get, "/api/v2/pages/{id}", .pageByID, api: .v2, v2, .documented).partly(webResources),
        Route(.put, "/api/v2/pages/{id}", .updatePage, api: .v2, v2, .documented),
        Route(.delete, "/api/v2/pages/{id}", .deletePage, api: .v2, v2, .documented),
        Route(.get, "/api/v2/blogposts/{id}", .blogPostByID, api: .v2, v2, .documented)
            .partly(webResources),
    ]
}
