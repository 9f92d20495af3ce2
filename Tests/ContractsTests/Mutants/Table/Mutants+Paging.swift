extension Mutant {
    static let paging = [
        Mutant("limit-bounds-a-page", "limit is not looked at", .ignoreParameter("limit")),
        Mutant("pages-of-a-list-do-not-overlap", "start is not looked at", .ignoreParameter("start")),
        Mutant("next-link-leads-on", "the link to the next page is left out", .dropField("_links.next")),
        Mutant(
            "empty-list-is-no-error", "404 behind the end of a list",
            .answer(when: .get("/rest/api/content"), becomes: 404)),
    ]
}
