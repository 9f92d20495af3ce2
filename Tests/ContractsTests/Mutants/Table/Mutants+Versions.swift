import ConfluenceWire

extension Mutant {
    static let versions: [Mutant] = [
        Mutant(
            "new-page-has-version-one", "a change leaps to version 3", .setField("version.number", to: 3, of: .put("*"))
        ),
        Mutant(
            "stale-version-is-refused", "a stale version is put right",
            .requestField("version.number", of: .put("*")) { $0?.integerValue.map { .integer($0 + 1) } }),
        Mutant(
            "refusal-tells-the-version-that-is-there", "the refusal tells no version",
            .replace("Current version is: 1", by: "Try again", of: .put("*")),
            .replace("Current Version: [1]", by: "Try again", of: .put("*"))),
        Mutant(
            "refused-change-changes-nothing", "a stale version is put right",
            .requestField("version.number", of: .put("*")) { $0?.integerValue.map { .integer($0 + 1) } }),
        Mutant(
            "change-needs-a-version", "a change without a version gets one",
            .requestField("version", of: .put("*")) { $0 ?? ["number": 2] }),
        Mutant(
            "message-of-a-version-is-kept", "the message is thrown away", .ignoreField("version.message", of: .put("*"))
        ),
        Mutant(
            "earlier-version-can-be-read", "the last version is always read",
            .ignoreParameter("version", of: .get("/api/v2/pages/*"))),
        Mutant(
            "versions-are-listed", "the last version alone is listed", .cut("results", to: 1, of: .get("*/version*"))),
        Mutant(
            "history-counts-along", "the history stays behind",
            .setField("lastUpdated.number", to: 1, of: .get("*/history"))),
    ]
}
