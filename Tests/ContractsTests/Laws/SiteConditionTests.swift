import ConfluenceModel
import Contracts
import Testing

@Suite("What of a site explains a law that does not hold there")
struct SiteConditionTests {
    private static func failed(
        _ part: StepResult.Part, _ method: String, status: Int, body: String, account: String?
    ) -> LawTry {
        let exchange = StepExchange(
            method: method, address: "https://x.y/wiki/rest/a", status: status, responseBody: body, account: account,
            decisions: [])
        let step = StepResult(
            title: "http", kind: .http, part: part, status: .failed, problems: ["the site answered otherwise"],
            exchanges: [exchange])
        return LawTry(
            reading: ScenarioResult(name: "law", file: "f", driver: "http", status: .failed, steps: [step]))
    }

    @Test("a site that lets visitors in tells them lists, or that they are visitors")
    func visitors() {
        for body in [#"{"results": [{"id": "1"}]}"#, #"{"type": "anonymous"}"#] {
            let nobody = Self.failed(.steps, "GET", status: 200, body: body, account: nil)
            #expect(nobody.outcome == .hindered)
            #expect(nobody.reason == "the site lets visitors in: GET /wiki/rest/a was answered to nobody")
            #expect(Self.failed(.steps, "GET", status: 200, body: body, account: "writer").outcome == .broken)
        }
        let known = Self.failed(.steps, "GET", status: 200, body: #"{"type": "known"}"#, account: nil)
        #expect(known.outcome == .broken)
    }

    @Test("an older site may lack what a law prepares with", arguments: [404, 405, 501])
    func lacking(status: Int) {
        let setup = Self.failed(.setup, "PUT", status: status, body: "{}", account: "writer")
        #expect(setup.outcome == .hindered)
        #expect(setup.reason == "this site has no way to prepare the law: PUT /wiki/rest/a was answered \(status)")
        #expect(Self.failed(.steps, "PUT", status: status, body: "{}", account: "writer").outcome == .broken)
        #expect(Self.failed(.setup, "GET", status: status, body: "{}", account: "writer").outcome == .broken)
    }
}
