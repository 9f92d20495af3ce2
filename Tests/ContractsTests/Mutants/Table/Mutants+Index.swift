import ConfluenceModel
import ConfluenceWire

extension Mutant {
    static let index: [Mutant] = [
        Mutant(
            "new-page-is-found-by-title", "titles are not found",
            .cut("results", to: 0, of: .get("/rest/api/content/search").with(query: "title"))),
        Mutant(
            "capitals-of-a-title-do-not-count", "titles are sought letter by letter",
            .cut("results", to: 0, of: .get("/rest/api/content/search").with(query: "title"))),
        Mutant(
            "new-page-is-found-by-its-words", "words are not found",
            .cut("results", to: 0, of: .get("/rest/api/search"))),
        Mutant(
            "every-word-must-stand-there", "one word is enough",
            .request(.get("/rest/api/content/search")) {
                $0.url.query = $0.url.query?.replacing("xyznonexistentquery123456789", with: "")
            }),
        Mutant(
            "new-page-is-found-by-its-label", "labels are not found",
            .cut("results", to: 0, of: .get("/rest/api/search"))),
        Mutant(
            "page-is-found-below-its-ancestor", "children alone are found",
            .cut("results", to: 1, of: .get("/rest/api/content/search").with(query: "ancestor"))),
        Mutant(
            "current-user-is-who-asks", "everybody is the current user",
            .asIf(.writer, asks: .get("/rest/api/content/search"))),
        Mutant(
            "deleted-page-is-found-no-more", "deleted pages are found by title",
            .setField("results", to: [["id": "7"]], of: .get("/rest/api/content/search").with(query: "title"))),
        Mutant(
            "site-search-in-the-middle-is-dropped", "siteSearch holds wherever it stands",
            .cut("results", to: 0, of: .get("/rest/api/content/search").with(query: "siteSearch"))),
    ]
}
