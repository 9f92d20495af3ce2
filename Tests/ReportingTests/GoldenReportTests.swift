import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("Reports are set as they were found good")
struct GoldenReportTests {
    @Test("text at each width", arguments: [80, 120])
    func text(columns: Int) throws {
        let terminal = Terminal(width: columns)
        let report = Samples.located
        try Golden.expect(DiagnosisText.render(report, terminal: terminal), is: "diagnosis-\(columns).txt")
        try Golden.expect(
            ExplanationText.render(Samples.explanation, terminal: terminal), is: "explanation-\(columns).txt")
    }

    @Test("colour changes nothing but colour", arguments: [80, 120])
    func colour(columns: Int) {
        for render in [DiagnosisText.render, ExplanationText.render] {
            for report in [Samples.located, Samples.explanation] {
                let plain = render(report, Terminal(width: columns))
                let coloured = render(report, Terminal(width: columns, usesColor: true))
                #expect(!plain.contains("\u{1B}"))
                #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
            }
        }
    }

    @Test("Markdown and SARIF")
    func forms() throws {
        let reports = [
            NamedReport(name: "docs", report: Samples.located), NamedReport(name: "a *b*", report: Samples.healthy),
        ]
        try Golden.expect(DiagnosisMarkdown.render(reports), is: "diagnosis.md")
        try Golden.expect(
            DiagnosisMarkdown.render([NamedReport(name: "paste.log", report: Samples.explanation)]),
            is: "explanation.md")
        try Golden.expect(SARIFReportTests.sarif(reports).prettyText + "\n", is: "diagnosis.sarif")
    }
}
