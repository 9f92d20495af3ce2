/// The documentation of the admin API, made from its table: `docs/admin-api.md`.
package enum AdminReference {
    package static var markdown: String {
        ([preface] + AdminRoute.all.map(section)).joined(separator: "\n\n")
    }

    /// One line for each route.
    package static var text: String {
        let width = AdminRoute.all.map(\.description.count).max() ?? 0
        return AdminRoute.all.map { route in
            route.description + String(repeating: " ", count: width + 2 - route.description.count)
                + plain(route.summary)
        }.joined(separator: "\n")
    }

    private static let preface = """
        # The admin API

        Written by `confluence-doctor simulate --list-admin --format markdown`; a test holds this page to that.

        `simulate --admin` answers below `/__sim` on the port of the sites. It is not on unless asked for, and answers only
        connections from this machine that name it as `127.0.0.1`, `::1` or `localhost`; to everybody else the paths do not
        exist. Requests that a page of another site makes from a browser are refused. What is asked here is no part of any
        journal. A browser that asks for `/__sim/` gets the [console](console.md), everybody else JSON.

        Bodies are JSON both ways. `{site}` is the name of a site file, or the site's host. What goes wrong is answered
        400, 403, 404 or 405 as `{"error": WORDS, "nearest": WHAT WAS PROBABLY MEANT or null}`. Acts are written as in
        scenario files and site files. Journals hold no bodies and no secrets.

        ```sh
        confluence-doctor simulate --site Fixtures/sites/acme-cloud.yaml --port 8090 --admin
        curl -d '{"revoke-token": "reader-bot-token"}' http://127.0.0.1:8090/__sim/sites/acme-cloud/acts
        curl 'http://127.0.0.1:8090/__sim/sites/acme-cloud/journal?status=404&limit=5'
        ```

        ## Routes
        """

    private static func section(_ route: AdminRoute) -> String {
        var parts = ["### \(route)", route.summary]
        if !route.query.isEmpty {
            let rows = route.query.map { "| `\($0.name)` | \($0.words) |" }
            parts.append((["| query | meaning |", "| --- | --- |"] + rows).joined(separator: "\n"))
        }
        if let body = route.body { parts.append("```json\n\(body)\n```") }
        return parts.joined(separator: "\n\n")
    }

    private static func plain(_ summary: String) -> String { summary.filter { $0 != "`" } }
}
