import ConfluenceWire

extension Mutant {
    static let labels: [Mutant] = [
        Mutant("label-is-set", "the list of labels is empty", .cut("results", to: 0, of: .get("*/label"))),
        Mutant(
            "one-label-needs-no-list", "a label without a list is refused",
            .answer(when: .post("*/label"), becomes: 400)),
        Mutant("several-labels-at-once", "the first label alone is added", .ignoreField("[1]", of: .post("*/label"))),
        Mutant(
            "adding-a-label-twice-changes-nothing", "a label is there twice",
            .field("results", of: .post("*/label")) { $0?.arrayValue.map { .array($0 + $0) } }),
        Mutant("label-is-taken-away-by-name", "the label stays", .swallow(.delete("*/label"), status: 204)),
        Mutant("label-is-taken-away-by-path", "the label stays", .swallow(.delete("*/label/*"), status: 204)),
        Mutant(
            "blank-divides-labels", "a blank becomes a hyphen",
            .requestField("[*].name", of: .post("*/label")) {
                $0?.stringValue.map { .string($0.replacing(" ", with: "-")) }
            }),
        Mutant(
            "labels-are-written-small", "capitals are kept",
            .replace("doctorcaps", by: "DoctorCaps", of: .get("*/label"))),
        Mutant(
            "labels-make-no-version", "a label makes a version",
            .setField("version.number", to: 2, of: .get("/rest/api/content/*"))),
        Mutant(
            "change-leaves-labels-alone", "a change throws the labels away", .cut("results", to: 0, of: .get("*/label"))
        ),
        Mutant("v2-lists-labels", "v2 lists no labels", .cut("results", to: 0, of: .get("/api/v2/pages/*/labels"))),
        Mutant(
            "label-leads-to-its-pages", "a label leads nowhere",
            .cut("results", to: 0, of: .get("/api/v2/labels/*/pages"))),
        Mutant(
            "comma-divides-labels", "a comma becomes a hyphen",
            .requestField("[*].name", of: .post("*/label")) {
                $0?.stringValue.map { .string($0.replacing(",", with: "-")) }
            }),
        Mutant(
            "colon-in-a-label-is-400", "a colon becomes a hyphen",
            .requestField("[*].name", of: .post("*/label")) {
                $0?.stringValue.map { .string($0.replacing(":", with: "-")) }
            }),
        Mutant(
            "label-has-255-letters-at-most", "long names are cut",
            .requestField("[*].name", of: .post("*/label")) { $0?.stringValue.map { .string(String($0.prefix(255))) } }),
        Mutant(
            "label-that-is-not-there-cannot-be-taken-away", "taking away what is not there is done",
            .answer(when: .delete("*/label"), becomes: 204)),
        Mutant(
            "label-with-a-slash-is-taken-away-by-query", "labels with a slash are not found",
            .answer(when: .delete("*/label"), becomes: 404)),
        Mutant(
            "label-with-a-slash-has-no-path", "a slash may stand in a path",
            .answer(when: .delete("*/label/*"), becomes: 204)),
    ]
}
