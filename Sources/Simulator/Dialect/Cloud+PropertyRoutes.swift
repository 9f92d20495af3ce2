import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description of 2022"
    private static let client = "sent by atlassian-python-api 4.0.7 and answered by sites"
    private static let v2 = "Cloud REST v2 description"

    /// What a Cloud site answers about properties of content and of spaces.
    static let cloudProperties: [Route] =
        byKey("/rest/api/content/{id}/property", .content([]))
        + byKey("/rest/api/space/{key}/property", .spaceByKey)
        + byID("/api/v2/pages/{id}/properties", .content([.page]))
        + byID("/api/v2/blogposts/{id}/properties", .content([.blogpost]))
        + byID("/api/v2/attachments/{id}/properties", .content([.attachment]))
        + byID("/api/v2/comments/{id}/properties", .content([.comment]))
        + byID("/api/v2/folders/{id}/properties", .content([.folder]))
        + byID("/api/v2/whiteboards/{id}/properties", .content([.whiteboard]))
        + byID("/api/v2/databases/{id}/properties", .content([.database]))
        + byID("/api/v2/embeds/{id}/properties", .content([.embed]))
        + byID("/api/v2/custom-content/{id}/properties", .content([.custom]))
        + byID("/api/v2/spaces/{id}/properties", .spaceByID)

    private static func byKey(_ path: String, _ holder: PropertyHolder) -> [Route] {
        let all = PathTemplate(stringLiteral: path)
        let one = PathTemplate(stringLiteral: path + "/{property-key}")
        return [
            Route(.get, all, .propertyList(of: holder, limit: 10), api: .properties, v1, .documented).deprecated,
            Route(.post, all, .createProperty(of: holder), api: .properties, v1, .documented).deprecated,
            Route(.get, one, .property(of: holder), api: .properties, client, .measured).deprecated,
            Route(.post, one, .createProperty(of: holder), api: .properties, v1, .documented).deprecated,
            Route(.put, one, .updateProperty(of: holder), api: .properties, v1, .documented).deprecated,
            Route(.delete, one, .removeProperty(of: holder), api: .properties, v1, .documented).deprecated,
        ]
    }

    private static func byID(_ path: String, _ holder: PropertyHolder) -> [Route] {
        let all = PathTemplate(stringLiteral: path)
        let one = PathTemplate(stringLiteral: path + "/{property}")
        return [
            Route(.get, all, .propertyList(of: holder, limit: 25), api: .v2, v2, .documented),
            Route(.post, all, .createProperty(of: holder), api: .v2, v2, .documented),
            Route(.get, one, .property(of: holder), api: .v2, v2, .documented),
            Route(.put, one, .updateProperty(of: holder), api: .v2, v2, .documented),
            Route(.delete, one, .removeProperty(of: holder), api: .v2, v2, .documented),
        ]
    }
}
