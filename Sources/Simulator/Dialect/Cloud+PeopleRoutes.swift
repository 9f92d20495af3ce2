import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let old = "Cloud REST v1 description, 2022"
    private static let live = "MrRefactoring/confluence.js, live tests"

    /// What a Cloud site answers of people, groups and what people mark as favourite.
    static let cloudPeople: [Route] = cloudUsers + cloudUserProperties + cloudGroups + cloudRelations

    private static let cloudUsers: [Route] = [
        Route(.get, "/rest/api/user", .user, api: .users, v1, .documented).partly("expand=personalSpace"),
        Route(.get, "/rest/api/user/anonymous", .anonymousUser, api: .users, v1, .documented),
        Route(.get, "/rest/api/user/memberof", .groupsOfUser, api: .users, v1, .documented),
        Route(.get, "/rest/api/user/bulk", .usersInBulk, api: .users, v1, .documented),
        Route(.get, "/rest/api/search/user", .userSearch, api: .search, v1, .documented)
            .partly("user, user.fullname, user.accountid and type alone"),
        Route(.post, "/api/v2/users-bulk", .usersInBulkV2, api: .v2, v2, .documented).question,
        Route(.post, "/api/v2/user/access/check-access-by-email", .accessByEmail, api: .v2, v2, .documented).question,
    ]

    private static let cloudUserProperties: [Route] = {
        let one: PathTemplate = "/rest/api/user/{user}/property/{property-key}"
        return [
            Route(.get, "/rest/api/user/{user}/property", .userProperties, v1, .documented),
            Route(.get, one, .userProperty, v1, .documented), Route(.post, one, .createUserProperty, v1, .documented),
            Route(.put, one, .updateUserProperty, v1, .documented),
            Route(.delete, one, .deleteUserProperty, v1, .documented),
        ]
    }()

    private static let cloudGroups: [Route] = [
        Route(.get, "/rest/api/group", .groups, v1, .documented).partly("accessType"),
        Route(.post, "/rest/api/group", .createGroup, v1, .documented),
        Route(.delete, "/rest/api/group", .deleteGroup, old, .documented),
        Route(.get, "/rest/api/group/by-id", .group, v1, .documented),
        Route(.delete, "/rest/api/group/by-id", .deleteGroup, v1, .documented),
        Route(.get, "/rest/api/group/by-name", .group, old, .documented),
        Route(.get, "/rest/api/group/picker", .groupPicker, v1, .documented),
        Route(.get, "/rest/api/group/member", .groupMembersAtMost, old, .documented),
        Route(.post, "/rest/api/group/user", .joinGroup, old, .documented),
        Route(.delete, "/rest/api/group/user", .leaveGroup, old, .documented),
        Route(.post, "/rest/api/group/userByGroupId", .joinGroup, v1, .documented),
        Route(.delete, "/rest/api/group/userByGroupId", .leaveGroup, v1, .documented),
        Route(.get, "/rest/api/group/{group}/membersByGroupId", .groupMembers, live, .measured),
        Route(.get, "/rest/api/group/{group}/member", .groupMembers, old, .documented),
        Route(.get, "/rest/api/group/{group}", .group, old, .documented),
    ]

    private static let cloudRelations: [Route] = {
        let one: PathTemplate = "/rest/api/relation/{relation}/from/{source}/{sourceKey}/to/{target}/{targetKey}"
        return [
            Route(.get, one, .relation, v1, .documented), Route(.put, one, .relate, v1, .documented),
            Route(.delete, one, .unrelate, v1, .documented),
            Route(
                .get, "/rest/api/relation/{relation}/from/{source}/{sourceKey}/to/{target}", .findRelations, live,
                .measured),
            Route(
                .get, "/rest/api/relation/{relation}/to/{target}/{targetKey}/from/{source}", .findRelations, live,
                .measured),
        ]
    }()
}
