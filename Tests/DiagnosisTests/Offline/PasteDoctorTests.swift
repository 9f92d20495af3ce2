import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("What an explanation of a pasted text tells")
struct PasteDoctorTests {
    @Test("the words are quoted with their line and their place in it")
    func quote() throws {
        let report = PasteDoctor().explain(Paste("hello\n  boom: Error parsing xhtml: oh no\n"))
        #expect(report.verdict == .problem)
        let cause = try #require(report.causes.first)
        #expect(cause.id == .invalidStorage)
        let quote = try #require(cause.evidence.first?.quote)
        #expect(quote.place == .line(2))
        #expect(String(Array(quote.text)[quote.highlight]) == "Error parsing xhtml")
    }

    @Test("every report ends in one next step")
    func nextStep() throws {
        for (sample, report) in try ReadPastes.reports(.tuned) {
            #expect(report.nextStep?.isEmpty == false, "\(sample)")
            #expect(
                report.nextStep?.contains("{") == false || report.nextStep?.contains("%{") == true,
                "\(sample): \(report.nextStep ?? "")")
        }
    }

    @Test("no text of the catalogue is left with a place that was not filled")
    func placeholders() throws {
        for (_, report) in try ReadPastes.reports(.tuned) {
            for cause in report.causes {
                for text in cause.fix.steps + [cause.explanation] {
                    #expect(!text.contains("{") && !text.contains("  "), "\(cause.id): \(text)")
                }
                #expect(!cause.fix.steps.isEmpty)
            }
        }
    }

    @Test("nothing that was not tried is proven or certain")
    func certainty() throws {
        for part in PasteCorpus.Part.allCases {
            for (_, report) in try ReadPastes.reports(part) {
                for cause in report.causes { #expect(!cause.isProven && cause.confidence <= 0.95) }
            }
        }
    }

    @Test("an ambiguous answer names several causes, and none with confidence")
    func ambiguity() {
        for text in [
            "403 Forbidden", "HTTP 404 Not Found",
            "atlassian.errors.ApiPermissionError: The calling user does not have permission to view the content",
            "{\"message\":\"Current user not permitted to use Confluence\",\"statusCode\":403}",
        ] {
            let report = PasteDoctor().explain(Paste(text))
            #expect(report.causes.count >= 3, "\(text)")
            #expect(report.causes.allSatisfy { $0.confidence < 0.5 }, "\(text): \(report.summary)")
        }
    }

    @Test("saying the same often doesn't make it surer")
    func repetition() {
        let line = "403 Client Error: Forbidden for url: https://acme.atlassian.net/wiki/rest/api/content\n"
        let once = PasteDoctor().explain(Paste(line))
        let often = PasteDoctor().explain(Paste(String(repeating: line, count: 300)))
        #expect(once.causes.map(\.confidence) == often.causes.map(\.confidence))
    }

    @Test("the first of two errors is the root")
    func root() {
        let tls =
            "ssl.SSLCertVerificationError: certificate verify failed: unable to get local issuer certificate for https://wiki.acme.example/rest/api/space"
        let later =
            "atlassian.errors.ApiError: There is no content with the given id, or the calling user does not have permission"
        #expect(PasteDoctor().explain(Paste("\(tls)\n\(later)")).causes.first?.id == .certificateUntrusted)
    }

    @Test("a HAR file's quotes name the exchange")
    func har() throws {
        let text = """
            {"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://cdn.example/a.js","headers":[]},
            "response":{"status":200,"headers":[],"content":{"text":"x"}}},
            {"request":{"method":"GET","url":"https://confluence.acme.example/rest/api/content","headers":[{"name":"Authorization","value":"Basic c2VjcmV0OnNlY3JldA=="}]},
            "response":{"status":401,"headers":[{"name":"X-Seraph-LoginReason","value":"AUTHENTICATION_DENIED"}],
            "content":{"encoding":"base64","text":"PGh0bWw+NDAxPC9odG1sPg=="}}}]}}
            """
        let report = PasteDoctor().explain(try PasteReader.read(Array(text.utf8)))
        #expect(report.causes.first?.id == .captcha)
        #expect(report.causes.first?.evidence.first?.quote?.place == .entry(2))
        #expect(!report.everyText.contains("c2VjcmV0"))
    }

    @Test("colours, carriage returns and frames don't hide the words")
    func noise() {
        let text = "\u{1B}[31mERROR\u{1B}[0m Error pars\u{1B}[1ming xhtml\u{1B}[0m: oops\r\n[32mok[0m"
        #expect(PasteDoctor().explain(Paste(text)).causes.first?.id == .invalidStorage)
    }
}
