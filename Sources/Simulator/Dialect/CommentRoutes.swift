import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let client = "sent by atlassian-python-api 4.0.7 and answered by sites"
    private static let v2 = "Cloud REST v2 description"
    private static let rest = "Data Center REST description, 10.0"

    /// What a Cloud site answers about comments; they are made in v1 as content is.
    static let cloudComments: [Route] =
        [
            Route(.get, "/rest/api/content/{id}/child/comment", .childComments, client, .measured).deprecated,
            Route(
                .get, "/api/v2/attachments/{id}/footer-comments", .comments(on: [.attachment], isInline: false),
                api: .v2, v2, .documented
            ).partly("version: comments belong to no version of a file"),
        ] + family("footer-comments", isInline: false) + family("inline-comments", isInline: true)

    private static func family(_ name: String, isInline: Bool) -> [Route] {
        let all = PathTemplate(stringLiteral: "/api/v2/\(name)")
        let one = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}")
        let replies = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/children")
        let versions = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/versions")
        let version = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/versions/{number}")
        let pages = PathTemplate(stringLiteral: "/api/v2/pages/{id}/\(name)")
        let posts = PathTemplate(stringLiteral: "/api/v2/blogposts/{id}/\(name)")
        return [
            Route(.get, pages, .comments(on: [.page], isInline: isInline), api: .v2, v2, .documented),
            Route(.get, posts, .comments(on: [.blogpost], isInline: isInline), api: .v2, v2, .documented),
            Route(.get, all, .comments(isInline: isInline), api: .v2, v2, .documented),
            Route(.post, all, .createComment(isInline: isInline), api: .v2, v2, .documented),
            Route(.get, one, .comment(isInline: isInline), api: .v2, v2, .documented),
            Route(.put, one, .updateComment(isInline: isInline), api: .v2, v2, .documented),
            Route(.delete, one, .removeComment(isInline: isInline), api: .v2, v2, .documented),
            Route(.get, replies, .replies(isInline: isInline), api: .v2, v2, .documented),
            Route(.get, versions, .versions(of: .comment), api: .v2, v2, .documented),
            Route(.get, version, .version(of: .comment, named: "id"), api: .v2, v2, .documented),
        ]
    }

    /// What Data Center answers about comments.
    static let dataCenterComments: [Route] = [
        Route(.get, "/rest/api/content/{id}/child/comment", .childComments, door: .visitors, rest, .documented)
    ]
}
