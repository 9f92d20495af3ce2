import ConfluenceWire

extension Mutant {
    static let tree: [Mutant] = [
        Mutant(
            "children-are-those-directly-below", "children come twice",
            .field("results", of: .get("*/child*")) { $0?.arrayValue.map { .array($0 + $0) } }),
        Mutant(
            "list-behind-the-last-child-is-empty", "start is not looked at",
            .ignoreParameter("start", of: .get("*/child/page"))),
        Mutant(
            "descendants-are-all-below", "one descendant alone is listed",
            .cut("results", to: 1, of: .get("*/descendant/page"))),
        Mutant(
            "ancestors-are-told-from-the-top", "ancestors are told from below",
            .reverse("results", of: .get("*/ancestors"))),
        Mutant("page-is-moved-below-another", "nothing is moved", .swallow(.put("*/move/*"), status: 200)),
        Mutant(
            "change-of-parent-moves-the-page", "the page above is not looked at",
            .ignoreField("ancestors", of: .put("/rest/api/content/*")),
            .ignoreField("parentId", of: .put("/api/v2/pages/*"))),
        Mutant(
            "folder-is-no-page", "the page that is not there is not named",
            .replace("Cannot find a page", by: "Not Found", of: .get("/api/v2/pages/*"))),
        Mutant(
            "direct-children-tell-folders", "folders are left out",
            .cut("results", to: 0, of: .get("*/direct-children"))),
        Mutant(
            "direct-children-tell-no-space", "the list of child pages tells no space",
            .dropField("results[*].spaceId", of: .get("*/children"))),
        Mutant(
            "kinds-of-children-are-named", "children of every kind are listed",
            .setField("results", to: [["id": "1", "type": "page"]], of: .get("*/child"))),
        Mutant(
            "page-in-a-folder-tells-so", "what lies above is always a page",
            .setField("parentType", to: "page", of: .get("/api/v2/pages/*"))),
        Mutant(
            "folder-without-a-place-lies-below-the-home-page", "folders lie beside the home page",
            .setField("parentId", to: "0", of: .post("/api/v2/folders"))),
        Mutant("v1-lists-pages-of-a-folder", "v1 knows no folders", .answer(when: .get("*/child/page"), becomes: 404)),
    ]
}
