import ConfluenceWire

extension Mutant {
    static let titles: [Mutant] = [
        Mutant(
            "title-that-is-taken-is-refused", "a taken title is let through",
            .answer(when: .post("*"), status: 400, becomes: 200)),
        Mutant(
            "capitals-make-no-other-title", "other capitals are another title",
            .answer(when: .post("*"), status: 400, becomes: 200)),
        Mutant(
            "renaming-onto-another-title-is-refused", "a taken title is let through",
            .answer(when: .put("*"), status: 400, becomes: 200)),
        Mutant(
            "title-of-a-deleted-page-is-free", "a deleted page keeps its title", .swallow(.delete("*"), status: 204)),
        Mutant("page-is-found-by-its-title", "the title is not looked at", .ignoreParameter("title")),
        Mutant(
            "capitals-do-not-count-when-a-title-is-sought", "titles are sought letter by letter",
            .cut("results", to: 0, of: .get("/api/v2/pages"))),
        Mutant("marks-in-a-title-are-kept", "marks are escaped", .replace("<b>", by: "&lt;b&gt;", of: .get("*"))),
        Mutant(
            "title-has-255-letters-at-most", "long titles are cut",
            .requestField("title", of: .post("/rest/api/content")) {
                $0?.stringValue.map { .string(String($0.prefix(255))) }
            }),
        Mutant(
            "taken-title-is-told-in-words", "the refusal has no words",
            .setField("errors[0].title", to: "Bad Request", of: .post("/api/v2/pages"))),
        Mutant(
            "part-of-a-title-finds-nothing", "a part of a title is enough",
            .ignoreParameter("title", of: .get("/api/v2/pages"))),
    ]
}
