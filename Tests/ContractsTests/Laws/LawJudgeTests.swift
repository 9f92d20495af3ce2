import ConfluenceModel
import Contracts
import Testing

@Suite("Verdicts on laws")
struct LawJudgeTests {
    private static let law = Law(
        id: "stale-version-is-refused", family: "versions", says: "…", api: .cloudV1, source: "…",
        confidence: .documented)

    private static func attempt(_ outcome: LawTry.Outcome, _ reason: String? = nil) -> LawTry {
        LawTry(
            outcome: outcome, reason: reason,
            result: ScenarioResult(name: "law", file: "f", driver: "http", status: .passed, steps: []))
    }

    @Test(
        "a pair of results has one verdict",
        arguments: [
            (LawTry.Outcome.holds, LawTry.Outcome.holds, Verdict.agree),
            (.broken, .holds, .simulatorWrong), (.hindered, .holds, .simulatorWrong),
            (.holds, .broken, .liveDrifted), (.broken, .broken, .descriptionsDebt),
            (.holds, .hindered, .particular), (.broken, .hindered, .particular),
            (.holds, .outOfOrder, .notJudged), (.holds, .notTried, .notJudged), (.broken, .outOfOrder, .notJudged),
            (.notTried, .holds, .notJudged), (.notTried, .broken, .notJudged),
        ])
    func pairs(simulator: LawTry.Outcome, live: LawTry.Outcome, verdict: Verdict) {
        let judged = LawJudge.judge(
            .init(law: Self.law, simulator: Self.attempt(simulator), live: [("staging", Self.attempt(live))]))
        #expect(judged.map(\.verdict) == [verdict])
        #expect(judged.first?.key == "staging/stale-version-is-refused/cloud-v1")
    }

    @Test(
        "without a live site the simulator answers for itself",
        arguments: [
            (LawTry.Outcome.holds, Verdict.agree), (.broken, .simulatorWrong), (.outOfOrder, .simulatorWrong),
            (.notTried, .notJudged),
        ])
    func alone(outcome: LawTry.Outcome, verdict: Verdict) {
        let judged = LawJudge.judge(.init(law: Self.law, simulator: Self.attempt(outcome), live: []))
        #expect(judged.map(\.verdict) == [verdict])
        #expect(judged.first?.site == nil)
    }

    @Test("what another live site keeps is particular to the one that breaks it")
    func others() {
        let judged = LawJudge.judge(
            .init(
                law: Self.law, simulator: Self.attempt(.holds),
                live: [("one", Self.attempt(.broken, "it answered 200")), ("other", Self.attempt(.holds))]))
        #expect(judged.map(\.verdict) == [.particular, .agree])
        #expect(judged.first?.reason == "other keeps the law; here it answered 200")
    }

    // MARK: - Reading results

    private static func failed(
        _ part: StepResult.Part = .steps, status: Int?, body: String = "{}",
        address: String = "https://x.y/wiki/rest/a?b=c"
    ) -> LawTry {
        let exchange = StepExchange(
            method: "GET", address: address, status: status, responseBody: body, account: "writer",
            decisions: status == nil ? ["no answer within 5 s"] : [])
        let step = StepResult(
            title: "http", kind: .http, part: part, status: .failed, problems: ["the site answered otherwise"],
            exchanges: [exchange])
        return LawTry(
            reading: ScenarioResult(name: "law", file: "f", driver: "http", status: .failed, steps: [step]))
    }

    @Test(
        "a site that is out of order breaks no law", arguments: [nil, 429, 502, 503, 504] as [Int?])
    func outage(status: Int?) {
        let attempt = Self.failed(status: status)
        #expect(attempt.outcome == .outOfOrder)
        #expect(attempt.reason?.hasPrefix("GET /wiki/rest/a") == true)
    }

    @Test("500 where the site is well is a change", arguments: [200, 400, 401, 403, 404, 500])
    func broken(status: Int) {
        let attempt = Self.failed(status: status)
        #expect(attempt.outcome == .broken)
        #expect(attempt.reason == "the site answered otherwise")
    }

    @Test("conditions of a site explain what is not Confluence's")
    func conditions() {
        #expect(Self.failed(status: 407).outcome == .hindered)
        #expect(Self.failed(status: 402).outcome == .hindered)
        #expect(Self.failed(status: 200, body: "\n<!DOCTYPE html><html>Log in").outcome == .hindered)
        #expect(
            Self.failed(.setup, status: 403).reason == "“writer” may not do what the law prepares by GET /wiki/rest/a")
        #expect(Self.failed(.setup, status: 200, body: #"{"results": [], "size": 0}"#).outcome == .hindered)
        #expect(Self.failed(.setup, status: 200, body: #"{"results": [{}]}"#).outcome == .broken)
        #expect(Self.failed(.teardown, status: 404).outcome == .holds)
    }

    @Test("what was skipped or could not be readied is no verdict on the law")
    func untried() {
        func read(_ status: ScenarioStatus, _ reason: String) -> LawTry {
            LawTry(
                reading: ScenarioResult(
                    name: "law", file: "f", driver: "http", status: status, steps: [], reason: reason))
        }
        #expect(read(.skipped, "the profile has no account for the role admin").outcome == .notTried)
        #expect(read(.failed, "the site could not be readied").outcome == .hindered)
    }

    @Test("a site that fails half of the laws by its state is out of order")
    func trouble() {
        let out = Self.attempt(.outOfOrder, "it answered 503")
        let holds = Self.attempt(.holds)
        #expect(SiteTrouble.found(in: [out, holds, Self.attempt(.notTried)]) == "it answered 503")
        #expect(SiteTrouble.found(in: [out, holds, holds]) == nil)
        #expect(SiteTrouble.found(in: []) == nil)
    }
}
