import ConfluenceStore
import ConfluenceWire

extension Route {
    private static let v2 = "Cloud REST v2 description"

    /// What a Cloud site answers about levels of classification, and about text that must not stay.
    static let cloudClassification: [Route] =
        [
            Route(.get, "/api/v2/classification-levels", .classificationLevels, api: .v2, v2, .documented),
            Route(
                .get, "/api/v2/spaces/{id}/classification-level/default", .spaceClassification, api: .v2, v2,
                .documented),
            Route(
                .put, "/api/v2/spaces/{id}/classification-level/default", .classifySpace, api: .v2, v2, .documented),
            Route(
                .delete, "/api/v2/spaces/{id}/classification-level/default", .resetSpaceClassification, api: .v2, v2,
                .documented),
        ]
        + [
            ("pages", ContentKind.page), ("blogposts", .blogpost), ("whiteboards", .whiteboard),
            ("databases", .database),
        ]
        .flatMap { family($0, $1) }
        + [("pages", ContentKind.page), ("blogposts", .blogpost)].map { name, kind in
            Route(
                .post, PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/redact"), .redact(kind), api: .v2, v2,
                .documented
            ).partly("restoring what was redacted")
        }

    private static func family(_ name: String, _ kind: ContentKind) -> [Route] {
        let path = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/classification-level")
        let reset = PathTemplate(stringLiteral: "/api/v2/\(name)/{id}/classification-level/reset")
        return [
            Route(.get, path, .classification(of: kind), api: .v2, v2, .documented),
            Route(.put, path, .classify(kind), api: .v2, v2, .documented),
            Route(.post, reset, .resetClassification(of: kind), api: .v2, v2, .documented),
        ]
    }
}
