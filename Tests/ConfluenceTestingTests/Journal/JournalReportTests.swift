import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("What a failed expectation tells")
struct JournalReportTests {
    private func entry(
        _ number: Int,
        _ method: String,
        _ target: String,
        _ status: Int,
        _ steps: [JournalEntry.Step],
        nearMiss: String? = nil
    ) -> JournalEntry {
        let last = steps.last
        return JournalEntry(
            number: number, method: method, target: target, host: "acme.atlassian.net", status: status,
            account: number == 2 ? nil : "mira", decision: "\(last?.words ?? ""): answered \(status)",
            stage: last?.stage ?? .edge, steps: steps, nearMiss: nearMiss)
    }

    private func step(_ stage: JournalEntry.Stage, _ words: String, _ passed: Bool = true) -> JournalEntry.Step {
        JournalEntry.Step(stage: stage, words: words, passed: passed)
    }

    /// A page that was read, one that anonymous callers do not see, a misspelt path, and a second page.
    private var entries: [JournalEntry] {
        [
            entry(
                1, "GET", "/wiki/rest/api/content/1", 200, [step(.edge, "below /wiki"), step(.resource, "carried out")]),
            entry(
                2, "GET", "/wiki/rest/api/content/2?expand=version", 404,
                [step(.edge, "below /wiki"), step(.authorisation, "nobody may view page 2", false)]),
            entry(
                3, "GET", "/wiki/rest/api/spce/DOCS", 404, [step(.dialect, "no such route", false)],
                nearMiss: "did you mean GET /wiki/rest/api/space/{key}?"),
            entry(4, "GET", "/wiki/rest/api/content/4", 200, [step(.resource, "carried out")]),
        ]
    }

    @Test("the calls that differ, and the way of each to its answer")
    func whole() {
        let expectation = JournalExpectation(
            [
                Call(.get, "/rest/api/content/4", status: 200),
                Call(.get, "/rest/api/content/1", status: 200),
                Call(.get, "/rest/api/content/2", status: 200, by: "mira"),
                Call(.get, "/rest/api/space/DOCS"),
                Call(.delete, "/rest/api/content/1/label/old"),
            ], inOrder: true)
        let report = JournalReport(expectation.verdict(on: entries, context: "/wiki"))
        #expect(
            report.description == """
                1 of 5 expected calls were made in order:
                  missing       GET /rest/api/content/2 → 200 by mira; there was #2 GET \
                /wiki/rest/api/content/2?expand=version → 404 by an anonymous caller (nobody may view page 2: answered 404)
                  missing       GET /rest/api/space/DOCS; there was #3 GET /wiki/rest/api/spce/DOCS → 404 by mira (no such \
                route: answered 404)
                  missing       DELETE /rest/api/content/1/label/old
                  out of order  GET /rest/api/content/4 → 200: it was #4 GET /wiki/rest/api/content/4 → 200 by mira \
                (carried out: answered 200)
                  unexpected    #2 GET /wiki/rest/api/content/2?expand=version → 404 by an anonymous caller (nobody may \
                view page 2: answered 404)
                  unexpected    #3 GET /wiki/rest/api/spce/DOCS → 404 by mira (no such route: answered 404)

                How #2 GET /wiki/rest/api/content/2?expand=version came to 404:
                  ✓ edge            below /wiki
                  ✗ authorisation   nobody may view page 2

                How #3 GET /wiki/rest/api/spce/DOCS came to 404:
                  ✗ dialect         no such route
                  did you mean GET /wiki/rest/api/space/{key}?
                """)
    }

    @Test("what was expected, where no call was")
    func headline() {
        let verdict = JournalExpectation([]).verdict(on: [entries[3]])
        #expect(
            JournalReport(verdict, headline: "no calls were expected").description == """
                no calls were expected:
                  unexpected    #4 GET /wiki/rest/api/content/4 → 200 by mira (carried out: answered 200)

                How #4 GET /wiki/rest/api/content/4 came to 200:
                  ✓ resource        carried out
                """)
    }
}
