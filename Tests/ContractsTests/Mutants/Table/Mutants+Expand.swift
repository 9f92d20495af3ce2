import ConfluenceWire

extension Mutant {
    static let expand: [Mutant] = [
        Mutant(
            "page-tells-its-version-unasked", "the version comes only when asked for",
            .dropField("version", of: .get("/rest/api/content/*")), .dropField("version", of: .get("/api/v2/pages/*"))),
        Mutant(
            "page-tells-its-space-unasked", "the space comes only when asked for",
            .dropField("space", of: .get("/rest/api/content/*")), .dropField("spaceId", of: .get("/api/v2/pages/*"))),
        Mutant(
            "page-tells-no-body-unasked", "the body comes always",
            .setParameter("expand", to: "body.storage", of: .get("/rest/api/content/*")),
            .setParameter("body-format", to: "storage", of: .get("/api/v2/pages/*"))),
        Mutant(
            "content-has-texts-for-ids", "ids are numbers", .setField("id", to: 7, of: .get("/rest/api/content/*")),
            .setField("id", to: 7, of: .get("/api/v2/pages/*"))),
        Mutant(
            "single-page-tells-the-sites-address", "the site's address lacks",
            .dropField("_links.base", of: .get("/rest/api/content/*"))),
        Mutant(
            "context-is-told-apart", "the context is left out",
            .dropField("_links.context", of: .get("/rest/api/content/*"))),
        Mutant(
            "storage-body-is-expanded", "the body is not expanded",
            .dropField("results[*].body", of: .get("/rest/api/content")),
            .ignoreParameter("body-format", of: .get("/api/v2/pages/*"))),
        Mutant(
            "rendered-body-is-expanded", "the body comes in storage format",
            .setParameter("expand", to: "body.storage,version,space", of: .get("/rest/api/content/*"))),
        Mutant(
            "author-of-a-version-is-named", "the author lacks",
            .dropField("version.by", of: .get("/rest/api/content/*"))),
        Mutant(
            "history-tells-the-last-change", "the last change lacks",
            .dropField("lastUpdated", of: .get("/rest/api/content/*/history"))),
        Mutant(
            "history-tells-who-made-it", "the author lacks",
            .dropField("createdBy", of: .get("/rest/api/content/*/history"))),
        Mutant("include-labels-adds-labels", "labels are not added", .ignoreParameter("include-labels")),
        Mutant(
            "export-body-takes-a-longer-path", "a longer path expands nothing",
            .ignoreParameter("expand", of: .get("/rest/api/content/*"))),
        Mutant(
            "ancestors-lead-from-the-top", "ancestors lead to the top",
            .reverse("ancestors", of: .get("/rest/api/content/*"))),
        Mutant(
            "labels-are-expanded-as-metadata", "the expanded labels are none",
            .cut("metadata.labels.results", to: 0, of: .get("/rest/api/content/*"))),
        Mutant("version-can-be-left-out", "the version comes always", .ignoreParameter("include-version")),
    ]
}
