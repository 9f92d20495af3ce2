import ConfluenceModel
import Foundation
import Reporting
import Testing

@Suite("A diagnosis as a page")
struct DiagnosisHTMLTests {
    private static func page(_ reports: [DiagnosisReport]) -> String {
        DiagnosisHTML.render(reports.enumerated().map { NamedReport(name: "toolkit \($0)", report: $1) })
    }

    @Test("holds everything that the text holds", arguments: [Samples.healthy, Samples.problem])
    func content(report: DiagnosisReport) {
        let page = Self.page([report]).replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing(
            "&amp;", with: "&")
        for cause in report.causes {
            var texts = [cause.id.rawValue, cause.title, cause.explanation, cause.fix.who.title, cause.field ?? ""]
            texts += cause.evidence.map(\.text) + cause.fix.steps + cause.alternatives.map(\.rawValue)
            texts += [cause.separation ?? "", cause.repair?.change ?? ""]
            for text in texts { #expect(page.contains(text) || text.isEmpty, "\(text)") }
        }
        for note in report.notes { #expect(page.contains(note)) }
        for probe in report.probes { #expect(page.contains(probe.request)) }
        #expect(page.contains("<b>\(report.verdict.rawValue)</b>"))
    }

    @Test("needs nothing beside itself, and lets nothing of a site run")
    func contained() {
        var report = Samples.problem
        report.notes = ["<script>alert(1)</script>", "\u{1B}[31m\" onload='x'"]
        report.causes[0].explanation = "<img src=x onerror=alert(1)>"
        let page = Self.page([report])
        for word in ["<script", "<img", "<link", "src=", "href=", "url(", "@import", "\u{1B}"] {
            #expect(!page.contains(word) || word == "src=" && page.contains("&lt;img src=x"), "\(word)")
        }
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("prefers-color-scheme: dark"))
        #expect(page.contains("@media print"))
    }

    @Test("what can't be told apart is said once, and not with each cause of the set")
    func setsOnce() {
        var report = Samples.problem
        report.causes[0].separation = "Look at the list of tokens."
        report.causes.append(report.causes[0])
        report.causes[1].id = .tokenExpired
        let page = Self.page([report])
        #expect(page.components(separatedBy: "Look at the list of tokens.").count == 2)
    }

    @Test("heads each of several toolkits with its name, and balances its elements")
    func several() {
        let page = Self.page([Samples.healthy, Samples.problem])
        #expect(page.contains("<h2>Toolkit toolkit 0</h2>"))
        #expect(page.contains("<h2>Toolkit toolkit 1</h2>"))
        for name in [
            "html", "head", "body", "main", "article", "ul", "ol", "li", "table", "tr", "td", "p", "h1", "h2", "h3",
            "code", "div",
        ] {
            let opened =
                page.split(separator: "<\(name)>", omittingEmptySubsequences: false).count
                + page.split(separator: "<\(name) ", omittingEmptySubsequences: false).count - 2
            #expect(
                opened == page.split(separator: "</\(name)>", omittingEmptySubsequences: false).count - 1, "\(name)")
        }
    }
}
