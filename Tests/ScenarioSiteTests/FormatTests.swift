import ConfluenceModel
import Documents
import Foundation
import Scenarios
import Testing

@testable import DoctorCommands

@Suite("On simulated sites: several at once, logins by the form, uploads, loops and webhooks")
struct FormatTests {
    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"

    private static func run(_ yaml: String) async throws -> [ScenarioResult] {
        let text = "version: 1\nname: Written in a test\n" + yaml.replacing("SITES", with: root + "Fixtures/sites")
        let scenarios = try ScenarioReader.read(
            DocumentReader.readYAML(Array(text.utf8), file: "written.yaml"), vocabulary: EmbeddedWorld.vocabulary)
        return await ScenarioRunner(world: EmbeddedWorld.scenarios, driver: NativeDriver(), jobs: 1).run(scenarios)
            .scenarios
    }

    private static func check(_ yaml: String) async throws {
        for result in try await run(yaml) {
            #expect(
                result.status == .passed, "\(result.name): \(result.reason ?? "") \(result.steps.map(\.problems))")
        }
    }

    @Test("requests and acts go to the site that they name, and toolkits to the one of their address")
    func sites() async throws {
        try await Self.check(
            """
            matrix: {kind: [cloud, datacenter]}
            sites:
              acme: SITES/acme-{{matrix.kind}}.yaml
              other:
                name: other
                deployment: data-center
                version: 9.2.0
                host: other.example
                users: [{name: zoe, site-admin: true, password: zoe-password, tokens: [{name: zoe-token, kind: personal-access-token, value: zoe-secret-1}]}]
                spaces: [{key: OTHER, permissions: [{user: zoe, may: all}], pages: [{id: 777, title: Hello, body: <p>x</p>}]}]
            credentials:
              - {elitea_title: zoes, type: confluence, data: {base_url: "{{site.other.url}}", hosting: Server, token: "{{token.zoe-token}}"}}
            configuration:
              settings: {confluence_configuration: {elitea_title: zoes, private: false}, space_key: OTHER}
            steps:
              - {tool: read_page_by_id, arguments: {page_id: "777"}, expect: {answer-contains: x}}
              - {expect-site: {page: 777, title: Hello}, on: other}
              - {expect-site: {page: 777, exists: false}}
              - {site: {trash: 777}, on: other}
              - {expect-site: {page: 777, exists: false}, on: other}
            diagnose: {expect: {verdict: healthy}}
            """)
    }

    @Test("a person's login clears the CAPTCHA that keeps a script out")
    func captcha() async throws {
        try await Self.check(
            """
            site: SITES/acme-datacenter.yaml
            arrange: [{settings: {captcha-threshold: 1}}]
            steps:
              - {http: {path: /rest/api/space, headers: {Authorization: Basic bWlyYTp3cm9uZw==}}, expect: {status: 401}}
              - {http: {path: /rest/api/space, headers: {Authorization: Basic bWlyYTptaXJhLXBhc3N3b3JkLTE=}}, expect: {status: 401}}
              - {browser-login: {user: mira}}
              - {http: {path: /rest/api/space, headers: {Authorization: Basic bWlyYTptaXJhLXBhc3N3b3JkLTE=}}, expect: {status: 200}}
            """)
    }

    @Test("Cloud has no login form, and a person needs a password")
    func noForm() async throws {
        let results = try await Self.run(
            "site: SITES/acme-cloud.yaml\nsteps:\n  - browser-login: {user: mira}\n")
        #expect(
            results[0].steps[0].problems == [
                "written.yaml:5:5: steps[0]: people log in to Cloud at Atlassian's own pages; a login form is Data Center's"
            ])
    }

    @Test("a webhook's delivery comes over a real connection, with what happened")
    func webhook() async throws {
        try await Self.check(
            """
            site: SITES/acme-datacenter.yaml
            receivers: [hook, other]
            setup:
              - http: {method: POST, path: /rest/api/webhooks, as: jonas, body: {name: Hook, url: "{{receiver.hook.url}}", events: [page_created]}}
                expect: {status: 201}
            steps:
              - for-each: {title: [One, Two]}
                do:
                  - http: {method: POST, path: /rest/api/content, as: jonas, body: {type: page, title: "{{var.title}} {{var.index}}", space: {key: DOCS}, body: {storage: {value: <p>x</p>, representation: storage}}}}
                    expect: {status: 200}
                    capture: {page: id}
                  - http: {path: "/rest/api/content/{{var.page}}/child/attachment", as: jonas, form: {file: {name: "{{var.title}}.txt", text: hello}, comment: x}}
                    expect: {status: 200}
              - expect-delivery: {receiver: hook, event: page_created, count: 2, json: {page.title: One 0}}
                capture: {last: page.title}
              - expect-site: {space: DOCS, title: "{{var.last}}"}
              - expect-delivery: {receiver: other, count: 0}
            """)
    }

    @Test("two sites at one host are refused, as no address could tell them apart")
    func sameHost() async throws {
        let results = try await Self.run(
            """
            sites: {a: SITES/acme-cloud.yaml, b: SITES/acme-cloud.yaml}
            steps: [{http: {path: /}}]
            """)
        #expect(results[0].status == .failed)
        #expect(results[0].reason?.contains("have the same host acme.atlassian.net") == true)
    }
}
