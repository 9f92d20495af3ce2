import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"
    private static let management = "CONFSERVER-87290 to CONFSERVER-87292"

    /// What Data Center answers of people and groups.
    static let dataCenterPeople: [Route] = dataCenterUsers + dataCenterGroups

    private static let dataCenterUsers: [Route] = [
        Route(.get, "/rest/api/user", .user, api: .users, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/user/anonymous", .anonymousUser, api: .users, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/user/memberof", .groupsOfUser, api: .users, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/user/list", .allUsers, api: .users, door: .visitors, management, .documented)
            .since(8, 4),
        Route(.put, "/rest/api/user/current", .updateCurrentUser, api: .users, door: .visitors, rest, .documented)
            .since(9, 1),
        Route(
            .post, "/rest/api/user/current/password", .setOwnPassword, api: .users, door: .visitors, management,
            .documented
        ).since(8, 4),
        Route(.get, "/rest/api/admin/users/list/active", .activeUsers, door: .visitors, rest, .documented).since(9, 3),
        Route(.post, "/rest/api/admin/user", .createUser, door: .visitors, management, .documented).since(8, 4),
        Route(.put, "/rest/api/admin/user/{username}", .updateUser, door: .visitors, rest, .documented).since(9, 1),
        Route(.put, "/rest/api/admin/user/{username}/enable", .enableUser, door: .visitors, rest, .documented)
            .since(8),
        Route(.put, "/rest/api/admin/user/{username}/disable", .disableUser, door: .visitors, rest, .documented)
            .since(8),
        Route(
            .post, "/rest/api/admin/user/{username}/password", .setUserPassword, door: .visitors, management,
            .documented
        ).since(8, 4),
    ]

    private static let dataCenterGroups: [Route] = [
        Route(.get, "/rest/api/group", .groups, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/group/{group}", .group, door: .visitors, rest, .documented),
        Route(
            .get, "/rest/api/group/{group}/member", .groupMembersAtMost, door: .visitors,
            "\(rest); atlassian-python-api#522: 200 of 1,000 that were asked for", .observed),
        Route(.get, "/rest/api/group/{group}/groupmember", .nestedGroups, door: .visitors, rest, .documented)
            .partly("groups lie in no others"),
        Route(.get, "/rest/api/group/{group}/groupparent", .nestedGroups, door: .visitors, rest, .documented)
            .partly("groups lie in no others"),
        Route(.get, "/rest/api/group/{group}/groupancestor", .nestedGroups, door: .visitors, rest, .documented)
            .partly("groups lie in no others"),
        Route(.post, "/rest/api/admin/group", .createGroup, door: .visitors, rest, .documented).since(8),
        Route(.delete, "/rest/api/admin/group/{group}", .deleteGroup, door: .visitors, rest, .documented).since(8),
        Route(.put, "/rest/api/user/{username}/group/{group}", .putIntoGroup, door: .visitors, rest, .documented)
            .since(8),
        Route(.delete, "/rest/api/user/{username}/group/{group}", .takeOutOfGroup, door: .visitors, rest, .documented)
            .since(8),
    ]
}
