import ConfluenceWire
import Foundation
import Testing

@testable import Recording

@Suite("What is kept holds no secret")
struct SecretRedactorTests {
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
        var redactor = SecretRedactor([("token", Self.secret)])
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
        var redactor = SecretRedactor([])
        #expect(!redactor.text(text).contains(secret), "\(redactor.text(text))")
    }

    @Test("ordinary sentences stay as they are")
    func harmless() {
        var redactor = SecretRedactor([])
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
        var redactor = SecretRedactor([])
        let field = redactor.header(.init(name: "Set-Cookie", value: "JSESSIONID=A1; Path=/; HttpOnly"), isOwn: false)
        #expect(field.value == "JSESSIONID=‹redacted: cookie›; Path=/; HttpOnly")
        #expect(redactor.counts == ["cookie": 1])
    }
}
