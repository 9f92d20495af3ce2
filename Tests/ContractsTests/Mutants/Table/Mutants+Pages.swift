import ConfluenceWire

extension Mutant {
    static let pages: [Mutant] = [
        Mutant(
            "creating-answers-200-with-the-page", "the answer lacks the space",
            .dropField("space", of: .post("/rest/api/content")), .dropField("spaceId", of: .post("/api/v2/pages"))),
        Mutant(
            "created-page-reads-back", "the body is thrown away", .ignoreField("body", of: .post("/rest/api/content")),
            .ignoreField("body", of: .post("/api/v2/pages"))),
        Mutant(
            "change-takes-title-and-body", "the old body is kept",
            .requestField("body.storage.value", of: .put("/rest/api/content/*")) { _ in "<p>One</p>" },
            .requestField("body.value", of: .put("/api/v2/pages/*")) { _ in "<p>One</p>" }),
        Mutant("deleting-answers-204", "deleting is 200", .answer(when: .delete("*"), status: 204, becomes: 200)),
        Mutant("deleted-page-is-missing", "nothing is deleted", .swallow(.delete("/rest/api/content/*"), status: 204)),
        Mutant(
            "deleted-page-is-trashed-on-v2", "a deleted page is missing",
            .answer(when: .get("/api/v2/pages/*"), becomes: 404)),
        Mutant("deleted-page-leaves-the-list", "nothing is deleted", .swallow(.delete("*"), status: 204)),
        Mutant(
            "page-needs-a-space", "a page without a space is 404",
            .answer(when: .post("/api/v2/pages"), status: 400, becomes: 404)),
        Mutant(
            "page-needs-a-title", "a page without a title gets one",
            .requestField("title", of: .post("/rest/api/content")) { $0 ?? "Untitled" },
            .requestField("title", of: .post("/api/v2/pages")) { $0 ?? "Untitled" }),
        Mutant(
            "link-to-a-page-lies-below-the-context", "links hold the context",
            .replace("\"webui\":\"", by: "\"webui\":\"/wiki", of: .get("*"))),
        Mutant(
            "drafts-are-not-listed-on-v2", "drafts are listed", .ignoreParameter("status", of: .get("/api/v2/pages"))),
        Mutant(
            "state-makes-a-version", "a state makes no version",
            .setField("version.number", to: 1, of: .get("/rest/api/content/*"))),
    ]
}
