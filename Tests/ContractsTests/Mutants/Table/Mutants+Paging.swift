import ConfluenceWire

extension Mutant {
    static let paging: [Mutant] = [
        Mutant("limit-bounds-a-page", "limit is not looked at", .ignoreParameter("limit")),
        Mutant(
            "pages-of-a-list-do-not-overlap", "neither start nor cursor is looked at", .ignoreParameter("start"),
            .ignoreParameter("cursor")),
        Mutant("next-link-leads-on", "the link to the next part is left out", .dropField("_links.next")),
        Mutant(
            "empty-list-is-no-error", "an empty list is 404", .answer(when: .get("/rest/api/content"), becomes: 404),
            .answer(when: .get("/api/v2/pages"), becomes: 404)),
        Mutant("list-tells-its-bounds", "the size lacks", .dropField("size", of: .get("/rest/api/content"))),
        Mutant(
            "next-part-is-told-below-the-context", "the next part is told from the host on",
            .replace("\"next\":\"", by: "\"next\":\"/wiki", of: .get("/rest/api/content"))),
        Mutant("header-tells-the-next-part", "the header lacks", .dropHeader("Link", of: .get("/api/v2/pages"))),
        Mutant(
            "list-of-v2-tells-the-sites-address", "the site's address lacks",
            .dropField("_links.base", of: .get("/api/v2/pages"))),
        Mutant(
            "last-part-has-no-next", "there is always a next part", .setField("_links.next", to: "/more", of: .get("*"))
        ),
        Mutant("list-comes-by-25", "lists come by 50", .setField("limit", to: 50, of: .get("/rest/api/content"))),
        Mutant("start-has-an-end", "start is not looked at", .ignoreParameter("start", of: .get("/rest/api/content"))),
        Mutant("labels-come-by-200", "labels come by 25", .setField("limit", to: 25, of: .get("*/label"))),
        Mutant("labels-come-by-200-at-most", "any limit is kept", .setField("limit", to: 500, of: .get("*/label"))),
        Mutant("no-labels-at-a-time-is-400", "limit is not looked at", .ignoreParameter("limit", of: .get("*/label"))),
        Mutant(
            "every-child-comes-once", "neither start nor cursor is looked at",
            .ignoreParameter("start", of: .get("*/child/page")), .ignoreParameter("cursor", of: .get("*/children"))),
    ]
}
