import ConfluenceModel
import ConfluenceWire
import Documents
import LiveSites
import Testing

@testable import Scenarios

@Suite("Scenarios that can run on live sites")
struct LiveNeedsTests {
    private static func yaml(_ live: String, _ steps: String = "- http: {path: /rest/api/space}") -> String {
        """
        version: 1
        name: A journey
        site: {name: acme, deployment: cloud, host: acme.example}
        live: \(live)
        steps:
        \(steps)
        """
    }

    @Test("what a scenario needs is read")
    func reads() throws {
        let needs = try Samples.scenario(
            Self.yaml("{accounts: [writer, reader], writes: true, space: LAW, hosting: data-center}")
        ).live
        #expect(
            needs == LiveNeeds(accounts: ["writer", "reader"], writes: true, space: "LAW", hosting: .dataCenter))
    }

    @Test(
        "mistakes are told with the nearest right word",
        arguments: [
            ("{acounts: [writer]}", "", "unknown key “acounts”, did you mean “accounts”?"),
            ("{accounts: [a b]}", "", "the name of a role is made of letters"),
            ("{accounts: [a, a]}", "", "the role “a” stands twice"),
            ("{writes: true, accounts: [writer]}", "", "what writes needs the scratch space"),
            ("{space: LAW}", "", "a scratch space needs somebody who uses it"),
            ("{hosting: clowd}", "", "did you mean “cloud”?"),
            (
                "{accounts: [writer]}", "- http: {path: /x, as: wrtier}",
                "unknown account “wrtier”, did you mean “writer”?"
            ),
            ("{}", "- http: {path: /x, as: writer}", "nobody is named under live.accounts"),
            ("{accounts: [writer]}", "- http: {path: '/x/{{scratch.space}}'}", "needs a scratch space"),
            (
                "{accounts: [writer], space: LAW}", "- http: {path: '/x/{{scratch.parent}}'}",
                "{{scratch.parent}} is there for scenarios that write"
            ),
            (
                "{accounts: [writer], space: LAW}", "- http: {path: '/x/{{scratch.sapce}}'}",
                "unknown placeholder “sapce”, did you mean “space”?"
            ),
            (
                "{accounts: [writer]}", "- http: {path: '/x/{{account.wrtier.secret}}'}",
                "unknown account “wrtier”, did you mean “writer”?"
            ),
            (
                "{accounts: [writer]}", "- http: {path: '/x/{{account.writer.secrt}}'}",
                "unknown fact of an account “secrt”, did you mean “secret”?"
            ),
        ])
    func mistakes(live: String, steps: String, words: String) throws {
        let yaml = steps.isEmpty ? Self.yaml(live) : Self.yaml(live, steps)
        let error = #expect(throws: DocumentError.self) { try Samples.scenario(yaml) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.line != nil)
    }

    private static func access(writes: Bool = true, space: String? = "S") throws -> SiteAccess {
        SiteAccess(
            name: "staging", base: try WebAddress(parsing: "https://acme.example/wiki"), hosting: .cloud,
            accounts: [SiteAccount(role: "writer", authentication: .anonymous)], scratchSpace: space, mayWrite: writes,
            mark: "m")
    }

    @Test(
        "why a scenario can't run on a live site is told",
        arguments: [
            ("{accounts: [writer], writes: true, space: LAW}", "", nil as String?),
            ("null", "", "it is written for its own simulated site"),
            ("{accounts: [outsider]}", "", "no account for the role outsider"),
            ("{hosting: data-center}", "", "it is for Confluence Data Center, and staging is Confluence Cloud"),
            ("{}", "- site: {revoke-token: reader-token}", "what only a simulated site's administrator can do"),
            ("{}", "- browser-login: {user: jonas}", "it logs in by a form"),
            ("{}", "- http: {path: /x}\n  expect: {journal-contains: [denied]}", "it looks into the journal"),
            ("{}", "- http: {path: '/x/{{user.jonas.account-id}}'}", "it names people of its simulated site"),
            ("{}", "- http: {path: '/x/{{site.host}}'}", nil),
        ])
    func reasons(live: String, steps: String, words: String?) throws {
        let scenario = try Samples.scenario(steps.isEmpty ? Self.yaml(live) : Self.yaml(live, steps))
        let reason = scenario.reasonNotLive(on: try Self.access())
        if let words {
            #expect(reason?.contains(words) == true, "\(reason ?? "none")")
        } else {
            #expect(reason == nil)
        }
    }

    @Test("what writes is skipped where nothing may be written, or no space is named for it")
    func writes() throws {
        let scenario = try Samples.scenario(Self.yaml("{accounts: [writer], writes: true, space: LAW}"))
        #expect(scenario.reasonNotLive(on: try Self.access(writes: false))?.contains("nothing may be written") == true)
        #expect(scenario.reasonNotLive(on: try Self.access(space: nil))?.contains("no scratch-space") == true)
    }
}
