import ConfluenceWire

extension Route {
    private static let captures =
        "requests of the page view of Data Center 9.5.4, kept by hxmn/confed; "
        + "github.com/atlassian-api/atlassian-python-api/issues/1675, on 7.16.1"
    private static let scripts = "scripts of Confluence's own pages"

    /// What the pages of Data Center ask about the comments on their text; its REST API can't settle them.
    static let dataCenterInlineComments: [Route] = [
        inline(.get, "", .annotations, captures, .observed),
        inline(.post, "", .annotate, captures, .measured),
        inline(.get, "/{id}/replies", .annotationReplies, captures, .observed),
        inline(.post, "/{id}/replies", .replyToAnnotation, captures, .measured),
        inline(.put, "/{id}/resolve/{resolved}/dangling/{dangling}", .resolveAnnotation, captures, .measured),
        inline(.get, "/replies/{id}/commentId", .annotationOfReply, scripts, .observed),
        inline(.put, "/{id}", .editAnnotation, scripts, .inferred),
        inline(.delete, "/{id}", .removeAnnotation, scripts, .inferred),
    ]

    private static func inline(
        _ method: Request.Method, _ rest: String, _ resource: Resource, _ source: String, _ confidence: Confidence
    ) -> Route {
        let path = PathTemplate(stringLiteral: "/rest/inlinecomments/1.0/comments" + rest)
        return Route(method, path, resource, api: .inlineComments, door: .visitors, source, confidence)
    }
}
