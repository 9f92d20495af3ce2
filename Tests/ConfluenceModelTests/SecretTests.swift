import ConfluenceModel
import Foundation
import Testing

@Suite("A secret is never shown by accident")
struct SecretTests {
    private static let canary = "canary-7f3d-secret"

    @Test(
        "no usual way of printing shows it",
        arguments: [
            "\(Secret(canary))",
            String(describing: Secret(canary)),
            String(reflecting: Secret(canary)),
            "\([Secret(canary)])",
            "\(Authentication.basic(user: "ann", secret: Secret(canary)))",
            "\(Authentication.bearer(Secret(canary)))",
        ])
    func printing(text: String) {
        #expect(!text.contains(Self.canary))
    }

    @Test("dump shows nothing of it")
    func dumping() {
        var output = ""
        dump(Authentication.cookies(Secret(Self.canary)), to: &output)
        #expect(!output.contains(Self.canary))
    }

    @Test("it comes out when its purpose is named")
    func revealing() {
        #expect(Secret(Self.canary).revealed(for: .lint) == Self.canary)
    }
}

@Suite("The redactor takes secrets out of texts")
struct RedactorTests {
    @Test(
        "in part, as a site may repeat them",
        arguments: [
            ("Invalid token: NDU3NDM0NDUzNDc5OtRb…", "Invalid token: ‹redacted›…"),
            ("token …LbFST/Y3CgIhtdg is unknown", "token …‹redacted› is unknown"),
            ("NDU3****DUzNDc5OtRbHOL5q and so on", "NDU3****‹redacted› and so on"),
            ("password “Correct-horse-9” given", "password “‹redacted›” given"),
            // Seven letters of a token, and the words that a password is made of, are nobody's secret.
            ("a NDU3NDM and a Correct-hor", "a NDU3NDM and a Correct-hor"),
        ])
    func pieces(_ text: String, _ redacted: String) {
        let redactor = Redactor(
            secrets: ["NDU3NDM0NDUzNDc5OtRbHOL5qH1XWLbFST/Y3CgIhtdg", "Correct-horse-9-battery"])
        #expect(redactor.redact(text) == redacted)
    }

    @Test(
        "the words in a reference to a secret are nobody's",
        arguments: ["{{secret.confluence_token}}", "%7B%7Bsecret.confluence_token%7D%7D"])
    func words(_ secret: String) {
        let text = "GET /confluence/rest/api/content"
        #expect(Redactor(secrets: [secret]).redact(text) == text)
    }

    @Test("pieces of two secrets may overlap")
    func overlappingPieces() {
        let redactor = Redactor(secrets: ["aB3dE5gH7jK9mN1p", "zZ3dE5gHxY8kL0qR"])
        #expect(redactor.redact("it was aB3dE5gHxY.") == "it was ‹redacted›.")
    }

    @Test("nor are a name and an address that were pasted along with one")
    func besides() {
        let pasted = ["bot@acme.example:ATATT3xFfGF0kD9qQ2mPz7", "curl -u bot:pw https://wiki.acme.example/rest"]
        let text = "bot@acme.example is nobody at https://wiki.acme.example"
        #expect(Redactor(secrets: pasted).redact(text) == text)
    }

    @Test("as given, and trimmed")
    func forms() {
        let redactor = Redactor(secrets: ["topsecret\n"])
        #expect(redactor.redact("a topsecret here") == "a ‹redacted› here")
        #expect(redactor.redact("topsecret\n") == "‹redacted›")
    }

    @Test("a secret that holds another leaves no rest")
    func nested() {
        let redactor = Redactor(secrets: ["abcd", "abcdefgh"])
        #expect(redactor.redact("abcdefgh") == "‹redacted›")
    }

    @Test(
        "secrets that overlap leave no rest of either",
        arguments: [
            ("abcdefgh", "‹redacted›"), ("abcdxcdefgh", "‹redacted›x‹redacted›"),
            ("abcdabcd", "‹redacted›‹redacted›"), ("bcdefg", "bcdefg"),
        ])
    func overlapping(text: String, expected: String) {
        #expect(Redactor(secrets: ["abcd", "cdefgh"]).redact(text) == expected)
    }

    @Test("an accent is found in both its spellings", arguments: ["gar\u{E7}on-1", "garc\u{327}on-1"])
    func accents(given: String) {
        let redactor = Redactor(secrets: [given])
        #expect(redactor.redact("<gar\u{E7}on-1> <garc\u{327}on-1>") == "<‹redacted›> <‹redacted›>")
    }

    @Test("at both ends of a text, and not beyond them")
    func ends() {
        let redactor = Redactor(secrets: ["hidden-a", "hidden-and-longer"])
        #expect(redactor.redact("hidden-a and hidden-a") == "‹redacted› and ‹redacted›")
        #expect(redactor.redact("hidden-") == "hidden-")
        #expect(redactor.redact("") == "")
    }

    @Test("texts too short to be told from ordinary words are left alone")
    func short() {
        #expect(Redactor(secrets: ["ab", ""]).redact("about") == "about")
    }
}
