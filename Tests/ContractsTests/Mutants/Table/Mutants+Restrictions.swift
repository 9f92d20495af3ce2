import ConfluenceModel
import ConfluenceWire

extension Mutant {
    static let restrictions: [Mutant] = [
        Mutant(
            "new-page-is-unrestricted", "new pages are restricted",
            .setField("read.restrictions.user.results", to: [["type": "known"]], of: .get("*/byOperation"))),
        Mutant("restricted-page-reads-as-missing", "restrictions are not looked at", .asIf(.writer, asks: .get("*"))),
        Mutant(
            "restricted-page-stays-its-owners", "owners are shut out",
            .asIf(.outsider, asks: .get("/rest/api/content/*"))),
        Mutant(
            "restricted-page-is-left-out-of-lists", "lists don't look at restrictions",
            .asIf(.writer, asks: .get("*/child*"))),
        Mutant(
            "restriction-reaches-pages-below", "a restriction holds for its page alone", .asIf(.writer, asks: .get("*"))
        ),
        Mutant(
            "restricted-page-is-not-found-by-search", "searches don't look at restrictions",
            .asIf(.writer, asks: .get("/rest/api/content/search"))),
        Mutant(
            "edit-restriction-lets-read", "a restriction on editing hides",
            .answer(when: .get("/rest/api/content/*"), becomes: 404)),
        Mutant(
            "lifted-restriction-shows-the-page", "restrictions are not lifted",
            .swallow(.delete("*/restriction"), status: 200)),
        Mutant(
            "restriction-of-one-account-is-told-by-status", "the status is always 404",
            .answer(when: .get("*/read/user"), becomes: 404)),
        Mutant(
            "hidden-page-holds-its-title", "hidden pages hold no titles",
            .answer(when: .post("*"), status: 400, becomes: 200)),
    ]
}
