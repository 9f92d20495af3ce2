import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("Reports of laws")
struct LawReportTests {
    private static func attempt(_ status: Int, _ body: String, _ outcome: LawTry.Outcome) -> LawTry {
        let exchange = StepExchange(
            method: "GET", address: "https://acme.atlassian.net/wiki/rest/api/content/1", status: status,
            responseBody: body, account: "reader")
        let step = StepResult(
            title: "http", kind: .http, status: outcome == .holds ? .passed : .failed, exchanges: [exchange], line: 12)
        return LawTry(
            outcome: outcome, reason: outcome == .holds ? nil : "the site answered 403, expected 404",
            result: ScenarioResult(
                name: "law", file: "f", driver: "http", status: outcome == .holds ? .passed : .failed, steps: [step]))
    }

    private static var report: LawReport {
        let law = Law(
            id: "missing-page-is-404", family: "masking", says: "A page that is not there is answered 404.",
            api: .cloudV1, source: "a | book", confidence: .documented, tools: ["read_page_by_id"],
            causes: ["page.missing"])
        let drifted = JudgedLaw(
            law: law, site: "staging", verdict: .liveDrifted, reason: "the site answered 403, expected 404",
            simulator: attempt(404, #"{"statusCode":404}"#, .holds), live: attempt(403, "<b>no</b>", .broken))
        var silent = drifted
        silent.law.id = "other"
        silent.verdict = .notJudged
        silent.reason = "GET /x was answered 503: the site is out of order, or under maintenance"
        return LawReport(
            laws: [drifted, silent],
            sites: [
                CheckedSite(name: "simulator", reads: 3, writes: 0, elapsedMilliseconds: 120),
                CheckedSite(name: "staging", reads: 4, writes: 0, elapsedMilliseconds: 950),
            ], leftOut: 2, elapsedMilliseconds: 950)
    }

    @Test("the text shows both answers, one below the other, and a table of the sites")
    func text() {
        let text = LawText.render(Self.report)
        #expect(text.contains("live drifted: staging: masking/missing-page-is-404 (cloud-v1)"))
        #expect(text.contains("    GET /wiki/rest/api/content/1\n"))
        #expect(text.contains("      simulator  404 {\"statusCode\":404}\n      staging    403 <b>no</b>\n"))
        #expect(text.contains("not judged: staging: GET /x was answered 503"))
        #expect(text.contains("2 laws that write were not tried"))
        #expect(text.contains("1 new, in 0.9 s"))
    }

    @Test("the JSON follows its schema")
    func json() throws {
        let value = try JSONReader.read(Array(LawJSON.render(Self.report).utf8))
        let schema = try Schema.named("contract-check")
        #expect(try Schema.violations(value, schema, in: schema) == [])
        #expect(value["laws"]?[0]?["exchanges"]?[0]?["live"]?["status"] == 403)
    }

    @Test("JUnit counts a drift as a failure, and what was not judged as skipped")
    func junit() {
        let text = LawJUnit.render(Self.report)
        #expect(text.contains(#"<testsuite name="staging" tests="2" failures="1" errors="0" skipped="1">"#))
        #expect(text.contains(#"<failure type="live-drifted""#))
        #expect(!text.contains("<b>no</b>"))
    }

    @Test("an issue names the law, what was found, and both answers in a table")
    func issue() {
        let text = LawMarkdown.issue(Self.report.laws[0])
        #expect(text.hasPrefix("# Live drifted on staging: masking/missing-page-is-404 (cloud-v1)\n"))
        #expect(text.contains("| request | simulator | staging |"))
        #expect(text.contains("| `GET /wiki/rest/api/content/1` | `404 {\"statusCode\":404}` | `403 <b>no</b>` |"))
        #expect(text.contains("- Source: a \\| book (documented)"))
        #expect(text == LawMarkdown.issue(Self.report.laws[0]))
    }
}
