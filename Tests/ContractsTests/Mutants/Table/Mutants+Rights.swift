import ConfluenceModel
import ConfluenceWire

extension Mutant {
    static let rights: [Mutant] = [
        Mutant("creating-without-the-right", "readers may create", .asIf(.writer, asks: .post("*"))),
        Mutant(
            "creating-in-a-space-that-is-not-there", "creating in no space is 404",
            .answer(when: .post("/rest/api/content"), status: 403, becomes: 404)),
        Mutant("editing-without-the-right", "readers may edit", .asIf(.writer, asks: .put("*"))),
        Mutant("refused-edit-changes-nothing", "readers may edit", .asIf(.writer, asks: .put("*"))),
        Mutant("deleting-without-the-right", "readers may delete", .asIf(.writer, asks: .delete("*"))),
        Mutant("refused-deletion-deletes-nothing", "readers may delete", .asIf(.writer, asks: .delete("*"))),
        Mutant("labelling-without-the-right", "readers may label", .asIf(.writer, asks: .post("*/label"))),
        Mutant("attaching-without-the-right", "readers may attach", .asIf(.writer, asks: .post("*/attachment"))),
        Mutant("page-of-a-hidden-space-is-missing", "outsiders see what readers see", .asIf(.reader, asks: .get("*"))),
        Mutant("hidden-space-is-missing", "outsiders see what readers see", .asIf(.reader, asks: .get("*"))),
        Mutant(
            "creating-in-a-hidden-space", "hidden spaces are told from missing ones",
            .answer(when: .post("/api/v2/pages"), status: 404, becomes: 403)),
        Mutant("hidden-page-cannot-be-deleted", "outsiders may delete", .asIf(.writer, asks: .delete("*"))),
        Mutant(
            "search-shows-nothing-of-a-hidden-space", "searches don't look at rights",
            .asIf(.reader, asks: .get("/rest/api/content/search"))),
        Mutant(
            "operations-tell-what-one-may", "readers are told that they may edit",
            .asIf(.writer, asks: .get("*/operations"))),
        Mutant(
            "permission-check-answers-no", "permission checks say yes",
            .setField("hasPermission", to: true, of: .post("*/permission/check"))),
    ]
}
