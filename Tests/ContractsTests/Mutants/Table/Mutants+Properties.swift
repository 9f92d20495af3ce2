import ConfluenceWire

extension Mutant {
    static let properties: [Mutant] = [
        Mutant(
            "property-reads-back", "values are changed", .replace("two", by: "2", of: .get("*/property/*")),
            .replace("two", by: "2", of: .get("*/properties"))),
        Mutant(
            "property-is-made-once", "a second one is let through",
            .answer(when: .post("*/propert*"), status: 409, becomes: 200)),
        Mutant(
            "property-is-changed-by-its-next-version", "a stale version is let through",
            .answer(when: .put("*/property/*"), status: 409, becomes: 200)),
        Mutant("deleted-property-is-gone", "nothing is deleted", .swallow(.delete("*/property/*"), status: 204)),
        Mutant(
            "properties-make-no-version-of-the-page", "a property makes a version of the page",
            .setField("version.number", to: 2, of: .get("/rest/api/content/*")),
            .setField("version.number", to: 2, of: .get("/api/v2/pages/*"))),
    ]
}
