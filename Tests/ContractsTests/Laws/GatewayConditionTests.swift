import ConfluenceModel
import Contracts
import Testing

@Suite("What the gateway of Cloud does in the site's place")
struct GatewayConditionTests {
    private static func attempt(_ address: String, status: Int, account: String?) -> LawTry {
        let exchange = StepExchange(
            method: "GET", address: address, status: status, responseBody: "{}", account: account)
        let step = StepResult(title: "http", kind: .http, status: .failed, exchanges: [exchange], line: 1)
        return LawTry(
            reading: ScenarioResult(name: "law", file: "f", driver: "http", status: .failed, steps: [step]))
    }

    private static let gateway = "https://api.atlassian.com/ex/confluence/5f0b/wiki/rest/api/content/1"

    @Test(
        "what it has withdrawn, and how it refuses credentials, is no drift",
        arguments: [(410, "writer"), (401, nil), (403, nil)] as [(Int, String?)])
    func hindered(status: Int, account: String?) {
        #expect(Self.attempt(Self.gateway, status: status, account: account).outcome == .hindered)
    }

    @Test("all else is, and so is what a site itself has withdrawn")
    func broken() {
        #expect(Self.attempt(Self.gateway, status: 404, account: "writer").outcome == .broken)
        let site = "https://acme.atlassian.net/wiki/rest/api/content/1"
        #expect(Self.attempt(site, status: 410, account: "writer").outcome == .broken)
    }
}
