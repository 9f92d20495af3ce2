import ConfluenceModel
import ConfluenceWire
import Foundation
import Testing

@testable import SupportBundle

@Suite("What goes into a bundle holds no secret")
struct RedactionTests {
    private static let secret = "p4ss/w+rd&\"quoted\" ünder=1"

    @Test(
        "in none of the forms in which a secret travels",
        arguments: [
            secret,
            PercentEncoding.encode(secret, allowed: .queryItem),
            PercentEncoding.encode(secret, allowed: .queryItem).replacing("%20", with: "+"),
            PercentEncoding.encode(PercentEncoding.encode(secret, allowed: .queryItem), allowed: .queryItem),
            JSON.string(secret).compactText,
            Data(secret.utf8).base64EncodedString(),
            Data("u:\(secret)".utf8).base64EncodedString(),
            Data("us:\(secret) and more".utf8).base64EncodedString(),
            Data("use:\(secret)".utf8).base64EncodedString(),
            secret.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"),
        ])
    func forms(_ text: String) {
        var redactor = BundleRedactor([("token", Self.secret)])
        let written = redactor.text("before \(text) after")
        #expect(written.contains("‹redacted: token›"), "\(written)")
        #expect(redactor.finds(in: written) == nil)
        #expect(redactor.counts["token"] ?? 0 >= 1)
    }

    @Test(
        "nor what has the form of one",
        arguments: [
            ("a ATATT3xFfGF0abcdefghijklmnop=AB12CD34 b", "ATATT3x"), ("Bearer abcDEF123456", "abcDEF"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "eyJzdWIiOiIxIn0"), ("JSESSIONID=ABCDEF0123", "ABCDEF"),
            (#"{"rawToken": "MDAx\"OjIz"}"#, "MDAx"), ("https://u:hunter22@proxy:8080/", "hunter22"),
            (#"<input name="atl_token" value="abc123">"#, "abc123"),
        ])
    func shapes(text: String, secret: String) {
        var redactor = BundleRedactor([])
        #expect(!redactor.text(text).contains(secret), "\(redactor.text(text))")
    }

    @Test("ordinary sentences stay as they are")
    func harmless() {
        var redactor = BundleRedactor([])
        for text in [
            "Basic Authentication has been disabled on this instance.", #"{"key": "value", "title": "Tokens"}"#,
            "https://acme.atlassian.net/wiki", "mira@acme.example", "Bearer tokens are not taken",
        ] {
            #expect(redactor.text(text) == text)
        }
        #expect(redactor.counts.isEmpty)
    }

    @Test("cookies keep their names")
    func cookies() {
        var redactor = BundleRedactor([])
        let field = redactor.header(.init(name: "Set-Cookie", value: "JSESSIONID=A1; Path=/; HttpOnly"), isOwn: false)
        #expect(field.value == "JSESSIONID=‹redacted: cookie›; Path=/; HttpOnly")
        #expect(redactor.counts == ["cookie": 1])
    }

    // MARK: Stand-ins

    @Test(
        "a stand-in has the form of its secret",
        arguments: [
            ("Sommer2026!\n", "Redacted0RR\n"),
            ("“hidden1”", "“RedactedX”"),
            ("Bearer abcdefgh1", "Bearer dacted0R"),
        ])
    func standIn(secret: String, form: String) {
        let standIn = StandIn.text(for: secret, user: nil)
        #expect(standIn.unicodeScalars.count == secret.unicodeScalars.count)
        for (a, b) in zip(standIn.unicodeScalars, secret.unicodeScalars)
        where !b.properties.isAlphabetic && b.value > 0x7F {
            #expect(a == b)
        }
        #expect(standIn.hasPrefix("Bearer ") == secret.hasPrefix("Bearer "))
        #expect(standIn.hasSuffix("\n") == secret.hasSuffix("\n"))
        #expect(!secret.contains(standIn))
    }

    @Test("a stand-in keeps nothing that is secret")
    func nothingKept() {
        let token = "ATATT3xFfGF0WEq582E7pQ2zH2IgRCfFvTY71YeojjdkWRfm=9CB9985A"
        let standIn = StandIn.text(for: token, user: nil)
        #expect(standIn.hasPrefix("ATATT3Redacted0") || standIn.hasPrefix("ATATT3"))
        #expect(standIn.hasSuffix("=00000000"))
        #expect(!standIn.contains("xFfGF0"))
        let personal = Data("123456789012:\u{1}\u{2}abcdefghijklmnopqr".utf8).base64EncodedString()
        #expect(!StandIn.text(for: personal, user: nil).contains(personal.prefix(8)))
        #expect(StandIn.text(for: "mira@acme.example:geheim123", user: nil).hasPrefix("mira@acme.example:"))
        #expect(!StandIn.text(for: "mira@acme.example:geheim123", user: nil).contains("geheim"))
    }

    @Test("every place of a configuration that may hold a secret gets a stand-in")
    func configuration() {
        let document: JSON = [
            "base_url": "https://bot:hunter22@acme.example/x", "api_key": "hunter22", "space_key": "DOCS",
            "pgvector_configuration": ["connection_string": "postgresql://u:pgpass99@h/db"],
            "custom_headers": ["X-Auth": "headersecret1"], "name": "the password is hunter22",
            "token": "{{secret.token}}",
        ]
        let redacted = ConfigurationRedaction.redact(document, known: ["hunter22"], user: nil)
        let text = redacted.document.compactText
        for secret in ["hunter22", "pgpass99", "headersecret1"] { #expect(!text.contains(secret), "\(text)") }
        #expect(redacted.document["space_key"] == "DOCS")
        #expect(redacted.document["token"] == "{{secret.token}}")
    }
}
