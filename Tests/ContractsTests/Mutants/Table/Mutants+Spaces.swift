import ConfluenceWire

extension Mutant {
    static let spaces: [Mutant] = [
        Mutant(
            "space-has-a-number", "ids of spaces are the other way round",
            .setField("id", to: "seven", of: .get("/rest/api/space/*")),
            .setField("id", to: 7, of: .get("/api/v2/spaces/*"))),
        Mutant(
            "space-is-found-by-its-key", "another space is found",
            .setField("key", to: "OTHER", of: .get("/rest/api/space/*")),
            .setField("results[*].key", to: "OTHER", of: .get("/api/v2/spaces"))),
        Mutant(
            "space-names-what-can-be-expanded", "the description comes always",
            .setParameter("expand", to: "description.plain", of: .get("/rest/api/space/*"))),
        Mutant(
            "space-tells-its-description-when-asked", "nothing is expanded",
            .ignoreParameter("expand", of: .get("/rest/api/space/*"))),
        Mutant(
            "pages-of-a-space-are-its-own", "the space is not looked at", .ignoreParameter("spaceKey"),
            .send(path: "/api/v2/pages", insteadOf: .get("/api/v2/spaces/*/pages"))),
    ]
}
