import ConfluenceWire

extension Mutant {
    static let errors: [Mutant] = [
        Mutant(
            "error-tells-its-status", "errors don't tell their status", .dropField("statusCode", of: .get("*")),
            .dropField("errors[*].status", of: .get("*"))),
        Mutant(
            "error-has-words", "errors have no words", .dropField("message", of: .get("*")),
            .dropField("errors[*].title", of: .get("*"))),
        Mutant(
            "error-of-v2-has-no-message", "errors of v2 have a message",
            .setField("message", to: "Not Found", of: .get("/api/v2/*"))),
        Mutant("data-center-adds-the-reason", "the reason is left out", .dropField("reason", of: .get("*"))),
        Mutant(
            "error-is-json", "errors are pages",
            .setHeader("Content-Type", to: "text/html", of: .get("*/999999999999999"))),
    ]
}
