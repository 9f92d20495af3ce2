import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"

    /// What Data Center answers of spaces as a whole.
    static let dataCenterSpaces: [Route] =
        dataCenterColours + [
            Route(.post, "/rest/api/space", .createSpace, door: .visitors, rest, .documented),
            Route(.post, "/rest/api/space/_private", .createPrivateSpace, door: .visitors, rest, .documented),
            // Together with archiving they stand in the description of 9.1; nobody tells when they came.
            Route(.post, "/rest/api/space/personal", .createPersonalSpace, door: .visitors, rest, .documented).since(
                9, 1),
            Route(
                .post, "/rest/api/admin/space/personal/{username}", .createPersonalSpaceOf, door: .visitors, rest,
                .documented
            ).since(9, 3),
            Route(.put, "/rest/api/space/{key}", .updateSpace, door: .visitors, rest, .documented),
            Route(.delete, "/rest/api/space/{key}", .deleteSpace, door: .visitors, rest, .documented),
            Route(.put, "/rest/api/space/{key}/archive", .archiveSpace, door: .visitors, rest, .documented).since(9, 1),
            Route(.put, "/rest/api/space/{key}/restore", .restoreSpace, door: .visitors, rest, .documented).since(9, 1),
            Route(.get, "/rest/api/space/{key}/trash", .spaceTrash, door: .visitors, rest, .documented).since(9, 1)
                .partly("pages by start, not by cursor"),
            Route(.delete, "/rest/api/space/{key}/trash", .emptySpaceTrash, door: .visitors, rest, .documented)
                .since(9, 1),
            Route(.get, "/rest/api/space/{key}/content", .spaceContents, door: .visitors, rest, .documented),
            Route(
                .get, "/rest/api/space/{key}/content/{type}", .spaceContentsOfType, door: .visitors, rest, .documented),
        ]

    /// They stand in the description of 9.1 first.
    private static let dataCenterColours: [Route] = [
        Route(.get, "/rest/api/color-scheme", .siteColours, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/color-scheme", .setSiteColours, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/color-scheme/default", .standardColours, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/color-scheme/reset", .resetSiteColours, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/space/{key}/color-scheme", .spaceColours, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/space/{key}/color-scheme", .setSpaceColours, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/space/{key}/color-scheme/reset", .resetSpaceColours, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/space/{key}/color-scheme/type", .spaceColourType, door: .visitors, rest, .documented),
        Route(.put, "/rest/api/space/{key}/color-scheme/type", .setSpaceColourType, door: .visitors, rest, .documented),
    ].map { $0.since(9, 1) }
}
