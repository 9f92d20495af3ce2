import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let old = "Cloud REST v1 description of 2022, answered by sites"

    /// What a Cloud site answers about rights: restrictions, permissions, roles, and what one may do.
    static let cloudRights: [Route] = cloudRestrictions + cloudPermissions + cloudOperations + cloudRoles

    private static let cloudRestrictions: [Route] =
        [
            Route(.get, "/rest/api/content/{id}/restriction", .restrictionList, v1, .documented),
            Route(.put, "/rest/api/content/{id}/restriction", .replaceRestrictions, v1, .documented),
            Route(.post, "/rest/api/content/{id}/restriction", .addRestrictions, v1, .documented),
            Route(.delete, "/rest/api/content/{id}/restriction", .liftRestrictions, v1, .documented),
            Route(.get, "/rest/api/content/{id}/restriction/byOperation", .restrictions, v1, .documented),
            Route(.get, "/rest/api/content/{id}/restriction/byOperation/{operation}", .restriction, v1, .documented),
        ] + named("/user", v1) + named("/byGroupId/{group}", v1) + named("/group/{group}", old).map(\.deprecated)

    private static func named(_ place: String, _ source: String) -> [Route] {
        let path = PathTemplate(stringLiteral: "/rest/api/content/{id}/restriction/byOperation/{operation}" + place)
        return [
            Route(.get, path, .restrictedSubject, source, .documented),
            Route(.put, path, .addRestrictedSubject, source, .documented),
            Route(.delete, path, .removeRestrictedSubject, source, .documented),
        ]
    }

    private static let cloudPermissions: [Route] = [
        Route(.post, "/rest/api/content/{id}/permission/check", .permissionCheck, v1, .documented).question,
        Route(.post, "/rest/api/space/{key}/permission", .addSpacePermission, v1, .documented),
        Route(.delete, "/rest/api/space/{key}/permission/{permission}", .removeSpacePermission, v1, .documented),
    ]

    private static let cloudOperations: [Route] = [
        Route(.get, "/api/v2/pages/{id}/operations", .pageOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/blogposts/{id}/operations", .blogPostOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/attachments/{id}/operations", .attachmentOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/footer-comments/{id}/operations", .commentOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/inline-comments/{id}/operations", .inlineCommentOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/operations", .spaceOperations, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/permissions", .spacePermissions, api: .v2, v2, .documented),
    ]

    private static let cloudRoles: [Route] = [
        Route(.get, "/api/v2/space-permissions", .permissionKinds, api: .v2, v2, .documented),
        Route(.get, "/api/v2/space-role-mode", .roleMode, api: .v2, v2, .documented),
        Route(.get, "/api/v2/space-roles", .spaceRoles, api: .v2, v2, .documented),
        Route(.get, "/api/v2/space-roles/{id}", .spaceRole, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/role-assignments", .roleAssignments, api: .v2, v2, .documented),
        Route(.post, "/api/v2/spaces/{id}/role-assignments", .assignRoles, api: .v2, v2, .documented),
    ]
}
