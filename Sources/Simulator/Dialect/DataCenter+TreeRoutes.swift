import ConfluenceWire

extension Route {
    private static let experimental = "Data Center REST description, 6.6, experimental; asked by atlassian-python-api"
    private static let rest = "Data Center REST description, 10.0"

    /// What Data Center answers about the tree of content beside reading and writing a single piece.
    static let dataCenterTree: [Route] = dataCenterTasks + dataCenterBranches + dataCenterVersions + dataCenterActions

    private static let dataCenterBranches: [Route] = [
        Route(.get, "/rest/api/content/scan", .scanContent, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/child", .childLists, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/descendant", .descendantLists, door: .visitors, rest, .documented),
        Route(.get, "/rest/api/content/{id}/descendant/{type}", .descendants, door: .visitors, rest, .documented),
    ]

    /// Most of them stand below `experimental`, as they did when the description was last written.
    private static let dataCenterVersions: [Route] = [
        Route(
            .get, "/rest/experimental/content/{id}/version", .versions, door: .visitors, experimental, .documented),
        Route(
            .get, "/rest/experimental/content/{id}/version/{number}", .version, door: .visitors, experimental,
            .documented),
        Route(
            .post, "/rest/experimental/content/{id}/version", .restoreVersion, door: .visitors, experimental, .inferred),
        Route(
            .delete, "/rest/experimental/content/{id}/version/{number}", .deleteVersion, door: .visitors, experimental,
            .documented),
        Route(
            .delete, "/rest/api/content/{id}/version/{number}", .deleteVersion, door: .visitors, rest, .documented),
    ]

    private static let dataCenterActions: [Route] = [
        Route(
            .post, "/pages/movepage.action", .movePageByForm, api: .pages, door: .visitors,
            "scripts of Confluence's own pages; sent by atlassian-python-api and mark", .observed),
        Route(
            .post, "/rpc/json-rpc/confluenceservice-v2", .remoteService, door: .visitors,
            "sent by atlassian-python-api; jira.atlassian.com CONFSERVER-44329", .observed
        ).lacking("methods other than those of space permissions"),
        Route(
            .post, "/rpc/json-rpc/confluenceservice-v2/{method}", .remoteService, door: .visitors,
            "sent by conductorone/baton-confluence-datacenter", .observed
        ).lacking("methods other than those of space permissions"),
    ]

    private static let dataCenterTasks: [Route] = [
        Route(.get, "/rest/api/longtask", .longTasks, rest, .documented),
        Route(.get, "/rest/api/longtask/{id}", .longTask, rest, .documented),
    ]
}
