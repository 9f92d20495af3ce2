import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"

    /// What Data Center answers of spaces as a whole.
    static let dataCenterSpaces: [Route] = [
        Route(.post, "/rest/api/space", .createSpace, door: .visitors, rest, .documented),
        Route(.post, "/rest/api/space/_private", .createPrivateSpace, door: .visitors, rest, .documented),
        // Together with archiving they stand in the description of 9.1; nobody tells when they came.
        Route(.post, "/rest/api/space/personal", .createPersonalSpace, door: .visitors, rest, .documented).since(9, 1),
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
        Route(.get, "/rest/api/space/{key}/content/{type}", .spaceContentsOfType, door: .visitors, rest, .documented),
    ]
}
