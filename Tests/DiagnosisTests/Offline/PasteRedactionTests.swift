import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Foundation
import Testing

@Suite("A secret that was pasted is not shown again")
struct PasteRedactionTests {
    private static let canary = "Canary9b1D7eQ"
    private static let error = "{\"message\":\"Current user not permitted to use Confluence\",\"statusCode\":403}"

    private static let basic = Data("kim@acme.example:\(canary)".utf8).base64EncodedString()

    /// Lines that hold the canary in the ways in which people paste secrets, each beside an error.
    static let lines: [String] = [
        "> Authorization: Bearer \(canary)", "> Authorization: Basic \(basic)", "Authorization: \(canary)",
        "'Authorization': 'Basic \(basic)'",
        "\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer \(canary)\"}]",
        "{\\\"Authorization\\\": \\\"Bearer \(canary)\\\"}",
        "Cookie: JSESSIONID=\(canary); seraph.confluence=\(canary)",
        "Set-Cookie: cloud.session.token=\(canary); Path=/", "curl -u kim:\(canary) https://acme.atlassian.net/wiki",
        "curl --user 'kim:\(canary)' https://acme.atlassian.net",
        "https://kim:\(canary)@confluence.acme.example/rest/api/space",
        "confluence = Confluence(url=u, username='kim', password='\(canary)')", "token=\(canary)", "api_key: \(canary)",
        "CONFLUENCE_API_TOKEN=\(canary)", "\"apiToken\": \"\(canary)\"", "os_password=\(canary)&os_username=kim",
        "?os_username=kim&os_password=\(canary)", "mark -u kim -p \(canary) -f a.md", "--token \(canary)",
        "--password=\(canary)",
        "client_secret=\(canary)", "ATATT3xFfGF0\(canary)Zx8Q2w4E6r8T0y",
        "eyJhbGciOiJIUzI1NiJ9.eyJ\(canary).sig\(canary)",
        "access_token: \(canary)", "password: \(canary)", "Proxy-Authorization: Basic \(basic)",
        "{\"api_key\": \"a\\\"b\(canary)\"}", "password='a\"b\(canary)'", "password=\"it's \(canary)\"",
        "-----BEGIN PRIVATE KEY-----\nMIIE\(canary)\n-----END PRIVATE KEY-----",
    ]

    @Test("in any line beside the error", arguments: lines)
    func line(_ line: String) {
        for text in ["\(line)\n\(Self.error)", "\(line) \(Self.error)", "\(Self.error) \(line)"] {
            let report = PasteDoctor().explain(Paste(text))
            #expect(!report.causes.isEmpty)
            Self.expectNoCanary(in: report, text)
        }
    }

    @Test("by its value too, where it is echoed without its name")
    func echo() {
        let text =
            "password='\(Self.canary)'\n403 Forbidden for \(Self.canary): Current user not permitted to use Confluence"
        Self.expectNoCanary(in: PasteDoctor().explain(Paste(text)), text)
    }

    @Test("an e-mail's owner is not named")
    func email() {
        let report = PasteDoctor().explain(
            Paste("kim.doe@acme.example got 403: Current user not permitted to use Confluence"))
        #expect(!report.everyText.contains("kim.doe"))
        #expect(report.everyText.contains("e-mail"))
    }

    @Test("the words around a secret stay")
    func remainder() throws {
        let report = PasteDoctor().explain(Paste("token=\(Self.canary) → \(Self.error)"))
        let quote = try #require(report.causes.first?.evidence.first?.quote)
        #expect(quote.text.contains("Current user not permitted to use Confluence"))
        let highlighted = Array(quote.text)[quote.highlight]
        #expect(String(highlighted) == "Current user not permitted to use Confluence")
    }

    private static func expectNoCanary(in report: DiagnosisReport, _ text: String) {
        #expect(!report.everyText.contains(canary), "\(text)\n\(report.everyText)")
        #expect(!report.everyText.contains(basic.dropLast(4)), "\(text)\n\(report.everyText)")
    }
}

extension DiagnosisReport {
    /// Everything that a reader could see, quotes and next step with it.
    var everyText: String {
        let quotes = causes.flatMap { $0.evidence.compactMap(\.quote?.text) }
        return ([texts, nextStep ?? ""] + quotes).joined(separator: "\n")
    }
}
