import ConfluenceModel
import Reporting
import Testing

@Suite("An explanation of a pasted text")
struct ExplanationTextTests {
    private static let report: DiagnosisReport = {
        var storage = Samples.revoked
        storage.evidence = [
            .init(
                "Cloud says this to strangers",
                quote: Quote(
                    place: .line(12), text: "HTTPError: Current user not permitted to use Confluence",
                    highlight: 11..<55))
        ]
        storage.separation = nil
        var other = Samples.whitespace
        other.confidence = 0.1
        other.evidence = storage.evidence
        return DiagnosisReport(
            verdict: .problem, deployment: .init(kind: .cloud), causes: [storage, other], notes: ["taken for Cloud"],
            nextStep: "run `curl -si https://acme.example/`")
    }()

    @Test("quotes each line once with a mark below its words, ranks the causes and ends in one step")
    func text() {
        #expect(
            ExplanationText.render(Self.report, terminal: Terminal(width: 80)) == """
                problem: the first of these causes fits best (Confluence Cloud)

                  line 12 | HTTPError: Current user not permitted to use Confluence
                          |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                          = Cloud says this to strangers

                1. The API token is not accepted [credential.token-revoked]  72 % likely
                   fix, by you
                     1. Make a new API token at id.atlassian.com under Security.
                     2. Paste it into the field “API Key”.

                2. A line feed stands at the end of the token
                   [credential.whitespace]  10 % likely
                   by you; see `confluence-doctor explain credential.whitespace`

                note: taken for Cloud

                next: run `curl -si https://acme.example/`

                """)
    }

    @Test("the mark stays below the words where lines are cut and characters are wide", arguments: [40, 80, 120])
    func width(columns: Int) throws {
        let text = String(repeating: "語", count: 30) + " needle " + String(repeating: "x", count: 200)
        var report = Self.report
        report.causes[0].evidence[0].quote = Quote(place: .line(1), text: text, highlight: 31..<37)
        report.causes[1].evidence = []
        let lines = ExplanationText.render(report, terminal: Terminal(width: columns)).split(separator: "\n")
        let index = try #require(lines.firstIndex { $0.contains("needle") })
        let before = lines[index][..<(try #require(lines[index].firstRange(of: "needle")).lowerBound)]
        let columnsBefore = before.reduce(0) { $0 + ($1 == "語" ? 2 : 1) }
        let mark = lines[index + 1]
        #expect(mark.prefix { $0 != "^" }.count == columnsBefore)
        #expect(mark.filter { $0 == "^" }.count == 6)
    }

    @Test("no fault has its place among the causes, and first is what the text is", arguments: [1, 2, 3])
    func noFault(rank: Int) throws {
        var report = Self.report
        report.noFault = NoFault(
            rank: rank, confidence: 0.5, reading: .question,
            title: "no fault of this configuration: reads like a question")
        if rank == 1 { report.verdict = .undecided }
        let lines = ExplanationText.render(report, terminal: Terminal(width: 100)).split(separator: "\n")
        let ranked = lines.filter { $0.first?.isNumber ?? false }
        #expect(ranked.map { String($0.prefix(2)) } == ["1.", "2.", "3."], "\(ranked)")
        #expect(ranked[rank - 1].contains("reads like a question  50 % likely"))
        #expect((lines.first?.contains("reads like a question") ?? false) == (rank == 1))
    }

    @Test("a text without a cause is told in a line, with what to do")
    func undecided() {
        let report = DiagnosisReport(
            verdict: .undecided, deployment: .init(kind: .unknown), notes: ["this seems to be about Jira"],
            nextStep: "paste more")
        #expect(
            ExplanationText.render(report, terminal: Terminal(width: 80)) == """
                undecided: no cause could be named

                note: this seems to be about Jira

                next: paste more

                """)
    }
}
