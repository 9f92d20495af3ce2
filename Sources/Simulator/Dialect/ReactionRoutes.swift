import ConfluenceStore
import ConfluenceWire

/// Routes of watches, likes, views and states.
extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let rest = "Data Center REST description, 10.0"
    private static let browsers = "script of likes in Confluence's own pages; clients that read the statuses"

    static let cloudReactions: [Route] = cloudWatches + cloudLikes + cloudStates

    private static let cloudWatches: [Route] =
        [
            Route(.get, "/rest/api/content/{id}/notification/child-created", .contentWatchers, v1, .documented),
            Route(.get, "/rest/api/content/{id}/notification/created", .watchersOfSpaceOfContent, v1, .documented),
            Route(.get, "/rest/api/space/{key}/watch", .spaceWatchers, v1, .documented),
            Route(.get, "/rest/api/analytics/content/{id}/views", .views, v1, .documented)
                .partly("no browser looks at pages, so the count stays 0"),
            Route(.get, "/rest/api/analytics/content/{id}/viewers", .views, v1, .documented)
                .partly("no browser looks at pages, so the count stays 0"),
        ] + watches("content/{id}", .content, .users, v1) + watches("space/{key}", .space, .users, v1)
        + watches("label/{label}", .label, .users, v1)

    private static func watches(
        _ path: String, _ place: Resource.WatchPlace, _ door: Door, _ source: String
    ) -> [Route] {
        let path = PathTemplate(stringLiteral: "/rest/api/user/watch/\(path)")
        return [
            Route(.get, path, .isWatching(place), door: door, source, .documented),
            Route(.post, path, .watch(place), door: door, source, .documented),
            Route(.delete, path, .unwatch(place), door: door, source, .documented),
        ]
    }

    private static let cloudLikes: [Route] =
        likes("pages", [.page]) + likes("blogposts", [.blogpost]) + likes("footer-comments", [.comment])
        + likes("inline-comments", [.comment])

    private static func likes(_ name: String, _ kinds: [ContentKind]) -> [Route] {
        let count = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/likes/count")
        let users = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/likes/users")
        return [
            Route(.get, count, .likeCount(of: kinds), api: .v2, v2, .documented),
            Route(.get, users, .likers(of: kinds), api: .v2, v2, .documented),
        ]
    }

    private static let cloudStates: [Route] = [
        state(.get, "/rest/api/content/{id}/state", .contentState).partly("drafts have no state of their own"),
        state(.put, "/rest/api/content/{id}/state", .setContentState),
        state(.delete, "/rest/api/content/{id}/state", .removeContentState),
        state(.get, "/rest/api/content/{id}/state/available", .availableStates),
        state(.get, "/rest/api/content-states", .customStates),
        state(.get, "/rest/api/space/{key}/state", .spaceStates),
        state(.get, "/rest/api/space/{key}/state/settings", .stateSettings),
        Route(.get, "/rest/api/space/{key}/state/content", .contentsInState, api: .states, v1, .documented),
    ]

    private static func state(_ method: Request.Method, _ path: PathTemplate, _ resource: Resource) -> Route {
        Route(method, path, resource, api: .states, "mozilla/markfluence docs/confluence/page-status.md", .measured)
    }

    static let dataCenterReactions: [Route] =
        [
            Route(.get, "/rest/api/content/{id}/watchers", .contentWatchers, door: .visitors, rest, .documented),
            Route(.get, "/rest/api/space/{key}/watchers", .spaceWatchers, door: .visitors, rest, .documented),
            Route(.get, "/rest/likes/1.0/content/{id}/likes", .likes, door: .visitors, browsers, .observed),
            Route(.post, "/rest/likes/1.0/content/{id}/likes", .like, door: .visitors, browsers, .observed),
            Route(.delete, "/rest/likes/1.0/content/{id}/likes", .unlike, door: .visitors, browsers, .observed),
        ] + watches("content/{id}", .content, .visitors, rest) + watches("space/{key}", .space, .visitors, rest)
}
