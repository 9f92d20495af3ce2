import ConfluenceWire

/// Routes of the tasks that stand in pages and blog posts.
extension Route {
    private static let old = "Cloud REST v1 description of 2022, answered by sites"
    private static let v2 = "Cloud REST v2 description"

    static let cloudInlineTasks: [Route] = [
        Route(.get, "/rest/api/inlinetasks/search", .searchTasks, api: .tasks, old, .documented).deprecated,
        Route(.get, "/rest/api/inlinetasks/{id}", .inlineTask, api: .tasks, old, .documented).deprecated,
        Route(.put, "/rest/api/inlinetasks/{id}", .updateInlineTask, api: .tasks, old, .documented).deprecated,
        Route(.get, "/api/v2/tasks", .inlineTasks, api: .v2, v2, .documented),
        Route(.get, "/api/v2/tasks/{id}", .inlineTask, api: .v2, v2, .documented),
        Route(.put, "/api/v2/tasks/{id}", .updateInlineTask, api: .v2, v2, .documented),
    ]

    /// Data Center's description has no tasks; its pages send this for a box that is clicked at.
    static let dataCenterInlineTasks: [Route] = [
        Route(
            .post, "/rest/inlinetasks/1/task/{id}/{task}", .checkInlineTask, api: .tasks, door: .visitors,
            "sent by atlassian-python-api 4.0.7 and by scripts of pages", .inferred)
    ]
}
