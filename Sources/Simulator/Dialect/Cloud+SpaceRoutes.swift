import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let old = "Cloud REST v1 description, 2022"

    /// What a Cloud site answers of spaces as a whole: making and changing them, their content, settings and look.
    static let cloudSpaces: [Route] = [
        Route(.post, "/rest/api/space", .createSpace, v1, .documented).partly("alias, templates"),
        Route(.post, "/rest/api/space/_private", .createPrivateSpace, v1, .documented)
            .partly("alias"),
        Route(.put, "/rest/api/space/{key}", .updateSpace, v1, .documented),
        Route(.delete, "/rest/api/space/{key}", .deleteSpace, v1, .documented),
        Route(.get, "/rest/api/space/{key}/content", .spaceContents, old, .documented).deprecated,
        Route(.get, "/rest/api/space/{key}/content/{type}", .spaceContentsOfType, old, .documented).deprecated,
        Route(.get, "/rest/api/space/{key}/settings", .spaceSettings, v1, .documented),
        Route(.put, "/rest/api/space/{key}/settings", .updateSpaceSettings, v1, .documented),
        Route(.get, "/rest/api/space/{key}/theme", .spaceTheme, v1, .documented),
        Route(.put, "/rest/api/space/{key}/theme", .setSpaceTheme, v1, .documented)
            .partly("takes any key that looks like one of an app's"),
        Route(.delete, "/rest/api/space/{key}/theme", .resetSpaceTheme, v1, .documented),
        Route(.get, "/rest/api/settings/theme", .themes, v1, .documented)
            .partly("the site has no theme but its own"),
        Route(.get, "/rest/api/settings/theme/selected", .selectedTheme, v1, .documented)
            .partly("the site has no theme but its own"),
        Route(.get, "/rest/api/settings/theme/{theme}", .selectedTheme, v1, .documented)
            .partly("the site has no theme but its own"),
        Route(.get, "/rest/api/settings/lookandfeel", .looks, v1, .documented)
            .partly("horizontalHeader; a theme brings no look of its own"),
        Route(.put, "/rest/api/settings/lookandfeel", .selectLook, v1, .documented),
        Route(.post, "/rest/api/settings/lookandfeel/custom", .updateLook, v1, .documented)
            .partly("horizontalHeader; takes any text for a colour"),
        Route(.delete, "/rest/api/settings/lookandfeel/custom", .resetLook, v1, .documented),
        Route(.post, "/api/v2/spaces", .createSpaceV2, api: .v2, v2, .documented)
            .partly("roleAssignments, copySpaceAccessConfiguration, templateKey"),
    ]
}
