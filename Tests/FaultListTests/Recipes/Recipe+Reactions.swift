import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What is refused about watches.
extension Recipe {
    static func reactions(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "watchDenied") { simulated in
                let mira = try simulated.user("mira")
                let name =
                    site == .cloud
                    ? QueryItem("accountId", mira.accountID) : QueryItem("username", mira.name)
                return try simulated.request(
                    "/rest/api/user/watch/content/98311", .post, query: [name], as: "reader-bot")
            }
        ]
    }

    static let cloudStates: [Recipe] = [
        Recipe(site: .cloud, row: "stateMissing") {
            try $0.request("/rest/api/content/98311/state", .put, as: "mira", body: ["id": 999])
        },
        Recipe(site: .cloud, row: "editDenied/states") {
            try $0.request("/rest/api/content/98311/state/available", as: "reader-bot")
        },
        Recipe(site: .cloud, row: "administerDenied/states") {
            try $0.request("/rest/api/space/DOCS/state/settings", as: "reader-bot")
        },
    ]

    static let cloudTasks: [Recipe] = [
        Recipe(site: .cloud, row: "taskMissing/tasks") { try $0.request("/rest/api/inlinetasks/7", as: "mira") },
        task("contentMissing/tasks", on: 98320, .get),
        task("editDenied/tasks", on: 98311, .put),
    ]

    /// A reader asks for a task that the recipe puts on a page before.
    private static func task(_ row: String, on page: Int64, _ method: Request.Method) -> Recipe {
        let list =
            "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status>"
            + "<ac:task-body>Do</ac:task-body></ac:task></ac:task-list>"
        return Recipe(
            site: .cloud, row: row,
            before: {
                [
                    try $0.request(
                        "/rest/api/content/\(page)", .put, as: "mira",
                        body: ConfluenceSite.page("Tasks of \(page)", body: list, version: 2))
                ]
            },
            request: {
                try $0.request(
                    "/rest/api/inlinetasks/\(page * 10_000 + 1)", method, as: "reader-bot",
                    body: method == .put ? ["status": "complete"] : nil)
            })
    }
}
