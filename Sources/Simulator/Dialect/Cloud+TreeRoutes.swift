import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let old = "Cloud REST v1 description of 2022, answered by sites"
    private static let v2 = "Cloud REST v2 description"
    private static let v1 = "Cloud REST v1 description"

    /// What a Cloud site answers about the tree of content beside reading and writing a single piece.
    static let cloudTree: [Route] =
        cloudTasks + cloudManyPages + cloudBranches + cloudVersions + cloudV2Tree + cloudFolders

    private static let cloudBranches: [Route] = [
        Route(.get, "/rest/api/content/{id}/child", .childLists, old, .documented).deprecated,
        Route(.get, "/rest/api/content/{id}/descendant", .descendantLists, v1, .documented).deprecated,
        Route(.get, "/rest/api/content/{id}/descendant/{type}", .descendants, v1, .documented).deprecated,
    ]

    private static let cloudVersions: [Route] = [
        Route(.get, "/rest/api/content/{id}/version", .versions, old, .documented).deprecated,
        Route(.get, "/rest/api/content/{id}/version/{number}", .version, old, .documented).deprecated,
        Route(.post, "/rest/api/content/{id}/version", .restoreVersion, v1, .documented),
        Route(.delete, "/rest/api/content/{id}/version/{number}", .deleteVersion, v1, .documented),
    ]

    private static let cloudV2Tree: [Route] = [
        Route(.post, "/api/v2/content/convert-ids-to-types", .typesOfContent, api: .v2, v2, .documented).question,
        Route(.get, "/api/v2/blogposts", .blogPosts, api: .v2, v2, .documented),
        Route(.post, "/api/v2/blogposts", .createBlogPost, api: .v2, v2, .documented),
        Route(.put, "/api/v2/blogposts/{id}", .updateBlogPost, api: .v2, v2, .documented),
        Route(.delete, "/api/v2/blogposts/{id}", .deleteBlogPost, api: .v2, v2, .documented),
        Route(.put, "/api/v2/pages/{id}/title", .updatePageTitle, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/blogposts", .blogPostsOfSpace, api: .v2, v2, .documented),
        Route(.get, "/api/v2/pages/{id}/children", .childPages, api: .v2, v2, .documented),
        Route(
            .get, "/api/v2/pages/{id}/direct-children", .directChildren(of: .page), api: .v2,
            "MrRefactoring/confluence.js, found against the live API", .measured),
        Route(.get, "/api/v2/pages/{id}/ancestors", .ancestors(of: .page), api: .v2, v2, .documented),
        Route(.get, "/api/v2/pages/{id}/descendants", .descendants(of: .page), api: .v2, v2, .documented),
        Route(.get, "/api/v2/pages/{id}/versions", .versions(of: .page), api: .v2, v2, .documented),
        Route(
            .get, "/api/v2/pages/{page-id}/versions/{number}", .version(of: .page, named: "page-id"), api: .v2, v2,
            .documented),
        Route(.get, "/api/v2/blogposts/{id}/versions", .versions(of: .blogpost), api: .v2, v2, .documented),
        Route(
            .get, "/api/v2/blogposts/{blogpost-id}/versions/{number}",
            .version(of: .blogpost, named: "blogpost-id"), api: .v2, v2, .documented),
    ]

    private static let cloudFolders: [Route] = [
        ("folders", ContentKind.folder), ("whiteboards", .whiteboard), ("databases", .database), ("embeds", .embed),
    ].flatMap { name, kind in
        func path(_ rest: String) -> PathTemplate { PathTemplate(stringLiteral: "/api/v2/\(name)" + rest) }
        return [
            Route(.post, path(""), .createTreeContent(of: kind), api: .v2, v2, .documented),
            Route(.get, path("/{id}"), .treeContent(of: kind), api: .v2, v2, .documented),
            Route(.delete, path("/{id}"), .deleteTreeContent(of: kind), api: .v2, v2, .documented),
            Route(.get, path("/{id}/direct-children"), .directChildren(of: kind), api: .v2, v2, .documented),
            Route(.get, path("/{id}/ancestors"), .ancestors(of: kind), api: .v2, v2, .documented),
            Route(.get, path("/{id}/descendants"), .descendants(of: kind), api: .v2, v2, .documented),
            Route(.get, path("/{id}/operations"), .operations(on: kind), api: .v2, v2, .documented),
        ]
    }

    private static let cloudTasks: [Route] = [
        Route(.get, "/rest/api/longtask", .longTasks, v1, .documented),
        Route(.get, "/rest/api/longtask/{id}", .longTask, v1, .documented),
    ]

    private static let cloudManyPages: [Route] = [
        Route(.post, "/rest/api/content/archive", .archivePages, v1, .documented),
        Route(.delete, "/rest/api/content/{id}/pageTree", .deletePageTree, v1, .documented),
        Route(.put, "/rest/api/content/{pageId}/move/{position}/{targetId}", .movePage, v1, .documented),
        Route(.post, "/rest/api/content/{id}/copy", .copyPage, v1, .documented).lacking("custom content"),
        Route(.post, "/rest/api/content/{id}/pagehierarchy/copy", .copyPageHierarchy, v1, .documented)
            .lacking("custom content"),
    ]
}
