import ConfluenceWire

extension Mutant {
    static let masking: [Mutant] = [
        Mutant(
            "missing-page-is-404", "a missing page is 403",
            .answer(when: .get("/rest/api/content/*"), status: 404, becomes: 403)),
        Mutant(
            "missing-page-is-named-on-v2", "a missing page is not named",
            .setField("errors[0].title", to: "Not Found", of: .get("/api/v2/pages/*"))),
        Mutant(
            "missing-space-is-404", "a missing space is not named",
            .replace("DOCTORNOSPACE", by: "that key", of: .get("/rest/api/space/*"))),
        Mutant(
            "missing-space-key-is-an-empty-list", "the key is not looked at",
            .ignoreParameter("keys", of: .get("/api/v2/spaces"))),
        Mutant(
            "listing-of-a-missing-space-is-404", "the space of a list is not looked at",
            .ignoreParameter("spaceKey", of: .get("/rest/api/content"))),
        Mutant(
            "children-of-a-missing-page-are-404", "a missing page has no children",
            .swallow(.get("*/child/page"), status: 200, body: ["results": []])),
        Mutant(
            "unknown-path-of-v2-is-html", "an unknown path is answered in JSON",
            .setHeader("Content-Type", to: "application/json", of: .get("/api/v2/confluence-doctor-asks"))),
        Mutant(
            "data-center-has-no-v2", "there is a v2",
            .swallow(.get("/api/v2/spaces"), status: 200, body: ["results": []])),
        Mutant(
            "unknown-type-is-501", "an unknown type is 400",
            .answer(when: .get("/rest/api/content"), status: 501, becomes: 400)),
    ]
}
