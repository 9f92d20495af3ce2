import ConfluenceModel
import ConfluenceWire

extension Mutant {
    static let authentication: [Mutant] = [
        Mutant(
            "right-credential-names-its-account", "everybody is taken for a visitor",
            .setField("type", to: "anonymous", of: .get("/rest/api/user/current"))),
        Mutant(
            "wrong-token-is-403-on-v1", "a wrong token is 401",
            .answer(when: .get("/rest/api/user/current"), status: 403, becomes: 401)),
        Mutant(
            "wrong-token-is-a-bare-404-on-v2", "the 404 to a wrong token names a page",
            .setField("errors[0].title", to: "Cannot find a page", of: .get("/api/v2/pages"))),
        Mutant(
            "wrong-token-may-not-search", "a search with a wrong token is 401",
            .answer(when: .get("/rest/api/search"), status: 403, becomes: 401)),
        Mutant(
            "no-credential-is-answered-like-a-wrong-one", "visitors are let in", .asIf(.reader, asks: .any.anonymous)),
        Mutant(
            "basic-without-a-colon-is-401", "a credential without a colon is read as a wrong one",
            .request(.get("/rest/api/user/current")) {
                if $0.headers["Authorization"] == "Basic bm90LWEtdG9rZW4tYWxvbmU=" {
                    $0.headers["Authorization"] = "Basic Y29uZmx1ZW5jZS1kb2N0b3JAbm93aGVyZS5leGFtcGxlOm5vdC1hLXRva2Vu"
                }
            }),
        Mutant(
            "basic-with-two-colons-is-401", "all behind the first colon is the secret",
            .request(.get("/rest/api/user/current")) {
                if $0.headers["Authorization"] == "Basic Y29uZmx1ZW5jZS1kb2N0b3JAbm93aGVyZS5leGFtcGxlOm5vdDphLXRva2Vu" {
                    $0.headers["Authorization"] = "Basic Y29uZmx1ZW5jZS1kb2N0b3JAbm93aGVyZS5leGFtcGxlOm5vdC1hLXRva2Vu"
                }
            }),
        Mutant(
            "basic-with-an-empty-token-is-401", "no token is a wrong token",
            .request(.get("/rest/api/user/current")) {
                if $0.headers["Authorization"] == "Basic Y29uZmx1ZW5jZS1kb2N0b3JAbm93aGVyZS5leGFtcGxlOg==" {
                    $0.headers["Authorization"] = "Basic Y29uZmx1ZW5jZS1kb2N0b3JAbm93aGVyZS5leGFtcGxlOm5vdC1hLXRva2Vu"
                }
            }),
        Mutant(
            "unknown-scheme-is-nobody", "an unknown scheme is refused",
            .answer(when: .get("/rest/api/user/current"), status: 403, becomes: 401)),
        Mutant(
            "bearer-token-is-no-connect-session", "a Bearer is refused like any wrong token",
            .replace("Failed to parse Connect Session Auth Token", by: "Unauthorized")),
        Mutant(
            "wrong-password-is-401", "the reason of a failed login is kept back", .dropHeader("X-Seraph-LoginReason")),
        Mutant("login-is-told-in-headers", "the account is not told", .dropHeader("X-AUSERNAME")),
        Mutant(
            "unreadable-credential-is-refused-by-a-page", "the refusal is JSON",
            .setHeader("Content-Type", to: "application/json", of: .get("/rest/api/user/current"))),
        Mutant("unreadable-credential-is-told-a-realm", "no realm is named", .dropHeader("WWW-Authenticate")),
        Mutant(
            "wrong-password-is-refused-by-a-page", "the refusal is JSON",
            .setHeader("Content-Type", to: "application/json", of: .get("/rest/api/user/current"))),
    ]
}
