import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"
    private static let v2 = "Cloud REST v2 description"
    private static let probes = "mozilla/markfluence docs/confluence/api.md"
    private static let rest = "Data Center REST description, 10.0"
    private static let client = "sent by atlassian-python-api 4.0.7; the answer is not known"

    /// What a Cloud site answers about files, beyond listing and uploading them.
    static let cloudAttachments: [Route] = [
        Route(.put, "/rest/api/content/{id}/child/attachment", .putAttachments, v1, .documented),
        Route(.put, "/rest/api/content/{id}/child/attachment/{attachment}", .updateAttachment, v1, .documented),
        Route(
            .get, "/rest/api/content/{id}/child/attachment/{attachment}/download", .downloadByID, probes, .measured),
        Route(.get, "/api/v2/attachments", .allAttachments, api: .v2, v2, .documented),
        Route(.get, "/api/v2/attachments/{id}", .attachmentByID, api: .v2, v2, .documented),
        Route(.delete, "/api/v2/attachments/{id}", .removeAttachment, api: .v2, v2, .documented),
        Route(.get, "/api/v2/attachments/{id}/thumbnail/download", .thumbnail, api: .v2, v2, .documented)
            .partly("the picture is not made smaller"),
        Route(.get, "/api/v2/attachments/{id}/versions", .versions(of: .attachment), api: .v2, v2, .documented),
        Route(
            .get, "/api/v2/attachments/{id}/versions/{number}", .version(of: .attachment, named: "id"), api: .v2, v2,
            .documented),
        Route(.get, "/api/v2/pages/{id}/attachments", .attachments(of: [.page]), api: .v2, v2, .documented),
        Route(.get, "/api/v2/blogposts/{id}/attachments", .attachments(of: [.blogpost]), api: .v2, v2, .documented),
    ]

    /// What Data Center answers about files, beyond listing and uploading them.
    static let dataCenterAttachments: [Route] = [
        visited(.put, "/rest/api/content/{id}/child/attachment/{attachment}", .updateAttachment),
        visited(.post, "/rest/api/content/{id}/child/attachment/{attachment}/move", .moveAttachment),
        visited(.delete, "/rest/api/content/{id}/child/attachment/{attachment}", .removeChildAttachment),
        visited(
            .delete, "/rest/api/content/{id}/child/attachment/{attachment}/version/{version}", .removeChildAttachment),
        visited(.get, "/rest/api/content/{id}/child/attachment/{attachment}/extractedtext", .extractedText)
            .partly("the text of other files than text files"),
        Route(
            .get, "/download/thumbnails/{id}/{name}", .browserThumbnail, api: .pages, door: .visitors,
            "what browsers see",
            .inferred
        ).partly("the picture is not made smaller"),
        Route(.post, "/json/removeattachment.action", .removeAttachmentAction, door: .visitors, client, .inferred),
        Route(
            .post, "/json/removeattachmentversion.action", .removeAttachmentAction, door: .visitors, client, .inferred),
    ]

    private static func visited(_ method: Request.Method, _ path: PathTemplate, _ resource: Resource) -> Route {
        Route(method, path, resource, door: .visitors, rest, .documented)
    }
}
