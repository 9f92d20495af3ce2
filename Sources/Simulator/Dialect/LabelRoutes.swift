import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let rest = "Data Center REST description, 10.0"

    /// What a Cloud site answers about labels, beyond v1's labels of content.
    static let cloudLabels: [Route] = [
        Route(.get, "/rest/api/label", .labelDetails, v1, .documented),
        Route(.get, "/rest/api/space/{key}/label", .labelsOfSpace, v1, .documented),
        Route(.post, "/rest/api/space/{key}/label", .labelSpace, v1, .documented),
        Route(.delete, "/rest/api/space/{key}/label", .unlabelSpace, v1, .documented),
        Route(.get, "/api/v2/labels", .labelsInUse, api: .v2, v2, .documented),
        Route(.get, "/api/v2/labels/{label}/pages", .labelledContent(.page), api: .v2, v2, .documented),
        Route(.get, "/api/v2/labels/{label}/blogposts", .labelledContent(.blogpost), api: .v2, v2, .documented),
        Route(.get, "/api/v2/labels/{label}/attachments", .labelledContent(.attachment), api: .v2, v2, .documented),
        Route(.get, "/api/v2/pages/{id}/labels", .labels(of: [.page]), api: .v2, v2, .documented),
        Route(.get, "/api/v2/blogposts/{id}/labels", .labels(of: [.blogpost]), api: .v2, v2, .documented),
        Route(.get, "/api/v2/attachments/{id}/labels", .labels(of: [.attachment]), api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/labels", .labelsOfSpaceByID, api: .v2, v2, .documented),
        Route(.get, "/api/v2/spaces/{id}/content/labels", .labelsInUse, api: .v2, v2, .documented),
    ]

    /// What Data Center answers about labels, beyond those of a piece of content.
    static let dataCenterLabels: [Route] = [
        Route(.get, "/rest/api/label/labels", .labelsMatching, door: .visitors, rest, .documented).since(9, 1),
        Route(.get, "/rest/api/label/popular", .popularLabels, door: .visitors, rest, .documented).since(9, 1),
        Route(.get, "/rest/api/label/recent", .recentLabels, door: .visitors, rest, .documented).since(9, 1),
        Route(.get, "/rest/api/label/{label}/related", .relatedLabels, door: .visitors, rest, .documented)
            .since(9, 1),
        Route(.get, "/rest/api/space/{key}/labels", .labelsUsedInSpace, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/space/{key}/labels/popular", .popularLabels, door: .visitors, rest, .documented)
            .since(9, 1),
        Route(.get, "/rest/api/space/{key}/labels/recent", .recentLabels, door: .visitors, rest, .documented)
            .since(9, 1),
        Route(
            .get, "/rest/api/space/{key}/labels/{label}/related", .relatedLabels, door: .visitors, rest, .documented
        ).since(9, 1),
        Route(.post, "/rest/api/space/{key}/category/{label}", .categorizeSpace, door: .visitors, rest, .documented),
        Route(.delete, "/rest/api/space/{key}/category/{label}", .unlabelSpace, door: .visitors, rest, .documented),
    ]
}
