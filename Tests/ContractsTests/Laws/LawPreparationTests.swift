import ConfluenceModel
import Contracts
import Testing

@Suite("Laws that can't be prepared where something else has drifted")
struct LawPreparationTests {
    private static func judged(
        _ id: String, _ part: StepResult.Part, _ method: String, _ path: String, site: String = "staging"
    ) -> JudgedLaw {
        let exchange = StepExchange(
            method: method, address: "https://acme.atlassian.net/wiki\(path)", status: 200, responseBody: "{}",
            account: "writer")
        let step = StepResult(
            title: "http", kind: .http, part: part, status: .failed, exchanges: [exchange], line: 1)
        let law = Law(
            id: id, family: "pages", says: "…", api: .cloudV1, source: "…", confidence: .documented)
        let result = ScenarioResult(name: id, file: "f", driver: "http", status: .failed, steps: [step])
        return JudgedLaw(
            law: law, site: site, verdict: .liveDrifted, reason: "the site answered 200, expected 204",
            simulator: LawTry(outcome: .holds, result: result),
            live: LawTry(outcome: .broken, result: result))
    }

    @Test("they are not judged, and say what has drifted")
    func setAside() {
        let laws = [
            Self.judged("deleting-answers-204", .steps, "DELETE", "/rest/api/content/98305"),
            Self.judged("deleted-page-is-missing", .setup, "DELETE", "/rest/api/content/98311"),
        ]
        let judged = LawJudge.settingAside(laws)
        #expect(judged.map(\.verdict) == [.liveDrifted, .notJudged])
        #expect(judged[1].reason?.hasPrefix("DELETE /rest/api/content/{id} has drifted, by which") == true)
    }

    @Test("where no law tells of the request, on that site, they do")
    func kept() {
        let laws = [
            Self.judged("deleting-answers-204", .steps, "DELETE", "/rest/api/content/98305", site: "other"),
            Self.judged("creating", .steps, "POST", "/rest/api/content"),
            Self.judged("deleted-page-is-missing", .setup, "DELETE", "/rest/api/content/98311"),
            Self.judged("labels", .setup, "GET", "/rest/api/content/98311/label"),
        ]
        #expect(LawJudge.settingAside(laws).map(\.verdict) == Array(repeating: .liveDrifted, count: 4))
    }
}
