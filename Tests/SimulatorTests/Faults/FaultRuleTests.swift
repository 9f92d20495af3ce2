import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Faults strike the requests that they match, and the journal says so")
struct FaultRuleTests {
    private func site(_ rule: FaultRule) throws -> ConfluenceSite {
        try ConfluenceSite.acme(.dataCenter) { $0.faults = [.rule(rule)] }
    }

    private func statuses(_ site: ConfluenceSite, _ count: Int, _ path: String = "/rest/api/space") throws -> [Int] {
        try (0..<count).map { _ in try site.ask(path, as: "mira").status }
    }

    private static let refusal = FaultRule.Effect.answer(.init(status: 418, body: "short and stout"))

    @Test("method and path decide whom it meets")
    func place() throws {
        let match = FaultRule.Match(methods: ["GET"], path: "/confluence/rest/api/content/*")
        let site = try site(FaultRule(name: "teapot", match: match, effect: Self.refusal))
        #expect(try site.ask("/rest/api/content/98305", as: "mira").status == 418)
        #expect(try site.ask("/rest/api/content/98305", .delete, as: "reader-bot").status != 418)
        #expect(try site.ask("/rest/api/space", as: "mira").status == 200)
        #expect(site.journal[0].stage == .faults)
        #expect(site.journal[0].decision == "faults: the fault “teapot” struck: answered 418")
        #expect(site.simulator.faultMeetings == ["teapot": 1])
    }

    @Test("from, times and every count the requests that fit")
    func counting() throws {
        let match = FaultRule.Match(from: 2, times: 2, every: 2)
        let site = try site(FaultRule(name: "some", match: match, effect: Self.refusal))
        #expect(try statuses(site, 8) == [200, 418, 200, 418, 200, 200, 200, 200])
    }

    @Test("the seed alone decides a probability, so a run can be repeated")
    func probability() throws {
        let rule = FaultRule(name: "flaky", match: .init(probability: 0.5, seed: 11), effect: Self.refusal)
        let first = try statuses(site(rule), 40)
        #expect(try statuses(site(rule), 40) == first)
        #expect(Set(first) == [200, 418])
        var other = rule
        other.match.seed = 12
        #expect(try statuses(site(other), 40) != first)
    }

    @Test("the user is found by the credential, the client by its name")
    func callers() throws {
        let byUser = try site(FaultRule(name: "one", match: .init(user: "reader-bot"), effect: Self.refusal))
        #expect(try byUser.ask("/rest/api/space", as: "reader-bot").status == 418)
        #expect(try byUser.ask("/rest/api/space", as: "mira").status == 200)

        let byAgent = try site(FaultRule(name: "waf", match: .init(userAgent: "Python-Requests"), effect: Self.refusal))
        var request = try byAgent.request("/rest/api/space", as: "mira")
        #expect(byAgent.simulator.respond(to: request).status == 200)
        request.headers["User-Agent"] = "python-requests/2.32"
        #expect(byAgent.simulator.respond(to: request).status == 418)
    }

    @Test("headers, status and clock of the site's own answer can be changed")
    func changes() throws {
        let site = try site(
            FaultRule(name: "odd", effect: .change(status: 299, headers: [.init("X-Odd", "yes")])))
        try site.perform(.putFault(.rule(FaultRule(name: "skew", effect: .clockSkew(seconds: 86_400)))))
        let answer = try site.ask("/rest/api/space", as: "mira")
        #expect(answer.status == 299)
        #expect(answer.headers["X-Odd"] == "yes")
        #expect(answer.headers["Date"] == "Tue, 03 Mar 2026 09:00:00 GMT")
    }

    @Test("what breaks a connection is thrown in process, as a live client meets it")
    func connections() async throws {
        let effects: [FaultRule.Effect] = [.drop(afterHead: false), .drop(afterHead: true), .truncate(share: 0.5)]
        for effect in effects {
            let site = try site(FaultRule(name: "broken", effect: effect))
            let request = try site.request("/rest/api/space", as: "mira")
            await #expect(throws: TransportFailure.self) { try await site.send(request) }
        }
        let halved = try site(FaultRule(name: "half", effect: .halve(share: 0.5)))
        let body = try halved.ask("/rest/api/space", as: "mira").body
        #expect(!body.isEmpty && (try? JSONReader.read(body)) == nil)
    }

    @Test("a fault that is taken away is gone, and one that isn't on is named")
    func clearing() throws {
        let site = try site(FaultRule(name: "teapot", effect: Self.refusal))
        try site.perform(.clearFault("teapot"))
        #expect(try site.ask("/rest/api/space", as: "mira").status == 200)
        let error = #expect(throws: SiteActError.self) { try site.perform(.clearFault("teapto")) }
        #expect(error?.description.contains("no fault “teapto”") == true)
    }

    @Test("a setting that a fault holds goes back with it")
    func settings() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        try site.perform(.putFault(.readyMade("anonymous-access")))
        #expect(site.simulator.settings.anonymousAccess)
        try site.perform(.clearFault(nil))
        #expect(!site.simulator.settings.anonymousAccess)
    }

    @Test("a name that no ready-made fault has gets the nearest one named")
    func nearest() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let error = #expect(throws: SiteActError.self) { try site.perform(.putFault(.readyMade("revoked-tokens"))) }
        #expect(error?.description == "there is no ready-made fault “revoked-tokens”, did you mean “revoked-token”?")
        let elsewhere = #expect(throws: SiteActError.self) { try site.perform(.putFault(.readyMade("sso-only"))) }
        #expect(elsewhere?.description.contains("data-center alone") == true)
    }

    @Test("every ready-made fault can be put on where it happens, and shows", arguments: ReadyMadeFault.all.map(\.name))
    func readyMade(name: String) throws {
        let fault = try #require(ReadyMadeFault.all.first { $0.name == name })
        for kind in ConfluenceSite.Acme.allCases {
            let site = try ConfluenceSite.acme(kind)
            guard fault.deployments.contains(site.definition.deployment.kind) else { continue }
            try site.perform(.putFault(.readyMade(name)))
            #expect(site.simulator.faults.map(\.name) == [name])
        }
        #expect(!fault.deployments.isEmpty)
    }
}
