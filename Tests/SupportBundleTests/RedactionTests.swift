import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Foundation
import Testing

@testable import SupportBundle

@Suite("What goes into a bundle holds no secret")
struct RedactionTests {
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

    @Test(
        "a signed token's stand-in is one that ends at the same time, and has nothing else of it",
        arguments: ["", "Bearer ", "“"],
        [("eyJzdWIiOiJyZWFkZXItYm90In0", nil), ("eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDM4NDAwfQ", 1_772_438_400)])
    func signed(before: String, token: (payload: String, end: TimeInterval?)) throws {
        let standIn = StandIn.text(for: "\(before)eyJhbGciOiJSUzI1NiJ9.\(token.payload).c2lnbmF0dXJl\n", user: nil)
        #expect(standIn.hasPrefix(before) && standIn.hasSuffix("\n"))
        let word = try #require(standIn.trimmingEdges().split { " “".contains($0) }.last)
        let read = try #require(AccessToken(Secret(String(word))))
        #expect(read.end?.timeIntervalSince1970 == token.end)
        #expect(!standIn.contains("c2lnbmF0dXJl") && !standIn.contains(token.payload))
    }

    @Test("every place of a configuration that may hold a secret gets a stand-in")
    func configuration() {
        let document: JSON = [
            "base_url": "https://bot:hunter22@acme.example/x", "api_key": "hunter22", "space_key": "DOCS",
            "pgvector_configuration": ["connection_string": "postgresql://u:pgpass99@h/db"],
            "custom_headers": ["X-Auth": "headersecret1"], "name": "the password is hunter22",
            "token": "{{secret.token}}",
        ]
        let redacted = ConfigurationRedaction.redact(document, known: ["hunter22"], user: nil, shown: ShownWords([]))
        let text = redacted.document.compactText
        for secret in ["hunter22", "pgpass99", "headersecret1"] { #expect(!text.contains(secret), "\(text)") }
        #expect(redacted.document["space_key"] == "DOCS")
        #expect(redacted.document["token"] == "{{secret.token}}")
    }
}
