import StorageFormat

/// The surroundings of a body in these tests: a few pages, files and people of a site.
struct SmallSite: BodySurroundings {
    var context: ViewContext {
        ViewContext(
            linkBase: "/wiki", baseURL: "https://acme.example/wiki", pageTitle: "Refund policy", contentID: "98311",
            spaceKey: "DOCS", today: "2026-11-26", surroundings: self)
    }

    /// The bodies of the pages that others include; the titles are their ids.
    var bodies: [String: String] = [:]

    func page(_ name: PageName) throws -> LinkedPage? {
        guard name.title != "Nowhere" else { return nil }
        let path = "/wiki/spaces/\(name.spaceKey ?? "DOCS")/pages/\(name.title)"
        return LinkedPage(id: name.title, title: name.title, path: path)
    }

    func file(_ name: String, of page: PageName?) throws -> LinkedFile? {
        guard name == "plan.png" || name == "form.pdf" else { return nil }
        return LinkedFile(
            id: "att1", name: name, path: "/wiki/download/attachments/98311/\(name)",
            mediaType: name == "plan.png" ? "image/png" : "application/pdf", version: 2, containerID: "98311",
            mediaID: "0b5e3c9e-1111-4222-8333-444455556666")
    }

    func images() throws -> [LinkedFile] { [try file("plan.png", of: nil)].compactMap(\.self) }

    func person(_ identifier: String) throws -> LinkedPerson? {
        guard identifier == "557058:mira" else { return nil }
        return LinkedPerson(
            name: "Mira Okafor", path: "/wiki/people/\(identifier)", identity: ("data-account-id", identifier),
            picture: "/wiki/aa-avatar/\(identifier)")
    }

    func body(of page: PageName) throws -> IncludedBody? {
        guard let source = bodies[page.title], let linked = try self.page(page) else { return nil }
        var context = context
        context.pageTitle = page.title
        context.contentID = page.title
        return IncludedBody(page: linked, source: source, context: context)
    }

    func children(of page: PageName?) throws -> [LinkedPage] {
        ["Beta", "alpha"].map { LinkedPage(id: $0, title: $0, path: "/wiki/\($0)") }
    }

    func children(ofID id: String) throws -> [LinkedPage] {
        id == "Beta" ? [LinkedPage(id: "Gamma", title: "Gamma", path: "/wiki/Gamma")] : []
    }

    func labels() throws -> [String] { ["billing"] }

    /// One page, which is called as the query is.
    func contents(found query: String, limit: Int) throws -> [ListedContent] {
        [
            ListedContent(
                kind: .page, page: LinkedPage(id: "1", title: query, path: "/wiki/1"), spaceName: "Documentation",
                spacePath: "/wiki/spaces/DOCS", labels: ["billing"], isNew: false,
                author: LinkedPerson(
                    name: "Mira", path: "/wiki/people/1", identity: ("data-account-id", "1"),
                    picture: "/wiki/aa-avatar/1"),
                changed: "Nov 26, 2026")
        ]
    }

    func files(of page: PageName?) throws -> [ListedFile] {
        try ["plan.png", "form.pdf"].compactMap { try file($0, of: page) }.map { file in
            ListedFile(
                file: file, size: 1, comment: "", labels: [], changedAt: 1, createdAt: 1, changed: "Nov 26, 2026",
                author: LinkedPerson(
                    name: "Mira", path: "/wiki/people/1", identity: ("data-account-id", "1"),
                    picture: "/wiki/aa-avatar/1"))
        }
    }
}
