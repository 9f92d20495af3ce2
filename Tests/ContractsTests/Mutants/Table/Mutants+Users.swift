import ConfluenceWire

extension Mutant {
    static let users: [Mutant] = [
        Mutant(
            "account-is-found-by-its-id", "accounts are not found by their ids",
            .answer(when: .get("/rest/api/user"), becomes: 404)),
        Mutant(
            "account-is-found-by-its-name", "the name is not looked at",
            .ignoreParameter("username", of: .get("/rest/api/user"))),
        Mutant(
            "cloud-tells-no-login-names", "the login name is told",
            .setField("username", to: "wren", of: .get("/rest/api/user/current"))),
        Mutant(
            "account-tells-the-name-that-is-shown", "the name lacks",
            .dropField("displayName", of: .get("/rest/api/user/current"))),
        Mutant(
            "unknown-account-is-404", "an unknown account is made up",
            .answer(when: .get("/rest/api/user"), status: 404, becomes: 200)),
        Mutant(
            "visitor-is-an-account-too", "visitors are known",
            .setField("type", to: "known", of: .get("/rest/api/user/anonymous"))),
        Mutant(
            "groups-of-an-account-are-listed", "nobody is in a group",
            .cut("results", to: 0, of: .get("/rest/api/user/memberof"))),
        Mutant(
            "account-tells-its-kind", "the kind lacks", .dropField("accountType", of: .get("/rest/api/user/current"))),
    ]
}
