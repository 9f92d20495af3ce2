import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST documentation, 8 and 10; Bitbucket's for the form of answers"

    /// Data Center's webhooks. Cloud's are for Connect and Forge apps, which no token of a user is.
    static let dataCenterWebhooks: [Route] = [
        webhook(.get, "", .webhooks), webhook(.post, "", .createWebhook),
        webhook(.post, "/test", .testWebhook).partly("answers before the address does"),
        webhook(.get, "/{webhook}", .webhook), webhook(.put, "/{webhook}", .updateWebhook),
        webhook(.delete, "/{webhook}", .deleteWebhook),
        webhook(.get, "/{webhook}/latest", .latestInvocation).partly("headers and bodies of request and answer"),
        webhook(.get, "/{webhook}/statistics", .webhookStatistics),
        webhook(.get, "/{webhook}/statistics/summary", .webhookStatistics),
    ]

    private static func webhook(_ method: Request.Method, _ end: String, _ resource: Resource) -> Route {
        let path = PathTemplate(stringLiteral: "/rest/api/webhooks" + end)
        return Route(method, path, resource, door: .visitors, rest, .documented)
    }
}
