import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"
    private static let experimental = "REST description of Confluence Server, 6.6, experimental part"

    /// What Data Center answers about rights: restrictions of content, permissions of spaces.
    static let dataCenterRights: [Route] = dataCenterRestrictions + dataCenterPermissions

    private static let dataCenterRestrictions: [Route] =
        [
            restriction(.put, "/rest/api/content/{id}/restriction", .replaceRestrictions, rest).since(8, 8),
            restriction(.get, "/rest/api/content/{id}/restriction/byOperation", .restrictions, rest),
            restriction(.get, "/rest/api/content/{id}/restriction/byOperation/{operation}", .restriction, rest),
            restriction(.put, "/rest/experimental/content/{id}/restriction", .replaceRestrictions, experimental),
            restriction(.post, "/rest/experimental/content/{id}/restriction", .addRestrictions, experimental),
            restriction(.delete, "/rest/experimental/content/{id}/restriction", .liftRestrictions, experimental),
        ] + named("/user") + named("/group/{group}")

    private static func named(_ place: String) -> [Route] {
        let path = PathTemplate(
            stringLiteral: "/rest/experimental/content/{id}/restriction/byOperation/{operation}" + place)
        return [
            restriction(.get, path, .restrictedSubject, experimental),
            restriction(.put, path, .addRestrictedSubject, experimental),
            restriction(.delete, path, .removeRestrictedSubject, experimental),
        ]
    }

    private static func restriction(
        _ method: Request.Method, _ path: PathTemplate, _ resource: Resource, _ source: String
    ) -> Route {
        Route(method, path, resource, door: .visitors, source, .documented)
    }

    /// They came with 9.1 (CONFSERVER-78176).
    private static let dataCenterPermissions: [Route] =
        ([
            Route(.get, "/rest/api/space/{key}/permissions", .permissionTable, rest, .documented),
            Route(.post, "/rest/api/space/{key}/permissions", .setPermissions, rest, .documented),
        ] + permissions(of: "/anonymous") + permissions(of: "/group/{group}") + permissions(of: "/user/{user}"))
        .map { $0.since(9, 1) }

    private static func permissions(of place: String) -> [Route] {
        func path(_ end: String) -> PathTemplate {
            PathTemplate(stringLiteral: "/rest/api/space/{key}/permissions" + place + end)
        }
        return [
            Route(.get, path(""), .permissionsOfSubject, rest, .documented),
            Route(.put, path("/grant"), .grantPermissions, rest, .documented),
            Route(.put, path("/revoke"), .revokePermissions, rest, .documented),
        ]
    }
}
