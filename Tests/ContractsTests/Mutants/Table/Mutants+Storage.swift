import ConfluenceWire

extension Mutant {
    static let storage: [Mutant] = [
        Mutant(
            "malformed-body-is-refused", "a malformed body is let through",
            .answer(when: .post("*"), status: 400, becomes: 200)),
        Mutant(
            "refused-body-makes-no-page", "a malformed body is put right",
            .requestField("body.storage.value", of: .post("/rest/api/content")) { _ in "<p>One</p>" },
            .requestField("body.value", of: .post("/api/v2/pages")) { _ in "<p>One</p>" }),
        Mutant(
            "bare-ampersand-is-refused", "a bare ampersand is put right",
            .requestField("body.storage.value", of: .post("/rest/api/content")) {
                $0?.stringValue.map { .string($0.replacing(" & ", with: " and ")) }
            }),
        Mutant(
            "named-entities-are-taken", "entities have no names",
            .requestField("body.storage.value", of: .post("/rest/api/content")) {
                $0?.stringValue.map { .string($0.replacing("&auml;", with: "& auml;")) }
            },
            .requestField("body.value", of: .post("/api/v2/pages")) {
                $0?.stringValue.map { .string($0.replacing("&auml;", with: "& auml;")) }
            }),
        Mutant("macro-is-given-an-id", "macros get no ids", .replace("ac:macro-id", by: "ac:local-id", of: .get("*"))),
        Mutant(
            "view-shows-no-macros", "macros are not rendered",
            .setField(
                "body.view.value", to: "<ac:structured-macro>Mind this</ac:structured-macro>",
                of: .get("/rest/api/content/*"))),
        Mutant("code-keeps-its-text", "marks are escaped", .replace("a < b", by: "a &lt; b", of: .get("*"))),
        Mutant("wiki-markup-becomes-storage", "markup is kept as it is", .replace("<h1>", by: "h1. ", of: .get("*"))),
        Mutant(
            "body-may-be-empty", "an empty body is refused",
            .requestField("body.storage.value", of: .post("/rest/api/content")) { $0 == "" ? "<p>" : $0 },
            .requestField("body.value", of: .post("/api/v2/pages")) { $0 == "" ? "<p>" : $0 }),
        Mutant(
            "links-to-pages-are-kept-by-title", "links lose their titles",
            .replace("ri:content-title", by: "ri:content-id", of: .get("*"))),
        Mutant(
            "empty-tags-gain-a-blank", "storage is given back letter by letter",
            .replace("<br />", by: "<br/>", of: .get("*"))),
    ]
}
