import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let v2 = "Cloud REST v2 description"
    private static let anyType = "takes any type that looks like one of an app's"

    /// What a Cloud site answers about the content of apps; its properties stand with all others.
    static let cloudCustomContent: [Route] = [
        asked("/api/v2/custom-content", .customContents).partly(anyType),
        asked("/api/v2/pages/{id}/custom-content", .customContents(on: .page)).partly(anyType),
        asked("/api/v2/blogposts/{id}/custom-content", .customContents(on: .blogpost)).partly(anyType),
        asked("/api/v2/spaces/{id}/custom-content", .customContentsOfSpace).partly(anyType),
        Route(.post, "/api/v2/custom-content", .createCustomContent, api: .v2, v2, .documented).partly(anyType),
        asked("/api/v2/custom-content/{id}", .customContent),
        Route(.put, "/api/v2/custom-content/{id}", .updateCustomContent, api: .v2, v2, .documented),
        Route(.delete, "/api/v2/custom-content/{id}", .deleteCustomContent, api: .v2, v2, .documented),
        asked("/api/v2/custom-content/{id}/children", .childCustomContent),
        asked("/api/v2/custom-content/{id}/attachments", .attachments(of: [.custom])),
        asked("/api/v2/custom-content/{id}/footer-comments", .comments(on: [.custom], isInline: false)),
        asked("/api/v2/custom-content/{id}/labels", .labels(of: [.custom])),
        asked("/api/v2/custom-content/{id}/operations", .operations(on: .custom)),
        asked("/api/v2/custom-content/{id}/versions", .versions(of: .custom)),
        asked("/api/v2/custom-content/{id}/versions/{number}", .version(of: .custom, named: "id")),
    ]

    private static func asked(_ path: PathTemplate, _ resource: Resource) -> Route {
        Route(.get, path, resource, api: .v2, v2, .documented)
    }
}
